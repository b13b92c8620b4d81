import { parseMeasure } from '../../../src/number/index.ts';
import type { Indicator } from '../../../src/schema/index.ts';
import {
  decimalsOf,
  less,
  minus,
  over,
  plus,
  type Ratio,
  ratio,
  times,
  unit,
} from '../audit/ratio.ts';
import { atMost, isEqual, isZero, none, sumOf, valueOf } from './figures.ts';
import type { Evaluation, Relation, Row } from './types.ts';

const half = ratio(1, 2);
const cell = (row: number, column: string): string => `/indicators/${row}/${column}`;

/** All that a printed score may be short for: one unit of the document's last place, more where it was given to a half or a whole point. */
function near(score: Ratio, digits: string, value: Ratio, decimals: number): boolean {
  const unitOfPrint = unit(Math.min(decimals, 12));
  const own = digits.replace(/\.?0+$/, '');
  const coarse = times(unit(decimalsOf(own)), half);
  const margin = decimalsOf(own) < decimals && less(unitOfPrint, coarse) ? coarse : unitOfPrint;
  return less(minus(value, margin), score) && less(score, plus(value, margin));
}

function sharesOf(by: Row['by'], target: Ratio, actual: Ratio): Ratio[] {
  const full = ratio(1);
  if (by === 'at-least') return [atMost(target, actual) ? full : over(actual, target)];
  if (by === 'at-most') {
    if (atMost(actual, target)) return [full];
    const excess = minus(ratio(2), over(actual, target));
    return [over(target, actual), less(excess, none) ? none : excess];
  }
  if (isEqual(actual, target)) return [full];
  if (less(actual, target)) return [over(actual, target), none];
  const excess = minus(ratio(2), over(actual, target));
  return [full, over(target, actual), less(excess, none) ? none : excess];
}

/** Whether the score is what target and actual give. */
function follows({ by }: Row, indicator: Indicator, decimals: number): boolean | null {
  const [target, actual] = [
    parseMeasure(indicator.target.text),
    parseMeasure(indicator.actual.text),
  ];
  const { weight, score } = indicator;
  if (by === 'hand' || by === 'none' || weight === null || score === null) return null;
  if (target.number === null || actual.number === null) return null;
  const [goal, done, most] = [target.number, actual.number, weight].map(valueOf);
  if (goal === undefined || done === undefined || most === undefined) return null;
  if (isZero(goal))
    return isZero(done) ? isEqual(valueOf(score), most) : less(valueOf(score), most);
  // Far beyond its target: points may be taken off where it was set too low.
  if (by !== 'at-most' && !less(done, times(goal, ratio(13, 10))))
    return atMost(valueOf(score), most);
  return sharesOf(by, goal, done).some((share) => {
    const value = times(most, share);
    const isFull = isEqual(share, ratio(1));
    if (isFull) return isEqual(valueOf(score), most);
    return less(valueOf(score), most) && near(valueOf(score), score, value, decimals);
  });
}

function within({ form, structure }: Evaluation, index: number): Relation[] {
  const row = structure.rows[index];
  const indicator = form.indicators[index];
  if (row === undefined || indicator === undefined || row.takesPoints === true) return [];
  const span = Math.max(row.sharesWeight ?? 1, row.sharesScore ?? 1);
  const rows = form.indicators.slice(index, index + span);
  const scores = rows.flatMap(({ score }) => (score === null ? [] : [valueOf(score)]));
  if (indicator.weight === null || scores.length === 0) return [];
  const weight = valueOf(indicator.weight);
  const holds = scores.every((one) => atMost(none, one)) && atMost(sumOf(scores), weight);
  const cells = rows.flatMap((_, nth) => [cell(index + nth, 'score'), cell(index + nth, 'weight')]);
  return [{ name: 'within', cells, holds }];
}

/** Points taken off, or a target passed by far, are explained. */
function reasoned({ form, structure }: Evaluation, index: number): Relation[] {
  const row = structure.rows[index];
  const indicator = form.indicators[index];
  if (!structure.hasReasons || row === undefined || indicator === undefined) return [];
  const { weight, score, deviation } = indicator;
  if (row.takesPoints === true || row.isExecution === true || row.sharesWeight !== undefined)
    return [];
  if (weight === null || score === null) return [];
  const [target, actual] = [indicator.target.number, indicator.actual.number];
  const isFar =
    target !== null &&
    actual !== null &&
    row.by === 'at-least' &&
    !less(valueOf(actual), times(valueOf(target), ratio(13, 10)));
  const needs = isFar || less(valueOf(score), valueOf(weight));
  const cells = ['score', 'weight', 'actual', 'target', 'deviation'].map((column) =>
    cell(index, column),
  );
  return [{ name: 'reason', cells, holds: !needs || deviation !== null }];
}

/** The execution rate as an indicator's actual is that of the funds. */
function followsRow({ form, structure }: Evaluation, index: number): Relation[] {
  const row = structure.rows[index];
  const indicator = form.indicators[index];
  if (row === undefined || indicator === undefined) return [];
  const holds = follows(row, indicator, structure.style.scoreDecimals);
  const cells = ['score', 'weight', 'actual', 'target'].map((column) => cell(index, column));
  return holds === null ? [] : [{ name: 'follows', cells, holds }];
}

/** What holds in every row of the indicators. */
export function rowRelations(sheet: Evaluation): Relation[] {
  return sheet.form.indicators.flatMap((_, index) => [
    ...within(sheet, index),
    ...reasoned(sheet, index),
    ...followsRow(sheet, index),
  ]);
}
