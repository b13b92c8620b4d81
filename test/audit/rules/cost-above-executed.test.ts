import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';
import type { IndicatorSketch } from '../../support/audit/forms.ts';

const rule = 'cost-above-executed';

const form = (executed: string, ...indicators: IndicatorSketch[]) => ({
  funds: { rows: [{ annualBudget: '5', executed }] },
  indicators: indicators.map((one) => ({ level2: '成本指标', ...one })),
});
const total = { level3: '项目总成本', target: '≤5万元' };

describe('cost-above-executed', () => {
  it('warns of a total cost above what was spent', () => {
    expect(found(rule, form('3.2115', { ...total, actual: '5万元' }))).toMatchObject([
      {
        path: '/indicators/0/actual',
        severity: 'warning',
        message: '指标“项目总成本”的完成值 5万元 大于年度资金总额的全年执行数 3.2115万元',
      },
    ]);
    expect(found(rule, form('3.2115', { ...total, actual: '50000元' }))).toHaveLength(1);
  });

  it('takes the only cost that is the whole budget for one of the project', () => {
    const cost = { level3: '办公费、活动经费', target: '5万', actual: '5万' };
    expect(found(rule, form('3.2115', cost))).toHaveLength(1);
    expect(found(rule, form('3.2115', cost, { level3: '印刷费', target: '1万' }))).toEqual([]);
    expect(found(rule, form('3.2115', { ...cost, target: '4万' }))).toEqual([]);
  });

  it.each([
    ['all that was spent', '3.2115', { ...total, actual: '3.2115万元' }],
    ['the same in 元', '3.2115', { ...total, actual: '32115元' }],
    ['the amount rounded', '3.49994', { ...total, actual: '3.5万元' }],
    ['less', '3.2115', { ...total, actual: '3万元' }],
    ['a bound', '3.2115', { ...total, actual: '≤5万元' }],
    ['a cost of one', '3.2115', { level3: '人均培训总成本', actual: '5万元' }],
    ['a cost to others', '3.2115', { ...total, level2: '社会成本指标', actual: '5万元' }],
    ['what is no cost', '3.2115', { ...total, level2: '数量指标', actual: '5万元' }],
    ['a share', '3.2115', { ...total, actual: '100%' }],
  ])('accepts %s', (_name, executed, indicator) => {
    expect(found(rule, form(executed, indicator))).toEqual([]);
  });
});
