import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/xlsx/index.ts';
import { limits } from '../../../src/model/index.ts';
import { addressOf } from '../../../src/formats/shared/sheet/source.ts';
import {
  merged,
  numberCell,
  oneSheet,
  sheetData,
  sheetRow,
  textCell,
  xlsxEntries,
  xlsxOf,
} from '../../support/office/excel.ts';
import { accountedFor, codesOf, look, rowsOf } from '../../support/office/look.ts';
import { zipOf } from '../../support/office/zip.ts';

const good = sheetData(sheetRow(1, textCell('A1', '甲')), sheetRow(2, textCell('A2', '乙')));

function withSheet(part: string): Buffer {
  return zipOf({
    ...xlsxEntries({ sheets: [{ xml: good }, { xml: good }] }),
    'xl/worksheets/sheet1.xml': part,
  });
}

/** A workbook of two sheets that lacks a part. */
function without(part: string): Buffer {
  return zipOf(
    Object.fromEntries(
      Object.entries(xlsxEntries({ sheets: [{ xml: good }, { xml: good }] })).filter(
        ([name]) => name !== part,
      ),
    ),
  );
}

describe('a damaged workbook', () => {
  it('gives the rows before the damage and the other sheets, and says so', async () => {
    const whole = xlsxEntries({ sheets: [{ xml: good }] })['xl/worksheets/sheet1.xml'] ?? '';
    const staged = await adapter.read(withSheet(whole.slice(0, whole.indexOf('乙'))), {});
    expect(staged.value.grids.map(rowsOf)).toEqual([[['甲']], [['甲'], ['乙']]]);
    expect(staged.value.incomplete).toBe(true);
    expect(staged.notes).toMatchObject([
      { code: 'part-damaged', severity: 'error', data: { part: 'xl/worksheets/sheet1.xml' } },
    ]);
  });

  it('tells of a sheet whose part is missing', async () => {
    const staged = await adapter.read(without('xl/worksheets/sheet1.xml'), {});
    expect(staged.value.grids).toHaveLength(1);
    expect(staged.notes).toMatchObject([
      { code: 'part-damaged', data: { part: 'xl/worksheets/sheet1.xml', cause: 'missing' } },
    ]);
  });

  it('is refused without a workbook part, or in a form that is not read', async () => {
    const part = 'xl/workbook.xml';
    await expect(adapter.read(without(part), {})).rejects.toMatchObject({
      code: 'office-part-missing',
      data: { part },
    });
    const entries = xlsxEntries({ sheets: [{ xml: good }] });
    const rels = (entries['_rels/.rels'] ?? '').replace('workbook.xml', 'book.bin');
    await expect(
      adapter.read(zipOf({ ...entries, '_rels/.rels': rels, 'xl/book.bin': '' }), {}),
    ).rejects.toMatchObject({ code: 'office-unsupported' });
  });
});

describe('a workbook that is a bomb', () => {
  it('of formatting down to the last row reads as what stands in it', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) =>
      sheetRow(1_046_577 + index, `<c r="A${1_046_577 + index}" s="1"/>`),
    );
    const { value } = await adapter.read(
      oneSheet(sheetData(sheetRow(1, textCell('A1', '甲')), ...rows), { formats: ['0.00'] }),
      {},
    );
    expect(value.grids).toMatchObject([{ rows: 1, columns: 1 }]);
  });

  it('of a gap of a million rows keeps a hundred', async () => {
    const { value } = await adapter.read(
      oneSheet(
        sheetData(
          sheetRow(1, textCell('A1', '甲')),
          sheetRow(1_048_576, textCell('B1048576', '乙')),
        ),
      ),
      {},
    );
    expect(look(value.grids[0])).toEqual(['0,0: 甲', '0,1: ', '101,0: ', '101,1: 乙']);
    expect(value.grids[0]?.cells[3]?.origins[0]?.part).toBe('表1!B1048576');
  });

  it('of columns is cut, and says so', async () => {
    const cells = Array.from({ length: limits.columns + 5 }, (_, column) =>
      numberCell(addressOf(0, column), 1),
    ).join('');
    const staged = await adapter.read(oneSheet(sheetData(sheetRow(1, cells))), {});
    expect(staged.value.grids[0]?.columns).toBe(limits.columns);
    expect(staged.value.incomplete).toBe(true);
    expect(staged.notes).toMatchObject([
      { code: 'too-many-columns', severity: 'error', data: { limit: limits.columns } },
    ]);
    expect(accountedFor(staged.value)).toBe(staged.value.characters.total);
  });

  it('of one merge over the whole sheet is one cell', async () => {
    const { value } = await adapter.read(oneSheet(good + merged('A1:XFD1048576')), {});
    expect(look(value.grids[0])).toEqual([`0,0+1x${limits.columns}: 甲`]);
  });

  it('of merges upon merges ends', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) =>
      sheetRow(index + 1, numberCell(`A${index + 1}`, index)),
    );
    const merges = Array.from({ length: 2000 }, (_, index) => `A${index + 1}:XFD${index + 1}`);
    await expect(
      adapter.read(oneSheet(sheetData(...rows) + merged(...merges)), {}),
    ).rejects.toMatchObject({ code: 'too-many-items' });
  });

  it('of merges that overlap reads the first of them', async () => {
    const rows = sheetData(sheetRow(1, textCell('A1', '甲')), sheetRow(2, textCell('C2', '乙')));
    const { value } = await adapter.read(
      oneSheet(rows + merged('A1:B2', 'A2:C2', 'A1:B2', 'B1:B9')),
      {},
    );
    expect(look(value.grids[0])).toEqual(['0,0+2x2: 甲', '0,2: ', '1,2: 乙']);
  });

  it('of a cell that stands twice reads the later one, and says so', async () => {
    const staged = await adapter.read(
      oneSheet(sheetData(sheetRow(1, textCell('A1', '甲') + textCell('A1', '乙')))),
      {},
    );
    expect(look(staged.value.grids[0])).toEqual(['0,0: 乙']);
    expect(staged.notes).toMatchObject([{ code: 'covered-left-out', refs: [{ part: '表1!A1' }] }]);
  });

  it('of formulas that take long to look at ends', async () => {
    const zero = (at: string, formula: string): string =>
      `<c r="${at}"><f>${formula}</f><v>0</v></c>`;
    const rows = Array.from({ length: 2000 }, (_, index) =>
      sheetRow(
        index + 1,
        zero(`A${index + 1}`, 'SUM(A1:XFD1048576)') + zero(`B${index + 1}`, `${'1'.repeat(2000)}!`),
      ),
    );
    expect(codesOf(await adapter.read(oneSheet(sheetData(...rows)), {}))).toEqual([]);
  });

  it('of tabs is refused', async () => {
    const entries = xlsxEntries({ sheets: [{ xml: good }] });
    const tab = '<sheet name="x" sheetId="1" r:id="rId1"/>';
    const workbook = (entries['xl/workbook.xml'] ?? '').replace(
      '</sheets>',
      `${tab.repeat(limits.sheets)}</sheets>`,
    );
    await expect(
      adapter.read(zipOf({ ...entries, 'xl/workbook.xml': workbook }), {}),
    ).rejects.toMatchObject({ code: 'too-many-items' });
  });

  it('of entities is refused', async () => {
    const bytes = withSheet('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>');
    await expect(adapter.read(bytes, {})).rejects.toMatchObject({ code: 'xml-doctype' });
  });

  it('of addresses that no sheet has is read as far as it makes sense', async () => {
    const cells =
      textCell('ZZZ9999999', '远') +
      textCell('??', '问') +
      '<c r="D1" t="s"><v>99</v></c><c r="E1" s="77"><v>1</v></c>';
    const staged = await adapter.read(
      xlsxOf({ sheets: [{ xml: sheetData(sheetRow(1, cells)) + merged('x', 'B1:A0') }] }),
      {},
    );
    expect(accountedFor(staged.value)).toBe(staged.value.characters.total);
    expect(codesOf(staged)).toEqual([]);
  });
});
