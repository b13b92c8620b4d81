import { describe, expect, it } from 'vitest';
import type { TableDocument } from '../../src/model/index.ts';
import { checkAccounting } from '../../src/pipeline/accounting.ts';
import { deepFreeze } from '../support/freeze.ts';

/** 4 characters in a line before, 3 in a cell, 2 in a line after, 5 of markup. */
const document = deepFreeze<TableDocument>({
  format: 'tabbed',
  pages: null,
  grids: [
    {
      id: 0,
      page: null,
      rows: 1,
      columns: 1,
      cells: [{ text: ' 一 二\n三', row: 0, column: 0, rowSpan: 1, columnSpan: 1, origins: [] }],
      geometry: 'ordinal',
      before: [{ text: '自评 表𠮷', origin: { line: 1 } }],
    },
  ],
  after: [{ text: '完。\u3000', origin: { line: 3 } }],
  characters: { total: 14, markup: 5 },
});
const sums = { total: 14, placed: 3, labels: 1, outside: 4, markup: 5, unplaced: 1 };

describe('checkAccounting', () => {
  it('says nothing where every character is accounted for', () => {
    expect(checkAccounting(document, sums)).toEqual([]);
  });

  it('tells what the readers lost', () => {
    expect(checkAccounting(document, { ...sums, placed: 2 })).toEqual([
      {
        code: 'accounting-mismatch',
        severity: 'error',
        stage: 'forms',
        data: { total: 14, sum: 13 },
        refs: [],
      },
    ]);
  });

  it('tells what the adapter lost, though the readers account for all that it gave', () => {
    const more = deepFreeze({ ...document, characters: { total: 15, markup: 5 } });
    expect(checkAccounting(more, { ...sums, total: 15, placed: 4 })).toEqual([
      {
        code: 'accounting-mismatch',
        severity: 'error',
        stage: 'format',
        data: { total: 15, sum: 14 },
        refs: [],
      },
    ]);
  });
});
