import { describe, expect, it } from 'vitest';
import { cellsOf, linesOf, readPage } from '../../support/pdf/read.ts';
import { coded, grid, show } from '../../support/pdf/write.ts';

const xs = [50, 150, 250, 350];
const ys = [700, 680, 660];
const table = grid(xs, ys, [
  ['项目名称', '河道清淤', '万元'],
  ['分值', '10.00', '9.50'],
]);
const cells = [
  '0,0 1×1 项目名称',
  '0,1 1×1 河道清淤',
  '0,2 1×1 万元',
  '1,0 1×1 分值',
  '1,1 1×1 10.00',
  '1,2 1×1 9.50',
];

describe('what stands over a page', () => {
  it('is text across the table, slanted or far larger than the table’s', async () => {
    const slanted = `BT /F1 30 Tf 0.7 0.7 -0.7 0.7 120 640 Tm ${coded('内部资料')} Tj ET\n`;
    const large = show(60, 665, '仅供审核使用', 45);
    for (const mark of [slanted, large]) {
      const { document } = await readPage(show(60, 720, '单位：万元') + table + mark);
      expect(cellsOf(document.grids[0])).toEqual(cells);
      expect(document.grids[0]?.before.map(({ text }) => text)).toEqual(['单位：万元']);
      expect(linesOf(document)).toHaveLength(2);
    }
  });

  it('is no title, however large, neither above the table nor in its first row', async () => {
    const { document } = await readPage(show(60, 720, '绩效自评表', 30) + table);
    expect(document.grids[0]?.before.map(({ text }) => text)).toEqual(['绩效自评表']);
    const inside = await readPage(
      grid([50, 350], [740, 700], []) + show(60, 708, '绩效自评表', 30) + table,
    );
    expect(cellsOf(inside.document.grids[0])[0]).toBe('0,0 1×3 绩效自评表');
  });
});
