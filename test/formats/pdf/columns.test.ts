import { describe, expect, it } from 'vitest';
import { linesOf, readPage } from '../../support/pdf/read.ts';
import { grid, show } from '../../support/pdf/write.ts';

const left = [50, 130, 210];
const right = [300, 380, 460];

function table(xs: readonly number[], top: number, name: string): string {
  return grid(
    xs,
    [top, top - 20, top - 40],
    [
      ['项目名称', name],
      ['分值', '10.00'],
    ],
  );
}

describe('tables side by side', () => {
  it('are read column after column, each with the lines above it', async () => {
    const content = [
      table(left, 700, '甲'),
      table(right, 700, '乙'),
      table(left, 600, '丙'),
      table(right, 600, '丁'),
    ].join('');
    const lines = [
      show(60, 706, '甲表'),
      show(310, 706, '乙表'),
      show(60, 606, '丙表'),
      show(310, 606, '丁表'),
    ].join('');
    const { document } = await readPage(lines + content);
    expect(
      document.grids.map(({ before, cells }) => [
        before.map(({ text }) => text).join(),
        cells[1]?.text,
      ]),
    ).toEqual([
      ['甲表', '甲'],
      ['丙表', '丙'],
      ['乙表', '乙'],
      ['丁表', '丁'],
    ]);
  });

  it('have above and below them what crosses the strip between them', async () => {
    const wide = grid([50, 250, 460], [500, 480], [['总分', '98.00']]);
    const content =
      show(215, 760, '绩效自评表汇编二〇二四') +
      table(left, 700, '甲') +
      table(right, 690, '乙') +
      wide +
      table(left, 400, '丙') +
      table(right, 400, '丁') +
      show(250, 30, '1');
    const { document } = await readPage(content);
    expect(document.grids.map(({ cells }) => cells[1]?.text)).toEqual([
      '甲',
      '乙',
      '98.00',
      '丙',
      '丁',
    ]);
    expect(linesOf(document)).toEqual(['绩效自评表汇编二〇二四', '1']);
  });
});
