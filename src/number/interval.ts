import { type Exact, exact, unitOf, zero } from './decimal.ts';
import type { Figure } from './figure.ts';

/** All values that a figure may stand for, both ends included. */
export interface Interval {
  readonly low: Exact;
  readonly high: Exact;
}

const half = exact('0.5');

/** The interval that holds one value only. */
export function point(value: Exact): Interval {
  return { low: value, high: value };
}

/**
 * What a printed figure may stand for. A bare integer is exact; any other may be off by half a unit of the last place
 * that its row prints (`4.8` beside `4.68` is 4.80 ± 0.005). An amount that is not negative does not become so.
 */
export function spread(figure: Figure, rowDecimals: number): Interval {
  if (figure.decimals === 0) return point(figure.value);
  const margin = unitOf(Math.max(rowDecimals, figure.decimals)).times(half);
  const low = figure.value.minus(margin);
  return {
    low: figure.value.gte(zero) && low.lt(zero) ? zero : low,
    high: figure.value.plus(margin),
  };
}

/** The interval of all quotients; the divisor's interval must not hold zero. */
export function divide(dividend: Interval, divisor: Interval): Interval {
  return hull(
    [dividend.low, dividend.high].flatMap((above) => [
      above.div(divisor.low),
      above.div(divisor.high),
    ]),
  );
}

/** The interval of all products with an exact factor. */
export function scale(interval: Interval, factor: Exact): Interval {
  return hull([interval.low.times(factor), interval.high.times(factor)]);
}

/** The interval with everything above a cap brought down to it. */
export function cap(interval: Interval, most: Exact): Interval {
  return {
    low: interval.low.lt(most) ? interval.low : most,
    high: interval.high.lt(most) ? interval.high : most,
  };
}

/** How far a value lies outside an interval; 0 within it. */
function distance({ low, high }: Interval, value: Exact): Exact {
  if (value.lt(low)) return low.minus(value);
  return value.gt(high) ? value.minus(high) : zero;
}

/** The interval that lies nearest to a value, the first of equals; there must be one at least. */
export function nearest<T extends { readonly interval: Interval }>(
  items: readonly T[],
  value: Exact,
): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) =>
      best === undefined || distance(item.interval, value).lt(distance(best.interval, value))
        ? item
        : best,
    undefined,
  );
}

/** The smallest interval that holds all of these values; there must be one at least. */
export function hull(values: readonly Exact[]): Interval {
  const [first = zero, ...rest] = values;
  return rest.reduce<Interval>(
    ({ low, high }, value) => ({
      low: value.lt(low) ? value : low,
      high: value.gt(high) ? value : high,
    }),
    point(first),
  );
}
