import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/docx/index.ts';
import type { TableDocument } from '../../../src/model/index.ts';
import { accountedFor, linesOf, look, rowsOf } from '../../support/office/look.ts';
import { across, cell, docxOf, paragraph, row, table } from '../../support/office/word.ts';

async function read(body: string): Promise<TableDocument> {
  const { value } = await adapter.read(docxOf(body), {});
  expect(accountedFor(value)).toBe(value.characters.total);
  return value;
}

describe('nested tables', () => {
  const inner = table(row([cell('内一'), cell('内二')]), row([cell('内三'), cell('内四')]));

  it('belong to the value where they stand beside other text', async () => {
    const value = await read(
      table(row([cell('目标'), cell(paragraph('前') + inner + paragraph('后'))])),
    );
    expect(value.grids).toHaveLength(1);
    expect(look(value.grids[0])).toEqual(['0,0: 目标', '0,1: 前\n内一\t内二\n内三\t内四\n后']);
  });

  it('are tables of their own inside a frame', async () => {
    const value = await read(table(row([cell(paragraph('题') + inner + paragraph('')), cell('')])));
    expect(value.grids.map(({ id }) => id)).toEqual([0, 1]);
    expect(rowsOf(value.grids[1])).toEqual([
      ['内一', '内二'],
      ['内三', '内四'],
    ]);
    expect(value.grids[1]?.cells[3]?.origins).toMatchObject([{ table: 1, row: 1, column: 1 }]);
  });

  it('are absorbed from the innermost on', async () => {
    const middle = table(row([cell('中'), cell(inner + paragraph(''))]));
    expect(look((await read(table(row([cell(middle + paragraph(''))])))).grids[0])).toEqual([
      '0,0: ',
    ]);
    const value = await read(table(row([cell('外'), cell(middle + paragraph(''))])));
    expect(look(value.grids[0])).toEqual(['0,0: 外', '0,1: 中\t内一\t内二\n内三\t内四']);
  });

  it('keep the place of one that follows them in its cell', async () => {
    const beside = table(
      row([
        cell('目标'),
        cell(
          paragraph('前') +
            inner +
            paragraph('中') +
            table(
              row([cell('项目名称'), cell('甲')]),
              row([cell('主管部门'), cell('乙')]),
              row([cell('实施单位'), cell('丙')]),
              row([cell('总分'), cell('丁')]),
            ) +
            paragraph('后'),
        ),
      ]),
    );
    const { grids, after } = await read(beside);
    expect(grids.map(rowsOf)).toEqual([
      [['目标', '']],
      [
        ['项目名称', '甲'],
        ['主管部门', '乙'],
        ['实施单位', '丙'],
        ['总分', '丁'],
      ],
    ]);
    expect(grids[1]?.before.map(({ text }) => text)).toEqual(
      ['前\n内一\t内二\n内三\t内四\n中'].flatMap((text) => text.split('\n')),
    );
    expect(after.map(({ text }) => text)).toEqual(['后']);
  });
});

describe('a form in a cell', () => {
  const form = (name: string): string =>
    table(
      row([cell('项目名称'), cell(name)]),
      row([cell('主管部门'), cell('水务局')]),
      row([cell('实施单位'), cell('河道所')]),
      row([cell('总分'), cell('98')]),
    );
  const rows = (name: string): string[][] => [
    ['项目名称', name],
    ['主管部门', '水务局'],
    ['实施单位', '河道所'],
    ['总分', '98'],
  ];

  it('is a table of its own beside other text, its title above it', async () => {
    const { grids } = await read(
      table(
        row([
          cell(paragraph('表一') + form('甲') + paragraph('')),
          cell(paragraph('表二') + form('乙') + paragraph('注')),
        ]),
      ) + paragraph('尾'),
    );
    expect(grids.map(rowsOf)).toEqual([rows('甲'), rows('乙')]);
    expect(grids.map(({ before }) => before.map(({ text }) => text))).toEqual([['表一'], ['表二']]);
  });

  it('stands between the rows of the table that holds it', async () => {
    const value = await read(
      paragraph('题') +
        table(
          row([cell('上'), cell('文')]),
          row([cell('绩效指标'), cell(form('甲') + paragraph(''))]),
          row([cell('下'), cell('文')]),
        ),
    );
    expect(value.grids.map(rowsOf)).toEqual([
      [
        ['上', '文'],
        ['绩效指标', ''],
      ],
      rows('甲'),
      [['下', '文']],
    ]);
    expect(linesOf(value)).toEqual(['题']);
  });

  it('may leave rows behind it in a frame, which what follows the frame stands behind', async () => {
    const frame = table(
      row([cell(form('甲') + paragraph('')), cell('10')]),
      row([cell('总分'), cell('98')]),
    );
    const value = await read(table(row([cell(frame + paragraph('后'))])));
    expect(value.grids.map(rowsOf)).toEqual([[['', '10']], rows('甲'), [['总分', '98']]]);
    expect(linesOf(value)).toEqual(['后']);
    expect(value.after).toHaveLength(1);
  });

  it('is found however deep frames hold it, several in one', async () => {
    const frame = table(
      row([
        cell(
          paragraph('一') + form('甲') + paragraph('二') + form('乙') + paragraph('尾'),
          across(2),
        ),
      ]),
    );
    const value = await read(paragraph('题') + table(row([cell(frame + paragraph(''))])));
    expect(value.grids.map(rowsOf)).toEqual([rows('甲'), rows('乙')]);
    expect(value.grids.map(({ before }) => before.map(({ text }) => text))).toEqual([
      ['题', '一'],
      ['二'],
    ]);
    expect(value.after.map(({ text }) => text)).toEqual(['尾']);
  });
});
