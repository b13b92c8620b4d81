import {
  type Mode,
  over,
  parse,
  plus,
  print,
  type Ratio,
  ratio,
  times,
  unit,
  less,
  minus,
} from '../audit/ratio.ts';

/** How an exporter shortens: the audit's three modes, and the banker's rounding of many databases. */
export type Shortening = Mode | 'half-even';

export const none = ratio(0);
export const hundred = ratio(100);

export const isZero = ({ top }: Ratio): boolean => top === 0n;
export const isEqual = (one: Ratio, other: Ratio): boolean =>
  !less(one, other) && !less(other, one);
export const atMost = (one: Ratio, other: Ratio): boolean => !less(other, one);
const negated = (value: Ratio): Ratio => times(value, ratio(-1));
export const sumOf = (values: readonly Ratio[]): Ratio => values.reduce(plus, none);
export const percentOf = (part: Ratio, whole: Ratio): Ratio => times(over(part, whole), hundred);

/** The value of printed digits, with or without a sign. */
export function valueOf(digits: string): Ratio {
  return digits.startsWith('-') ? negated(parse(digits.slice(1))) : parse(digits);
}

/** A value in digits, shortened as asked. */
export function shown(value: Ratio, decimals: number, mode: Shortening = 'half-up'): string {
  if (less(value, none)) return `-${shown(negated(value), decimals, mode)}`;
  if (mode !== 'half-even') return print(value, decimals, mode);
  const down = print(value, decimals, 'truncation');
  const rest = times(minus(value, parse(down)), ratio(2));
  const isTie = isEqual(rest, unit(decimals));
  return isTie && Number(down.at(-1)) % 2 === 0 ? down : print(value, decimals);
}

/** Digits without the zeros that a program's own printing leaves off: 10.50 → 10.5. */
export function trimmed(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

/** Every digit that a sum of printed figures needs, and no fewer than asked. */
export function inFull(value: Ratio, decimals: number): string {
  for (let places = decimals; places < 20; places += 1) {
    const digits = shown(value, places, 'truncation');
    if (isEqual(valueOf(digits), value)) return digits;
  }
  return shown(value, 20);
}
