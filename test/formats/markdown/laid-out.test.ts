import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/markdown/index.ts';
import { detectFormat } from '../../../src/formats/index.ts';
import { account, linesOutside, readText, textsOf } from '../../support/tables.ts';

const drawn = `
+----------+----------------------+
| 项目名称 | 绿道修复             |
+----------+----------+-----------+
| 绩效指标 | 数量指标 | ≥ 12 公里 |
|          +----------+-----------+
|          | 时效指标 | 2031 年底 |
|          | 很长     |           |
+----------+----------+-----------+
后面的话`;

const boxed = `
┌──────────┬──────────┐
│ 项目名称 │ 绿道修复 │
├──────────┼──────────┤
│ 分值     │ 10       │
└──────────┴──────────┘`;

/** As programs draw that count a CJK character as one column. */
const counted = `
+------+-------+
| 项目名称 | 绿道修复“一期” |
+======+=======+
| 分值 | 10    |
+------+-------+`;

const ruledOnTop = `
标题

  ---------- -------- -------
  项目名称   “绿道”   10.00

             修复     
             工程     9.80
  ---------- -------- -------

后面的话`;

const underHeadings = `
指标        分值    得分
---------- ------ ------
数量指标       10    9.5
质量指标             8

后面的话`;

const manyHeadings = `
-------------------------------
一级       年度      实际
指标       指标值    完成值
---------- --------- ----------
产出指标   100       98

效益指标             优
-------------------------------`;

const restructured = `
========  ====
指标      分值
========  ====
数量指标  10
质量指标  20
========  ====`;

/** Divisions, as pandoc marks a document's sections, right around a table. */
const inDivision = `
::: {#section1 .WordSection}
  ---------- -------- -------
  项目名称   绿道修复 10.00
  分值       10       9.80
  ---------- -------- -------
:::`;

describe('a table in a division', () => {
  it('ends with it, and the marks are markup', async () => {
    const read = await readText(adapter, inDivision);
    expect(textsOf(read)).toEqual([
      [
        ['项目名称', '绿道修复', '10.00'],
        ['分值', '10', '9.80'],
      ],
    ]);
    expect(linesOutside(read)).toEqual([]);
    expect(account(read).found).toBe(account(read).total);
  });
});

describe('tables laid out with characters', () => {
  it('joins cells where no border parts them', async () => {
    const { value } = await readText(adapter, drawn);
    expect(value.grids[0]?.geometry).toBe('spans');
    expect(
      value.grids[0]?.cells.map(({ row, column, rowSpan, columnSpan, text }) => [
        row,
        column,
        rowSpan,
        columnSpan,
        text,
      ]),
    ).toEqual([
      [0, 0, 1, 1, '项目名称'],
      [0, 1, 1, 2, '绿道修复'],
      [1, 0, 2, 1, '绩效指标'],
      [1, 1, 1, 1, '数量指标'],
      [1, 2, 1, 1, '≥ 12 公里'],
      [2, 1, 1, 1, '时效指标很长'],
      [2, 2, 1, 1, '2031 年底'],
    ]);
    expect(value.grids[0]?.cells[5]?.origins).toEqual([
      { table: 0, row: 2, column: 1, line: 7, endLine: 8 },
    ]);
  });

  it.each([
    [
      'box drawing',
      boxed,
      [
        ['项目名称', '绿道修复'],
        ['分值', '10'],
      ],
    ],
    [
      'characters counted alike',
      counted,
      [
        ['项目名称', '绿道修复“一期”'],
        ['分值', '10'],
      ],
    ],
    [
      'a ruler above and below',
      ruledOnTop,
      [
        ['项目名称', '“绿道”', '10.00'],
        ['', '修复\n工程', '9.80'],
      ],
    ],
    [
      'a ruler under the headings',
      underHeadings,
      [
        ['指标', '分值', '得分'],
        ['数量指标', '10', '9.5'],
        ['质量指标', '', '8'],
      ],
    ],
    [
      'headings of two lines',
      manyHeadings,
      [
        ['一级\n指标', '年度指标值', '实际\n完成值'],
        ['产出指标', '100', '98'],
        ['效益指标', '', '优'],
      ],
    ],
    [
      'rulers of equals signs',
      restructured,
      [
        ['指标', '分值'],
        ['数量指标', '10'],
        ['质量指标', '20'],
      ],
    ],
  ])('reads %s', async (_, text, rows) => {
    const read = await readText(adapter, text);
    expect(textsOf(read)).toEqual([rows]);
    expect(detectFormat(new TextEncoder().encode(text))).toBe('markdown');
    expect(account(read).found).toBe(account(read).total);
  });

  it.each([
    ['+----+-----+\n| 绿 | 100 |\n| 道 | .00 |\n+----+-----+', ['绿道', '100.00']],
    [
      '+------+-----------+\n| **项 | good job  |\n| 目** | work here |\n+------+-----------+',
      ['项目', 'good job work here'],
    ],
    ['+--------+---+\n| 第一行 | 1 |\n| 二     |   |\n+--------+---+', ['第一行二', '1']],
    ['+----------+---+\n| 一       | 1 |\n| 二       |   |\n+----------+---+', ['一\n二', '1']],
    [
      '+----------+---+\n| 一\\      | 1 |\n| 二二二二 |   |\n+----------+---+',
      ['一\n二二二二', '1'],
    ],
  ])('puts together what had no room: %j', async (text, row) => {
    expect(textsOf(await readText(adapter, text))).toEqual([[row]]);
  });

  it.each([
    '前文\n-----\n后文',
    '-----  -----\n没有下一条线',
    '+----+\n没有表',
    '+--+--+\n| 一 | 二 |',
    '签字： ---- ----',
  ])('takes %j for no table', async (text) => {
    const read = await readText(adapter, text);
    expect(read.value.grids.filter(({ rows, columns }) => rows * columns > 2)).toEqual([]);
    expect(account(read).found).toBe(account(read).total);
  });

  it('goes on with the text behind a table', async () => {
    expect(linesOutside(await readText(adapter, drawn))).toEqual(['后面的话']);
    expect(linesOutside(await readText(adapter, ruledOnTop))).toEqual(['标题', '后面的话']);
  });

  it('loses and makes up nothing, whatever was drawn', async () => {
    const line = fc
      .array(
        fc.constantFrom('+', '-', '--', '|', '=', ' ', '  ', '数', '10', '\\', '│', '┼', '─', '“'),
        { maxLength: 24 },
      )
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const read = await readText(adapter, ['数', ...lines].join('\n'));
        expect(account(read).found).toBe(account(read).total);
      }),
      { numRuns: 2000 },
    );
  });
});
