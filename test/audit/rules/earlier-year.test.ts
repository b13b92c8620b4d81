import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';
import type { FormSketch } from '../../support/audit/forms.ts';

const rule = 'earlier-year';

const form = (target: string, actual: string, year = 2024): FormSketch => ({
  year,
  indicators: [{ level3: '任职时间', target, actual }],
});

describe('earlier-year', () => {
  it('warns of dates of the year before, once a form', () => {
    const date = '2023年1月1日-12月31日';
    expect(found(rule, form(date, date))).toMatchObject([
      {
        path: '/indicators/0/target',
        severity: 'warning',
        message: `指标“任职时间”的指标值 ${date} 早于本表年度 2024`,
      },
    ]);
    expect(found(rule, form('2024年12月', '2023年11月20日'))).toMatchObject([
      { path: '/indicators/0/actual' },
    ]);
    const indicators = [
      { target: date, actual: '完成' },
      { target: date, actual: '完成' },
    ];
    expect(found(rule, { year: 2024, indicators })[0]?.message).toContain('另有 1 行');
  });

  it('looks at target forms too', () => {
    const indicators = [{ target: '2023年12月31日前' }];
    expect(found(rule, { kind: 'target', year: 2024, indicators })).toHaveLength(1);
  });

  it.each([
    ['this year', form('2024年12月31日前', '2024年11月')],
    ['a span of years', form('2023年7月-2024年6月', '2023年7月-2024年6月')],
    ['a year without a month', form('比2023年增加', '比2023年增加')],
    ['no year', form('12月31日前', '12月')],
    ['a later year', form('2025年6月', '2024年12月')],
  ])('accepts %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
  });

  it('says nothing where the form has no year', () => {
    expect(found(rule, { indicators: [{ target: '2023年12月' }] })).toEqual([]);
  });
});
