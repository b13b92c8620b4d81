import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';
import type { FormSketch } from '../../support/audit/forms.ts';

const rule = 'late-completion';

const form = (target: string, actual: string, more: object = {}): FormSketch => ({
  year: 2024,
  indicators: [{ target, actual, weight: '10', score: '10', ...more }],
});

describe('late-completion', () => {
  it.each([
    ['2024年12月31日前', '2025年1月15日'],
    ['12月底前完成', '2025年1月'],
    ['6月30日前', '7月2日'],
    ['2024年6月', '2024年7月1日'],
    ['2024年1月1日-6月30日', '2024年1月1日-9月30日'],
    ['2024年底', '2025.03.10'],
    ['≤2024-06-30', '2024-07-15'],
  ])('warns of a full score for %s done on %s', (target, actual) => {
    expect(found(rule, form(target, actual))).toMatchObject([
      { path: '/indicators/0/actual', severity: 'warning', printed: actual },
    ]);
  });

  it.each([
    ['in time', form('2024年12月31日前', '2024年12月31日')],
    ['the same words', form('1月1日-12月31日', '1月1日-12月31日')],
    ['the month of the deadline', form('6月底前', '2024年6月')],
    ['every month', form('每月10日前', '每月在12日之前')],
    ['a time that it takes', form('6个月', '7个月')],
    ['figures with points', form('3.5', '4.5')],
    ['figures', form('10场', '12场')],
    ['late, with points taken off', form('6月30日前', '7月2日', { score: '8' })],
    ['words', form('6月30日前', '按时完成')],
  ])('accepts %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
  });
});
