import { describe, expect, it } from 'vitest';
import { withoutCopies } from '../../../src/formats/shared/repeated-merges.ts';
import { countCharacters, type Grid } from '../../../src/model/index.ts';
import { gridOf } from '../../support/stitch.ts';

const heading = '一级指标|二级指标|三级指标|实施期指标值|年度指标值|实际完成值|分值|得分';
const title = Array.from({ length: 8 }, () => '绩效自评表').join('|');
const named = ['项目名称', ...Array.from({ length: 7 }, () => '航标更新')].join('|');

/** The cells of each row: text, columns × rows where a cell covers more than one place. */
function shown({ cells, rows }: Grid): string[] {
  return Array.from({ length: rows }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ text, columnSpan, rowSpan }) =>
        columnSpan * rowSpan === 1 ? text : `${text}:${String(columnSpan)}x${String(rowSpan)}`,
      )
      .join('|'),
  );
}

const charactersOf = ({ cells }: Grid): number =>
  cells.reduce((sum, { text }) => sum + countCharacters(text), 0);

describe('withoutCopies', () => {
  it('puts cells together that an exporter repeats across and down, and counts the copies', () => {
    const printed = gridOf(
      [
        title,
        named,
        heading,
        '产出指标|数量指标|航标|6座|6座|6座|30|30',
        '产出指标|数量指标|灯器|6套|6套|5套|20|18',
        '总分|总分|总分|总分|总分|总分|100|98',
      ],
      'ordinal',
    );
    const grid = withoutCopies(printed);
    expect(shown(grid)).toEqual([
      '绩效自评表:8x1',
      '项目名称|航标更新:7x1',
      heading,
      '产出指标:1x2|数量指标:1x2|航标|6座|6座|6座|30|30',
      '灯器|6套|6套|5套|20|18',
      '总分:6x1|100|98',
    ]);
    expect(grid.geometry).toBe('spans');
    expect(charactersOf(printed) - charactersOf(grid)).toBe(7 * 5 + 6 * 4 + 4 + 4 + 5 * 2);
  });

  it.each([
    [
      'values are equal under headings of their own',
      [
        heading,
        '产出指标|数量指标|航标|明显改善|明显改善|明显改善|30|30',
        '效益指标|社会效益指标|通航|持续加强|持续加强|持续加强|30|30',
      ],
    ],
    ['one row alone repeats', [title, heading, '产出指标|数量指标|航标|6座|6座|6座|30|30']],
  ])('leaves a table as it is where %s', (_, rows) => {
    const grid = gridOf(rows, 'ordinal');
    expect(withoutCopies(grid)).toBe(grid);
  });

  it('leaves a table whose cells span', () => {
    const grid = gridOf(['产出指标|数量指标|航标', '^|^|灯器'], 'spans');
    expect(withoutCopies(grid)).toBe(grid);
  });
});
