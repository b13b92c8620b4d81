import {
  closes,
  type Exact,
  exact,
  type Figure,
  hull,
  hundred,
  type Interval,
  point,
  printedDecimal,
  reaches,
  sum,
  unitOf,
  zero,
} from '../number/index.ts';
import type { FundRow, Indicator, SelfEvaluationForm } from '../schema/index.ts';
import {
  executionRatio,
  executionRow,
  executionScores,
  read,
  scoresExecutionElsewhere,
} from './funds.ts';
import { closingBlank, neighbour, roundedTotal, slipped, slippedAddend } from './hints.ts';
import { isAssessed, isBesideScale, isExecutionGroup, isExecutionRate } from './indicators.ts';
import { pointers } from './pointers.ts';
import type { Hint, RuleContext, Spanned, Verdict, Words } from './types.ts';
import { exactly, mismatch, unverifiable, withinRounding } from './verdict.ts';
import {
  columnWords,
  cutOff,
  fundRowWords,
  indicatorWords,
  lacking,
  lackingOf,
  of,
  uncalculated,
} from './words.ts';

type Column = 'weight' | 'score';

/** What a form prints towards 总分 in one column. */
interface Addends {
  /** Of the total fund rows; empty where none prints one. */
  readonly execution: readonly Exact[];
  readonly indicators: readonly Exact[];
  /** What a careful hand may or may not have added: what rows of 无 print, and the weights of points on top of the scale or off it. */
  readonly optional: Exact;
  /** Where some rows add points, the total weight: no score need go beyond it. */
  readonly most: Exact | null;
  /** Scored beside the indicators, in a table that the contract has no field for (资金管理情况). */
  readonly elsewhere: Exact;
  /** The execution stands among the indicators as a group of its own, and the funds table only repeats it. */
  readonly repeated: boolean;
  readonly blanks: readonly Blank[];
}

/** A cell left blank in a row that needs a figure. */
interface Blank {
  readonly name: Words;
  /** The most that it may hold, where that is known. */
  readonly most: Exact | null;
  /** The fund row whose weight it is. */
  readonly weightOf?: FundRow;
}

/** A template that nobody filled in, or a form whose indicators stand elsewhere. */
const noIndicator: Words = { zh: '没有已填的指标', en: 'no indicator that is filled in' };
const totalWords: Words = { zh: '总分', en: 'total' };

function gather(form: SelfEvaluationForm, column: Column, spanned: Spanned): Addends {
  const first = executionRow(form);
  const counted = form.funds.rows.filter((row, index) => index === first || row.source === 'total');
  const execution = counted.flatMap((row) => read(row[column])?.value ?? []);
  const blanks: Blank[] = [];
  if (execution.length === 0 && !scoresExecutionElsewhere(form))
    blanks.push(executionBlank(form, column));
  const indicators: Exact[] = [];
  // A row without a weight, where all weights are there, is scored with the one above or not at all.
  const allWeighed = column === 'score' && sumCloses(form, 'weight', spanned);
  let optional = zero;
  let most: Exact | null = null;
  for (const [index, indicator] of form.indicators.entries()) {
    const value = read(indicator[column])?.value ?? null;
    const isBeside = isAssessed(indicator) && isBesideScale(indicator);
    if (isBeside && column === 'score') most = read(form.total.weight)?.value ?? null;
    if (!isAssessed(indicator) || (isBeside && (column === 'weight' || value === null)))
      optional = optional.plus(value ?? zero);
    else if (
      value === null &&
      (spanned.has(pointers.indicator(index, column)) || (allWeighed && indicator.weight === null))
    )
      continue;
    else if (value === null)
      blanks.push({
        name: of(indicatorWords(indicator, index), columnWords[column]),
        most: mostOf(indicator, column),
      });
    else indicators.push(value);
  }
  return {
    execution,
    indicators,
    optional,
    most,
    elsewhere: sum(scoredElsewhere(form).map((pair) => pair[column])),
    repeated: form.indicators.some(repeatsExecution),
    blanks,
  };
}

/** 预算执行率 as a level-1 group, not as an indicator among the outputs (Jiading 2022 has one there, and scores both). */
function repeatsExecution(indicator: Indicator): boolean {
  return isAssessed(indicator) && isExecutionGroup(indicator);
}

/**
 * What a form scores beside its indicators, in a table that the contract has no field for: Henan's 资金管理情况 gives each of its
 * rows a weight and a score, and counts them in 总分. The extras hold both figures under the row's own label. What total and
 * indicators leave no room for is none of it.
 */
function scoredElsewhere({
  extras,
  indicators,
  total,
}: SelfEvaluationForm): Record<Column, Exact>[] {
  const byLabel = new Map<string, Exact[]>();
  for (const { label, value } of extras) {
    const digits = printedDecimal(value);
    if (digits !== null) byLabel.set(label, [...(byLabel.get(label) ?? []), exact(digits)]);
  }
  const found = [...byLabel.values()].flatMap(([weight, score, ...rest]) =>
    weight !== undefined &&
    score !== undefined &&
    rest.length === 0 &&
    score.gte(zero) &&
    score.lte(weight)
      ? [{ weight, score }]
      : [],
  );
  const weights = [
    ...indicators.flatMap(({ weight }) => read(weight)?.value ?? []),
    ...found.map(({ weight }) => weight),
  ];
  return sum(weights).gt(total.weight ?? hundred) ? [] : found;
}

function executionBlank(form: SelfEvaluationForm, column: Column): Blank {
  const index = executionRow(form);
  const row = index === null ? undefined : form.funds.rows[index];
  if (row === undefined)
    return {
      name: of({ zh: '资金总额行', en: 'total fund row' }, columnWords[column]),
      most: null,
    };
  const blank = { name: of(fundRowWords(row), columnWords[column]), most: mostOf(row, column) };
  return column === 'weight' ? { ...blank, weightOf: row } : blank;
}

/** A score is at most its weight. */
function mostOf({ weight }: { readonly weight: string | null }, column: Column): Exact | null {
  return column === 'score' ? (read(weight)?.value ?? null) : null;
}

/** Every sum that the addends may be meant to give. Several total rows may repeat one weight, or divide it. */
function possibleSums({ execution, indicators, optional, most, elsewhere, repeated }: Addends): {
  readonly sums: readonly Exact[];
  readonly bases: readonly Exact[];
} {
  const base = sum(indicators);
  const rows = optional.isZero() ? [base] : [base, base.plus(optional)];
  const bases = elsewhere.isZero() ? rows : [...rows.map((one) => one.plus(elsewhere)), ...rows];
  const parts =
    execution.length === 0
      ? [zero]
      : execution.length === 1
        ? execution
        : [...execution, sum(execution)];
  const counted = repeated ? [zero, ...parts] : parts;
  const sums = bases.flatMap((one) => counted.map((part) => one.plus(part)));
  return {
    sums: most !== null && sums.some((one) => one.gt(most)) ? [...sums, most] : sums,
    bases,
  };
}

/**
 * What the execution score may be before rounding; where weight or rate is not printed, all that rounds to the printed score.
 * Without a budget there was no rate to round: the score is what it says.
 */
function unroundedScores(row: FundRow, printed: Figure): readonly Interval[] {
  const computed = executionScores(row);
  if (computed.length > 0) return computed.map(({ interval }) => interval);
  if (executionRatio(row).kind === 'zero-budget') return [point(printed.value)];
  const unit = unitOf(printed.decimals);
  return [{ low: printed.value.minus(unit), high: printed.value.plus(unit) }];
}

/** What scores the execution: rows of the funds table, or in their place indicators, whose scores the bases already count. */
function scoredExecutions(
  form: SelfEvaluationForm,
): { readonly row: FundRow; readonly counted: Exact }[] {
  const main = executionRow(form);
  const { rows } = form.funds;
  const inTable = rows
    .filter((row, index) => index === main || row.source === 'total')
    .map((row) => ({ row, counted: zero }));
  const first = rows[main ?? -1];
  if (first === undefined || !scoresExecutionElsewhere(form)) return inTable;
  return form.indicators
    .filter((one) => isAssessed(one) && (isExecutionRate(one) || isExecutionGroup(one)))
    .flatMap(({ weight, score }) => {
      const row = { ...first, weight, score };
      return executionScores(row).length === 0
        ? []
        : [{ row, counted: read(score)?.value ?? zero }];
    });
}

/**
 * Whether the total leaves for the execution score some accepted rounding of weight × rate, at the total's own last place
 * or at the printed score's: exporters add the unrounded score, or round it again.
 */
function leavesRoundedScore(
  form: SelfEvaluationForm,
  total: Figure,
  bases: readonly Exact[],
): boolean {
  return scoredExecutions(form).some(({ row, counted }) => {
    const score = read(row.score);
    return (
      score !== null &&
      bases.some((base) => {
        const left = total.value.minus(base).plus(counted);
        const places = [Math.max(total.decimals, left.decimalPlaces()), score.decimals].filter(
          (place) => place >= left.decimalPlaces(),
        );
        return unroundedScores(row, score).some((interval) =>
          places.some((decimals) => reaches(interval, { value: left, decimals })),
        );
      })
    );
  });
}

/** The execution score may be counted unrounded or rounded to a whole number, so a sum is known to a point. */
const slack = exact('1');

/** No score is more than its weight, whatever a blank holds. */
function exceedsWeight({ total }: SelfEvaluationForm, column: Column): boolean {
  const [score, weight] = [read(total.score), read(total.weight)];
  return (
    column === 'score' &&
    score !== null &&
    weight !== null &&
    score.value.gt(weight.value.plus(slack))
  );
}

/** An uncalculated row of formulas shows 0 in both columns; a 0 beside a figure was printed on purpose. */
function isUncalculated({ total }: SelfEvaluationForm, column: Column): boolean {
  const other = read(total[column === 'weight' ? 'score' : 'weight']);
  return read(total[column])?.value.isZero() === true && (other === null || other.value.isZero());
}

/** Whether 总分 is the sum of what is printed, so that no blank is needed for it. */
export function sumCloses(form: SelfEvaluationForm, column: Column, spanned: Spanned): boolean {
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
  const { sums, bases } = possibleSums(addends);
  if (
    sums.some((value) => closes(value, total.value)) ||
    totalsIndicatorsOnly(form, addends, context)
  )
    return exactly;
  if (column === 'score' && leavesRoundedScore(form, total, bases)) return withinRounding;
  const [expected = zero] = sums;
  if (isUncalculated(form, column)) return unverifiable(path, uncalculated);
  if (!context.complete) return unverifiable(path, cutOff);
  const lacksAll = addends.indicators.length === 0 && addends.blanks.length === 0;
  if (lacksAll && expected.lt(total.value)) return unverifiable(path, noIndicator);
  if (!exceedsWeight(form, column) && mayClose(addends.blanks, total.value.minus(expected), column))
    return needsBlanks(path, column, addends.blanks, total, expected);
  return wrongTotal(form, column, path, total, addends, expected, sums);
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

function needsBlanks(
  path: string,
  column: Column,
  blanks: readonly Blank[],
  total: Figure,
  known: Exact,
): Verdict {
  const [only] = blanks;
  const left = total.value.minus(known);
  const fits =
    blanks.length === 1 &&
    only !== undefined &&
    left.gt(zero) &&
    (only.most === null || left.lte(only.most));
  const names = blanks.map(({ name }) => name);
  if (fits) return unverifiable(path, lacking(names), closingBlank(only.name, left.toFixed()));
  return unverifiable(
    path,
    lackingOf(names, of(totalWords, columnWords[column]), total.printed, known.toFixed()),
  );
}

function wrongTotal(
  form: SelfEvaluationForm,
  column: Column,
  path: string,
  total: Figure,
  addends: Addends,
  expected: Exact,
  sums: readonly Exact[],
): Verdict {
  const decimals = Math.max(total.decimals, ...sums.map((value) => value.decimalPlaces()));
  const range = hull(sums);
  const rest = sum(addends.indicators).plus(addends.elsewhere).toFixed();
  const execution = addends.repeated ? undefined : addends.execution[0];
  const name = columnWords[column];
  const added =
    execution === undefined
      ? { zh: `各指标${name.zh}之和`, en: `the ${name.en}s of the indicators add up to` }
      : {
          zh: `预算执行${name.zh}与各指标${name.zh}之和 ${execution.toFixed()} + ${rest} =`,
          en: `the execution ${name.en} and the indicators' add up to ${execution.toFixed()} + ${rest} =`,
        };
  return mismatch(
    path,
    {
      zh: `总分的${name.zh}印为 ${total.printed}，${added.zh} ${expected.toFixed(decimals)}`,
      en: `The ${name.en} of the total is printed as ${total.printed}, but ${added.en} ${expected.toFixed(decimals)}`,
    },
    {
      printed: total.printed,
      expected: expected.toFixed(decimals),
      range: [range.low.toFixed(decimals), range.high.toFixed(decimals)],
      hint: likelyCause(form, column, total, addends, expected),
    },
  );
}

function likelyCause(
  form: SelfEvaluationForm,
  column: Column,
  total: Figure,
  addends: Addends,
  expected: Exact,
): Hint | null {
  const { weight } = form.total;
  if (column === 'score' && weight !== null && exact(weight).eq(total.value))
    return neighbour(columnWords.weight);
  return (
    slipped(total.value, expected) ??
    slippedAddend([...addends.execution, ...addends.indicators], expected, total.value) ??
    roundedTotal(total, expected)
  );
}
