import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docConverter, findSoffice } from '../../../src/files/soffice.ts';
import { adapter } from '../../../src/formats/doc/index.ts';
import { adapter as docx } from '../../../src/formats/docx/index.ts';
import { fixtures, updating } from '../../support/fixtures.ts';
import { accountedFor, linesOf, look } from '../../support/office/look.ts';
import { docxOf, paragraph } from '../../support/office/word.ts';
import { viewOf } from '../../support/tables.ts';

const bytes = readFileSync(join(fixtures, 'formats/doc/river-cleaning/input.doc'));
const expected = join(fixtures, 'formats/doc/river-cleaning/expected.json');
const soffice = await findSoffice();
if (soffice === null)
  process.stdout.write(
    'notice: LibreOffice is absent, the tests that convert a .doc are skipped\n',
  );

describe('a doc', () => {
  it('reads as what the converter makes of it', async () => {
    const { value } = await adapter.read(bytes, {
      convertDoc: () => Promise.resolve(docxOf(paragraph('甲'))),
    });
    expect(value.format).toBe('doc');
    expect(linesOf(value)).toEqual(['甲']);
  });

  it('needs a converter', async () => {
    await expect(adapter.read(bytes, {})).rejects.toMatchObject({ code: 'soffice-missing' });
  });

  it('is refused where it is a docx', async () => {
    await expect(adapter.read(docxOf(''), {})).rejects.toMatchObject({
      code: 'office-mismatch',
      data: { format: 'docx' },
    });
  });

  it.skipIf(soffice === null)(
    'reads through LibreOffice as the docx that it was made of',
    async () => {
      const staged = await adapter.read(bytes, { convertDoc: docConverter() });
      const { value, notes } = staged;
      const view = `${JSON.stringify(viewOf(staged), null, 2)}\n`;
      if (updating) writeFileSync(expected, view);
      expect(readFileSync(expected, 'utf8')).toBe(view);
      const other = await docx.read(
        readFileSync(join(fixtures, 'formats/docx/river-cleaning/input.docx')),
        {},
      );
      expect(look(value.grids[0])).toEqual(look(other.value.grids[0]));
      expect(linesOf(value)).toEqual(linesOf(other.value));
      expect(accountedFor(value)).toBe(value.characters.total);
      expect(notes).toEqual([]);
    },
    60_000,
  );

  it.skipIf(soffice === null)(
    'may be RTF',
    async () => {
      const rtf = Buffer.from(
        '{\\rtf1\\ansi\\trowd\\cellx2000\\cellx4000 A1\\intbl\\cell B1\\cell\\row}',
      );
      expect(adapter.sniff(rtf, 'a.doc')).toBe(1);
      expect(
        look((await adapter.read(rtf, { convertDoc: docConverter() })).value.grids[0]),
      ).toEqual(['0,0: A1', '0,1: B1']);
    },
    60_000,
  );
});
