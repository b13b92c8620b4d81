import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/markdown/index.ts';
import { limits } from '../../../src/model/index.ts';
import { account, linesOutside, readText, textsOf } from '../../support/tables.ts';

const textOf = async (line: string): Promise<string | undefined> =>
  linesOutside(await readText(adapter, line))[0];

describe('markdown', () => {
  it.each([
    ['**总分**', '总分'],
    ['**单位**：园林局，**年度** 2031', '单位：园林局，年度 2031'],
    ['（**重点**）', '（重点）'],
    ['*项目名称*', '项目名称'],
    ['_项目名称_', '项目名称'],
    ['**_项目名称_**', '项目名称'],
    ['***项目名称***', '项目名称'],
    ['__', '__'],
    ['*_项目*_', '*_项目*_'],
    ['*注：3*5', '*注：3*5'],
    ['\\*项目*', '*项目*'],
    ['合格率（≥**%），优良率（≥**%）', '合格率（≥**%），优良率（≥**%）'],
    ['**年**月**日', '**年**月**日'],
    ['20**年**月底前', '20**年**月底前'],
    ['建成**个，培训**人次', '建成**个，培训**人次'],
    ['满意度**%以上，**%以下', '满意度**%以上，**%以下'],
    ['1\\. 建成\\_站点\\|2\\发放', '1. 建成_站点|2\\发放'],
    ['![图](images/a.jpg)见图', '见图'],
    ['### 自评表 ##', '自评表'],
    ['#自评表', '自评表'],
    ['#3楼维修', '#3楼维修'],
    ['####### 七个', '####### 七个'],
  ])('shows %s as text', async (source, shown) => {
    expect(await textOf(source)).toBe(shown);
  });

  it.each([
    [
      '| a | b |\n|---|:-:|\n| 1 | 2 |',
      [
        [
          ['a', 'b'],
          ['1', '2'],
        ],
      ],
    ],
    [
      '| a | b |\n| - | - |\n| - | - |',
      [
        [
          ['a', 'b'],
          ['-', '-'],
        ],
      ],
    ],
    [
      '|a|b|\n|1|2|\n|---|---|\n|3|4|',
      [
        [
          ['a', 'b'],
          ['1', '2'],
          ['3', '4'],
        ],
      ],
    ],
    [
      'a | b\n- | -\n1 | 2',
      [
        [
          ['a', 'b'],
          ['1', '2'],
        ],
      ],
    ],
    ['a ||b |\n |c | |\nd |', [[['a', '', 'b'], ['', 'c', ''], ['d']]]],
    [
      'a | b |\n- | - |\n1 | 2 |',
      [
        [
          ['a', 'b'],
          ['1', '2'],
        ],
      ],
    ],
    ['| a \\| b | c |', [[['a | b', 'c']]]],
    ['| a | b |\n甲\t乙', [[['a', 'b']], [['甲', '乙']]]],
    ['| a || b |', [[['a', '', 'b']]]],
  ])('cuts %j', async (source, grids) => {
    expect(textsOf(await readText(adapter, source))).toEqual(grids);
  });

  it('reads prose with a pipe as prose', async () => {
    expect(await textOf('甲|乙')).toBe('甲|乙');
  });

  it('reads an HTML table that is not closed to the end, and keeps what stands around closed ones', async () => {
    const read = await readText(adapter, '前<table><tr><td>1</table>中\n<TABLE><tr><td>2\n\n# 后');
    expect(linesOutside(read)).toEqual(['前', '中']);
    expect(textsOf(read)).toEqual([[['1']], [['2 # 后']]]);
    expect(read.value.grids[1]?.cells[0]?.origins).toEqual([
      { table: 1, row: 0, column: 0, line: 2 },
    ]);
  });

  it('counts what an HTML table hides as markup', async () => {
    const read = await readText(
      adapter,
      '# 表\n<table><tr><td>甲<span style="display:none">乙</span></table>',
    );
    expect(textsOf(read)).toEqual([[['甲']]]);
    expect(account(read).found).toBe(account(read).total);
  });

  it('joins what stands beyond the cap on columns', async () => {
    const read = await readText(adapter, `|${'1|'.repeat(10_000)}\n`);
    expect(read.value.grids[0]?.columns).toBe(limits.columns);
    expect(read.notes).toMatchObject([{ code: 'row-too-wide' }]);
    expect(account(read).found).toBe(account(read).total);
  });
});
