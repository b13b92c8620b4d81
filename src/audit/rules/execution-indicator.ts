import {
  type Figure,
  figure,
  point,
  printRange,
  reaches,
  roundTo,
  unitOf,
} from '../../number/index.ts';
import type { FundRow, Indicator, SelfEvaluationForm } from '../../schema/index.ts';
import { type Computed, executionRatio, executionRow } from '../funds.ts';
import { asFraction } from '../hints.ts';
import { isOwnExecutionRate } from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Rule, RuleContext, Verdict } from '../types.ts';
import { exactly, mismatch, unverifiable, withinRounding } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

/** An indicator named 执行率 whose actual is a percentage, against the funds table. */
export const executionIndicator: Rule = {
  meta: {
    id: 'execution-indicator',
    severity: 'warning',
    title: {
      zh: '“执行率”指标的完成值应与资金表相符',
      en: 'An execution-rate indicator agrees with the funds table',
    },
    basis: {
      zh: '同一张表内预算执行率只有一个：全年执行数 ÷ 全年预算数',
      en: 'One form has one execution rate: the amount executed over the annual budget',
    },
    docs: 'docs/rules/execution-indicator.md',
  },
  check: selfEvaluation(function* (form, context) {
    for (const [index, indicator] of form.indicators.entries()) {
      const { actual } = indicator;
      const applies =
        isOwnExecutionRate(indicator) &&
        actual.number !== null &&
        (actual.unit ?? '').includes('%') &&
        actual.comparator !== '≈';
      if (applies) yield checkActual(form, indicator, index, figure(actual.number ?? '0'), context);
    }
  }),
};

/** The rates that the indicator may mean: computed, else as printed. */
function knownRates(rows: readonly FundRow[]): Computed[] {
  return rows.flatMap((row) => {
    const ratio = executionRatio(row);
    if (ratio.kind === 'ratio') return [ratio];
    if (row.executionRate === null || ratio.kind === 'zero-budget') return [];
    const printed = figure(row.executionRate).value;
    return [{ value: printed, interval: point(printed) }];
  });
}

/** As `reaches`, with the sign that the actual prints: ≥95% holds for any rate from 95 up. */
function agrees(
  printed: Figure,
  sign: Indicator['actual']['comparator'],
  { interval }: Computed,
): boolean {
  const unit = unitOf(printed.decimals);
  if (sign === '≥' || sign === '>') return interval.high.gt(printed.value.minus(unit));
  if (sign === '≤' || sign === '<') return interval.low.lt(printed.value.plus(unit));
  return reaches(interval, printed);
}

function checkActual(
  form: SelfEvaluationForm,
  indicator: Indicator,
  index: number,
  printed: Figure,
  { rounding }: RuleContext,
): Verdict {
  const path = pointers.indicator(index, 'actual');
  const main = executionRow(form);
  const rows = form.funds.rows;
  const first = main === null ? undefined : rows[main];
  const [computed, ...others] = [
    ...(first === undefined ? [] : knownRates([first])),
    ...knownRates(rows.filter((row) => row !== first)),
  ];
  if (computed === undefined)
    return unverifiable(path, {
      zh: '资金表算不出执行率',
      en: 'the funds table gives no execution rate',
    });
  const all = [computed, ...others];
  if (all.some(({ value }) => value.eq(printed.value))) return exactly;
  if (all.some((rate) => agrees(printed, indicator.actual.comparator, rate))) return withinRounding;
  const decimals = Math.max(printed.decimals, 2);
  const expected = roundTo(computed.value, decimals, rounding.rate ?? 'half-up').toFixed(decimals);
  const name = indicatorWords(indicator, index);
  return mismatch(
    path,
    {
      zh: `${name.zh}的完成值印为 ${indicator.actual.text}，按资金表执行率为 ${expected}%`,
      en: `The actual of ${name.en} is printed as ${indicator.actual.text}, but the funds table gives an execution rate of ${expected}%`,
    },
    {
      printed: printed.printed,
      expected,
      range: printRange(computed.interval, decimals),
      hint: asFraction(printed, computed),
    },
  );
}
