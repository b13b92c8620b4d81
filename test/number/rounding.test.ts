import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreement,
  exact,
  figure,
  point,
  printRange,
  reaches,
  roundingModes,
  roundTo,
} from '../../src/number/index.ts';

const agrees = (printed: string, computed: string): string =>
  agreement(figure(printed), exact(computed), point(exact(computed)));

describe('the three rounding modes', () => {
  it.each([
    ['half-up', '89.985', '89.99'],
    ['half-up', '89.9849', '89.98'],
    ['half-up', '6.675', '6.68'],
    ['truncation', '89.9892', '89.98'],
    ['truncation', '89.99', '89.99'],
    ['ceiling', '34.2501', '34.26'],
    ['ceiling', '34.25', '34.25'],
  ] as const)('%s makes %s %s', (mode, value, rounded) => {
    expect(roundTo(exact(value), 2, mode).toFixed(2)).toBe(rounded);
  });

  it('reach a figure exactly where one of them gives it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000_000 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: -3, max: 3 }),
        (ten, decimals, off) => {
          const value = exact(String(ten)).div(100_000);
          const printed = roundTo(value, decimals, 'half-up').plus(
            exact('10').pow(-decimals).times(off),
          );
          const given = roundingModes.some((mode) => roundTo(value, decimals, mode).eq(printed));
          return reaches(point(value), { value: printed, decimals }) === given;
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('agreement', () => {
  it('is exact where no rounding was needed', () => {
    expect(agrees('64.23', '64.23')).toBe('exact');
    expect(agrees('100', '100.000')).toBe('exact');
  });

  it('stays within one unit of the last printed place, ends left out', () => {
    expect(agrees('34.26', '34.2500000001')).toBe('within-rounding');
    expect(agrees('34.26', '34.25')).toBe('mismatch');
    expect(agrees('34.26', '34.2699999999')).toBe('within-rounding');
    expect(agrees('34.26', '34.27')).toBe('mismatch');
    expect(agrees('7', '6.675')).toBe('within-rounding');
    expect(agrees('7', '6')).toBe('mismatch');
  });

  it('takes any value that the inputs may stand for', () => {
    const inputs = { low: exact('76.38'), high: exact('76.68') };
    expect(agreement(figure('76.52'), exact('76.5289'), inputs)).toBe('within-rounding');
    expect(agreement(figure('76.37'), exact('76.5289'), inputs)).toBe('mismatch');
    expect(agreement(figure('76.38'), exact('76.5289'), inputs)).toBe('within-rounding');
    expect(agreement(figure('76.69'), exact('76.5289'), inputs)).toBe('mismatch');
  });
});

describe('a printed range', () => {
  it('is shortened outwards', () => {
    expect(printRange({ low: exact('97.2252'), high: exact('97.6471') }, 2)).toEqual([
      '97.22',
      '97.65',
    ]);
    expect(printRange(point(exact('5')), 2)).toEqual(['5.00', '5.00']);
  });
});
