import { describe, expect, it } from 'vitest';
import { cellsOf, readPage } from '../../support/pdf/read.ts';
import { grid, line, show } from '../../support/pdf/write.ts';

describe('lines under words', () => {
  it('cut no cell where they reach near its borders', async () => {
    const page = grid(
      [50, 95.5, 150],
      [700, 680, 660],
      [
        ['河道清淤', '10.00'],
        ['', '甲'],
      ],
    );
    const { document } = await readPage(page + line(54, 685, 94, 685));
    expect(cellsOf(document.grids[0])).toEqual([
      '0,0 1×1 河道清淤',
      '0,1 1×1 10.00',
      '1,0 1×1 ',
      '1,1 1×1 甲',
    ]);
  });

  it('are borders where they end on others, however long the text above them is', async () => {
    const page = grid(
      [50, 98, 150],
      [700, 680, 660],
      [
        ['', '10.00'],
        ['', '甲'],
      ],
    ).replace(line(50, 680, 150, 680), line(50, 680, 98, 680) + line(98, 680, 150, 680));
    const full = show(50, 682, '河道清淤', 12);
    const { document } = await readPage(page + full);
    expect(document.grids[0]?.cells).toHaveLength(4);
  });
});
