import fc from 'fast-check';
import type { Measure } from '../../../src/schema/index.ts';
import type { Random } from '../forms/random.ts';
import { measure, splitMeasure } from '../forms/values.ts';
import type { Style } from './types.ts';

/** So many values of an arbitrary, told by the seed alone. */
export function draw<T>(random: Random, arbitrary: fc.Arbitrary<T>, count: number): T[] {
  return fc.sample(arbitrary, { seed: random.int(2 ** 30), numRuns: count });
}

export function drawOne<T>(random: Random, arbitrary: fc.Arbitrary<T>): T {
  const [value] = draw(random, arbitrary, 1);
  if (value === undefined) throw new Error('nothing drawn');
  return value;
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** A whole number of the smallest unit as digits: 12345 with two decimals is 123.45. */
function digits(amount: number, decimals: number): string {
  return (amount / 10 ** decimals).toFixed(decimals);
}

/** Digits as the form prints them. */
function printed(text: string, style: Style): string {
  if (!style.thousands) return text;
  const [whole = '', rest] = text.split('.');
  return grouped(whole) + (rest === undefined ? '' : `.${rest}`);
}

/** A figure as it is printed, and as it must come out. */
export interface Figure {
  readonly text: string;
  readonly value: string | null;
}

export const figure = (text: string): Figure => ({ text, value: text });
export const nothing = (style: Style): Figure => ({ text: style.blank, value: null });

export function money(amount: number | null, style: Style): Figure {
  if (amount === null) return nothing(style);
  const text = digits(amount, style.decimals);
  return { text: printed(text, style), value: text };
}

/** What an indicator shall reach, in one column or in three, and what it reached. */
export interface Pair {
  readonly target: Measure;
  readonly sign: string;
  readonly number: string;
  readonly unit: string;
  readonly actual: Measure;
}

const inWords = ['已完成', '达成年度指标', '按计划完成', '达到预期', '良好', '有效提升'];
const words = (text: string): Measure => ({ text, comparator: null, number: null, unit: null });

/** The target met or just missed, in its own unit; words for a target in words. */
function actualOf(random: Random, goal: Measure, bare: boolean): Measure {
  if (goal.number === null) return words(random.pick(inWords));
  const [whole = '', decimals] = goal.number.split('.');
  const rise = random.chance(0.6) ? 0 : random.pick([1, 2, 3]);
  const number = `${String(Number(whole) + rise)}${decimals === undefined ? '' : `.${decimals}`}`;
  const unit = bare ? null : goal.unit;
  return { text: `${number}${unit ?? ''}`, comparator: null, number, unit };
}

export function pairInOne(random: Random): Pair {
  const target = drawOne(random, measure);
  return {
    target,
    sign: '',
    number: target.text,
    unit: '',
    actual: actualOf(random, target, false),
  };
}

/** Sign, number and unit in columns of their own; `signs` tells whether the sign has one. */
export function pairInColumns(random: Random, signs: boolean): Pair {
  const { sign, number, unit, measure: target } = drawOne(random, splitMeasure);
  const bare = random.chance(0.6);
  return {
    target,
    sign: signs ? sign : '',
    number: signs ? number : `${sign}${number}`,
    unit,
    actual: actualOf(random, target, bare),
  };
}

const blankMeasure = words('');
export const emptyPair: Pair = {
  target: blankMeasure,
  sign: '',
  number: '',
  unit: '',
  actual: blankMeasure,
};

/** Divides a sum into so many parts, none of them nothing, in steps of `step`. */
export function divide(random: Random, sum: number, parts: number, step: number): number[] {
  const units = Math.round(sum / step);
  const shares = new Array<number>(parts).fill(1);
  for (let left = units - parts; left > 0; left -= 1) {
    const index = random.int(parts);
    shares[index] = (shares[index] ?? 0) + 1;
  }
  return shares.map((share) => share * step);
}
