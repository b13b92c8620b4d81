import { describe, expect, it } from 'vitest';
import { cellsOf, linesOf, readPage } from '../../support/pdf/read.ts';
import { coded, grid, show } from '../../support/pdf/write.ts';

/** Shows a text with a text matrix: turned, slanted, anywhere. */
const showBy = (matrix: readonly number[], text: string): string =>
  `BT /F1 10 Tf ${matrix.map((value) => value.toFixed(4)).join(' ')} Tm ${coded(text)} Tj ET\n`;

/** A text round a seal, its middle character upright at the top. */
function seal(x: number, y: number, radius: number, text: string): string {
  const step = Math.PI / 8;
  return Array.from(text, (character, index) => {
    const angle = ((text.length - 1) / 2 - index) * step;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    return showBy(
      [cos, sin, -sin, cos, x - radius * sin - 5 * cos, y + radius * cos - 5 * sin],
      character,
    );
  }).join('');
}

describe('lines within a cell', () => {
  /** A cell 60 wide beside one whose three full lines show that the padding is 5. */
  const cell = async (...lines: string[]): Promise<string | undefined> => {
    const full = ['开展培训项目', '十二期共七百', '人']
      .map((text, index) => show(115, 686 - 12 * index, text, 9))
      .join('');
    const drawn =
      grid([50, 110, 174], [700, 640], [['', '']]) +
      full +
      lines.map((text, index) => show(55, 686 - 12 * index, text)).join('');
    return (await readPage(drawn)).document.grids[0]?.cells[0]?.text;
  };

  it('are one code where the next character had no room', async () => {
    expect(await cell('37883914EA', 'T5MR')).toBe('37883914EAT5MR');
    expect(await cell('培训basic', 'codes')).toBe('培训basic\ncodes');
    expect(await cell('378839', 'T5MR')).toBe('378839\nT5MR');
  });

  it('are one number where the next digit had no room', async () => {
    expect(await cell('培训人数13', '0人')).toBe('培训人数130人');
    expect(await cell('培训人3', '0人')).toBe('培训人3\n0人');
  });
});

describe('ways of writing', () => {
  it('keeps a number in its place that lies on its side in a label from top to bottom', async () => {
    const label = Array.from('产出指标（')
      .map((character, index) => show(60, 690 - 10 * index, character))
      .join('');
    const rest = showBy([0, -1, 1, 0, 61.5, 648], '17') + show(60, 628, '分') + show(60, 618, '）');
    const { document } = await readPage(
      grid([50, 90, 200], [702, 610], [['', '数量指标']]) + label + rest,
    );
    expect(cellsOf(document.grids[0])).toEqual(['0,0 1×1 产出指标（17分）', '0,1 1×1 数量指标']);
  });

  it('reads a second line from top to bottom after the first', async () => {
    const down = (x: number, text: string): string =>
      Array.from(text)
        .map((character, index) => show(x, 690 - 10 * index, character))
        .join('');
    const { document } = await readPage(
      grid([50, 90, 200], [702, 610], [['', '甲']]) + down(72, '社会效') + down(58, '益指标'),
    );
    expect(document.grids[0]?.cells[0]?.text).toBe('社会效\n益指标');
  });

  it('leaves the text of a seal out of the cells it lies over', async () => {
    const { document } = await readPage(
      grid(
        [50, 150, 250],
        [700, 650, 600],
        [
          ['得分', '98'],
          ['评分等级', '优'],
        ],
      ) + seal(150, 640, 40, '青石市文化局'),
    );
    expect(cellsOf(document.grids[0])).toEqual([
      '0,0 1×1 得分',
      '0,1 1×1 98',
      '1,0 1×1 评分等级',
      '1,1 1×1 优',
    ]);
    expect(Array.from(linesOf(document).join('')).sort().join('')).toBe(
      Array.from('青石市文化局').sort().join(''),
    );
  });

  it('keeps slanted type in its cell', async () => {
    const slanted = showBy([1, 0, 0.33, 1, 54, 686], '项目名称');
    const { document } = await readPage(
      grid([50, 150, 250], [700, 660], [['', '流动书车']]) + slanted,
    );
    expect(cellsOf(document.grids[0])).toEqual(['0,0 1×1 项目名称', '0,1 1×1 流动书车']);
  });

  it('writes what fonts put for dashes, slashes and turned brackets as it was written', async () => {
    const { document } = await readPage(show(60, 700, '用户⸺︵甲︶1∕2'));
    expect(linesOf(document)).toEqual(['用户——（甲）1／2']);
  });

  it('says so where letters of other alphabets stand for ideographs', async () => {
    const { notes } = await readPage(
      show(60, 700, '项目支出绩效自评表') + show(60, 680, 'ÿøþùÖĀÍýÝÛÿ'),
    );
    expect(notes.map(({ code }) => code)).toEqual(['page-garbled']);
    expect((await readPage(show(60, 700, 'Zhōngguó 项目支出绩效自评表 Müller'))).notes).toEqual([]);
  });
});
