import { Decimal } from 'decimal.js';

/**
 * An exact decimal. Sixty digits carry every sum and product of printed figures without loss; only quotients are cut,
 * far below any printed place.
 */
export type Exact = Decimal;

const Sixty = Decimal.clone({
  precision: 60,
  rounding: Decimal.ROUND_HALF_UP,
  toExpPos: 9e15,
  toExpNeg: -9e15,
});

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

/** Below anything that a form prints on purpose, above what a hundred long quotients lose to being cut. */
const nothing = exact('1e-7');
/** Figures with fewer decimals than a long quotient's are added up exactly: 0.00000001 亿元 is one yuan. */
const longDecimals = 9;

/**
 * Whether a sum closes: the values are equal but for what long printed quotients lose where they end (three scores of
 * 3.33333333333333 make 10).
 */
export function closes(one: Exact, other: Exact): boolean {
  const long = Math.max(one.decimalPlaces(), other.decimalPlaces()) >= longDecimals;
  return long ? one.minus(other).abs().lte(nothing) : one.eq(other);
}

/** The exact sum of values. */
export function sum(values: readonly Exact[]): Exact {
  return values.reduce((total, value) => total.plus(value), zero);
}
