import { describe, expect, it } from 'vitest';
import { readPage } from '../../support/pdf/read.ts';
import { show } from '../../support/pdf/write.ts';

/** A table without borders, cells in the middle of their rows, as text recognition writes it: line by line over the page. */
const rows: readonly (readonly (readonly string[])[])[] = [
  [['一级', '指标'], ['二级指标'], ['三级指标'], ['年度', '指标值'], ['得分']],
  [['产出', '指标'], ['数量指标'], ['培训期数'], ['≥12期'], ['10.00']],
  [['效益', '指标'], ['社会效益', '指标'], ['群众知晓', '情况', '完成率'], ['≥90%'], ['20.00']],
  [['满意度', '指标'], ['服务对象', '满意度指标'], ['群众满意', '度'], ['≥95%'], ['9.50']],
];

const columns = [50, 130, 210, 300, 400];

/** Every line with its place. */
const lines = rows.flatMap((cells, row) =>
  cells.flatMap((cell, column) =>
    cell.map((text, index) => ({
      x: columns[column] ?? 0,
      y: 700 - 50 * row + ((cell.length - 1) / 2 - index) * 12,
      text,
    })),
  ),
);

describe('text drawn line by line over the page', () => {
  it('is put together to cells by the places of its lines', async () => {
    const content = [...lines]
      .sort((one, other) => other.y - one.y || one.x - other.x)
      .map(({ x, y, text }) => show(x, y, text))
      .join('');
    const { document } = await readPage(content);
    const wanted = rows.map((cells) => cells.map((cell) => cell.join('')));
    const [grid] = document.grids;
    expect(
      wanted.map((cells, row) =>
        cells.map((_, column) =>
          grid?.cells
            .find((cell) => cell.row === row && cell.column === column)
            ?.text.replace(/\n/g, ''),
        ),
      ),
    ).toEqual(wanted);
  });

  it('gives a label between two rows to the upper one', async () => {
    const plan = [
      { x: 50, y: 484, text: '资金支出计划' },
      ...['3月底', '6月底', '9月底'].map((text, index) => ({
        x: 210 + 90 * index,
        y: 491.5,
        text,
      })),
      ...['25%', '50%', '75%'].map((text, index) => ({ x: 210 + 90 * index, y: 476, text })),
    ];
    const content = [...lines, ...plan]
      .sort((one, other) => other.y - one.y || one.x - other.x)
      .map(({ x, y, text }) => show(x, y, text))
      .join('');
    const cells =
      (await readPage(content)).document.grids[0]?.cells.filter(({ text }) => text !== '') ?? [];
    const rowOf = (text: string): number | undefined =>
      cells.find((cell) => cell.text === text)?.row;
    expect(rowOf('资金支出计划')).toBe(rowOf('3月底'));
    expect(rowOf('25%')).toBe((rowOf('3月底') ?? 0) + 1);
  });
});
