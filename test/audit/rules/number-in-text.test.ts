import { describe, expect, it } from 'vitest';
import { found, summary } from '../../support/audit/findings.ts';

const rule = 'number-in-text';
const form = (actual: string | null) => ({
  goal: { actual },
  funds: { rows: [{ annualBudget: '898500.00', executed: '870036.5' }] },
});

describe('number-in-text', () => {
  it.each(['870036.5', '870,036.50', '100%', '98', '12.5万元', '１００％'])(
    'warns of %s',
    (text) => {
      expect(summary(found(rule, form(text)))).toEqual([`/goal/actual ${text} → -`]);
    },
  );

  it.each([null, '', '已完成', '培训7个班', '1.完成；2.完成', '无'])('accepts %s', (text) => {
    expect(found(rule, form(text))).toEqual([]);
  });

  it('names the amount that it repeats (Jiading 2022)', () => {
    expect(found(rule, form('870,036.50'))).toMatchObject([
      {
        severity: 'warning',
        hint: 'neighbouring cell',
        message: '实际完成情况只印了一个数字：870,036.50；与相邻的全年执行数相同',
      },
    ]);
    const rows = [
      { executed: '870036.5' },
      { source: 'other' as const, label: '其他资金', executed: '0' },
      { source: 'carryover' as const, label: '上年结转资金' },
    ];
    expect(found(rule, { goal: { actual: '870036.5' }, funds: { rows } })[0]?.hint).toBe(
      'neighbouring cell',
    );
    expect(found(rule, { goal: { actual: '0' }, funds: { rows } })[0]?.hint).toBeNull();
    expect(found(rule, form('870036.4'))[0]?.hint).toBeNull();
    expect(found(rule, form('0'))[0]?.hint).toBeNull();
  });
});
