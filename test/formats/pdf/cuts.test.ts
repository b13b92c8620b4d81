import { describe, expect, it } from 'vitest';
import { readFile } from '../../support/pdf/read.ts';
import { line, show } from '../../support/pdf/write.ts';

const xs = [50, 150, 350];
const sides = (top: number, bottom: number): string =>
  xs.map((x) => line(x, top, x, bottom)).join('');
const texts = (y: number, row: readonly string[]): string =>
  row.map((text, index) => (text === '' ? '' : show((xs[index] ?? 0) + 4, y, text))).join('');
const open = {
  upper: `0.5 w ${sides(100, 40)}${line(50, 100, 350, 100)}`,
  middle: `0.5 w ${sides(800, 40)}`,
  lower: `0.5 w ${sides(800, 740)}${line(50, 740, 350, 740)}`,
};
const third = sides(800, 40) + line(250, 800, 250, 40);

/** The cells of each page of a table whose row is open at the end of one page and at the start of the next. */
async function cellsBy(...pages: readonly string[]): Promise<(readonly string[])[]> {
  const { document } = await readFile({ pages: pages.map((content) => ({ content })) });
  return document.grids.map(({ cells }) => cells.map(({ text }) => text));
}

describe('cells that the end of a page cuts', () => {
  it('are whole where they begin, and blank where they go on', async () => {
    expect(
      await cellsBy(
        open.upper + texts(84, ['验收', '防疫物资采']),
        open.lower + texts(784, ['', '购项目满意度']),
      ),
    ).toEqual([
      ['验收', '防疫物资采\n购项目满意度'],
      ['', ''],
    ]);
    expect(
      await cellsBy(open.upper + texts(84, ['', '1.5']), open.lower + texts(784, ['质量指标', ''])),
    ).toEqual([
      ['质量指标', '1.5'],
      ['', ''],
    ]);
  });

  it('are followed over more than one page', async () => {
    const pages = [
      open.upper + texts(84, ['年度', '一']),
      open.middle + third + texts(784, ['总体', '二']),
      open.lower + texts(784, ['目标', '三']),
    ];
    expect((await cellsBy(...pages))[0]).toEqual(['年度\n总体\n目标', '一']);
  });

  it('are two rows where both hold figures or labels, or a title stands between', async () => {
    const rows = (
      upper: readonly string[],
      lower: readonly string[],
    ): Promise<(readonly string[])[]> =>
      cellsBy(open.upper + texts(84, upper), open.lower + texts(784, lower));
    expect(await rows(['甲', '25.00'], ['乙', '30.00'])).toEqual([
      ['甲', '25.00'],
      ['乙', '30.00'],
    ]);
    expect(await rows(['总分', '优'], ['项目名称', '良'])).toEqual([
      ['总分', '优'],
      ['项目名称', '良'],
    ]);
    expect(
      await cellsBy(
        open.upper + texts(84, ['甲', '某']),
        show(200, 820, '项目支出绩效自评表') + open.lower + texts(784, ['乙', '人']),
      ),
    ).toEqual([
      ['甲', '某'],
      ['乙', '人'],
    ]);
  });
});
