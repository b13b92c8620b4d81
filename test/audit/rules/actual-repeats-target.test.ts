import { describe, expect, it } from 'vitest';
import { found, summary } from '../../support/audit/findings.ts';

const rule = 'actual-repeats-target';
const form = (target: string, actual: string) => ({ indicators: [{ target, actual }] });

describe('actual-repeats-target', () => {
  it.each([
    ['≥12个', '≥12个'],
    ['=1次', '=1次'],
    ['>99%', '＞99%'],
    ['人均≥0.3万', '人均≥0.3万'],
    ['100万以上', '100万以上'],
    ['≥ 95%', '≥95%'],
  ])('notes %s with %s', (target, actual) => {
    expect(found(rule, form(target, actual))).toMatchObject([
      { path: '/indicators/0/actual', severity: 'info' },
    ]);
  });

  it.each([
    ['≥12个', '12个'],
    ['≥8个', '≥12个'],
    ['13人', '13人'],
    ['良好', '良好'],
    ['5-10年', '5-10年'],
    ['', ''],
  ])('accepts %s with %s', (target, actual) => {
    expect(found(rule, form(target, actual))).toEqual([]);
  });

  it('shows the cell', () => {
    expect(summary(found(rule, form('≥12个', '≥12个')))).toEqual([
      '/indicators/0/actual ≥12个 → -',
    ]);
  });
});
