import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/tabbed/index.ts';
import { limits } from '../../../src/model/index.ts';
import { account, linesOutside, readText, textsOf } from '../../support/tables.ts';

describe('tabbed', () => {
  it('ends a grid at a blank line, at text and at a form feed', async () => {
    const read = await readText(adapter, 'a\tb\n\nc\td\n文字\ne\tf\n\fg\th\n　\n');
    expect(textsOf(read)).toEqual([[['a', 'b']], [['c', 'd']], [['e', 'f']], [['g', 'h']]]);
    expect(linesOutside(read)).toEqual(['文字']);
    expect(read.value.grids.map(({ before }) => before.length)).toEqual([0, 0, 1, 0]);
  });

  it('keeps a row of nothing but tabs as a row', async () => {
    expect(textsOf(await readText(adapter, 'a\tb\n\t\t\nc\td'))).toEqual([
      [
        ['a', 'b'],
        ['', '', ''],
        ['c', 'd'],
      ],
    ]);
  });

  it('counts columns and lines from the right numbers, whatever ends a line', async () => {
    const read = await readText(adapter, 'x\r\n\r\n\ta\r\tb\n');
    expect(read.value.grids[0]?.cells.map(({ origins }) => origins[0])).toEqual([
      { table: 0, row: 0, column: 0, line: 3 },
      { table: 0, row: 0, column: 1, line: 3 },
      { table: 0, row: 1, column: 0, line: 4 },
      { table: 0, row: 1, column: 1, line: 4 },
    ]);
    expect(linesOutside(read)).toEqual(['x']);
  });

  it('joins what stands beyond the cap on columns', async () => {
    const read = await readText(adapter, `名\t${'1\t'.repeat(10_000)}末\n短\t行\n`);
    expect(read.value.grids[0]?.columns).toBe(limits.columns);
    expect(read.value.grids[0]?.cells[limits.columns - 1]?.text).toMatch(/^1\t1\t.*\t末$/);
    expect(read.notes).toEqual([
      {
        code: 'row-too-wide',
        severity: 'warning',
        stage: 'format',
        data: { rows: 1, limit: limits.columns },
        refs: [{ table: 0, row: 0, line: 1 }],
      },
    ]);
    expect(account(read).found).toBe(account(read).total);
  });
});
