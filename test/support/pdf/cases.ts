import { line, show } from './write.ts';
import type { FileSpec } from './write.ts';

/** A cell of a drawn table: its text, and how many rows and columns it takes. */
interface Cell {
  readonly text: string;
  readonly rows?: number;
  readonly columns?: number;
}

type Row = readonly (Cell | string)[];

const rowHeight = 30;

/** Draws a table from its top: borders round every cell, each cell's lines centred over the rows that it takes. */
function drawTable(
  xs: readonly number[],
  top: number,
  rows: readonly Row[],
  bordered: boolean,
): string {
  const taken = new Set<string>();
  const drawn: string[] = ['0.5 w\n'];
  rows.forEach((row, r) => {
    let c = 0;
    for (const item of row) {
      const {
        text,
        rows: rowSpan = 1,
        columns: columnSpan = 1,
      } = typeof item === 'string' ? { text: item } : item;
      while (taken.has(`${String(r)},${String(c)}`)) c += 1;
      for (let dr = 0; dr < rowSpan; dr += 1)
        for (let dc = 0; dc < columnSpan; dc += 1) taken.add(`${String(r + dr)},${String(c + dc)}`);
      drawn.push(
        drawCell(
          xs[c] ?? 0,
          xs[c + columnSpan] ?? 0,
          top - r * rowHeight,
          rowSpan * rowHeight,
          text,
          bordered,
        ),
      );
      c += columnSpan;
    }
  });
  return drawn.join('');
}

function drawCell(
  left: number,
  right: number,
  top: number,
  height: number,
  text: string,
  bordered: boolean,
): string {
  const bottom = top - height;
  const frame =
    line(left, top, right, top) +
    line(left, bottom, right, bottom) +
    line(left, top, left, bottom) +
    line(right, top, right, bottom);
  const lines = text === '' ? [] : text.split('\n');
  const first = top - height / 2 + 6 * (lines.length - 1) - 3.5;
  return (
    (bordered ? frame : '') +
    lines.map((each, index) => show(left + 4, first - 12 * index, each)).join('')
  );
}

const xs = [50, 100, 160, 270, 330, 390, 430, 470, 545];

const upper: readonly Row[] = [
  [
    { text: '项目名称', columns: 2 },
    { text: '流动书车运行', columns: 6 },
  ],
  [
    { text: '主管部门', columns: 2 },
    { text: '青石市文化局', columns: 2 },
    { text: '实施单位', columns: 2 },
    { text: '青石市图书馆', columns: 2 },
  ],
  [
    { text: '项目资金\n(万元)', rows: 3, columns: 2 },
    '',
    '年初预算数',
    '全年预算数',
    '全年执\n行数',
    '分值',
    '得分',
  ],
  ['年度资金总额', '40.00', '38.50', '38.50', '10.00', '10.00'],
  ['其中：当年财政拨款', '40.00', '38.50', '38.50', '-', '-'],
  [
    { text: '年度总\n体目标', rows: 2 },
    { text: '预期目标', columns: 3 },
    { text: '实际完成情况', columns: 4 },
  ],
  [
    { text: '书车全年开行二百天，到达五十个村。', columns: 3 },
    { text: '开行二百一十天，到达五十个村。', columns: 4 },
  ],
  [
    '一级\n指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析\n及改进措施',
  ],
  [
    { text: '产出\n指标', rows: 2 },
    '数量指标',
    '书车开行天数',
    '≥200天',
    '210天',
    '25.00',
    '25.00',
    '',
  ],
  ['时效指标', '按期开行率', '=100%', '98%', '25.00', '24.50', '两次因大雪停开'],
];

const lower: readonly Row[] = [
  ['效益\n指标', '社会效益\n指标', '到达村数', '≥50个', '50个', '30.00', '30.00', ''],
  ['满意度\n指标', '服务对象\n满意度指标', '读者满意度', '≥90%', '95%', '10.00', '10.00', ''],
  [{ text: '总分', columns: 5 }, '100.00', '99.50', ''],
];

function form(bordered: boolean): FileSpec {
  const title = show(200, 790, '项目支出绩效自评表', 16) + show(265, 770, '（2024年度）');
  return {
    pages: [
      { content: title + drawTable(xs, 750, upper, bordered) + show(290, 30, '1') },
      {
        content:
          drawTable(xs, 790, lower, bordered) + show(50, 680, '填表人：某某') + show(290, 30, '2'),
      },
    ],
  };
}

/** The fixtures of this format, by name: invented forms, drawn anew by `UPDATE=1`. */
export const cases: Readonly<Record<string, FileSpec>> = {
  'two-pages': form(true),
  'without-borders': form(false),
};
