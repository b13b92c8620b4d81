import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';

const rule = 'overspent';

const rows = (...all: object[]) => ({ funds: { rows: all } });

describe('overspent', () => {
  it('warns of more executed than budgeted, of the total alone where it is over', () => {
    const over = { annualBudget: '100', executed: '120' };
    expect(found(rule, rows(over, { ...over, source: 'fiscal', label: '财政拨款' }))).toMatchObject(
      [{ path: '/funds/rows/0/executed', severity: 'warning', printed: '120', hint: null }],
    );
  });

  it('warns of the first source that is over where the total is not', () => {
    const found1 = found(
      rule,
      rows(
        { annualBudget: '100', executed: '100' },
        { source: 'fiscal', label: '财政拨款', annualBudget: '50', executed: '60' },
        { source: 'other', label: '其他资金', annualBudget: '0', executed: '40' },
      ),
    );
    expect(found1).toMatchObject([{ path: '/funds/rows/1/executed' }]);
  });

  it('warns of what was executed without a budget', () => {
    expect(found(rule, rows({ annualBudget: '0', executed: '5' }))).toHaveLength(1);
  });

  it('warns where the rate says so too, as a fraction as well', () => {
    const over = { annualBudget: '100', executed: '120' };
    expect(found(rule, rows({ ...over, executionRate: '120' }))).toHaveLength(1);
    expect(found(rule, rows({ ...over, executionRate: '1.2' }))).toHaveLength(1);
  });

  it('only tells a little more, by the threshold of the configuration', () => {
    const over = rows({ annualBudget: '100', executed: '102' });
    expect(found(rule, over)).toMatchObject([{ severity: 'info' }]);
    expect(found(rule, over, { config: { overspent: '100' } })).toMatchObject([
      { severity: 'warning' },
    ]);
    const off = { config: { rules: { overspent: 'off' as const } } };
    expect(found(rule, over, off)).toEqual([]);
  });

  it('names the units where it is ten thousand times as much', () => {
    expect(found(rule, rows({ annualBudget: '12.5', executed: '118000' }))).toMatchObject([
      { hint: '万元/元' },
    ]);
  });

  it.each([
    ['all of it', { annualBudget: '100', executed: '100.00' }],
    ['less', { annualBudget: '100', executed: '99' }],
    [
      'what the rate denies: execution-rate tells it',
      { annualBudget: '100', executed: '1000', executionRate: '100' },
    ],
    ['nothing of nothing', { annualBudget: '0', executed: '0' }],
    ['a difference of rounding', { annualBudget: '4.8', executed: '4.80' }],
    ['blanks', { annualBudget: null, executed: '5' }],
    ['what was carried over', { source: 'carryover', annualBudget: '0', executed: '5' }],
  ])('accepts %s', (_name, row) => {
    expect(found(rule, rows(row))).toEqual([]);
  });
});
