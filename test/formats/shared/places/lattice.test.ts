import { describe, expect, it } from 'vitest';
import { findPlacedTables } from '../../../../src/formats/shared/places/lattice/index.ts';
import type { Setting } from '../../../../src/formats/shared/places/lattice/index.ts';
import type { Glyph } from '../../../../src/formats/shared/places/types.ts';

/** A text at a place; one unit is a font size. */
type Put = readonly [text: string, x: number, y: number];

function glyphsOf(texts: readonly Put[]): Glyph[] {
  return texts.flatMap(([text, x, y], run) =>
    [...text].map((character, index) => ({
      text: character,
      x: x + index,
      y,
      ax: 1,
      ay: 0,
      ux: 0,
      uy: -1,
      tracking: 0,
      vertical: false,
      run,
    })),
  );
}

/** Lines of a cell stand 1.2 apart, rows 2. */
const setting: Setting = {
  rowDistance: 1.7,
  join: (upper, lower) => (lower.y - upper.y < 1.4 ? 0 : 2),
};

/** The cells of the tables: rows, columns and spans. */
function read(...pages: readonly (readonly Put[])[]): string[][] {
  const found = findPlacedTables(pages.map(glyphsOf), () => [setting]);
  return found.map(({ table }) =>
    table.cells
      .filter(({ text }) => text !== '')
      .map(
        ({ text, row, column, rowSpan, columnSpan }) =>
          `${String(row)},${String(column)} ${String(rowSpan)}x${String(columnSpan)} ${text.replaceAll('\n', '')}`,
      ),
  );
}

const heading: readonly Put[] = [
  ['一级指标', 0, 0],
  ['二级指标', 6, 0],
  ['三级指标', 13, 0],
  ['分值', 24, 0],
  ['得分', 28, 0],
];

const row = (name: string, y: number): readonly Put[] => [
  [name, 13, y],
  ['10', 24, y],
  ['9', 28, y],
];

describe('tables by places', () => {
  it('takes a label in the middle of an even number of rows for the label of these rows', () => {
    const [table] = read([
      ...heading,
      ['产出指标', 0, 5],
      ['数量指标', 6, 3],
      ['质量指标', 6, 7],
      ...row('开渠长度', 2),
      ...row('清淤长度', 4),
      ...row('合格率', 6),
      ...row('返工次数', 8),
    ]);
    expect(table).toEqual(
      expect.arrayContaining([
        '1,0 4x1 产出指标',
        '1,1 2x1 数量指标',
        '3,1 2x1 质量指标',
        '4,2 1x1 返工次数',
      ]),
    );
  });

  it('leaves a label at the top of its rows where it stands', () => {
    const [table] = read([
      ...heading,
      ['产出指标', 0, 2],
      ['数量指标', 6, 2],
      ...row('开渠长度', 2),
      ...row('清淤长度', 4),
      ...row('合格率', 6),
    ]);
    expect(table).toEqual(
      expect.arrayContaining(['1,0 1x1 产出指标', '1,1 1x1 数量指标', '3,2 1x1 合格率']),
    );
  });

  it('puts cells of one and of three lines into one row, by their middles', () => {
    const [table] = read([
      ...heading,
      ['产出指标', 0, 3.2],
      ['数量指标', 6, 3.2],
      ['新修田间道路', 13, 2],
      ['和沟渠长度（', 13, 3.2],
      ['公里）', 13, 4.4],
      ['10', 24, 3.2],
      ['9', 28, 3.2],
      ['数量指标', 6, 6.4],
      ...row('合格率', 6.4),
    ]);
    expect(table).toEqual(
      expect.arrayContaining([
        '1,2 1x1 新修田间道路和沟渠长度（公里）',
        '1,3 1x1 10',
        '2,2 1x1 合格率',
        '2,4 1x1 9',
      ]),
    );
  });

  it('keeps the columns of a heading where other rows stand between it and its rows', () => {
    const [table] = read([
      ...heading,
      ['以下各项按年初批复的绩效目标逐项填写', 2, 2],
      ['产出指标', 0, 4],
      ['数量指标', 6, 4],
      ...row('开渠长度', 4),
    ]);
    expect(table).toEqual(
      expect.arrayContaining(['0,3 1x1 分值', '2,3 1x1 10', '0,4 1x1 得分', '2,4 1x1 9']),
    );
  });

  it('keeps the columns over a page end', () => {
    const [first, second] = read(
      [...heading, ['产出指标', 0, 2], ['数量指标', 6, 2], ...row('开渠长度', 2)],
      [...row('清淤长度', 1), ...row('合格率', 3)],
    );
    expect(first).toContain('1,3 1x1 10');
    expect(second).toEqual([
      '0,2 1x1 清淤长度',
      '0,3 1x1 10',
      '0,4 1x1 9',
      '1,2 1x1 合格率',
      '1,3 1x1 10',
      '1,4 1x1 9',
    ]);
  });

  it('reads no table out of prose', () => {
    const prose = Array.from({ length: 20 }, (_, line): Put => [
      '全年工作进展顺利，各项任务按期完成。',
      0,
      1.3 * line,
    ]);
    expect(read(prose)).toEqual([]);
  });
});
