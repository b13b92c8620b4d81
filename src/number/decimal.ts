import { Decimal } from 'decimal.js';

/**
 * An exact decimal. Sixty digits carry every sum and product of printed figures without loss; only quotients are cut,
 * far below any printed place.
 */
export type Exact = Decimal;

const Sixty = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpPos: 9e15, toExpNeg: -9e15 });

/** The exact value of a decimal string. */
export function exact(digits: string): Exact {
  return new Sixty(digits);
}

export const zero: Exact = exact('0');
export const hundred: Exact = exact('100');

/** One unit of the last place that `decimals` gives: 2 → 0.01. */
export function unitOf(decimals: number): Exact {
  return exact('10').pow(-decimals);
}

/** The exact sum of values. */
export function sum(values: readonly Exact[]): Exact {
  return values.reduce((total, value) => total.plus(value), zero);
}
