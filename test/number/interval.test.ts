import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cap,
  divide,
  exact,
  figure,
  hull,
  point,
  printRange,
  scale,
  spread,
} from '../../src/number/index.ts';
import type { Interval } from '../../src/number/index.ts';

const ends = ({ low, high }: Interval): [string, string] => [low.toFixed(), high.toFixed()];

describe('what a printed figure may stand for', () => {
  it('is half a unit of the most decimals in its row, either way', () => {
    expect(ends(spread(figure('4.68'), 2))).toEqual(['4.675', '4.685']);
    expect(ends(spread(figure('4.8'), 2))).toEqual(['4.795', '4.805']);
    expect(ends(spread(figure('4.8'), 1))).toEqual(['4.75', '4.85']);
  });

  it('is the bare integer itself', () => {
    expect(ends(spread(figure('3'), 5))).toEqual(['3', '3']);
    expect(ends(spread(figure('3.0'), 1))).toEqual(['2.95', '3.05']);
  });

  it('does not become negative unless it is printed so', () => {
    expect(ends(spread(figure('0.00'), 2))).toEqual(['0', '0.005']);
    expect(ends(spread(figure('-0.01'), 2))).toEqual(['-0.015', '-0.005']);
  });
});

describe('interval arithmetic', () => {
  it('gives the range of DOMAIN.md for 4.63 ÷ 6.05', () => {
    const rates = scale(divide(spread(figure('4.63'), 2), spread(figure('6.05'), 2)), exact('100'));
    expect(printRange(rates, 2)).toEqual(['76.38', '76.68']);
  });

  it('holds every quotient and product of what it holds', () => {
    const value = fc.integer({ min: -100_000, max: 100_000 });
    const positive = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(
        value,
        positive,
        positive,
        positive,
        fc.nat(100),
        fc.nat(100),
        (low, width, from, more, a, b) => {
          const dividend = { low: exact(String(low)), high: exact(String(low + width)) };
          const divisor = { low: exact(String(from)), high: exact(String(from + more)) };
          const x = dividend.low.plus(exact(String(width)).times(a).div(100));
          const y = divisor.low.plus(exact(String(more)).times(b).div(100));
          const quotients = divide(dividend, divisor);
          const products = scale(dividend, exact('-3'));
          return (
            quotients.low.lte(x.div(y)) &&
            quotients.high.gte(x.div(y)) &&
            products.low.lte(x.times(-3)) &&
            products.high.gte(x.times(-3))
          );
        },
      ),
    );
  });

  it('caps and joins', () => {
    expect(ends(cap({ low: exact('9'), high: exact('11') }, exact('10')))).toEqual(['9', '10']);
    expect(ends(cap({ low: exact('12'), high: exact('13') }, exact('10')))).toEqual(['10', '10']);
    expect(ends(hull([exact('3'), exact('-1'), exact('2')]))).toEqual(['-1', '3']);
    expect(ends(point(exact('2')))).toEqual(['2', '2']);
  });
});
