import { closes, type Exact, exact, type Figure, figure, unitOf } from '../../number/index.ts';
import type { FundRow, Indicator, SelfEvaluationForm } from '../../schema/index.ts';
import { executionFund, read } from '../funds.ts';
import { isCost } from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import { isApplicable, plainName } from '../rows.ts';
import type { Rule, Verdict } from '../types.ts';
import { conversion } from '../units.ts';
import { exactly, mismatch, withinRounding } from '../verdict.ts';
import { columnWords, fundRowWords, indicatorWords, of } from '../words.ts';

/** What the whole project cost, against what was spent on it. */
export const costAboveExecuted: Rule = {
  meta: {
    id: 'cost-above-executed',
    severity: 'warning',
    title: {
      zh: '项目总成本的完成值不应超过全年执行数',
      en: 'The cost of the whole project is not above the amount executed',
    },
    basis: {
      zh: '成本指标的完成值是实际支出，与资金表的全年执行数同一来源；大于执行数的多是照抄预算',
      en: 'The actual of a cost is what was spent, as in the funds table; above it, it was mostly copied from the budget',
    },
    docs: 'docs/rules/cost-above-executed.md',
  },
  check: selfEvaluation(function* (form) {
    const row = executionFund(form)?.row;
    const { unit } = form.funds;
    if (row?.executed == null || unit === null) return;
    for (const [index, indicator] of form.indicators.entries()) {
      const factor = factorTo(unit, indicator);
      if (factor === null || !isOfProject(form, row, indicator, factor)) continue;
      yield compared({ row, unit }, indicator, index, factor);
    }
  }),
};

/** What turns a cost's actual into the unit of the funds table; null where it is no certain amount of money. */
function factorTo(unit: string, { actual }: Indicator): Exact | null {
  const isBound = actual.comparator !== null && actual.comparator !== '=';
  if (actual.number === null || isBound || !/元|^[（(]?万/.test(actual.unit ?? '')) return null;
  return conversion(actual, { ...actual, unit });
}

const whole = /总成本|项目成本|总费用|总支出|总投入|资金成本|项目总/;
const ofSomething = /单位|人均|平均|每|标准|社会成本|生态|环境/;

/** Whether a cost is of the whole project: named so, or its target is the whole budget. */
function isOfProject(
  form: SelfEvaluationForm,
  row: FundRow,
  indicator: Indicator,
  factor: Exact,
): boolean {
  const name = plainName(indicator.level3);
  const groups = `${indicator.level1 ?? ''}${indicator.level2 ?? ''}`;
  if (!isApplicable(indicator) || !isCost(indicator) || ofSomething.test(name + groups))
    return false;
  if (whole.test(name)) return true;
  const { number } = indicator.target;
  const budget = read(row.annualBudget);
  const costs = form.indicators.filter((one) => isApplicable(one) && isCost(one));
  return (
    number !== null &&
    budget !== null &&
    costs.length === 1 &&
    closes(exact(number).times(factor), budget.value)
  );
}

/** So much a round figure may be off, in hundredths. */
const offBy = exact('0.05');

/** Whether a cost is the amount spent, rounded: by no more than half of its last place, nor much of itself. */
function isRounded({ decimals }: Figure, cost: Exact, spent: Exact): boolean {
  const difference = cost.minus(spent).abs();
  return difference.lte(unitOf(decimals).times('0.5')) && difference.lte(cost.times(offBy));
}

function compared(
  { row, unit }: { readonly row: FundRow; readonly unit: string },
  indicator: Indicator,
  index: number,
  factor: Exact,
): Verdict {
  const cost = figure(indicator.actual.number ?? '0');
  const spent = figure(row.executed ?? '0');
  const value = cost.value.times(factor);
  if (value.eq(spent.value)) return exactly;
  if (value.lt(spent.value) || isRounded(cost, value.div(factor), spent.value.div(factor)))
    return withinRounding;
  const name = indicatorWords(indicator, index);
  const executed = of(fundRowWords(row), columnWords.executed);
  return mismatch(
    pointers.indicator(index, 'actual'),
    {
      zh: `${name.zh}的完成值 ${indicator.actual.text} 大于${executed.zh} ${row.executed}${unit}`,
      en: `The actual ${indicator.actual.text} of ${name.en} is above the ${executed.en} ${row.executed} ${unit}`,
    },
    { printed: indicator.actual.text },
  );
}
