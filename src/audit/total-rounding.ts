import {
  type Exact,
  type Figure,
  type Interval,
  point,
  reaches,
  unitOf,
  zero,
} from '../number/index.ts';
import type { FundRow, SelfEvaluationForm } from '../schema/index.ts';
import {
  executionRatio,
  executionRow,
  executionScores,
  read,
  scoresExecutionElsewhere,
} from './funds.ts';
import { isAssessed, isExecutionGroup, isExecutionRate } from './indicators.ts';

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
  total: Figure,
): { readonly row: FundRow; readonly counted: Exact }[] {
  const main = executionRow(form);
  const { rows } = form.funds;
  const inTable = rows
    .filter((row, index) => index === main || row.source === 'total')
    .map((row) => ({ row, counted: zero }));
  const first = rows[main ?? -1];
  if (first === undefined || !scoresExecutionElsewhere(form))
    return [...inTable, ...inTable.flatMap((one) => repeatedBy(form, one.row, total))];
  return form.indicators
    .filter((one) => isAssessed(one) && (isExecutionRate(one) || isExecutionGroup(one)))
    .flatMap(({ weight, score }) => {
      const row = { ...first, weight, score };
      return executionScores(row).length === 0
        ? []
        : [{ row, counted: read(score)?.value ?? zero }];
    });
}

/** The same execution told once more as a group among the indicators, whose score the bases count. */
function repeatedBy(
  { indicators }: SelfEvaluationForm,
  row: FundRow,
  total: Figure,
): { readonly row: FundRow; readonly counted: Exact }[] {
  return indicators.flatMap((one) => {
    const score = isAssessed(one) && isExecutionGroup(one) ? read(one.score) : null;
    const isWhole = score?.decimals === 0 && total.decimals === 0;
    return score === null || one.score !== row.score || isWhole
      ? []
      : [{ row, counted: score.value }];
  });
}

/**
 * Whether the total leaves for the execution score some accepted rounding of weight × rate, at the total's own last place
 * or at the printed score's: exporters add the unrounded score, or round it again.
 */
export function leavesRoundedScore(
  form: SelfEvaluationForm,
  total: Figure,
  bases: readonly Exact[],
): boolean {
  return scoredExecutions(form, total).some(({ row, counted }) => {
    const score = read(row.score);
    return (
      score !== null &&
      bases.some((base) => {
        const left = total.value.minus(base).plus(counted);
        // A score that was printed to two places is not rounded to fewer before it is added.
        const places = [Math.max(total.decimals, left.decimalPlaces()), score.decimals].filter(
          (place) => place >= left.decimalPlaces() && place >= score.decimals,
        );
        return unroundedScores(row, score).some((interval) =>
          places.some((decimals) => reaches(interval, { value: left, decimals })),
        );
      })
    );
  });
}
