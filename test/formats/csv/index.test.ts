import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/csv/index.ts';
import { detectFormat } from '../../../src/formats/index.ts';
import { limits } from '../../../src/model/index.ts';
import { fixtures } from '../../support/fixtures.ts';
import { gb18030 } from '../../support/forms/encode.ts';
import { account, readText, textsOf } from '../../support/tables.ts';

const detect = (text: string, name = ''): string =>
  detectFormat(new TextEncoder().encode(text), name);

describe('csv', () => {
  it('takes fields out of their quotes, and counts what only marks up', async () => {
    const read = await readText(
      adapter,
      '项目名称,"清淤, ""东渠""",\r\n"1.通水\r\n2.验收",,12\r\n',
    );
    expect(textsOf(read)).toEqual([
      [
        ['项目名称', '清淤, "东渠"', ''],
        ['1.通水\n2.验收', '', '12'],
      ],
    ]);
    expect(read.value.grids[0]?.cells.map(({ origins }) => origins[0])).toContainEqual({
      table: 0,
      row: 1,
      column: 0,
      line: 2,
      endLine: 3,
    });
    expect(read.value.characters.markup).toBe(10);
    expect(account(read).found).toBe(account(read).total);
  });

  it('takes off the quote that guards a field against reckoning, and no other', async () => {
    const read = await readText(adapter, "'=7.00(个),'-5,'0012\n'优',优','十四五'规划,'\n");
    expect(textsOf(read)).toEqual([
      [
        ['=7.00(个)', '-5', '0012'],
        ["'优'", "优'", "'十四五'规划", "'"],
      ],
    ]);
    expect(account(read).found).toBe(account(read).total);
  });

  it.each([
    [
      'a quote that nothing closes',
      'a,b,"c\nd,e,f\n',
      [
        ['a', 'b', '"c'],
        ['d', 'e', 'f'],
      ],
    ],
    [
      'text behind a closing quote',
      'a,"b"c,d\ne,f,g\n',
      [
        ['a', 'bc', 'd'],
        ['e', 'f', 'g'],
      ],
    ],
    [
      'a quote inside a field',
      'a,5"管,d\ne,f,g\n',
      [
        ['a', '5"管', 'd'],
        ['e', 'f', 'g'],
      ],
    ],
    [
      'a last line without an end',
      'a,b,c\nd,e,',
      [
        ['a', 'b', 'c'],
        ['d', 'e', ''],
      ],
    ],
    [
      'semicolons',
      'a;b;c\nd;1,5;f',
      [
        ['a', 'b', 'c'],
        ['d', '1,5', 'f'],
      ],
    ],
  ])('reads %s', async (_, text, rows) => {
    const read = await readText(adapter, text);
    expect(textsOf(read)).toEqual([rows]);
    expect(account(read).found).toBe(account(read).total);
  });

  it('ends a grid at an empty line, and keeps a row of nothing but commas', async () => {
    expect(textsOf(await readText(adapter, 'a,b,c\n,,\n\nd,e,f\n'))).toEqual([
      [
        ['a', 'b', 'c'],
        ['', '', ''],
      ],
      [['d', 'e', 'f']],
    ]);
  });

  it('joins what stands beyond the cap on columns', async () => {
    const read = await readText(adapter, `${'1,'.repeat(5000)}\n${'2,'.repeat(5000)}\n`);
    expect(read.value.grids[0]?.columns).toBe(limits.columns);
    expect(read.notes.map(({ code }) => code)).toEqual(['row-too-wide']);
    expect(account(read).found).toBe(account(read).total);
  });

  it('takes time in proportion to quotes that are never closed', async () => {
    const read = await readText(adapter, `"${',""a'.repeat(300_000)}`);
    expect(account(read).found).toBe(account(read).total);
  }, 5_000);
});

describe('what is csv', () => {
  it.each([
    ['csv', 'a,b,c\n"d\ne",f,g\nh,i,j\n'],
    ['csv', 'a\tb\tc\n"d\ne"\tf\tg\nh\ti\tj\n'],
    ['tabbed', 'a\tb\tc\nd\tf\tg\nh\ti\tj\n'],
    ['tabbed', '全年清淤12,500米,通水,验收。\n受益农户8,600户。\n第三行\n'],
    ['markdown', '| a,b,c | d |\n|---|---|\n| 1,2,3 | e |\n'],
  ])('%s: %j', (id, text) => {
    expect(detect(text)).toBe(id);
  });

  it('is recognised in GB18030, as Chinese Excel saves it', async () => {
    const text = readFileSync(
      join(fixtures, 'cross-format/self-evaluation/calc-csv/input.csv'),
      'utf8',
    );
    const bytes = gb18030(text);
    expect(detectFormat(bytes)).toBe('csv');
    expect(textsOf(await adapter.read(bytes, {}))).toEqual(textsOf(await readText(adapter, text)));
  });
});
