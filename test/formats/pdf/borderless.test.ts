import { describe, expect, it } from 'vitest';
import { cellsOf, linesOf, readFile, readPage } from '../../support/pdf/read.ts';
import { line, show } from '../../support/pdf/write.ts';

/** Columns of the indicators, and one row of them; each text centred on its row. */
const columns = [60, 120, 180, 300, 380, 450];
const row = (y: number, texts: readonly string[]): string =>
  texts
    .map((text, index) => {
      const lines = text === '' ? [] : text.split('\n');
      return lines
        .map((each, n) => show(columns[index] ?? 0, y + 6 * (lines.length - 1) - 12 * n, each))
        .join('');
    })
    .join('');

const heading = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '得分'];
const first = ['', '数量指\n标', '清淤长度', '≥10公里', '12公里', '10.00'];
const second = ['', '质量指\n标', '验收合格率', '=100%', '100%', '9.50'];
const label = show(60, 586, '产出') + show(60, 574, '指标');
// The label of both rows is drawn with the first, as every word processor does.
const body = row(640, heading) + label + row(600, first) + row(560, second);

const texts = (cells: readonly string[]): string[] =>
  cells.filter((cell) => !/ 1×\d $/u.test(cell));

describe('tables without borders', () => {
  it('takes rows from the order of drawing and columns from the gaps', async () => {
    const { document } = await readPage(show(200, 700, '项目支出绩效自评表') + body);
    expect(linesOf(document)).toEqual(['项目支出绩效自评表']);
    expect(document.grids).toHaveLength(1);
    expect(document.grids[0]).toMatchObject({ rows: 3, columns: 6, geometry: 'spans' });
    expect(texts(cellsOf(document.grids[0]))).toEqual([
      '0,0 1×1 一级指标',
      '0,1 1×1 二级指标',
      '0,2 1×1 三级指标',
      '0,3 1×1 年度指标值',
      '0,4 1×1 实际完成值',
      '0,5 1×1 得分',
      '1,0 1×1 产出\n指标',
      '1,1 1×1 数量指\n标',
      '1,2 1×1 清淤长度',
      '1,3 1×1 ≥10公里',
      '1,4 1×1 12公里',
      '1,5 1×1 10.00',
      '2,1 1×1 质量指\n标',
      '2,2 1×1 验收合格率',
      '2,3 1×1 =100%',
      '2,4 1×1 100%',
      '2,5 1×1 9.50',
    ]);
  });

  it('reads cells of several lines that are drawn after all others', async () => {
    const single = ['', '', '清淤长度', '≥10公里', '12公里', '10.00'];
    const { document } = await readPage(
      row(640, heading) +
        row(600, single) +
        row(560, second) +
        row(600, ['产出\n指标', '数量指\n标']),
    );
    expect(texts(cellsOf(document.grids[0])).slice(6, 12)).toEqual([
      '1,0 1×1 产出\n指标',
      '1,1 1×1 数量指\n标',
      '1,2 1×1 清淤长度',
      '1,3 1×1 ≥10公里',
      '1,4 1×1 12公里',
      '1,5 1×1 10.00',
    ]);
  });

  it.each([
    ['only horizontal borders', [660, 620, 580, 540].map((y) => line(50, y, 520, y)).join('')],
    ['only an outer frame', '50 540 470 120 re S\n'],
    [
      'only vertical borders',
      [50, 110, 170, 290, 370, 440, 520].map((x) => line(x, 660, x, 540)).join(''),
    ],
    [
      'a frame and horizontal borders',
      `50 540 470 120 re S\n${[620, 580].map((y) => line(50, y, 520, y)).join('')}`,
    ],
  ])('reads a table with %s', async (_, borders) => {
    const { document } = await readPage(borders + body);
    expect(document.grids).toHaveLength(1);
    expect(document.grids[0]).toMatchObject({ rows: 3, columns: 6 });
  });

  it('keeps the label of a blank row from the label right below it', async () => {
    const blank = show(110, 530, '经济效益') + show(110, 518, '指标');
    const next =
      show(110, 506, '社会效益') +
      show(110, 494, '指标') +
      show(180, 500, '防洪能力') +
      show(300, 500, '提升') +
      show(450, 500, '5.00');
    const { document } = await readPage(body + blank + next);
    expect(texts(cellsOf(document.grids[0])).slice(-5)).toEqual([
      '3,1 1×1 经济效益\n指标',
      '4,1 1×1 社会效益\n指标',
      '4,2 1×1 防洪能力',
      '4,3 1×1 提升',
      '4,5 1×1 5.00',
    ]);
  });

  it('finds the columns of the page before on a page without a heading', async () => {
    const later = row(780, ['', '', '设备完好率', '≥95%', '96%', '5.00']);
    const { document } = await readFile({ pages: [{ content: body }, { content: later }] });
    expect(texts(cellsOf(document.grids[1]))).toEqual([
      '0,2 1×1 设备完好率',
      '0,3 1×1 ≥95%',
      '0,4 1×1 96%',
      '0,5 1×1 5.00',
    ]);
    expect(document.grids[1]?.columns).toBe(6);
  });

  it('lets what a name names, and the heading of a goal, reach as far as there is nothing else', async () => {
    const head = show(60, 700, '项目名称') + show(300, 700, '清淤工程');
    const goals =
      show(150, 680, '预期目标') +
      show(400, 680, '实际完成情况') +
      show(120, 662, '清淤十公里，两岸绿化') +
      show(380, 662, '清淤十二公里');
    const { document } = await readPage(head + goals + body);
    expect(cellsOf(document.grids[0]).slice(0, 4)).toEqual([
      '0,0 1×1 项目名称',
      '0,1 1×5 清淤工程',
      '1,0 1×1 ',
      '1,1 1×2 预期目标',
    ]);
  });

  it('keeps two labels one below the other apart, and a title from what follows', async () => {
    const names =
      show(60, 700, '项目支出绩效自评表') +
      show(60, 685, '项目名称') +
      show(60, 670, '主管部门') +
      show(180, 670, '水务局') +
      show(180, 685, '清淤工程');
    const { document } = await readPage(names + body);
    expect(linesOf(document)).toEqual(['项目支出绩效自评表']);
    expect(texts(cellsOf(document.grids[0])).slice(0, 4)).toEqual([
      '0,0 1×1 项目名称',
      '0,1 1×5 清淤工程',
      '1,0 1×1 主管部门',
      '1,1 1×5 水务局',
    ]);
  });

  it('puts a number together that its column had no room for', async () => {
    const narrow = ['', '', '受益人数', '不超过5,856,02\n3人', '1人', '5.00'];
    const { document } = await readPage(row(640, heading) + row(600, first) + row(560, narrow));
    expect(cellsOf(document.grids[0])).toContain('2,3 1×1 不超过5,856,023人');
  });

  it('takes the end of a cell that the page before cut off into its column', async () => {
    const later =
      show(120, 800, '标') + row(775, ['', '质量指标', '设备完好率', '≥95%', '96%', '5.00']);
    const { document } = await readFile({
      pages: [{ content: body }, { content: show(250, 830, '材料汇编') + later }],
    });
    expect(linesOf(document)).toEqual(['材料汇编']);
    expect(texts(cellsOf(document.grids[1])).slice(0, 2)).toEqual([
      '0,1 1×1 标',
      '1,1 1×1 质量指标',
    ]);
  });

  it('finds lines that belong together although they were moved to whole pixels', async () => {
    const lines = (x: number, y: number, pitches: readonly number[], text: string): string =>
      [0, ...pitches]
        .map((_, index) =>
          show(
            x,
            y - pitches.slice(0, index).reduce((sum, pitch) => sum + pitch, 0),
            text.slice(2 * index, 2 * index + 2),
          ),
        )
        .join('');
    const cut =
      lines(60, 612, [13.5, 13.5, 15], '产出数量质量指标') +
      lines(120, 606, [15, 13.5], '数量质量指标') +
      row(600, ['', '', '清淤长度', '≥10公里', '12公里', '10.00']);
    const { document } = await readPage(
      row(640, heading) + cut + row(540, ['', '时效指标', '完成率', '100%', '98%', '5.00']),
    );
    expect(texts(cellsOf(document.grids[0])).slice(6, 8)).toEqual([
      '1,0 1×1 产出\n数量\n质量\n指标',
      '1,1 1×1 数量\n质量\n指标',
    ]);
  });

  it('gives the indicators columns of their own', async () => {
    const funds = [
      ['项目资金', '年初预算数', '全年预算数', '全年执行数'],
      ['总额', '40.00', '38.50', '38.50'],
      ['其他资金', '0.00', '0.00', '0.00'],
    ];
    const upper = funds
      .map((each, index) =>
        each.map((text, column) => show(60 + 140 * column, 740 - 20 * index, text)).join(''),
      )
      .join('');
    const { document } = await readPage(upper + body);
    expect(document.grids.map(({ rows, columns }) => [rows, columns])).toEqual([
      [3, 4],
      [3, 6],
    ]);
    expect(document.grids[1]?.before).toEqual([]);
  });

  it('takes the first rows below a title at the end of a page for a table', async () => {
    const start =
      show(200, 100, '项目支出绩效目标表') +
      show(60, 80, '项目编码') +
      show(180, 80, 'A1') +
      show(300, 80, '项目名称') +
      show(400, 80, '清淤工程');
    const { document } = await readFile({ pages: [{ content: start }, { content: body }] });
    expect(document.grids.map(({ page, rows }) => [page, rows])).toEqual([
      [1, 1],
      [2, 3],
    ]);
    expect(
      (await readPage(start.replace(show(200, 100, '项目支出绩效目标表'), ''))).document.grids,
    ).toEqual([]);
  });

  it('leaves running text and lines of people and dates outside', async () => {
    const letter =
      show(60, 780, '根据有关要求，现将自评情况报告如下。') +
      show(60, 760, '一、基本情况') +
      show(300, 760, '见附件');
    const people = show(60, 520, '填表人：某某') + show(300, 520, '联系电话：12345');
    const { document } = await readPage(letter);
    expect(document.grids).toEqual([]);
    expect(linesOf((await readPage(body + people)).document)).toEqual([
      '填表人：某某 联系电话：12345',
    ]);
  });
});
