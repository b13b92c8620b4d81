import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/formats/shared/sheet/source.ts';
import { adapter } from '../../../src/formats/xlsx/index.ts';
import { InputError } from '../../../src/model/index.ts';
import type { Cell } from '../../../src/model/index.ts';
import {
  merged,
  numberCell,
  sheetData,
  sheetRow,
  textCell,
  xlsxOf,
} from '../../support/office/excel.ts';
import { accountedFor } from '../../support/office/look.ts';

const row = fc.nat(12);
const column = fc.nat(8);
const cell = fc.tuple(
  row,
  column,
  fc.oneof(
    fc.constantFrom('产出指标', '≥95%', ' ', ''),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, 1, -1),
  ),
);
const range = fc
  .tuple(row, column, fc.nat(4), fc.nat(4))
  .map(
    ([top, left, height, width]) =>
      `${addressOf(top, left)}:${addressOf(top + height, left + width)}`,
  );
const formats = [
  '0.00',
  '0.00%',
  '#,##0.00_);[Red]\\(#,##0.00\\)',
  'yyyy"年"m"月"d"日"',
  '[DBNum2]General',
  '?? ???',
  '@',
  ';;;',
  '"',
  '0.00E+00',
  '[$-804]aaaa',
];

function placesOf({ row, column, rowSpan, columnSpan }: Cell): string[] {
  return Array.from(
    { length: rowSpan * columnSpan },
    (_, index) => `${row + Math.floor(index / columnSpan)},${column + (index % columnSpan)}`,
  );
}

async function read(bytes: Uint8Array): Promise<void> {
  try {
    const { value } = await adapter.read(bytes, {});
    expect(accountedFor(value)).toBe(value.characters.total);
    for (const { cells, rows, columns } of value.grids) {
      for (const one of cells)
        expect([
          one.row + one.rowSpan <= rows,
          one.column + one.columnSpan <= columns,
          one.rowSpan > 0,
          one.columnSpan > 0,
        ]).not.toContain(false);
      const places = cells.flatMap(placesOf);
      expect(new Set(places).size).toBe(places.length);
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

describe('whatever a workbook holds', () => {
  it('any cells, merges and hidden rows and columns: no crash, no character lost, no two cells in one place', async () => {
    const sheet = fc.record({
      cells: fc.array(cell, { maxLength: 40 }),
      merges: fc.array(range, { maxLength: 8 }),
      hiddenRows: fc.uniqueArray(row),
      hiddenColumns: fc.uniqueArray(column),
    });
    await fc.assert(
      fc.asyncProperty(sheet, ({ cells, merges, hiddenRows, hiddenColumns }) => {
        const columns = hiddenColumns
          .map((index) => `<col min="${index + 1}" max="${index + 1}" hidden="1"/>`)
          .join('');
        const rows = cells.map(([r, c, value], index) => {
          const at = addressOf(r, c);
          const xml =
            typeof value === 'number'
              ? numberCell(at, value, index % (formats.length + 1))
              : textCell(at, value);
          return sheetRow(r + 1, xml, hiddenRows.includes(r) ? ' hidden="1"' : '');
        });
        return read(
          xlsxOf({
            formats,
            sheets: [{ xml: `<cols>${columns}</cols>${sheetData(...rows)}${merged(...merges)}` }],
          }),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('any formulas', async () => {
    const piece = fc.constantFrom(
      'SUM(',
      ')',
      'A1',
      'B2:C3',
      '$A$1',
      '+',
      '*',
      '/',
      '-',
      ',',
      '1',
      '(',
      ':',
      'IF(',
      '"x"',
      '!',
      'ZZZ99999',
    );
    const formula = fc
      .array(piece, { maxLength: 8 })
      .map((pieces) => pieces.join('').replaceAll('"', '&quot;'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(row, column, formula, fc.constantFrom('', '<v>0</v>', '<v>7</v>'))),
        (cells) => {
          const rows = cells.map(([r, c, text, value]) =>
            sheetRow(r + 1, `<c r="${addressOf(r, c)}"><f>${text}</f>${value}</c>`),
          );
          return read(xlsxOf({ sheets: [{ xml: sheetData(...rows) }] }));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('any bytes spoiled', async () => {
    const bytes = xlsxOf({
      sheets: [
        {
          xml:
            sheetData(sheetRow(1, textCell('A1', '产出指标') + numberCell('B1', 1))) +
            merged('B1:C2'),
        },
      ],
    });
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const spoiled = Buffer.from(bytes);
        for (const { at, to } of changes) spoiled[at] = to;
        return read(spoiled);
      }),
      { numRuns: 300 },
    );
  });
});
