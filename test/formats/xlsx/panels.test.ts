import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/xlsx/index.ts';
import type { Grid } from '../../../src/model/index.ts';
import { merged, oneSheet, sheetData, sheetRow, textCell } from '../../support/office/excel.ts';
import { accountedFor } from '../../support/office/look.ts';

/** A small form that begins in a column of the sheet. */
function form(
  [a = '', b = '', c = '']: readonly string[],
  project: string,
): (row: number) => string {
  const rows = [
    ['项目支出绩效自评表'],
    ['项目名称', project],
    ['一级指标', '三级指标', '分值'],
    ['产出指标', `${project}完成率`, '10.00'],
  ];
  return (row) =>
    (rows[row - 1] ?? [])
      .map((text, index) => textCell(`${[a, b, c][index] ?? ''}${String(row)}`, text))
      .join('');
}

async function read(
  cells: (row: number) => string,
  merges: readonly string[],
): Promise<readonly Grid[]> {
  const { value } = await adapter.read(
    oneSheet(
      sheetData(...[1, 2, 3, 4].map((row) => sheetRow(row, cells(row)))) + merged(...merges),
    ),
    {},
  );
  expect(accountedFor(value)).toBe(value.characters.total);
  return value.grids;
}

const left = form(['A', 'B', 'C'], '河道清淤');

describe('forms side by side on a sheet', () => {
  it('are a grid each, with the cells’ addresses', async () => {
    const right = form(['E', 'F', 'G'], '校舍维修');
    const grids = await read((row) => left(row) + right(row), ['A1:C1', 'B2:C2', 'E1:G1', 'F2:G2']);
    expect(grids.map(({ columns, rows }) => [rows, columns])).toEqual([
      [4, 3],
      [4, 3],
    ]);
    expect(grids[1]?.cells.find(({ text }) => text === '校舍维修')).toMatchObject({
      row: 1,
      column: 1,
      columnSpan: 2,
      origins: [{ table: 1, part: '表1!F2' }],
    });
  });

  it('are one grid where no column parts them, or what stands aside is no form', async () => {
    const right = form(['E', 'F', 'G'], '校舍维修');
    expect(await read((row) => left(row) + right(row), ['A1:E1'])).toHaveLength(1);
    expect(
      await read((row) => left(row) + (row === 2 ? textCell('F2', '项目名称') : ''), []),
    ).toHaveLength(1);
  });
});
