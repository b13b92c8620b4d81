import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat, loadAdapter } from '../../src/formats/index.ts';
import { countCharacters, InputError } from '../../src/model/index.ts';
import { hasShared, shared } from '../support/real.ts';
import { account, linesOutside, textsOf } from '../support/tables.ts';

const documents = [
  { file: 'jiading-2022-ocr.txt', id: 'tabbed', widths: [9] },
  { file: 'jiading-2024-ocr.txt', id: 'tabbed', widths: [8, 9] },
  { file: 'organisation-2024-cells.txt', id: 'cells', widths: [2, 3, 4, 8, 9] },
  { file: 'beidaihe-targets-cells.txt', id: 'cells', widths: [2, 4, 5, 6, 7] },
  { file: 'yinchuan-2023-ocr.md', id: 'markdown', widths: [9] },
] as const;
const bytesOf = (file: string): Buffer => readFileSync(join(shared, 'inputs', file));

describe.skipIf(!hasShared)('real text exports', () => {
  it.each(documents)(
    '$file is $id, and every character of it is accounted for',
    async ({ file, id }) => {
      const bytes = bytesOf(file);
      expect(detectFormat(bytes)).toBe(id);
      const read = await (await loadAdapter(id)).read(bytes, {});
      expect(read.value.characters.total).toBe(countCharacters(bytes.toString('utf8')));
      expect(account(read).found).toBe(read.value.characters.total);
      expect(read.notes).toEqual([]);
    },
  );

  it('cells: every row has one of the widths that its form is printed with', async () => {
    for (const { file, id, widths } of documents.filter((document) => document.id === 'cells')) {
      const grids = textsOf(await (await loadAdapter(id)).read(bytesOf(file), {}));
      for (const row of grids.flat()) expect(widths, row.join('|')).toContain(row.length);
    }
  });

  it.each([
    {
      file: 'organisation-2024-cells.txt',
      id: 'cells',
      grids: 7,
      row: /^[^|]*\|[^|]*\|[^|]*(?:指标)?[^|]*\|[^|]+\|[^|]+\|[^|]+\|\s*\d+\|\s*\d+\|/,
      rows: 80,
      outside: /^(?:附件3|2024年度|备注|填表人)/,
    },
    {
      file: 'beidaihe-targets-cells.txt',
      id: 'cells',
      grids: 13,
      row: /年度工作计划$/,
      rows: 119,
      outside: /./,
    },
  ] as const)(
    '$file: each form is one grid, its indicators are whole rows, and only text stands outside',
    async ({ file, id, grids, row, rows, outside }) => {
      const read = await (await loadAdapter(id)).read(bytesOf(file), {});
      const texts = textsOf(read);
      expect(texts).toHaveLength(grids);
      const wide = Math.max(...texts.flat().map((cells) => cells.length)) === 9 ? 9 : 6;
      expect(
        texts.flat().filter((cells) => cells.length === wide && row.test(cells.join('|'))),
      ).toHaveLength(rows);
      for (const line of linesOutside(read)) expect(line).toMatch(outside);
    },
  );

  it.each(documents)('$file: no mutation loses a character', async ({ file }) => {
    const source = bytesOf(file);
    const cut = fc.record({
      start: fc.nat(source.length),
      length: fc.nat(200),
      insert: fc.constantFrom(
        '',
        '\t',
        '\n',
        '\n\n',
        '|',
        '<p>',
        '<table>',
        '</td>',
        '\f',
        '&nbsp;',
        '2.',
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 4 }), async (cuts) => {
        const bytes = cuts.reduce(
          (rest, { start, length, insert }) =>
            Buffer.concat([
              rest.subarray(0, start),
              Buffer.from(insert),
              rest.subarray(start + length),
            ]),
          source,
        );
        try {
          const { total, found } = account(
            await (await loadAdapter(detectFormat(bytes))).read(bytes, {}),
          );
          expect(found).toBe(total);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
        }
      }),
      { numRuns: 60 },
    );
  });
});
