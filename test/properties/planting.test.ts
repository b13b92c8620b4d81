import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readDocument } from '../../src/pipeline/read.ts';
import { fixtureCases, fixtures } from '../support/fixtures.ts';
import { fateOf, placesIn, plant } from '../support/planting.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Words that no form prints: of Chinese, of Latin letters, a figure, one in brackets as qualifiers stand. */
const plantedWords = ['鹿鸣', 'Zebra', '7391.25', '（鹿鸣）'];
/** So many places of each document; the slow suite takes them all. */
const few = 6;

const inputs = [
  ...fixtureCases('forms'),
  ...['html', 'markdown', 'tabbed', 'cells', 'docx', 'xlsx', 'xls', 'pdf'].flatMap((format) =>
    fixtureCases(`formats/${format}`),
  ),
].flatMap(({ input }) => (input === undefined ? [] : [input]));

describe('a word that is planted into a cell does not vanish', () => {
  it.each(inputs.map((input, index) => [relative(fixtures, input), input, index] as const))(
    '%s',
    async (_, input, index) => {
      const { value } = await readDocument(new Uint8Array(readFileSync(input)), {
        name: basename(input),
      });
      const step = Math.max(1, Math.floor(placesIn(value) / few));
      const lost: string[] = [];
      for (let place = index % step; place < placesIn(value); place += step) {
        const word = plantedWords[place % plantedWords.length] ?? '';
        for (const { way, text, document } of plant(value, word, place)) {
          const fate = fateOf(word, document);
          if (fate === 'vanished' || fate === 'miscounted')
            lost.push(`${word} ${way} ${text}: ${fate}`);
        }
      }
      expect(lost).toEqual([]);
    },
  );
});
