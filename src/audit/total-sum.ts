import {
  closes,
  type Exact,
  exact,
  type Figure,
  point,
  reaches,
  sum,
  zero,
} from '../number/index.ts';
import type { FundRow, SelfEvaluationForm } from '../schema/index.ts';
import { executionScores, read } from './funds.ts';
import { isLeftOut } from './indicators.ts';
import { memoColumn } from './memo.ts';
import { pointers } from './pointers.ts';
import { type Addends, type Blank, type Column, gather, possibleSums } from './total-addends.ts';
import { leavesRoundedScore } from './total-rounding.ts';
import { needsBlanks, totalWords, wrongTotal } from './total-verdicts.ts';
import type { Pass, RuleContext, Spanned, Verdict, Words } from './types.ts';
import { exactly, unverifiable, withinRounding } from './verdict.ts';
import { columnWords, cutOff, lacking, of, uncalculated } from './words.ts';

/** A template that nobody filled in, or a form whose indicators stand elsewhere. */
const noIndicator: Words = { zh: '没有已填的指标', en: 'no indicator that is filled in' };

/** The execution score may be counted unrounded or rounded to a whole number, so a sum is known to a point. */
const slack = exact('1');

/** No score is more than its weight, whatever a blank holds, but for how the execution's was rounded. */
export function exceedsWeight({ total }: SelfEvaluationForm): boolean {
  const [score, weight] = [read(total.score), read(total.weight)];
  return score !== null && weight !== null && score.value.gt(weight.value.plus(slack));
}

/** An uncalculated row of formulas shows 0 in both columns; a 0 beside a figure was printed on purpose. */
function isUncalculated({ total }: SelfEvaluationForm, column: Column): boolean {
  const other = read(total[column === 'weight' ? 'score' : 'weight']);
  return read(total[column])?.value.isZero() === true && (other === null || other.value.isZero());
}

/** Whether 总分 is the sum of what is printed, so that no blank is needed for it. */
export const sumCloses = memoColumn(sumClosesAnew);

function sumClosesAnew(form: SelfEvaluationForm, column: Column, spanned: Spanned): boolean {
  const total = read(form.total[column]);
  if (total === null) return false;
  const { sums, bases } = possibleSums(gather(form, column, spanned));
  return (
    sums.some((value) => closes(value, total.value)) ||
    (column === 'score' && leavesRoundedScore(form, total, bases))
  );
}

/** What all weights add up to, in every way to count them; null where one is blank or there is none. */
export function weightSums(form: SelfEvaluationForm, spanned: Spanned): readonly Exact[] | null {
  const addends = gather(form, 'weight', spanned);
  return addends.blanks.length > 0 || addends.indicators.length === 0
    ? null
    : possibleSums(addends).sums;
}

/**
 * Whether 总分 was meant to total the indicators only: both its weight and its score do, and the execution's weight is just
 * what the weight lacks. No single slip makes all three.
 */
function totalsIndicatorsOnly(
  form: SelfEvaluationForm,
  { execution }: Addends,
  { settings: { totalWeight }, spanned }: RuleContext,
): boolean {
  const only = (column: Column): boolean => {
    const total = read(form.total[column]);
    const { indicators, blanks } = gather(form, column, spanned);
    return total !== null && blanks.length === 0 && closes(sum(indicators), total.value);
  };
  const [weight] = gather(form, 'weight', spanned).execution;
  const completes =
    weight !== undefined &&
    form.total.weight !== null &&
    closes(weight.plus(form.total.weight), exact(totalWeight));
  return execution.length > 0 && completes && only('weight') && only('score');
}

/** 总分's weight or score against the execution row's plus every indicator's, all as printed. */
export function checkTotal(
  form: SelfEvaluationForm,
  column: Column,
  context: RuleContext,
): Verdict {
  const path = pointers.total(column);
  const total = read(form.total[column]);
  if (total === null) return unverifiable(path, lacking([of(totalWords, columnWords[column])]));
  const addends = gather(form, column, context.spanned);
  const closed = closing(form, column, total, addends, context);
  if (closed !== null) return closed;
  const { sums } = possibleSums(addends);
  const [expected = zero] = sums;
  const missing = missingWords(form, column, total, addends, expected, context);
  if (missing !== null) return unverifiable(path, missing);
  const lack = total.value.minus(expected);
  const exceeds = column === 'score' && exceedsWeight(form);
  if (!exceeds && mayClose(addends.blanks, lack, column))
    return needsBlanks(column, addends.blanks, total, expected);
  return wrongTotal(form, column, total, addends, sums);
}

/** How the total is right, where it is. */
function closing(
  form: SelfEvaluationForm,
  column: Column,
  total: Figure,
  addends: Addends,
  context: RuleContext,
): Pass | null {
  const { sums, bases } = possibleSums(addends);
  if (sums.some((value) => closes(value, total.value))) return exactly;
  if (totalsIndicatorsOnly(form, addends, context)) return exactly;
  if (closesScaled(form, column, total, sums, context.spanned)) return withinRounding;
  return column === 'score' && leavesRoundedScore(form, total, bases) ? withinRounding : null;
}

/** Where rows do not apply, the total keeps its weight, and what the others earn is scaled up to it: 85 ÷ 90 × 100 = 94.44. */
function closesScaled(
  form: SelfEvaluationForm,
  column: Column,
  total: Figure,
  sums: readonly Exact[],
  spanned: Spanned,
): boolean {
  if (!form.indicators.some(isLeftOut)) return false;
  if (column === 'weight') return sums.some((one) => one.gt(zero) && one.lte(total.value));
  const whole = read(form.total.weight)?.value;
  const weights = (weightSums(form, spanned) ?? []).filter((one) => one.gt(zero));
  return (
    whole !== undefined &&
    weights.some((weight) =>
      sums.some((one) => reaches(point(one.times(whole).div(weight)), total)),
    )
  );
}

/** What keeps the whole sum from being checked, blanks aside. */
function missingWords(
  form: SelfEvaluationForm,
  column: Column,
  total: Figure,
  { indicators, blanks }: Addends,
  expected: Exact,
  { complete }: RuleContext,
): Words | null {
  if (isUncalculated(form, column)) return uncalculated;
  if (!complete) return cutOff;
  const lacksAll = indicators.length === 0 && blanks.length === 0;
  return lacksAll && expected.lt(total.value) ? noIndicator : null;
}

/** Whether the printed score is that of this weight, as far as score and rate are printed. */
function fitsScore(row: FundRow, weight: Exact): boolean {
  const score = read(row.score);
  const computed = executionScores({ ...row, weight: weight.toFixed() });
  return (
    score === null ||
    computed.length === 0 ||
    computed.some(({ interval }) => reaches(interval, score))
  );
}

/** Whether blanks may hold what the sum lacks: all of them together no more than their weights, a weight only what its score allows. */
function mayClose(blanks: readonly Blank[], lack: Exact, column: Column): boolean {
  if (blanks.length === 0 || lack.lte(column === 'score' ? slack.neg() : zero)) return false;
  const [only] = blanks;
  if (blanks.length === 1 && only?.weightOf !== undefined) return fitsScore(only.weightOf, lack);
  const known = blanks.flatMap(({ most }) => most ?? []);
  return known.length < blanks.length || lack.lte(sum(known).plus(slack));
}
