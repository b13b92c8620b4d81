import { describe, expect, it } from 'vitest';
import { found, remarks, summary } from '../../support/audit/findings.ts';

const rule = 'total-weight';
const form = (weight: string | null) => ({ total: { weight } });

describe('total-weight', () => {
  it.each(['100', '100.00', '100.00000000000001'])('accepts %s', (weight) => {
    expect(found(rule, form(weight))).toEqual([]);
  });

  it.each([
    ['99.99', null],
    ['110', null],
    ['10', '×10'],
    ['1', 'lost decimal point'],
  ])('warns of %s', (weight, hint) => {
    expect(summary(found(rule, form(weight)))).toEqual([`/total/weight ${weight} → 100`]);
    expect(found(rule, form(weight))).toMatchObject([{ severity: 'warning', hint }]);
  });

  it('takes another total from the configuration', () => {
    expect(found(rule, form('90'), { config: { totalWeight: '90' } })).toEqual([]);
    expect(found(rule, form('100'), { config: { totalWeight: '90' } })).toHaveLength(1);
  });

  it('adds the weights up where the total prints none', () => {
    const unprinted = (...weights: (string | null)[]) => ({
      funds: { rows: [{ weight: '10' }] },
      indicators: weights.map((weight) => ({ weight })),
    });
    expect([
      ...found(rule, unprinted('50', '40')),
      ...remarks(rule, unprinted('50', '40')),
    ]).toEqual([]);
    expect(found(rule, unprinted('50', '41'))).toMatchObject([
      {
        path: '/total/weight',
        printed: null,
        expected: '100',
        message: '总分的分值未印出，各项分值之和为 101，应为 100',
      },
    ]);
    expect(remarks(rule, unprinted('50', null))).toHaveLength(1);
    expect(found(rule, unprinted('50', '41'), { sources: [{ complete: false }] })).toEqual([]);
  });

  it('cannot check a blank', () => {
    expect(remarks(rule, form(null))).toMatchObject([{ path: '/total/weight' }]);
  });
});
