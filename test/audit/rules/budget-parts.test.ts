import { describe, expect, it } from 'vitest';
import { audit, found, remarks, summary } from '../../support/audit/findings.ts';

const rule = 'budget-parts';
const form = (budget: string | null, fiscal: string | null, other: string | null) => ({ kind: 'target' as const, funds: { budget, fiscal, other } });

describe('budget-parts', () => {
  it.each([['5.60', '5.60', '0'], ['100', '60.5', '39.50'], ['5.60', '5.60', null], ['0', '0', '0'], ['0.30000000000000004', '0.1', '0.2']])(
    'accepts %s = %s + %s', (budget, fiscal, other) => {
      expect([...found(rule, form(budget, fiscal, other)), ...remarks(rule, form(budget, fiscal, other))]).toEqual([]);
    });

  it.each([['5.61', '5.60', '0', '5.60'], ['5.59', '5.60', null, '5.60'], ['100', '60', '39.99', '99.99'], ['100', null, '100.01', '100.01']])(
    'rejects %s = %s + %s', (budget, fiscal, other, expected) => {
      expect(summary(found(rule, form(budget, fiscal, other)))).toEqual([`/funds/budget ${budget} → ${expected}`]);
      expect(found(rule, form(budget, fiscal, other))).toMatchObject([{ severity: 'error', range: [expected, expected] }]);
    });

  it.each([['56000', '5.6', '0', '万元/元'], ['56', '5.6', '0', '×10'], ['560', '5.6', '0', 'lost decimal point'], ['7', '5.6', '0', null], ['5.7', '5.6', '0', 'rounding of the parts'], ['7', '5', '1', null], ['15.6', '5.6', '1', '×10']])(
    '%s for %s + %s has the hint %s', (budget, fiscal, other, hint) => {
      expect(found(rule, form(budget, fiscal, other))[0]?.hint).toBe(hint);
    });

  it('cannot check where a blank is needed, and says what would close the sum', () => {
    expect(remarks(rule, form('10', '8', null))).toMatchObject([{ message: '无法核对：缺其他资金；其他资金若为 2，合计即相符', hint: 'a blank would close the sum' }]);
    expect(remarks(rule, form('10', null, null))).toMatchObject([{ hint: null }]);
    expect(remarks(rule, form('0', null, null))).toHaveLength(1);
    expect(remarks(rule, form(null, '8', '2'))).toHaveLength(1);
    expect(found(rule, form('0', '8', '2'))).toEqual([]);
    expect(remarks(rule, form('0', '8', '2'))).toHaveLength(1);
  });

  it('cannot check a form that was cut off', () => {
    expect(found(rule, form('10', '8', '1'), { sources: [{ complete: false }] })).toEqual([]);
  });

  it('has nothing to say of a self-evaluation form', () => {
    expect(audit({}).findings.filter((finding) => finding.rule === rule)).toEqual([]);
  });
});
