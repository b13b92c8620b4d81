import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';

const rule = 'unit-conflict';

const row = (target: string, actual: string) => ({ indicators: [{ target, actual }] });

describe('unit-conflict', () => {
  it.each([
    ['15万元', '100%'],
    ['100%', '12场'],
    ['≥10场', '95%'],
    ['≤5万元', '3人'],
    ['5万元', '4.8元'],
    ['50000元', '4.8万元'],
    ['≥3万人次', '3.2人次'],
  ])('warns of %s beside %s', (target, actual) => {
    // 50000 and 4.8 are far apart as printed: they were converted.
    const expected =
      target === '50000元' ? [] : [{ path: '/indicators/0/actual', severity: 'warning' }];
    expect(found(rule, row(target, actual))).toMatchObject(expected);
  });

  it('names the units of money', () => {
    expect(found(rule, row('5万元', '4.8元'))).toMatchObject([{ hint: '万元/元' }]);
    expect(found(rule, row('≥3万人次', '3.2人次'))).toMatchObject([{ hint: null }]);
  });

  it.each([
    ['the same unit', '5万元', '4.8万元'],
    ['a unit that only one prints', '≥95%', '96'],
    ['what is converted', '5万元', '48000元'],
    ['counts of other names', '12场', '15次'],
    ['万, which may count anything', '≥0.24万', '0.3万元'],
    ['units unknown here', '30天', '20工作日'],
    ['words', '5万元', '按计划'],
    ['nothing', '5万元', '0%'],
  ])('accepts %s', (_name, target, actual) => {
    expect(found(rule, row(target, actual))).toEqual([]);
  });
});
