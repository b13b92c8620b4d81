import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/pipeline/read.ts';
import { account, textsOf } from '../../support/tables.ts';

const read = (text: string, name: string) => readDocument(new TextEncoder().encode(text), { name });

const rows = [
  ['一级指标', '三级指标', '分值'],
  ['产出', '修建', '10'],
  ['', '修补', '5'],
  ['', '清扫', '5'],
  ['效益', '满意', '30'],
];

describe('what data frames print around a table', () => {
  it.each([
    [
      'numbers of rows and names of columns, as CSV',
      ',绿道修复,Unnamed: 1,Unnamed: 2\n0,一级指标,三级指标,分值\n1,产出,修建,10\n2,,修补,5\n3,,清扫,5\n4,效益,满意,30\n',
      'a.csv',
      [['绿道修复', '', ''], ...rows],
    ],
    [
      'marks for missing values, as Markdown',
      '|    | 绿道修复 | Unnamed: 1 | Unnamed: 2 |\n|---:|:---|:---|:---|\n| 0 | 一级指标 | 三级指标 | 分值 |\n| 1 | 产出 | 修建 | 10 |\n| 2 | nan | 修补 | 5 |\n| 3 | nan | 清扫 | 5 |\n| 4 | 效益 | 满意 | 30 |',
      'a.md',
      [['绿道修复', '', ''], ...rows],
    ],
    [
      'names that a converter of PDF gives',
      '| 绿道修复 | Col2 | Col3 |\n|---|---|---|\n| 产出 | 修建 | 10 |',
      'a.md',
      [
        ['绿道修复', '', ''],
        ['产出', '修建', '10'],
      ],
    ],
    [
      'the numbers of a sheet’s rows',
      '1,绿道修复,\n2,产出,修建\n3,效益,满意\n4,总分,100\n',
      'a.csv',
      [
        ['绿道修复', ''],
        ['产出', '修建'],
        ['效益', '满意'],
        ['总分', '100'],
      ],
    ],
  ])('%s, is markup', async (_, text, name, expected) => {
    const document = await read(text, name);
    expect(textsOf(document)).toEqual([expected]);
    expect(document.notes.map(({ code }) => code)).toContain('data-frame');
    expect(account(document).found).toBe(account(document).total);
  });

  it('joined cells keep their place', async () => {
    const html =
      '<table class="dataframe"><tr><th></th><th colspan="2">绿道修复</th></tr>' +
      ['产出', '效益', '满意', '总分']
        .map((label, index) => `<tr><th>${index}</th><td>${label}</td><td>NaN</td></tr>`)
        .join('') +
      '</table>';
    const { value } = await read(html, 'a.html');
    expect(
      value.grids[0]?.cells
        .slice(0, 3)
        .map(({ row, column, columnSpan, text, origins }) => [
          row,
          column,
          columnSpan,
          text,
          origins[0]?.column,
        ]),
    ).toEqual([
      [0, 0, 2, '绿道修复', 1],
      [1, 0, 1, '产出', 1],
      [1, 1, 1, '', 2],
    ]);
  });

  it.each([
    [
      'a column of numbers under its heading',
      '序号,指标\n1,修建\n2,修补\n3,清扫\n4,满意\n',
      'a.csv',
    ],
    ['numbers from one under a blank heading', ',指标\n1,修建\n2,修补\n3,清扫\n4,满意\n', 'a.csv'],
    ['numbers with a gap', ',指标\n0,修建\n1,修补\n3,清扫\n4,满意\n', 'a.csv'],
    ['few rows', ',指标\n0,修建\n1,修补\n', 'a.csv'],
    ['a word', '指标,值\n名称,nano\n名称,Col2\n', 'a.csv'],
  ])('leaves %s', async (_, text, name) => {
    const document = await readDocument(new TextEncoder().encode(text), { name, as: 'csv' });
    expect(document.notes.map(({ code }) => code)).not.toContain('data-frame');
    expect(
      textsOf(document)[0]
        ?.map((row) => row.join(','))
        .join('\n'),
    ).toBe(text.trim());
  });
});
