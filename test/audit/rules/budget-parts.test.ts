import { describe, expect, it } from 'vitest';
import { audit, found, remarks, summary } from '../../support/audit/findings.ts';

const rule = 'budget-parts';
const form = (budget: string | null, fiscal: string | null, other: string | null) => ({
  kind: 'target' as const,
  funds: { budget, fiscal, other },
});

describe('budget-parts', () => {
  it.each([
    ['5.60', '5.60', '0'],
    ['100', '60.5', '39.50'],
    ['5.60', '5.60', null],
    ['0', '0', '0'],
    ['0.30000000000000004', '0.1', '0.2'],
  ])('accepts %s = %s + %s', (budget, fiscal, other) => {
    expect([
      ...found(rule, form(budget, fiscal, other)),
      ...remarks(rule, form(budget, fiscal, other)),
    ]).toEqual([]);
  });

  it.each([
    ['5.61', '5.60', '0', '5.60'],
    ['5.59', '5.60', null, '5.60'],
    ['100', '60', '39.99', '99.99'],
    ['100', null, '100.01', '100.01'],
    ['0', '8', '2', '10'],
  ])('rejects %s = %s + %s', (budget, fiscal, other, expected) => {
    expect(summary(found(rule, form(budget, fiscal, other)))).toEqual([
      `/funds/budget ${budget} → ${expected}`,
    ]);
    expect(found(rule, form(budget, fiscal, other))).toMatchObject([
      { severity: 'error', range: [expected, expected] },
    ]);
  });

  it.each([
    ['56000', '5.6', '0', '万元/元'],
    ['56', '5.6', '0', '×10'],
    ['560', '5.6', '0', 'lost decimal point'],
    ['7', '5.6', '0', null],
    ['5.7', '5.6', '0', 'rounding of the parts'],
    ['7', '5', '1', null],
    ['15.6', '5.6', '1', '×10'],
  ])('%s for %s + %s has the hint %s', (budget, fiscal, other, hint) => {
    expect(found(rule, form(budget, fiscal, other))[0]?.hint).toBe(hint);
  });

  it('warns where a blank is needed, and says what would close the sum', () => {
    expect(found(rule, form('10', '8', null))).toMatchObject([
      {
        message: '预算数印为 10，各来源资金之和 8；其他资金若为 2，合计即相符',
        hint: 'a blank would close the sum',
        severity: 'warning',
      },
    ]);
    expect(remarks(rule, form('10', null, null))).toMatchObject([{ hint: null }]);
    expect(remarks(rule, form('0', null, null))).toHaveLength(1);
    expect(remarks(rule, form(null, '8', '2'))).toHaveLength(1);
  });

  it('names a blank once, though the form prints its label among the others too', () => {
    const sketch = { ...form('10', '8', null), extras: [{ label: '其他资金', value: '' }] };
    expect(found(rule, sketch)).toMatchObject([
      {
        hint: 'a blank would close the sum',
        message: '预算数印为 10，各来源资金之和 8；其他资金若为 2，合计即相符',
      },
    ]);
  });

  it('cannot check a form that was cut off', () => {
    expect(found(rule, form('10', '8', '1'), { sources: [{ complete: false }] })).toEqual([]);
  });

  const carried = (
    budget: string,
    fiscal: string,
    other: string | null,
    ...extras: [label: string, value: string][]
  ) => ({
    ...form(budget, fiscal, other),
    extras: extras.map(([label, value]) => ({ label, value })),
  });

  it.each([
    ['a source of its own', carried('860.00', '800.00', '0.00', ['上年结转资金', '60.00'])],
    [
      'a part of another source',
      carried('860.00', '860.00', '0.00', ['其中：上年结转资金', '60.00']),
    ],
    ['one of several', carried('870', '800', '0', ['上年结转资金', '60'], ['单位资金', '10'])],
    ['a blank beside a whole sum', carried('800', '800', '0', ['上年结转资金', ''])],
    [
      "some of two years' sources",
      carried('860', '800', '0', ['上年结转资金', '180'], ['上年结转资金', '60']),
    ],
    [
      'more of them than are tried one by one',
      carried(
        '809',
        '800',
        null,
        ...Array.from({ length: 9 }, () => ['单位资金', '1'] as [string, string]),
      ),
    ],
  ])('takes a carry-over that the form prints for %s', (_name, sketch) => {
    expect([...found(rule, sketch), ...remarks(rule, sketch)]).toEqual([]);
  });

  it('finds a carry-over that does not fit, and takes nothing else for a source', () => {
    expect(
      summary(found(rule, carried('860.00', '800.00', '0.00', ['上年结转资金', '50.00']))),
    ).toEqual(['/funds/budget 860.00 → 850.00']);
    expect(
      summary(found(rule, carried('860.00', '800.00', '0.00', ['执行率分值', '60.00']))),
    ).toEqual(['/funds/budget 860.00 → 800.00']);
    expect(
      summary(found(rule, carried('860.00', '800.00', '0.00', ['上年结转资金', '见附件']))),
    ).toEqual(['/funds/budget 860.00 → 800.00']);
  });

  it('warns where the carry-over is needed and blank', () => {
    const sketch = carried('860.00', '800.00', '0.00', ['上年结转资金', '']);
    expect(found(rule, sketch)).toMatchObject([{ severity: 'warning', expected: '800.00' }]);
  });

  it('has nothing to say of a self-evaluation form', () => {
    expect(audit({}).findings.filter((finding) => finding.rule === rule)).toEqual([]);
  });
});
