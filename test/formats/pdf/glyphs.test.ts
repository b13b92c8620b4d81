import { describe, expect, it } from 'vitest';
import { cellsOf, linesOf, readFile, readPage } from '../../support/pdf/read.ts';
import { plain, texts, xs, ys } from '../../support/pdf/small-table.ts';
import { coded, grid, show, stream } from '../../support/pdf/write.ts';

describe('glyphs', () => {
  it('cuts one text operation at the borders that it runs over', async () => {
    const content = `${grid(xs, [700, 680], [])}BT /F1 10 Tf 54 686 Td [${coded('甲')} -9000 ${coded('1,465.28')} -6000 ${coded('乙')}] TJ ET`;
    expect(cellsOf((await readPage(content)).document.grids[0])).toEqual([
      '0,0 1×1 甲',
      '0,1 1×1 1,465.28',
      '0,2 1×1 乙',
    ]);
  });

  it('follows spacing, scaling, leading and rise', async () => {
    const content = `${grid(xs, ys, [])}BT /F1 10 Tf 20 TL 1 0 0 1 54 686 Tm 40 Tc 50 Tz ${coded('甲乙丙丁戊')} Tj 0 Tc 100 Tz 5 Ts T* ${coded('己')} Tj ET`;
    expect(cellsOf((await readPage(content)).document.grids[0])).toEqual([
      '0,0 1×1 甲乙丙丁',
      '0,1 1×1 戊',
      '0,2 1×1 ',
      '1,0 1×1 己',
      '1,1 1×1 ',
      '1,2 1×1 ',
    ]);
  });

  it('reads vertical writing from top to bottom, columns from right to left', async () => {
    const column = (x: number, text: string): string =>
      `BT /F2 10 Tf ${String(x)} 690 Td ${coded(text)} Tj ET `;
    const { document } = await readPage(
      `${grid([50, 150, 250], [700, 600], [['', '甲']])}${column(110, '年度总体')}${column(95, '目标')}`,
    );
    expect(cellsOf(document.grids[0])).toEqual(['0,0 1×1 年度总体\n目标', '0,1 1×1 甲']);
  });

  it('reads sideways text in its own direction', async () => {
    const sideways = `BT /F1 10 Tf 0 1 -1 0 80 610 Tm ${coded('绩效指标')} Tj ET`;
    const { document } = await readPage(
      `${grid([50, 150, 250, 350], [700, 600], [['', '数量指标', '质量指标']])}${sideways}`,
    );
    expect(cellsOf(document.grids[0])[0]).toBe('0,0 1×1 绩效指标');
  });

  it('keeps slanted text, such as a watermark, out of the cells', async () => {
    const mark = `BT /F1 30 Tf 0.7 0.7 -0.7 0.7 60 640 Tm ${coded('样本')} Tj ET`;
    const { document } = await readPage(grid(xs, ys, texts) + mark);
    expect(cellsOf(document.grids[0])).toEqual(plain);
    expect(linesOf(document)).toEqual(['样本']);
  });

  it('shows a gap between Latin words, none within tracked text or beside Chinese', async () => {
    const words = (items: string, rest = ''): string =>
      `BT /F1 10 Tf 54 686 Td ${rest} [${items}] TJ ET`;
    const read = async (content: string): Promise<string | undefined> =>
      (await readPage(grid([50, 250, 350], [700, 680], []) + content)).document.grids[0]?.cells[0]
        ?.text;
    expect(await read(words(`${coded('GB')} -400 ${coded('2312')}`))).toBe('GB 2312');
    expect(await read(words(`${coded('GB')} -400 ${coded('标准')}`))).toBe('GB标准');
    expect(await read(words(coded('20'), '4 Tc'))).toBe('20');
  });

  it('puts a number together that was broken for want of room, but not two numbers', async () => {
    const cell = async (...lines: string[]): Promise<string | undefined> =>
      (
        await readPage(
          grid([50, 90, 150], [700, 660], [['', '甲']]) +
            lines.map((text, index) => show(52, 686 - 12 * index, text)).join(''),
        )
      ).document.grids[0]?.cells[0]?.text;
    expect(await cell('1,250.0', '5')).toBe('1,250.05');
    expect(await cell('1250.05', '1037.89')).toBe('1250.05\n1037.89');
    expect(await cell('10', '20')).toBe('10\n20');
  });

  it('counts what is drawn twice at one place once', async () => {
    const { document } = await readPage(
      show(60, 700, '总分') + show(60.3, 700, '总分') + show(60, 680, '11'),
    );
    expect(linesOf(document)).toEqual(['总分', '11']);
    expect(document.characters.total).toBe(4);
  });

  it('writes radical code points as the characters they look like', async () => {
    const mapping = stream(
      '',
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00><ff> endcodespacerange 3 beginbfchar <41><2F00> <42><2ED4> <43><2F3E> endbfchar endcmap end end',
    );
    const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 21 0 R>>';
    const { document } = await readFile({
      pages: [{ content: 'BT /R1 10 Tf 60 700 Td (ABC) Tj ET', resources: '/Font<</R1 20 0 R>>' }],
      objects: { 20: font, 21: mapping },
    });
    expect(linesOf(document)).toEqual(['一门户']);
  });

  it('leaves out what a clipping path, a hidden layer or a soft mask hides', async () => {
    const clipped = `q 0 0 100 100 re W n ${show(60, 700, '剪去')} Q`;
    const layered = `/OC /L1 BDC ${show(60, 680, '隐藏')} EMC`;
    const { document } = await readFile({
      pages: [
        {
          content: `${clipped}${layered}${show(60, 640, '可见')}`,
          resources: '/Properties<</L1 20 0 R>>',
        },
      ],
      objects: { 20: '<</Type/OCG/Name(L)>>' },
      catalog: '/OCProperties<</OCGs[20 0 R]/D<</OFF[20 0 R]>>>>',
    });
    expect(linesOf(document)).toEqual(['可见']);
  });

  it('takes invisible text for the page’s text only where there is no other', async () => {
    const invisible = `3 Tr ${show(60, 700, '识别出来的文字')}`;
    expect(linesOf((await readPage(invisible)).document)).toEqual(['识别出来的文字']);
    expect(
      linesOf((await readPage(`${invisible} 0 Tr ${show(60, 500, '印在纸上的文字')}`)).document),
    ).toEqual(['印在纸上的文字']);
  });
});
