import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as SheetJs from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/xls/index.ts';
import { detectFormat } from '../../../src/formats/index.ts';
import { adapter as xlsx } from '../../../src/formats/xlsx/index.ts';
import { fixtures } from '../../support/fixtures.ts';
import { accountedFor, look } from '../../support/office/look.ts';
import { oleOf } from '../../support/office/ole.ts';
import { zipOf } from '../../support/office/zip.ts';

/** A workbook of one sheet, written by SheetJS in an old format. */
function written(
  rows: unknown[][],
  bookType: 'biff8' | 'biff5' | 'xlml' | 'xlsb',
  change: (sheet: SheetJs.WorkSheet) => void = () => undefined,
): Uint8Array {
  SheetJs.set_cptable(codepages);
  const sheet = SheetJs.utils.aoa_to_sheet(rows);
  change(sheet);
  const workbook = SheetJs.utils.book_new();
  SheetJs.utils.book_append_sheet(workbook, sheet, '表1');
  return new Uint8Array(
    SheetJs.write(workbook, {
      type: 'array',
      bookType,
      codepage: 936,
    } as SheetJs.WritingOptions) as ArrayBuffer,
  );
}

describe('a workbook of Excel 97', () => {
  it('that LibreOffice wrote reads as the xlsx that it was made of', async () => {
    const read = async (id: 'xls' | 'xlsx') =>
      (id === 'xls' ? adapter : xlsx).read(
        readFileSync(join(fixtures, `formats/${id}/river-cleaning/input.${id}`)),
        {},
      );
    const { value, notes } = await read('xls');
    const other = await read('xlsx');
    expect({ ...value, format: 'xlsx' }).toEqual(other.value);
    expect(notes).toEqual(other.notes);
  });

  it.each(['biff8', 'xlml', 'xlsb'] as const)(
    'as %s: merges and number formats',
    async (bookType) => {
      const bytes = written(
        [
          ['产出指标', '', ''],
          [3, 4, 0],
          [0.5, 45000, '止'],
        ],
        bookType,
        (sheet) => {
          sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
          sheet['A2'] = { t: 'n', v: 3, z: '0.00' };
          sheet['A3'] = { t: 'n', v: 0.5, z: '0.00%' };
          sheet['B3'] = { t: 'n', v: 45000, z: 'yyyy/mm/dd' };
        },
      );
      const { value, notes } = await adapter.read(bytes, {});
      expect(look(value.grids[0])).toEqual([
        '0,0+1x3: 产出指标',
        '1,0: 3.00',
        '1,1: 4',
        '1,2: 0',
        '2,0: 50.00%',
        '2,1: 2023/03/15',
        '2,2: 止',
      ]);
      expect(value.grids[0]?.cells[1]?.origins[0]?.part).toBe('表1!A2');
      expect(accountedFor(value)).toBe(value.characters.total);
      expect(notes).toEqual([]);
    },
  );

  it('that is a zip is measured before it is inflated as a whole', async () => {
    const bytes = zipOf({
      '[Content_Types].xml': '',
      'xl/workbook.bin': '',
      'xl/worksheets/sheet1.bin': Buffer.alloc(64 * 1024 * 1024),
    });
    expect(detectFormat(bytes)).toBe('xls');
    await expect(adapter.read(bytes, {})).rejects.toMatchObject({ code: 'zip-bomb' });
  });

  it('of Excel 95 tells its code page, which is GBK for us', async () => {
    const bytes = Buffer.from(written([['ABCDEFGH', 208]], 'biff5'));
    Buffer.from('b2fab3f6d6b8b1ea', 'hex').copy(bytes, bytes.indexOf('ABCDEFGH'));
    const codepage = bytes.indexOf(Buffer.from([0x42, 0, 2, 0]));
    bytes.writeUInt16LE(936, codepage + 4);
    expect(look((await adapter.read(bytes, {})).value.grids[0])).toEqual([
      '0,0: 产出指标',
      '0,1: 208',
    ]);
  });

  it('tells a total of 0 over parts from a figure', async () => {
    const bytes = written(
      [
        [3, 4, 0],
        ['', '', '止'],
      ],
      'xlml',
      (sheet) => {
        sheet['C1'] = { t: 'n', v: 0, f: 'SUM(A1:B1)' };
      },
    );
    expect((await adapter.read(bytes, {})).notes).toMatchObject([
      { code: 'formula-not-calculated', refs: [{ part: '表1!C1' }] },
    ]);
  });

  it('is refused where it is encrypted or damaged', async () => {
    await expect(adapter.read(oleOf(['EncryptedPackage']), {})).rejects.toMatchObject({
      code: 'office-encrypted',
    });
    await expect(adapter.read(oleOf(['Workbook']), {})).rejects.toMatchObject({
      code: 'office-damaged',
    });
    const bytes = Buffer.from(written([['甲']], 'biff8'));
    // The record that says who wrote the file becomes the one that says how the rest is encrypted.
    const writer = bytes.indexOf(Buffer.from([0x5c, 0, 0x70, 0]));
    bytes.writeUInt16LE(0x2f, writer);
    bytes.fill(0, writer + 4, writer + 0x74);
    await expect(adapter.read(bytes, {})).rejects.toMatchObject({ code: 'office-encrypted' });
  });
});
