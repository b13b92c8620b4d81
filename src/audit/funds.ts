import {
  cap,
  closes,
  divide,
  exact,
  type Exact,
  type Figure,
  figure,
  hundred,
  type Interval,
  point,
  preciseTo,
  reaches,
  scale,
  spread,
  sum,
  unitOf,
  zero,
} from '../number/index.ts';
import type { FundRow, SelfEvaluationForm } from '../schema/index.ts';
import { isExecutionGroup, isExecutionRate } from './indicators.ts';
import { memoForm } from './memo.ts';

/** The three columns of amounts. */
export const amountColumns = ['initialBudget', 'annualBudget', 'executed'] as const;
export type AmountColumn = (typeof amountColumns)[number];

/** A figure that was computed: from the inputs as printed, and from all that they may stand for. */
export interface Computed {
  readonly value: Exact;
  readonly interval: Interval;
}

/** A row's 执行数 ÷ a budget in percentage points, or why there is none. */
export type Ratio =
  | ({ readonly kind: 'ratio' } & Computed)
  | { readonly kind: 'zero-budget' }
  | { readonly kind: 'missing'; readonly columns: readonly AmountColumn[] };

/** A printed cell as a figure; null where it holds no number. */
export function read(digits: string | null): Figure | null {
  return digits === null ? null : figure(digits);
}

/** The most decimals that a row's amounts print. */
function rowDecimals(row: FundRow): number {
  return Math.max(...amountColumns.map((column) => read(row[column])?.decimals ?? 0));
}

/** 执行数 ÷ 全年预算数 of one row (or ÷ another budget column), in percentage points. */
export function executionRatio(
  row: FundRow,
  budgetColumn: 'annualBudget' | 'initialBudget' = 'annualBudget',
): Ratio {
  const budget = read(row[budgetColumn]);
  const executed = read(row.executed);
  if (budget === null || executed === null) {
    const columns = ([budgetColumn, 'executed'] as const).filter((column) => row[column] === null);
    return { kind: 'missing', columns };
  }
  if (budget.value.isZero()) return { kind: 'zero-budget' };
  // The same figure printed twice is the same amount, whatever was rounded of it.
  if (executed.value.eq(budget.value))
    return { kind: 'ratio', value: hundred, interval: point(hundred) };
  const decimals = rowDecimals(row);
  return {
    kind: 'ratio',
    value: executed.value.div(budget.value).times(hundred),
    interval: scale(divide(spread(executed, decimals), spread(budget, decimals)), hundred),
  };
}

/** Whether the indicators' weights alone make up the total. */
const indicatorsMakeTotal = memoForm(({ indicators, total }: SelfEvaluationForm): boolean => {
  const weights = indicators.flatMap(({ weight }) => read(weight)?.value ?? []);
  return weights.length > 0 && closes(sum(weights), exact(total.weight ?? '100'));
});

/** Whether a row's own rate, as printed, is above a percentage: what its amounts give below that is a slip of theirs. */
export function printsRateAbove({ executionRate }: FundRow, percent: Exact): boolean {
  return read(executionRate)?.value.gt(percent) === true;
}

/**
 * The row whose weight and score count: the first total row that has either; else, where the indicators leave room for it,
 * a row below that has both (some exporters print them beside 财政拨款 only); else the first total row; in a table without
 * a total row the first that has a weight. Null where none can be.
 */
export function executionRow(form: SelfEvaluationForm): number | null {
  const rows = form.funds.rows;
  const scored = (row: FundRow): boolean => row.weight !== null || row.score !== null;
  const lower = (row: FundRow): boolean => row.weight !== null && row.score !== null;
  const found = [
    rows.findIndex((row) => row.source === 'total' && scored(row)),
    indicatorsMakeTotal(form) ? -1 : rows.findIndex(lower),
    rows.findIndex((row) => row.source === 'total'),
    rows.findIndex((row) => row.weight !== null),
  ].find((index) => index >= 0);
  return found ?? null;
}

/** The row whose weight and score count, with its place. */
export function executionFund(
  form: SelfEvaluationForm,
): { readonly index: number; readonly row: FundRow } | null {
  const index = executionRow(form);
  const row = index === null ? undefined : form.funds.rows[index];
  return index === null || row === undefined ? null : { index, row };
}

/**
 * Whether the form scores the execution as an indicator and not in the funds table: no weight or score is printed there, and
 * the indicators' weights alone make up the total, or one of them is the execution rate.
 */
export function scoresExecutionElsewhere(form: SelfEvaluationForm): boolean {
  const row = executionFund(form)?.row;
  if (row !== undefined && (row.weight !== null || row.score !== null)) return false;
  if (
    form.indicators.some(
      (one) => one.weight !== null && (isExecutionRate(one) || isExecutionGroup(one)),
    )
  )
    return true;
  return indicatorsMakeTotal(form);
}

/**
 * What a printed rate may stand for: itself where the ratio is known and gives it, else everything that rounds to it (where an
 * amount is wrong, the rate was not reckoned from what is printed).
 */
function rateInterval(rate: Figure, ratio: Ratio): Interval {
  if (ratio.kind === 'zero-budget') return point(rate.value);
  if (ratio.kind === 'ratio')
    return reaches(ratio.interval, rate) ? point(rate.value) : spread(rate, rate.decimals);
  const unit = unitOf(rate.decimals);
  return { low: rate.value.minus(unit), high: rate.value.plus(unit) };
}

/** No score is above its weight, nor below 0 where more was paid back than spent. */
function within({ low, high }: Interval, weight: Exact): Interval {
  const atLeast = (value: Exact): Exact => (value.lt(zero) ? zero : value);
  return cap({ low: atLeast(low), high: atLeast(high) }, weight);
}

/** A ratio of 1 is exact to the percentage point: it is no 0.93 rounded to a whole. */
const ratioDecimals = 2;

/** A rate read as a fraction of 1. */
export function asRatio(rate: Figure): Figure {
  return preciseTo(rate, ratioDecimals);
}

/** Whether a rate is printed as a fraction of 1: below one point where the computed one is a hundred times it. */
export function isFractionOf(rate: Figure, { interval }: Pick<Computed, 'interval'>): boolean {
  return (
    !rate.value.isZero() &&
    rate.value.lte('1.5') &&
    reaches(scale(interval, exact('0.01')), asRatio(rate))
  );
}

/** What a row's execution score may be before rounding: weight × the printed rate (as meant, where it is a fraction), and weight × the unrounded ratio. */
export function executionScores(row: FundRow): readonly Computed[] {
  const weight = read(row.weight);
  if (weight === null) return [];
  const share = ({ value, interval }: Computed): Computed => {
    const of = weight.value.div(hundred);
    const full = point(value.times(of));
    return {
      value: within(full, weight.value).low,
      interval: within(scale(interval, of), weight.value),
    };
  };
  const rate = read(row.executionRate);
  const ratio = executionRatio(row);
  const byAmounts = ratio.kind === 'ratio' ? [share(ratio)] : [];
  if (rate === null) return byAmounts;
  const meant = rate.value.times(hundred);
  const byRate =
    ratio.kind === 'ratio' && !reaches(ratio.interval, rate) && isFractionOf(rate, ratio)
      ? { value: meant, interval: point(meant) }
      : { value: rate.value, interval: rateInterval(rate, ratio) };
  return [...byAmounts, share(byRate)];
}
