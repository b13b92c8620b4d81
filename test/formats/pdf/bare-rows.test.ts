import { describe, expect, it } from 'vitest';
import { cellsOf, linesOf, readPage } from '../../support/pdf/read.ts';
import { grid, show } from '../../support/pdf/write.ts';

const xs = [50, 150, 250, 350];
const table = grid(
  xs,
  [700, 680, 660],
  [
    ['数量指标', '10.00', '9.50'],
    ['质量指标', '20.00', '19.00'],
  ],
);

/** Backgrounds side by side, and what stands on them. */
function row(bottom: number, texts: readonly string[]): string {
  const fills = texts
    .map((_, index) => `${String(xs[index])} ${String(bottom)} 100 20 re f `)
    .join('');
  return `0.2 0.5 0.8 rg ${fills}1 g ${texts.map((text, index) => show((xs[index] ?? 0) + 4, bottom + 6, text)).join('')}0 g\n`;
}

describe('rows that only their backgrounds show', () => {
  it('are rows of the ruled table that they touch', async () => {
    const { document } = await readPage(
      row(720, ['绩效指标', '分值', '得分']) +
        row(700, ['甲', '乙', '丙']) +
        table +
        row(640, ['总分', '30.00', '28.50']),
    );
    expect(document.grids[0]?.rows).toBe(5);
    expect(cellsOf(document.grids[0]).slice(0, 3)).toEqual([
      '0,0 1×1 绩效指标',
      '0,1 1×1 分值',
      '0,2 1×1 得分',
    ]);
    expect(cellsOf(document.grids[0]).slice(-3)).toEqual([
      '4,0 1×1 总分',
      '4,1 1×1 30.00',
      '4,2 1×1 28.50',
    ]);
  });

  it('are none of a table that they do not touch, and a banner is no row', async () => {
    const banner = `0.9 g 50 700 300 20 re f 0 g ${show(60, 706, '绩效自评表')}`;
    for (const above of [row(705, ['绩效指标', '分值', '得分']), banner]) {
      const { document } = await readPage(above + table);
      expect(document.grids[0]?.rows).toBe(2);
      expect(linesOf(document).join('')).toMatch(/绩效/);
    }
  });
});
