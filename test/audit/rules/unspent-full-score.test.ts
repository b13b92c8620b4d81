import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';
import type { IndicatorSketch } from '../../support/audit/forms.ts';

const rule = 'unspent-full-score';

const output = { weight: '50', score: '50' };
const benefit = { level1: '效益指标', level2: '社会效益指标', weight: '30', score: '30' };
const cost = { level2: '成本指标', weight: '10', score: '0' };
const form = (executed: string, ...indicators: IndicatorSketch[]) => ({
  funds: { rows: [{ annualBudget: '16.8', executed }] },
  indicators,
});

describe('unspent-full-score', () => {
  it('warns where less than half was spent and all was reached, whatever the costs score', () => {
    expect(found(rule, form('0', output, benefit, cost))).toMatchObject([
      {
        path: '/funds/rows/0/executed',
        severity: 'warning',
        message: '年度资金总额只执行 0.00%（0 ÷ 16.8），产出、效益的 2 项指标却全部得满分',
      },
    ]);
    expect(found(rule, form('8.39', output, benefit))).toHaveLength(1);
  });

  it.each([
    ['half of it spent', form('8.4', output, benefit)],
    ['an output that lost points', form('0', { ...output, score: '40' }, benefit)],
    ['a benefit that lost points', form('0', output, { ...benefit, score: '29.99' })],
    ['no output', form('0', benefit, benefit)],
    ['one row', form('0', output)],
    [
      'what the rate denies',
      {
        ...form('0', output, benefit),
        funds: { rows: [{ annualBudget: '100', executed: '9', executionRate: '95' }] },
      },
    ],
    [
      'an execution rate in full',
      form('0', { ...output, level3: '预算执行率' }, { ...benefit, score: '20' }),
    ],
    ['no budget', { ...form('0', output, benefit), funds: { rows: [{ executed: '0' }] } }],
  ])('accepts %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
  });

  it('takes its threshold from the configuration', () => {
    const config = { lowExecution: '60' };
    expect(found(rule, form('9', output, benefit), { config })).toHaveLength(1);
  });
});
