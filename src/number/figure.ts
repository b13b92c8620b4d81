import { Decimal } from 'decimal.js';
import { memoText } from '../model/index.ts';
import { type Exact, exact } from './decimal.ts';

/** A printed figure: its digits as printed, what they are worth, and the decimals that count as printed. */
export interface Figure {
  readonly printed: string;
  readonly value: Exact;
  readonly decimals: number;
}

/** From this many decimals on a figure was never rounded for print: it is what a binary float left over. */
const floatDecimals = 10;
/** A binary float is off by so much, or by so much of its value where it is large. */
const floatError = exact('1e-11');
const floatShare = exact('4e-16');
/** So many digits of a binary float are sure. */
const floatDigits = 15;
/** A snapped figure with more decimals than this is a long quotient, not a short figure with an artefact behind it. */
const shortDecimals = 4;

function printedDecimals(digits: string): number {
  const point = digits.indexOf('.');
  return point < 0 ? 0 : digits.length - point - 1;
}

/**
 * Reads a decimal string of the contract. A figure with ten or more decimals stands for the nearest shorter one within
 * 1e-11, so 98.21000000000001 (Jiading 2022) is 98.21 with two decimals.
 */
export const figure = memoText(figureAnew);

function figureAnew(digits: string): Figure {
  const value = exact(digits);
  const decimals = printedDecimals(digits);
  if (decimals < floatDecimals) return { printed: digits, value, decimals };
  const error = Decimal.max(floatError, value.abs().times(floatShare));
  for (let places = 0; places < floatDecimals; places += 1) {
    const shorter = value.toDecimalPlaces(places);
    if (shorter.minus(value).abs().lte(error))
      return { printed: digits, value: shorter, decimals: places };
  }
  // A long quotient is as exact as a binary float, however many digits it prints.
  const whole = value.abs().trunc().toFixed().length;
  const sure = Math.max(0, floatDigits - whole);
  return { printed: digits, value, decimals: Math.min(decimals, sure) };
}

/** The short figure that a printed float artefact stands for, or null where the digits are none. */
export function withoutArtefact(digits: string): string | null {
  if (printedDecimals(digits) < floatDecimals) return null;
  const { value, decimals } = figure(digits);
  // Zeros to the last place are no trace of anything.
  if (value.eq(exact(digits))) return null;
  return decimals <= shortDecimals ? value.toFixed(decimals) : null;
}

/** A figure whose zeros were left out: what prints no decimals is taken for exact to so many. */
export function preciseTo(printed: Figure, decimals: number): Figure {
  return printed.decimals === 0 ? { ...printed, decimals } : printed;
}
