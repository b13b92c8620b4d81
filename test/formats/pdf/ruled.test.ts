import { describe, expect, it } from 'vitest';
import { countCharacters } from '../../../src/model/index.ts';
import { cellsOf, linesOf, readFile, readPage, textOf } from '../../support/pdf/read.ts';
import { bare, plain, texts, xs, ys } from '../../support/pdf/small-table.ts';
import { grid, line, show, stream } from '../../support/pdf/write.ts';

describe('borders', () => {
  it('reads strokes', async () => {
    const { document, notes } = await readPage(grid(xs, ys, texts));
    expect(cellsOf(document.grids[0])).toEqual(plain);
    expect(document.grids).toHaveLength(1);
    expect(notes).toEqual([]);
    expect(document.incomplete).toBeUndefined();
  });

  it('reads strokes thicker than any border', async () => {
    const thick = `${grid(xs, ys, []).replace('0.5 w', '6 w')}${bare}`;
    expect(cellsOf((await readPage(thick)).document.grids[0])).toEqual(plain);
  });

  it('reads thin filled rectangles, all in one path', async () => {
    const bars = [
      ...xs.map((x) => `${String(x)} 660 0.5 40 re`),
      ...ys.map((y) => `50 ${String(y)} 300.5 0.5 re`),
    ].join(' ');
    expect(cellsOf((await readPage(`${bars} f\n${bare}`)).document.grids[0])).toEqual(plain);
  });

  it('reads borders and text under the matrix of a form', async () => {
    const form = stream(
      '/Type/XObject/Subtype/Form/BBox[0 0 2000 2000]/Matrix[0.5 0 0 0.5 0 0]/Resources<</Font<</F1 10 0 R>>>>',
      `2 0 0 2 0 0 cm\n${grid(xs, ys, texts)}`,
    );
    const { document } = await readFile({
      pages: [{ content: '/X1 Do', resources: '/XObject<</X1 20 0 R>>' }],
      objects: { 20: form },
    });
    expect(cellsOf(document.grids[0])).toEqual(plain);
    expect(document.grids[0]?.cells[0]?.origins[0]?.boxes).toEqual([[50, 142, 150, 162]]);
  });

  it('joins dashes and the two lines of a double border', async () => {
    const dashes = ys
      .map((y) =>
        Array.from({ length: 75 }, (_, index) => line(50 + 4 * index, y, 52 + 4 * index, y)).join(
          '',
        ),
      )
      .join('');
    const doubles = xs.map((x) => line(x, 700, x, 660) + line(x + 2.5, 700, x + 2.5, 660)).join('');
    expect(cellsOf((await readPage(`0.5 w ${dashes}${doubles}${bare}`)).document.grids[0])).toEqual(
      plain,
    );
  });

  it('joins long dashes that one path paints, but no borders over a merged cell', async () => {
    const dash = (along: number, end: number, across: number, upright: boolean): string =>
      Array.from({ length: Math.round((end - along) / 10) + 1 }, (_, index) => along + 10 * index)
        .map((place) =>
          upright
            ? `${String(across)} ${String(place - 2.5)} 0.5 5 re`
            : `${String(place - 2.5)} ${String(across)} 5 0.5 re`,
        )
        .join(' ');
    const borders = [
      ...xs.map((x) => dash(660, 700, x, true)),
      ...ys.map((y) => dash(50, 350, y, false)),
    ];
    expect(
      cellsOf((await readPage(`${borders.join(' f ')} f\n${bare}`)).document.grids[0]),
    ).toEqual(plain);
    const small = [700, 692, 684, 676];
    const rows =
      small.map((y) => line(50, y, 350, y)).join('') +
      [50, 350].map((x) => line(x, 700, x, 676)).join('') +
      line(150, 700, 150, 692) +
      line(150, 684, 150, 676);
    expect(
      (await readPage(`0.3 w ${rows}${show(60, 694, '甲', 5)}`)).document.grids[0]?.cells.map(
        ({ columnSpan }) => columnSpan,
      ),
    ).toEqual([1, 1, 2, 1, 1]);
  });

  it('joins the dots of a dotted border', async () => {
    const dots = (x: number, y: number): string => `${String(x)} ${String(y)} 0.75 0.75 re `;
    const across = ys.flatMap((y) =>
      Array.from({ length: 201 }, (_, index) => dots(50 + 1.5 * index, y)),
    );
    const down = xs.flatMap((x) =>
      Array.from({ length: 27 }, (_, index) => dots(x, 660 + 1.5 * index)),
    );
    expect(
      cellsOf((await readPage(`${[...across, ...down].join('')}f\n${bare}`)).document.grids[0]),
    ).toEqual(plain);
  });

  it('takes an area that a thin clipping path lets show for a border', async () => {
    const bars = [
      ...xs.map((x) => `q ${String(x)} 660 0.5 40 re W n 0 0 600 800 re f Q`),
      ...ys.map((y) => `q 50 ${String(y)} 300.5 0.5 re W n 0 0 600 800 re f Q`),
    ];
    expect(cellsOf((await readPage(`${bars.join('\n')}\n${bare}`)).document.grids[0])).toEqual(
      plain,
    );
  });

  it('reads boxes with round corners, and no circles', async () => {
    const box = (x: number, y: number): string =>
      `${String(x)} ${String(y - 16)} m ${String(x)} ${String(y - 4)} l ${String(x)} ${String(y)} ${String(x)} ${String(y)} ${String(x + 4)} ${String(y)} c ${String(x + 96)} ${String(y)} l ` +
      `${String(x + 100)} ${String(y)} ${String(x + 100)} ${String(y)} ${String(x + 100)} ${String(y - 4)} c ${String(x + 100)} ${String(y - 16)} l ` +
      `${String(x + 100)} ${String(y - 20)} ${String(x + 100)} ${String(y - 20)} ${String(x + 96)} ${String(y - 20)} c ${String(x + 4)} ${String(y - 20)} l ` +
      `${String(x)} ${String(y - 20)} ${String(x)} ${String(y - 20)} ${String(x)} ${String(y - 16)} c s\n`;
    const seal = '100 690 m 100 710 140 710 140 690 c 140 670 100 670 100 690 c s\n';
    const boxes = ys
      .slice(0, 2)
      .flatMap((y) => xs.slice(0, 3).map((x) => box(x, y)))
      .join('');
    expect(cellsOf((await readPage(`0.5 w ${boxes}${seal}${bare}`)).document.grids[0])).toEqual(
      plain,
    );
  });

  it('does not take areas, underlines and slanted lines for borders', async () => {
    const ornaments = `0.9 g 50 660 300 20 re f 0 g ${line(60, 668, 90, 668)}${line(50, 700, 90, 680)}`;
    expect(cellsOf((await readPage(ornaments + grid(xs, ys, texts))).document.grids[0])).toEqual(
      plain,
    );
  });

  it('believes white lines only where there are no others', async () => {
    const white = `1 G ${xs.map((x) => line(x, 700, x, 660)).join('')}${ys.map((y) => line(50, y, 350, y)).join('')}`;
    expect(cellsOf((await readPage(white + bare)).document.grids[0])).toEqual(plain);
    const twice = `${white}0 G ${grid([50, 350], ys, [])}${bare}`;
    expect((await readPage(twice)).document.grids[0]?.columns).toBe(1);
  });

  it('reads merged cells, and leaves out lines at which no cell ends', async () => {
    const content = `0.5 w 50 660 300 40 re S ${line(150, 700, 150, 660)}${line(150, 680, 350, 680)}${line(250, 680, 250, 660)}${line(300, 675, 310, 675)}
      ${show(60, 676, '产出指标')}${show(160, 686, '预期目标')}${show(160, 666, '甲')}${show(260, 666, '乙')}`;
    expect(cellsOf((await readPage(content)).document.grids[0])).toEqual([
      '0,0 2×1 产出指标',
      '0,1 1×2 预期目标',
      '1,1 1×1 甲',
      '1,2 1×1 乙',
    ]);
  });

  it('gives two tables and the text around them in reading order', async () => {
    const content =
      show(200, 760, '绩效自评表') +
      grid(xs, ys, texts) +
      show(60, 640, '中间') +
      grid(xs, [620, 600, 580], texts) +
      show(280, 30, '1');
    const { document } = await readPage(content);
    expect(document.grids.map(({ before }) => before.map(({ text }) => text))).toEqual([
      ['绩效自评表'],
      ['中间'],
    ]);
    expect(document.after.map(({ text }) => text)).toEqual(['1']);
    expect(document.grids.map(({ id }) => id)).toEqual([0, 1]);
    expect(document.grids[1]?.cells[4]?.origins).toEqual([
      { table: 1, row: 1, column: 1, page: 1, boxes: [[150, 242, 250, 262]] },
    ]);
  });

  it('takes a single box for text with a frame', async () => {
    const { document } = await readPage(`50 660 300 40 re S ${show(60, 670, '说明')}`);
    expect(document.grids).toEqual([]);
    expect(linesOf(document)).toEqual(['说明']);
  });
});

describe('page ends', () => {
  it('closes the frame where a row runs over the end, and puts together which cells it cuts', async () => {
    const upper = `0.5 w ${line(50, 100, 350, 100)}${line(50, 60, 50, 100)}${line(150, 60, 150, 100)}${line(350, 60, 350, 100)}${line(150, 60, 350, 60)}${show(60, 84, '产出')}${show(160, 84, '数量')}`;
    const lower = `0.5 w ${line(50, 740, 350, 740)}${line(50, 780, 50, 740)}${line(150, 780, 150, 740)}${line(350, 780, 350, 740)}${line(150, 780, 350, 780)}${show(60, 764, '指标')}${show(160, 764, '质量')}`;
    const { document } = await readFile({ pages: [{ content: upper }, { content: lower }] });
    expect(document.grids.map((grid) => grid.cells.map(({ text, cut }) => [text, cut]))).toEqual([
      [
        ['产出\n指标', { below: true }],
        ['数量', undefined],
      ],
      [
        ['', { above: true }],
        ['质量', undefined],
      ],
    ]);
    expect(document.grids[0]?.cells[0]?.origins.map(({ page }) => page)).toEqual([1, 2]);
    expect(document.grids.map(({ page }) => page)).toEqual([1, 2]);
  });

  it('reads a row that has neither its start nor its end on the page', async () => {
    const content = `0.5 w ${[50, 150, 350].map((x) => line(x, 60, x, 780)).join('')}${show(60, 400, '目标')}${show(160, 400, '保障运转')}`;
    const [found] = (await readPage(content)).document.grids;
    expect(cellsOf(found)).toEqual(['0,0 1×1 目标', '0,1 1×1 保障运转']);
    expect(found?.cells.map(({ cut }) => cut)).toEqual([
      { above: true, below: true },
      { above: true, below: true },
    ]);
  });

  it('keeps a merged column that fills the page beside ruled rows', async () => {
    const rows = [780, 760, 740].map((y) => line(150, y, 350, y)).join('');
    const content = `0.5 w ${rows}${[50, 150, 250, 350].map((x) => line(x, 780, x, 740)).join('')}${show(60, 756, '产出')}${show(160, 766, '甲')}${show(260, 746, '乙')}`;
    const [found] = (await readPage(content)).document.grids;
    expect(cellsOf(found)).toEqual([
      '0,0 2×1 产出',
      '0,1 1×1 甲',
      '0,2 1×1 ',
      '1,1 1×1 ',
      '1,2 1×1 乙',
    ]);
    expect(found?.cells[0]?.cut).toEqual({ above: true, below: true });
  });

  it('clips borders to the page', async () => {
    const { document } = await readPage(
      `${line(-500, 700, 2000, 700)}${line(-500, 680, 2000, 680)}${line(150, 700, 150, 680)}${line(300, 700, 300, 680)}${show(160, 686, '甲')}${show(310, 686, '乙')}`,
    );
    expect(document.grids[0]?.cells.at(-1)?.origins[0]?.boxes).toEqual([[300, 142, 595, 162]]);
  });
});

describe('boxes of the page', () => {
  it.each([90, 180, 270])('reads a page turned by %i degrees', async (angle) => {
    const { document } = await readPage(grid(xs, ys, texts), {
      entries: `/Rotate ${String(angle)}`,
    });
    expect(cellsOf(document.grids[0])).toEqual(plain);
  });

  it('reads a table drawn sideways, with boxes on the page as it is shown', async () => {
    const { document } = await readPage(`0 1 -1 0 842 0 cm ${grid(xs, ys, texts)}`, {
      mediaBox: '[0 0 842 595]',
    });
    expect(cellsOf(document.grids[0])).toEqual(plain);
    // The drawing's x runs up the page and its y to the left.
    expect(document.grids[0]?.cells[0]?.origins[0]?.boxes).toEqual([[142, 445, 162, 545]]);
  });

  it('reads boxes with negative corners and counts from their top left', async () => {
    const { document } = await readPage(`1 0 0 1 -700 -900 cm ${grid(xs, ys, texts)}`, {
      mediaBox: '[-700 -900 -105 -58]',
    });
    expect(document.grids[0]?.cells[0]?.origins[0]?.boxes).toEqual([[50, 142, 150, 162]]);
  });

  it('leaves out what the CropBox hides', async () => {
    const { document } = await readPage(grid(xs, ys, texts) + show(60, 40, '看不见'), {
      entries: '/CropBox[0 600 595 842]',
    });
    expect(textOf(document)).not.toContain('看不见');
    expect(document.characters.total).toBe(countCharacters(textOf(document)));
  });
});
