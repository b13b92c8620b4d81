import { describe, expect, it } from 'vitest';
import { cellsOf, readPage } from '../../support/pdf/read.ts';
import { grid, line, show } from '../../support/pdf/write.ts';

/** A full grid of two rows and three columns, whose first column is merged over both rows, and two cells of the last row. */
const full = grid([50, 150, 250, 350], [700, 680, 660], []);
const texts =
  show(60, 676, '产出指标') +
  show(160, 686, '数量') +
  show(260, 686, '质量') +
  show(160, 666, '时效');
const merged = ['0,0 2×1 产出指标', '0,1 1×1 数量', '0,2 1×1 质量', '1,1 1×2 时效'];

async function read(content: string): Promise<string[]> {
  return cellsOf((await readPage(content)).document.grids[0]);
}

describe('what hides lines painted before it', () => {
  it('is a background with borders of its own', async () => {
    expect(await read(`${full}1 g 50 660 100 40 re B 150 660 200 20 re B 0 g ${texts}`)).toEqual(
      merged,
    );
  });

  it('is a background within the borders', async () => {
    expect(
      await read(
        `${full}0.9 g 50.25 660.25 99.5 39.5 re f 150.25 660.25 199.5 19.5 re f 0 g ${texts}`,
      ),
    ).toEqual(merged);
  });

  it('is a white line over them', async () => {
    expect(
      await read(
        `${full}1 G 1 w ${line(50.5, 680, 149.5, 680)}${line(250, 679.5, 250, 660.5)}${texts}`,
      ),
    ).toEqual(merged);
  });

  it('is no background painted before them, none that ends at them, and none that they are seen through', async () => {
    const all = [
      '0,0 1×1 产出指标',
      '0,1 1×1 数量',
      '0,2 1×1 质量',
      '1,0 1×1 ',
      '1,1 1×1 时效',
      '1,2 1×1 ',
    ];
    expect(
      await read(
        `0.9 g 50 660 300 40 re f 0 g ${full}${show(60, 686, '产出指标')}${texts.slice(show(60, 676, '产出指标').length)}`,
      ),
    ).toEqual(all);
    const cells = [50, 150, 250]
      .flatMap((x) => [660, 680].map((y) => `${String(x)} ${String(y)} 100 20 re f `))
      .join('');
    const upper = show(60, 686, '产出指标') + texts.slice(show(60, 676, '产出指标').length);
    expect(await read(`${full}0.9 g ${cells}0 g ${upper}`)).toEqual(all);
    const veil = '/ExtGState<</Half<</ca 0.5>>/Dark<</BM/Multiply>>>>';
    for (const name of ['/Half', '/Dark']) {
      const { document } = await readPage(
        `${full}q ${name} gs 1 1 0 rg 50 660 300 40 re f Q ${upper}`,
        { resources: veil },
      );
      expect(cellsOf(document.grids[0])).toEqual(all);
    }
  });

  it('is no area of another shape, nor one that a round clipping path lets show', async () => {
    const all = ['0,0 1×1 ', '0,1 1×1 数量', '1,0 1×1 ', '1,1 1×1 时效'];
    const small =
      grid([50, 150, 250], [700, 680, 660], []) + show(160, 686, '数量') + show(160, 666, '时效');
    expect(await read(`${small}1 0 0 rg 60 690 m 140 690 l 100 665 l h f`)).toEqual(all);
    expect(
      await read(`${small}q 60 690 m 140 690 l 100 665 l h W n 1 0 0 rg 50 660 100 40 re f Q`),
    ).toEqual(all);
  });
});
