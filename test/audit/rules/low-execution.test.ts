import { describe, expect, it } from 'vitest';
import { found, remarks } from '../../support/audit/findings.ts';
import type { FormSketch } from '../../support/audit/forms.ts';

const rule = 'low-execution';

const form = (executed: string, more: FormSketch = {}): FormSketch => ({
  funds: { rows: [{ annualBudget: '100', executed }] },
  ...more,
});

describe('low-execution', () => {
  it('tells less than nine tenths without any reason', () => {
    expect(found(rule, form('89.9'))).toMatchObject([
      { path: '/funds/rows/0/executed', severity: 'info', printed: '89.9' },
    ]);
  });

  it.each([
    ['nine tenths', form('90')],
    [
      'what the rate denies',
      form('', { funds: { rows: [{ annualBudget: '100', executed: '9', executionRate: '95' }] } }),
    ],
    [
      'rounded amounts that may be nine tenths',
      form('', { funds: { rows: [{ annualBudget: '10.1', executed: '9.0' }] } }),
    ],
    ['a reason in a row', form('50', { indicators: [{ deviation: '部分资金未支付' }] })],
    ['a reason of the form', form('50', { extras: [{ label: '存在问题', value: '支付较慢' }] })],
    ['an account that gives a cause', form('50', { goal: { actual: '受疫情影响，少办两期。' } })],
  ])('accepts %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
  });

  it('cannot ask for a reason where the form has no place for one', () => {
    const columns = { funds: [], indicators: ['weight', 'score'] };
    expect(remarks(rule, form('50'), { sources: [{ columns }] })).toHaveLength(1);
  });

  it('takes its threshold from the configuration', () => {
    expect(found(rule, form('85'), { config: { explainedExecution: '80' } })).toEqual([]);
  });
});
