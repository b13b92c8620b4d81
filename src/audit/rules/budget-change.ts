import { type Exact, exact, hundred } from '../../number/index.ts';
import type { FundRow, SelfEvaluationForm } from '../../schema/index.ts';
import { executionFund, read } from '../funds.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import { givesAnyReason } from '../reasons.ts';
import type { Rule, Verdict } from '../types.ts';
import { unitSlip } from '../units.ts';
import { exactly, mismatch } from '../verdict.ts';
import { columnWords, fundRowWords, of } from '../words.ts';

/** A budget that changed much in the year, of which the form says nothing. */
export const budgetChange: Rule = {
  meta: {
    id: 'budget-change',
    severity: 'info',
    title: {
      zh: '预算调整幅度较大的应说明',
      en: 'A budget that changed much is accounted for',
    },
    basis: {
      zh: '年中大幅调整说明年初预算编制不准；复核时常以 30% 为线，可配置',
      en: 'A large change within the year shows an initial budget that was not exact; 30 % is a common threshold, configurable',
    },
    docs: 'docs/rules/budget-change.md',
  },
  check: selfEvaluation((form, { settings }) => {
    const fund = executionFund(form);
    const percent = fund === null ? null : changeOf(fund.row);
    if (fund === null || percent === null) return [];
    const { index, row } = fund;
    const isLarge = percent.abs().gte(exact(settings.budgetChange));
    return [isLarge && !saysWhy(form) ? unexplained(row, index, percent) : exactly];
  }),
};

function changeOf(row: FundRow): Exact | null {
  const initial = read(row.initialBudget);
  const annual = read(row.annualBudget);
  if (initial === null || annual === null || !initial.value.gt(0) || annual.value.lt(0))
    return null;
  const isSlip =
    annual.value.gte(initial.value.times(unitSlip)) ||
    (annual.value.gt(0) && initial.value.gte(annual.value.times(unitSlip)));
  return isSlip ? null : annual.value.minus(initial.value).div(initial.value).times(hundred);
}

const ofBudgets = /预算调整|调整预算|调剂|追加|追减|增拨|调增|调减|核减|核增|压减|压缩|收回|统筹/;

function saysWhy(form: SelfEvaluationForm): boolean {
  return givesAnyReason(form) || ofBudgets.test(form.goal.actual ?? '');
}

function unexplained(row: FundRow, index: number, percent: Exact): Verdict {
  const annual = of(fundRowWords(row), columnWords.annualBudget);
  const size = percent.abs().toDecimalPlaces(2).toFixed();
  const [zh, en] = percent.lt(0) ? ['减少', 'below'] : ['增加', 'above'];
  return mismatch(
    pointers.fund(index, 'annualBudget'),
    {
      zh: `${annual.zh} ${row.annualBudget} 比${columnWords.initialBudget.zh} ${row.initialBudget} ${zh} ${size}%，表内未说明`,
      en: `The ${annual.en} ${row.annualBudget} is ${size}% ${en} the ${columnWords.initialBudget.en} ${row.initialBudget}, and the form says nothing of it`,
    },
    { printed: row.annualBudget },
  );
}
