import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';

const rule = 'negative-amount';

describe('negative-amount', () => {
  it('warns once a form', () => {
    const row = { annualBudget: '10', executed: '-2' };
    expect(found(rule, { funds: { rows: [row, row] } })).toMatchObject([
      {
        path: '/funds/rows/0/executed',
        severity: 'warning',
        message: '年度资金总额的全年执行数 -2 小于零（另有 1 处负数）',
      },
    ]);
  });

  it('looks at target forms too', () => {
    const target = (budget: string) => ({ kind: 'target' as const, funds: { budget } });
    expect(found(rule, target('-5.6'))).toMatchObject([{ path: '/funds/budget' }]);
    expect(found(rule, target('5.6'))).toEqual([]);
  });

  it.each([{ executed: '0' }, { executed: '-0.00' }, { executed: null }])('accepts %o', (row) => {
    expect(found(rule, { funds: { rows: [row] } })).toEqual([]);
  });
});
