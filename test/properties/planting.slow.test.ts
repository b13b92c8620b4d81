import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/pipeline/read.ts';
import { fixtureCases, fixtures } from '../support/fixtures.ts';
import { fateOf, placesIn, plant } from '../support/planting.ts';
import { plantSource, type SourceFormat } from '../support/planting-sources.ts';

/** Words that no form prints: of Chinese, of Latin letters, a figure, one in brackets as qualifiers stand. */
const plantedWords = ['鹿鸣', 'Zebra', '7391.25', '（鹿鸣）'];
const lost = new Set(['vanished', 'miscounted']);

const formats = ['html', 'markdown', 'tabbed', 'cells', 'docx', 'xlsx', 'xls', 'pdf'];
const crossForms = fixtureCases('cross-format').flatMap(({ name }) =>
  fixtureCases(`cross-format/${name}`),
);
/** Files that need LibreOffice to be read are left to the formats that it makes of them. */
const inputs = [
  ...fixtureCases('forms'),
  ...formats.flatMap((format) => fixtureCases(`formats/${format}`)),
  ...crossForms,
].flatMap(({ input }) => (input === undefined || /\.(?:doc|rtf)$/u.test(input) ? [] : [input]));

/** Every word at every place takes an hour (PLANTING=all); else each place gets one of them, in turn. */
const all = process.env.PLANTING === 'all';
const wordsAt = (place: number): readonly string[] =>
  all ? plantedWords : [plantedWords[place % plantedWords.length] as string];

describe('a word that is planted into each cell and line does not vanish', () => {
  it.each(inputs.map((input) => [relative(fixtures, input), input]))('%s', async (_, input) => {
    const { value } = await readDocument(new Uint8Array(readFileSync(input)), {
      name: basename(input),
    });
    const found: string[] = [];
    for (let place = 0; place < placesIn(value); place += 1)
      for (const word of wordsAt(place))
        for (const { way, text, document } of plant(value, word, place)) {
          const fate = fateOf(word, document);
          if (lost.has(fate)) found.push(`${word} ${way} ${text}: ${fate}`);
        }
    expect(found).toEqual([]);
  });
});

const sourceFormats: Readonly<Record<string, SourceFormat>> = {
  'calc-csv': 'csv',
  cells: 'cells',
  docx: 'docx',
  html: 'html',
  markdown: 'markdown',
  tabbed: 'tabbed',
  xlsx: 'xlsx',
};
const sources = crossForms.flatMap(({ name, input }) => {
  const format = sourceFormats[name];
  return input === undefined || format === undefined
    ? []
    : [[relative(fixtures, input), input, format] as const];
});

describe('a word that is planted into a file of any format does not vanish', () => {
  it.each(sources)('%s', async (_, input, format) => {
    const found: string[] = [];
    for (const { text, bytes } of plantSource(format, readFileSync(input), '鹿鸣')) {
      const { value } = await readDocument(bytes, { name: basename(input) });
      const fate = fateOf('鹿鸣', value);
      if (lost.has(fate)) found.push(`${text}: ${fate}`);
    }
    expect(found).toEqual([]);
  });
});
