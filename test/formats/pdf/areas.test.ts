import { describe, expect, it } from 'vitest';
import { readPage } from '../../support/pdf/read.ts';
import { show } from '../../support/pdf/write.ts';

const xs = [50, 130, 210, 290, 370];
const ys = [700, 680, 660, 640, 620];
const texts = [
  ['项目名称', '河道清淤', '实施单位', '水务局'],
  ['一级指标', '二级指标', '三级指标', '分值'],
  ['产出指标', '数量指标', '清淤长度', '10.00'],
  ['效益指标', '社会效益', '防洪能力', '20.00'],
];
const words = texts
  .flatMap((row, r) => row.map((text, c) => show((xs[c] ?? 0) + 4, (ys[r] ?? 0) - 14, text)))
  .join('');

/** Every cell painted, so much smaller than its place on each side. */
function painted(less: number, only: (row: number) => boolean = () => true): string {
  const box = (r: number, c: number): string =>
    `${String((xs[c] ?? 0) + less)} ${String((ys[r + 1] ?? 0) + less)} ${String(80 - 2 * less)} ${String(20 - 2 * less)} re f\n`;
  return texts.flatMap((row, r) => (only(r) ? row.map((_, c) => box(r, c)) : [])).join('');
}

describe('cells that backgrounds make', () => {
  it.each([
    ['painted on a dark ground', `0 g 50 620 320 80 re f 1 g ${painted(0.4)}`],
    ['painted with gaps between them', `0.9 g ${painted(0.75)}`],
    ['that touch, on a coloured page', `0.95 g 0 0 595 842 re f 0.9 g ${painted(0)}`],
  ])('%s', async (_, ground) => {
    const { document } = await readPage(`${ground}0 g ${words}`);
    expect(document.grids).toHaveLength(1);
    expect(document.grids[0]?.geometry).toBe('spans');
    expect(document.grids[0]?.cells.map(({ text }) => text)).toEqual(texts.flat());
    expect(document.grids[0]?.cells[5]?.origins[0]?.boxes?.[0]?.map(Math.round)).toEqual([
      130, 162, 210, 182,
    ]);
  });

  it('are none where only every other row is painted', async () => {
    const read = async (ground: string): Promise<unknown> =>
      (await readPage(`${ground}0 g ${words}`)).document.grids;
    expect(await read(`0.9 g ${painted(0, (row) => row % 2 === 0)}`)).toEqual(await read(''));
  });
});
