import { closes, type Exact, exact, hundred, printedDecimal, sum, zero } from '../number/index.ts';
import type { FundRow, Indicator, SelfEvaluationForm } from '../schema/index.ts';
import { executionFund, executionRow, read, scoresExecutionElsewhere } from './funds.ts';
import { isAssessed, isBesideScale, isExecutionGroup } from './indicators.ts';
import { memoColumn, memoForm } from './memo.ts';
import { pointers } from './pointers.ts';
import type { Spanned, Words } from './types.ts';
import { columnWords, fundRowWords, indicatorWords, of } from './words.ts';

export type Column = 'weight' | 'score';

/** What a form prints towards 总分 in one column. */
export interface Addends {
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
export interface Blank {
  readonly name: Words;
  /** The most that it may hold, where that is known. */
  readonly most: Exact | null;
  /** The fund row whose weight it is. */
  readonly weightOf?: FundRow;
}

/** What one indicator's row gives to the sum of its column. */
type Part =
  | { readonly kind: 'counted' | 'optional'; readonly value: Exact }
  | { readonly kind: 'blank'; readonly blank: Blank }
  | { readonly kind: 'nothing' };

/** Everything that a form prints towards 总分 in one column, and what it leaves blank there. */
export const gather = memoColumn(gatherAnew);

function gatherAnew(form: SelfEvaluationForm, column: Column, spanned: Spanned): Addends {
  const execution = executionFigures(form, column);
  const lacksExecution = execution.length === 0 && !scoresExecutionElsewhere(form);
  // A row without a weight, where all weights are there, is scored with the one above or not at all.
  const allWeighed = column === 'score' && weightsClose(form, spanned);
  const parts = form.indicators.map((indicator, index) => {
    const isShared = spanned.has(pointers.indicator(index, column));
    return partOf(indicator, index, column, isShared || (allWeighed && indicator.weight === null));
  });
  const values = (kind: 'counted' | 'optional'): Exact[] =>
    parts.flatMap((part) => (part.kind === kind ? part.value : []));
  const addsPoints = form.indicators.some((one) => isAssessed(one) && isBesideScale(one));
  return {
    execution,
    indicators: values('counted'),
    optional: sum(values('optional')),
    most: column === 'score' && addsPoints ? (read(form.total.weight)?.value ?? hundred) : null,
    elsewhere: sum(scoredElsewhere(form).map((pair) => pair[column])),
    repeated: form.indicators.some(repeatsExecution),
    blanks: [
      ...(lacksExecution ? [executionBlank(form, column)] : []),
      ...parts.flatMap((part) => (part.kind === 'blank' ? part.blank : [])),
    ],
  };
}

/** What the fund rows print that count: the one of the execution, and each total. */
function executionFigures(form: SelfEvaluationForm, column: Column): Exact[] {
  const first = executionRow(form);
  return form.funds.rows
    .filter((row, index) => index === first || row.source === 'total')
    .flatMap((row) => read(row[column])?.value ?? []);
}

/** @param mayLack whether the row needs no figure of its own */
function partOf(indicator: Indicator, index: number, column: Column, mayLack: boolean): Part {
  const value = read(indicator[column])?.value ?? null;
  const isOptional =
    !isAssessed(indicator) || (isBesideScale(indicator) && (column === 'weight' || value === null));
  if (isOptional) return { kind: 'optional', value: value ?? zero };
  if (value !== null) return { kind: 'counted', value };
  if (mayLack) return { kind: 'nothing' };
  const name = of(indicatorWords(indicator, index), columnWords[column]);
  return { kind: 'blank', blank: { name, most: mostOf(indicator, column) } };
}

/** Whether the weights add up to that of 总分. */
function weightsClose(form: SelfEvaluationForm, spanned: Spanned): boolean {
  const total = read(form.total.weight);
  return (
    total !== null &&
    possibleSums(gather(form, 'weight', spanned)).sums.some((one) => closes(one, total.value))
  );
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
const scoredElsewhere = memoForm(
  ({ extras, indicators, total }: SelfEvaluationForm): Record<Column, Exact>[] => {
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
  },
);

function executionBlank(form: SelfEvaluationForm, column: Column): Blank {
  const row = executionFund(form)?.row;
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
export function possibleSums({
  execution,
  indicators,
  optional,
  most,
  elsewhere,
  repeated,
}: Addends): {
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
