import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { detectFormat, loadAdapter } from '../../src/formats/index.ts';
import { countCharacters, InputError } from '../../src/model/index.ts';
import { fixtureCases } from '../support/fixtures.ts';
import { account } from '../support/tables.ts';

vi.setConfig({ testTimeout: 120_000 });

const ids = ['tabbed', 'cells', 'csv', 'markdown', 'html'] as const;
type Id = (typeof ids)[number];

/** Reads any bytes: refused with a reason, or read without a character lost or made up. */
async function read(id: Id, bytes: Uint8Array): Promise<void> {
  try {
    const staged = await (await loadAdapter(id)).read(bytes, {});
    const { total, found } = account(staged);
    expect(found).toBe(total);
    const ends = staged.value.grids.flatMap(({ cells, rows, columns }) =>
      cells.map(({ row, rowSpan, column, columnSpan }) => [
        row + rowSpan <= rows,
        column + columnSpan <= columns,
      ]),
    );
    expect(ends.flat()).not.toContain(false);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

const archive =
  'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<table><tr><td>=E6=80=BB=E5=88=86<td>100=\n</table>\n--x--\n';
const cases = [
  ...ids.filter((id) => id !== 'csv').flatMap((id) => fixtureCases(`formats/${id}`)),
  ...fixtureCases('cross-format/self-evaluation').filter(({ name }) => name === 'calc-csv'),
];
const sources = [
  ...cases.flatMap(({ input }) => (input === undefined ? [] : [readFileSync(input)])),
  Buffer.from(archive),
];
const piece = fc.constantFrom(
  '\t',
  '\n',
  '\n\n',
  '\r',
  '\f',
  '　',
  '|',
  '\\|',
  '|---|---|\n',
  '# ',
  '**',
  '<table>',
  '</table>',
  '<tr>',
  '<td>',
  '</td>',
  '<td rowspan=3 colspan=2>',
  '<p>',
  '</p>',
  '<br>',
  '<div hidden>',
  '</div>',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '&nbsp;',
  '&lt;p&gt;',
  '[bookmark: _GoBack]',
  '![](a.png)',
  '```\n',
  '(50分)',
  '总分',
  '项目名称',
  '2.',
  '附件3\n',
  '≥95%',
  '𠮷',
  '\u200b',
  '<ol><li>',
  '</li>',
  '</ol>',
  '<li value=3>',
  '<ul>',
  '<input value="208.00">',
  '<input type=radio checked>',
  '<select><option>',
  '<option selected>元',
  '</select>',
  '<textarea>',
  ',',
  '"',
  '""',
  ';',
  ',"',
  '=\n',
  '=E6',
  '--x\n',
  '\n\n--x--',
);

describe.each(ids)('%s accounts for every character', (id) => {
  it('of any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => read(id, bytes)),
      { numRuns: 300 },
    );
  });

  it('of any text made of what it may meet', async () => {
    const text = fc
      .array(fc.oneof(piece, piece, fc.string({ unit: 'grapheme', maxLength: 4 })), {
        maxLength: 60,
      })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, (source) => read(id, new TextEncoder().encode(source))),
      { numRuns: 600 },
    );
  });

  it('of any mutation of a document', async () => {
    const cut = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      insert: piece,
    });
    const mutated = fc
      .tuple(fc.constantFrom(...sources), fc.array(cut, { minLength: 1, maxLength: 6 }))
      .map(([source, cuts]) =>
        cuts.reduce((bytes, { at, length, insert }) => {
          const start = Math.floor(at * bytes.length);
          return Buffer.concat([
            bytes.subarray(0, start),
            Buffer.from(insert),
            bytes.subarray(start + length),
          ]);
        }, source),
      );
    await fc.assert(
      fc.asyncProperty(mutated, (bytes) => read(id, bytes)),
      { numRuns: 300 },
    );
  });
});

describe('the total', () => {
  it.each(ids.filter((id) => id !== 'html'))('of %s is every character of the file', async (id) => {
    for (const bytes of sources
      .map((source) => new TextDecoder().decode(source))
      .filter((text) => !text.includes('\ufffd') && !text.includes('\0'))) {
      const { value } = await (await loadAdapter(id)).read(new TextEncoder().encode(bytes), {});
      expect(value.characters.total).toBe(countCharacters(bytes));
    }
  });
});

describe('detectFormat', () => {
  it('names a format or a reason for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (bytes, name) => {
        try {
          detectFormat(bytes, name);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
