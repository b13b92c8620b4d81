import { describe, expect, it } from 'vitest';
import { cellsOf, linesOf, readFile, readPage } from '../../support/pdf/read.ts';
import { grid, line, show } from '../../support/pdf/write.ts';

const xs = [50, 95, 150, 250];
const ys = [700, 680, 660];

describe('text that runs over its cell’s side', () => {
  it('belongs to the cell in which it begins', async () => {
    const { document } = await readPage(
      grid(xs, ys, [
        ['财政专户管理资金', '', '12.00'],
        ['甲', '乙', '丙'],
      ]),
    );
    expect(cellsOf(document.grids[0]).slice(0, 3)).toEqual([
      '0,0 1×1 财政专户管理资金',
      '0,1 1×1 ',
      '0,2 1×1 12.00',
    ]);
  });

  it('belongs to the cell of its middle where it is centred', async () => {
    const { document } = await readPage(
      grid(xs, ys, [
        ['', '', '12.00'],
        ['甲', '乙', '丙'],
      ]) + show(77, 686, '实际完成值及数量'),
    );
    expect(cellsOf(document.grids[0]).slice(0, 3)).toEqual([
      '0,0 1×1 ',
      '0,1 1×1 实际完成值及数量',
      '0,2 1×1 12.00',
    ]);
  });

  it('is left where it is drawn without padding, cell after cell', async () => {
    const { document } = await readPage(
      grid([50, 90, 130], ys, []) + show(50, 686, '项目名称河道清淤') + show(50, 666, '甲'),
    );
    expect(cellsOf(document.grids[0]).slice(0, 2)).toEqual([
      '0,0 1×1 项目名称',
      '0,1 1×1 河道清淤',
    ]);
  });
});

describe('text below a frame that a page’s end leaves open', () => {
  const open =
    grid(xs, [120, 100], [['', '数量', '10.00']]) +
    [50, 95].map((x) => line(x, 100, x, 60)).join('') +
    grid(
      [95, 150, 250],
      [100, 80, 60],
      [
        ['质量', '20.00'],
        ['时效', '30.00'],
      ],
    );
  const head =
    open.replace(line(50, 100, 250, 100), line(95, 100, 250, 100)) +
    show(54, 76, '社会') +
    show(54, 64, '公众') +
    show(54, 52, '满意');

  it('goes on the cell above it', async () => {
    const { document } = await readFile({ pages: [{ content: head + show(60, 20, '3') }] });
    expect(document.grids[0]?.cells[0]).toMatchObject({
      text: '社会\n公众\n满意',
      cut: { below: true },
    });
    expect(linesOf(document)).toEqual(['3']);
  });

  it('stays outside below a frame that is closed', async () => {
    const { document } = await readFile({ pages: [{ content: head + line(50, 60, 95, 60) }] });
    expect(linesOf(document)).toEqual(['满意']);
  });
});
