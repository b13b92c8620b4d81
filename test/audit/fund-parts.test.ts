import { describe, expect, it } from 'vitest';
import type { FundRow } from '../../src/schema/index.ts';
import type { FormSketch } from '../support/audit/forms.ts';
import { found, remarks, summary } from '../support/audit/findings.ts';
import { form, same } from '../support/audit/fund-rows.ts';

const rule = 'fund-parts';

describe('fund-parts sees a habit in two columns, a slip in one:', () => {
  it('carry-over beside the total', () => {
    const apart = (executed: string, initial: string) =>
      form(
        { ...same('total', '年度资金总额', '100', '98'), initialBudget: initial },
        same('fiscal', '当年财政拨款', '100', executed),
        same('carryover', '上年结转资金', '20', '10'),
      );
    expect(found(rule, apart('98', '100'))).toEqual([]);
    expect(summary(found(rule, apart('98', '110')))).toEqual([
      '/funds/rows/0/initialBudget 110 → 100',
    ]);
    const once = form(
      same('total', '年度资金总额', '100', '98'),
      same('fiscal', '当年财政拨款', '100', '98'),
      { ...same('carryover', '上年结转资金', '0', '0'), annualBudget: '20' },
    );
    expect(summary(found(rule, once))).toEqual(['/funds/rows/0/annualBudget 100 → 120']);
  });

  it('parts that are not all listed', () => {
    const some = (label: string, executed: string) =>
      form(same('total', '年度资金总额', '100', '98'), same('fiscal', label, '80', executed));
    expect(found(rule, some('其中：财政拨款', '79'))).toEqual([]);
    expect(remarks(rule, some('其中：财政拨款', '79'))[0]?.message).toContain(
      '年度资金总额的年初预算数印为 100，“其中”只列出 80，未必列全；',
    );
    expect(found(rule, some('财政拨款', '79'))).toHaveLength(3);
    // Where one column closes, the parts are all.
    expect(summary(found(rule, some('其中：财政拨款', '98')))).toHaveLength(2);
  });
});

describe('fund-parts checks a breakdown that closes in two columns', () => {
  const row = (
    source: FundRow['source'],
    label: string,
    initialBudget: string | null,
    annualBudget: string | null,
    executed: string | null,
  ): Partial<FundRow> => ({ source, label, initialBudget, annualBudget, executed });
  const broken = (province: string | null, central = '50', annual = '30'): string[] =>
    summary(
      found(rule, {
        funds: {
          rows: [
            row('total', '资金总额', '100', '100', '90'),
            row('fiscal', '财政拨款', '90', '90', '80'),
            row('fiscal', '其中：中央补助', '60', '60', central),
            row('fiscal', '省级补助', '30', annual, province),
            row('other', '其他资金', '10', '10', '10'),
          ],
        },
      }),
    );

  it('at the part that it breaks down', () => {
    expect(broken('30')).toEqual([]);
    expect(broken('35')).toEqual(['/funds/rows/1/executed 80 → 85']);
    expect(broken('25')).toEqual(['/funds/rows/1/executed 80 → 75']);
  });

  it('and warns where it closes in only one, the other being zero', () => {
    const sketch = (province: string): FormSketch => ({
      funds: {
        rows: [
          row('total', '资金总额', '0', '100', '90'),
          row('fiscal', '财政拨款', '0', '90', '80'),
          row('fiscal', '其中：中央补助', '0', '60', '50'),
          row('fiscal', '省级补助', '0', '30', province),
          row('other', '其他资金', '0', '10', '10'),
        ],
      },
    });
    expect(found(rule, sketch('30'))).toEqual([]);
    expect(found(rule, sketch('35'))).toMatchObject([
      { path: '/funds/rows/1/executed', expected: '85', severity: 'warning' },
    ]);
  });

  it('and no other: one with a blank, or one that may list only some', () => {
    expect(broken(null, '85')).toEqual([]);
    expect(broken('35', '50', '20')).toEqual([]);
  });
});
