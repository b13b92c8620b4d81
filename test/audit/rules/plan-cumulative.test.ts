import { describe, expect, it } from 'vitest';
import { found, remarks, summary } from '../../support/audit/findings.ts';

const rule = 'plan-cumulative';
const form = (...disbursementPlan: (string | null)[]) => ({
  kind: 'target' as const,
  disbursementPlan,
});

describe('plan-cumulative', () => {
  it.each([
    [['25.00', '50.00', '75.00', '100.00']],
    [['0', '0', '100', '100']],
    [['100']],
    [['25', null, '75', '100']],
    [['50', '100', null]],
    [[]],
    [['33', '100.00000000000001']],
  ])('accepts %o', (plan) => {
    expect([...found(rule, form(...plan)), ...remarks(rule, form(...plan))]).toEqual([]);
  });

  it.each([
    [['25', '20', '75', '100'], '/disbursementPlan/1/percent 20 → -', null],
    [['25', '50', null, '40', '100'], '/disbursementPlan/3/percent 40 → -', null],
    [['25', '50', '75', '99.99'], '/disbursementPlan/3/percent 99.99 → 100', null],
    [['25', '50', '75', '110'], '/disbursementPlan/3/percent 110 → 100', null],
    [
      ['25', '25', '25', '25'],
      '/disbursementPlan/3/percent 25 → 100',
      'shares instead of cumulative',
    ],
    [['40', '30', '30'], '/disbursementPlan/1/percent 30 → -', 'shares instead of cumulative'],
    [['0.25', '0.5', '1'], '/disbursementPlan/2/percent 1 → 100', 'rate printed as a fraction'],
    [['25', '50', '1000'], '/disbursementPlan/2/percent 1000 → 100', '×10'],
  ])('rejects %o', (plan, line, hint) => {
    expect(summary(found(rule, form(...plan)))).toEqual([line]);
    expect(found(rule, form(...plan))).toMatchObject([{ severity: 'error', hint }]);
  });

  it('names the step before one that falls', () => {
    expect(found(rule, form('25', '20', '100'))).toMatchObject([
      { range: ['25', '100'], message: '资金支出计划到6月底印为 20%，低于到3月底的 25%' },
    ]);
  });

  it('cannot check an end that is blank, or a form that was cut off', () => {
    expect(remarks(rule, form('25', null))).toMatchObject([
      { path: '/disbursementPlan/1/percent', message: '无法核对：缺6月底' },
    ]);
    expect(found(rule, form('25', '50'), { sources: [{ complete: false }] })).toEqual([]);
    expect(remarks(rule, form('25', '50'), { sources: [{ complete: false }] })).toHaveLength(1);
  });
});

describe('plan-cumulative, where the form is drawn up otherwise,', () => {
  const quarters = (end: string): string[] =>
    ['一', '二', '三', '四'].map((nth) => `${nth}季度${end}`);

  it('takes the shares of quarters for shares, unless their labels say that they are cumulative', () => {
    const shares = (end: string, ...percents: string[]) =>
      found(rule, { ...form(...percents), steps: quarters(end) });
    expect(shares('', '25', '25', '25', '25')).toEqual([]);
    expect(shares('', '40', '30', '20', '10')).toEqual([]);
    expect(shares('', '25', '50', '75', '100')).toEqual([]);
    expect(shares('', '25', '25', '25', '20')).toHaveLength(1);
    expect(shares('末', '25', '25', '25', '25')).toMatchObject([
      { hint: 'shares instead of cumulative' },
    ]);
  });

  it('asks nothing to be spent of nothing', () => {
    expect(found(rule, { ...form('0', '0'), funds: { budget: '0.00' } })).toEqual([]);
    expect(found(rule, { ...form('0', '0'), funds: { budget: '5.00' } })).toHaveLength(1);
    expect(found(rule, { ...form('0', '50'), funds: { budget: '0.00' } })).toHaveLength(1);
  });

  it('cannot check a plan in amounts', () => {
    const amounts = { ...form('2.5', '5', '10'), funds: { budget: '10.00' } };
    expect([found(rule, amounts), remarks(rule, amounts)]).toMatchObject([
      [],
      [{ path: '/disbursementPlan/2/percent' }],
    ]);
    expect(found(rule, { ...amounts, funds: { budget: '12' } })).toHaveLength(1);
  });
});
