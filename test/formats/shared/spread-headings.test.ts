import { describe, expect, it } from 'vitest';
import { spreadHeadings } from '../../../src/formats/shared/spread-headings.ts';
import type { Grid } from '../../../src/model/index.ts';

const gridOf = (text: string): Grid => {
  const rows = text.split('\n').map((line) => line.split('|'));
  return {
    id: 0,
    page: null,
    rows: rows.length,
    columns: Math.max(...rows.map((cells) => cells.length)),
    cells: rows.flatMap((cells, row) =>
      cells.map((cell, column) => ({
        text: cell,
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        origins: [],
      })),
    ),
    geometry: 'ordinal',
    before: [],
  };
};

const linesOf = ({ rows, cells }: Grid): string[] =>
  Array.from({ length: rows }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ text }) => text)
      .join('|'),
  );

describe('a heading of two rows without its spans', () => {
  it('gets the columns that the rows below it have', () => {
    const grid = gridOf(
      '绩效指标|年度指标值|实际完成值|分值\n一级指标|二级指标|三级指标|指标性质|指标值\n产出指标|数量指标|灯具|≥|3|3盏|30',
    );
    expect(linesOf(spreadHeadings(grid)).slice(0, 2)).toEqual([
      '绩效指标|||年度指标值||实际完成值|分值',
      '一级指标|二级指标|三级指标|指标性质|指标值||',
    ]);
  });

  it.each([
    [
      'where the widths do not add up',
      '绩效指标|年度指标值|分值\n一级指标|二级指标|指标值\n产出指标|数量指标|灯具|≥|3|3盏|30',
    ],
    [
      'where a row holds other words',
      '绩效指标|年度指标值|分值\n一级指标|二级指标|备注\n产出指标|数量指标|灯具|≥|3|30',
    ],
  ])('stays %s', (_, text) => {
    const grid = gridOf(text);
    expect(spreadHeadings(grid)).toBe(grid);
  });
});
