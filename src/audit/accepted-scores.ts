import {
  divide,
  type Exact,
  exact,
  type Interval,
  point,
  scale,
  spread,
  zero,
} from '../number/index.ts';
import type { Indicator, SelfEvaluationForm } from '../schema/index.ts';
import { executionFund, executionScores } from './funds.ts';
import {
  isCost,
  isExecutionRate,
  mayStayBelow,
  type Quantities,
  staysBelow,
} from './indicators.ts';

const two = exact('2');

/** What the two figures may stand for, at the most decimals that either prints. */
function spreadBoth({ target, actual }: Quantities): {
  readonly goal: Interval;
  readonly done: Interval;
} {
  const decimals = Math.max(target.decimals, actual.decimals);
  return { goal: spread(target, decimals), done: spread(actual, decimals) };
}

/** weight × (1 - (a - t) / t), never below 0. */
function deducted(weight: Exact, { goal, done }: ReturnType<typeof spreadBoth>): Interval {
  const ratio = divide(done, goal);
  const keep = (value: Exact): Exact => (value.lt(zero) ? zero : value);
  return scale({ low: keep(two.minus(ratio.high)), high: keep(two.minus(ratio.low)) }, weight);
}

/**
 * Every score before rounding that an accepted rule gives a quantitative indicator, or null where no rule is fixed (about
 * 70, an actual that only names a bound). More to do: weight × a ÷ t. Less to do: two rival rules. Without a sign, or with
 * `=`, either direction; an unsigned cost may also be scored by spending (Yinchuan 2023 does).
 */
export function acceptedScores(
  form: SelfEvaluationForm,
  indicator: Indicator,
  weight: Exact,
  both: Quantities,
): readonly Interval[] | null {
  const { target, actual, comparator, actualComparator } = both;
  if (comparator === '≈' || (actualComparator !== null && actualComparator !== '=')) return null;
  const full = point(weight);
  const isLess = comparator === '≤' || comparator === '<';
  if (isLess) return actual.value.lte(target.value) ? [full] : scoresAbove(weight, both);
  const spending =
    (isCost(indicator) && comparator === null) || isExecutionRate(indicator)
      ? bySpending(form, weight)
      : [];
  const isMore = comparator === '≥' || comparator === '>';
  return [
    ...(isMore ? scoresOfMore(weight, both) : scoresOfEither(indicator, weight, both)),
    ...spending,
  ];
}

/** weight × a ÷ t */
function share(weight: Exact, both: Quantities): Interval {
  const { goal, done } = spreadBoth(both);
  return scale(divide(done, goal), weight);
}

/** What a cost beyond its target may earn, by either rule. */
function scoresAbove(weight: Exact, both: Quantities): Interval[] {
  if (both.actual.value.isZero()) return [point(weight)];
  const amounts = spreadBoth(both);
  return [scale(divide(amounts.goal, amounts.done), weight), deducted(weight, amounts)];
}

/** What a target of at least so much earns. */
function scoresOfMore(weight: Exact, both: Quantities): Interval[] {
  return [both.actual.value.gte(both.target.value) ? point(weight) : share(weight, both)];
}

/** What a target earns that does not say whether more or less is wanted. */
function scoresOfEither(indicator: Indicator, weight: Exact, both: Quantities): Interval[] {
  const { target, actual, comparator } = both;
  const full = point(weight);
  if (actual.value.eq(target.value)) return [full];
  if (actual.value.gt(target.value)) {
    const above = scoresAbove(weight, both);
    return comparator === null && staysBelow(indicator) ? above : [full, ...above];
  }
  const nothing = comparator === '=' ? [point(zero)] : [];
  return [share(weight, both), ...nothing, ...(mayStayBelow(indicator) ? [full] : [])];
}

/** The share of its weight that an indicator gets where it is scored like the execution of the budget. */
function bySpending(form: SelfEvaluationForm, weight: Exact): Interval[] {
  const row = executionFund(form)?.row;
  if (row === undefined) return [];
  return executionScores({ ...row, weight: '1' }).map(({ interval }) => scale(interval, weight));
}
