import { describe, expect, it } from 'vitest';
import { audit, found, remarks, summary } from '../../support/audit/findings.ts';
import type { FundRow } from '../../../src/schema/index.ts';

const rule = 'execution-indicator';
const jiading: Partial<FundRow>[] = [
  { annualBudget: '1298900.00', executed: '1248337.38', executionRate: '96.11' },
  {
    source: 'fiscal',
    label: '其中：当年财政拨款',
    annualBudget: '1263800',
    executed: '1229137.38',
  },
];
const form = (actual: string, level3 = '预算执行率', rows: Partial<FundRow>[] = jiading) => ({
  funds: { rows },
  indicators: [{ level3, actual }],
});

describe('execution-indicator', () => {
  it.each(['96.11%', '96.10%', '96%', '97%', '96.1%', '97.26%', '≥96%', '>95%', '≤97%', '≥96.11%'])(
    'accepts %s',
    (actual) => {
      expect(found(rule, form(actual))).toEqual([]);
    },
  );

  it.each(['96.09%', '96.12%', '99%', '≥98.3%', '>99%', '≤50%', '100%'])(
    'warns of %s',
    (actual) => {
      expect(found(rule, form(actual))).toMatchObject([
        { path: '/indicators/0/actual', expected: '96.11', severity: 'warning' },
      ]);
    },
  );

  it.each(['6月底预算执行率', '三公经费预算执行率', '课时执行率', '合同执行率'])(
    'leaves %s alone',
    (level3) => {
      expect(found(rule, form('62%', level3))).toEqual([]);
    },
  );

  it.each(['项目资金执行率', '2024年度预算执行率（%）', '全年预算执行率'])(
    'checks %s',
    (level3) => {
      expect(found(rule, form('62%', level3))).toHaveLength(1);
    },
  );

  it('looks at a long name once', () => {
    const started = performance.now();
    expect(found(rule, form('62%', `${'全年'.repeat(40)}执行率x`))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('finds a sign that the funds table refutes (Jiading 2022)', () => {
    expect(found(rule, form('>99%'))[0]?.message).toBe(
      '指标“预算执行率”的完成值印为 >99%，按资金表执行率为 96.11%',
    );
  });

  it.each([
    ['合同执行率', '50%'],
    ['预算完成情况', '50%'],
    ['预算执行率', '良好'],
    ['预算执行率', '50次'],
    ['预算执行率', '90%左右'],
  ])('says nothing of %s %s', (level3, actual) => {
    expect(found(rule, form(actual, level3))).toEqual([]);
  });

  it('falls back on the printed rate where amounts are blank', () => {
    expect(found(rule, form('96.11%', '资金执行率', [{ executionRate: '96.11' }]))).toEqual([]);
    expect(summary(found(rule, form('98%', '资金执行率', [{ executionRate: '96.11' }])))).toEqual([
      '/indicators/0/actual 98 → 96.11',
    ]);
  });

  it('counts a rate that one row gives to the last digit as exact', () => {
    const rows: Partial<FundRow>[] = [
      { annualBudget: '100', executed: '50' },
      { source: 'fiscal', label: '财政拨款', annualBudget: '40', executed: '30' },
    ];
    const rounded = (actual: string): number =>
      audit(form(actual, '预算执行率', rows)).checks.withinRounding;
    expect([rounded('50%'), rounded('75%'), rounded('50.4%')]).toEqual([0, 0, 0]);
    expect(rounded('51%') - rounded('50%')).toBe(0);
    expect(
      audit(form('96%')).checks.withinRounding - audit(form('良好')).checks.withinRounding,
    ).toBe(1);
  });

  it('names a rate that is printed as a fraction', () => {
    expect(found(rule, form('0.96%'))[0]?.hint).toBe('rate printed as a fraction');
  });

  it('cannot check without a rate', () => {
    expect(
      remarks(rule, form('98%', '预算执行率', [{ annualBudget: '0', executed: '0' }])),
    ).toMatchObject([{ path: '/indicators/0/actual' }]);
  });
});
