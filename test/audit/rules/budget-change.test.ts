import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';
import type { FormSketch } from '../../support/audit/forms.ts';

const rule = 'budget-change';

const form = (initialBudget: string | null, annualBudget: string): FormSketch => ({
  funds: { rows: [{ initialBudget, annualBudget }] },
});

describe('budget-change', () => {
  it.each([
    ['20', '12', '减少 40%'],
    ['100', '130', '增加 30%'],
    ['3', '2', '减少 33.33%'],
    ['5', '0', '减少 100%'],
  ])('tells %s that became %s', (initial, annual, words) => {
    const [finding] = found(rule, form(initial, annual));
    expect(finding).toMatchObject({ path: '/funds/rows/0/annualBudget', severity: 'info' });
    expect(finding?.message).toContain(words);
  });

  it.each([
    ['a smaller change', form('100', '129.99')],
    ['no initial budget', form('0', '100')],
    ['a blank', form(null, '100')],
    ['another unit', form('1500000', '150')],
    ['a reason in a row', { ...form('20', '12'), indicators: [{ deviation: '项目压减' }] }],
    [
      'a reason in a row of the form',
      { ...form('20', '12'), extras: [{ label: '未完成原因', value: '项目推迟' }] },
    ],
    [
      'an account of it',
      { ...form('20', '12'), goal: { actual: '年中压减经费8万元，完成培训。' } },
    ],
  ])('accepts %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
  });

  it('takes its threshold from the configuration', () => {
    expect(found(rule, form('20', '12'), { config: { budgetChange: '50' } })).toEqual([]);
  });
});
