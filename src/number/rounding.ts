import { Decimal } from 'decimal.js';
import { type Exact, unitOf } from './decimal.ts';
import type { Figure } from './figure.ts';
import type { Interval } from './interval.ts';

/** The ways in which exporting systems shorten a figure: 四舍五入, 截断, 进一. */
export const roundingModes = ['half-up', 'truncation', 'ceiling'] as const;
export type RoundingMode = (typeof roundingModes)[number];

const decimalModes = {
  'half-up': Decimal.ROUND_HALF_UP,
  truncation: Decimal.ROUND_DOWN,
  ceiling: Decimal.ROUND_UP,
} as const;

/** A value shortened to a number of decimals in one mode. */
export function roundTo(value: Exact, decimals: number, mode: RoundingMode): Exact {
  return value.toDecimalPlaces(decimals, decimalModes[mode]);
}

/**
 * Whether some value of the interval, shortened at the figure's own last place, gives the figure in one of the three
 * modes. Half-up reaches from p - u/2 to below p + u/2, truncation from p to below p + u, ceiling from above p - u to p:
 * together everything strictly within one unit u of p.
 */
export function reaches(
  interval: Interval,
  { value, decimals }: Pick<Figure, 'value' | 'decimals'>,
): boolean {
  const unit = unitOf(decimals);
  return interval.low.lt(value.plus(unit)) && interval.high.gt(value.minus(unit));
}

/** How a printed figure agrees with the value computed from printed inputs. */
export type Agreement = 'exact' | 'within-rounding' | 'mismatch';

/**
 * `exact` where the figure is the computed value to the last digit, `within-rounding` where an accepted rounding of what
 * the inputs may stand for gives it, else `mismatch`.
 */
export function agreement(printed: Figure, computed: Exact, interval: Interval): Agreement {
  if (printed.value.eq(computed)) return 'exact';
  return reaches(interval, printed) ? 'within-rounding' : 'mismatch';
}

/** The interval's ends, shortened outwards, so that the printed range never hides an allowed value. */
export function printRange(interval: Interval, decimals: number): [string, string] {
  return [
    interval.low.toDecimalPlaces(decimals, Decimal.ROUND_FLOOR).toFixed(decimals),
    interval.high.toDecimalPlaces(decimals, Decimal.ROUND_CEIL).toFixed(decimals),
  ];
}
