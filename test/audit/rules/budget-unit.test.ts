import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';

const rule = 'budget-unit';

const row = (initialBudget: string | null, annualBudget: string, more: object = {}) => ({
  initialBudget,
  annualBudget,
  ...more,
});

describe('budget-unit', () => {
  it('warns of an initial budget of a thousand times the annual one, once a form', () => {
    const part = row('100000', '10', { source: 'fiscal' });
    expect(found(rule, { funds: { rows: [row('100000.5', '10'), part] } })).toMatchObject([
      {
        path: '/funds/rows/0/initialBudget',
        severity: 'warning',
        message:
          '年度资金总额的年初预算数 100000.5 是全年预算数 10 的 约 10000 倍；像是万元与元混用',
      },
    ]);
  });

  it.each([
    ['a budget cut to a hundredth', row('1000', '10')],
    ['no initial budget', row('0', '10')],
    ['a blank', row(null, '10')],
    ['no budget left', row('1000', '0')],
    ['what is left of a carry-over', row('7.5', '0.00000001', { source: 'carryover' })],
  ])('accepts %s', (_name, one) => {
    expect(found(rule, { funds: { rows: [one] } })).toEqual([]);
  });
});
