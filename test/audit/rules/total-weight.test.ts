import { describe, expect, it } from 'vitest';
import { found, remarks, summary } from '../../support/audit/findings.ts';

const rule = 'total-weight';
const form = (weight: string | null) => ({ total: { weight } });

describe('total-weight', () => {
  it.each(['100', '100.00', '100.00000000000001'])('accepts %s', (weight) => {
    expect(found(rule, form(weight))).toEqual([]);
  });

  it.each([['99.99', null], ['110', null], ['10', '×10'], ['1', 'lost decimal point']])('warns of %s', (weight, hint) => {
    expect(summary(found(rule, form(weight)))).toEqual([`/total/weight ${weight} → 100`]);
    expect(found(rule, form(weight))).toMatchObject([{ severity: 'warning', hint }]);
  });

  it('takes another total from the configuration', () => {
    expect(found(rule, form('90'), { config: { totalWeight: '90' } })).toEqual([]);
    expect(found(rule, form('100'), { config: { totalWeight: '90' } })).toHaveLength(1);
  });

  it('cannot check a blank', () => {
    expect(remarks(rule, form(null))).toMatchObject([{ path: '/total/weight' }]);
  });
});
