import { describe, expect, it } from 'vitest';
import { neededAmounts } from '../../src/audit/needed-amounts.ts';
import type { FundRow } from '../../src/schema/index.ts';

const row = (
  source: FundRow['source'],
  label: string,
  amounts: readonly (string | null)[],
  executionRate: string | null = null,
): FundRow => {
  const [initialBudget = null, annualBudget = null, executed = null] = amounts;
  return {
    source,
    label,
    initialBudget,
    annualBudget,
    executed,
    weight: null,
    executionRate,
    score: null,
  };
};
const needed = (...rows: FundRow[]): string[] =>
  neededAmounts(rows).map(({ index, column }) => `${String(index)} ${column}`);

describe('an amount left blank is needed', () => {
  it('in a total whose parts print it, or whose rate was reckoned from it', () => {
    const part = row('fiscal', '财政拨款', ['10', '10', '9']);
    expect(needed(row('total', '合计', ['10', null, '9']), part)).toEqual(['0 annualBudget']);
    const alone = row('total', '合计', ['10', '10', null], '90');
    expect(needed(alone)).toEqual([]);
    expect(neededAmounts([alone], ['executed'])).toEqual([{ index: 0, column: 'executed' }]);
    expect(needed(row('total', '合计', [null, '10', '9'], '90'))).toEqual([]);
    expect(needed(row('total', '合计', [null, null, null]), part)).toEqual([]);
  });

  it('in a part that its column lacks, but not in a row that is blank throughout', () => {
    const total = row('total', '合计', ['10', '10', '9']);
    const fiscal = row('fiscal', '财政拨款', ['6', '6', '6']);
    expect(needed(total, fiscal, row('other', '其他资金', ['4', '4', null]))).toEqual([
      '2 executed',
    ]);
    expect(needed(total, fiscal, row('other', '其他资金', [null, null, null]))).toEqual([]);
  });

  it('in a part whose breakdown is filled', () => {
    expect(
      needed(
        row('total', '合计', ['10', '10', '9']),
        row('fiscal', '财政拨款', ['6', null, '6']),
        row('fiscal', '其中：中央补助', ['2', '2', '2']),
        row('fiscal', '省级补助', ['4', '4', '4']),
        row('other', '其他资金', ['4', '4', '3']),
      ),
    ).toContain('1 annualBudget');
  });
});
