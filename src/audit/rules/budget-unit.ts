import type { Exact } from '../../number/index.ts';
import type { FundRow } from '../../schema/index.ts';
import { read } from '../funds.ts';
import { hints } from '../hints.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Rule, Verdict } from '../types.ts';
import { unitSlip } from '../units.ts';
import { exactly, mismatch } from '../verdict.ts';
import { columnWords, fundRowWords, of } from '../words.ts';

/** Initial and annual budget in different units. */
export const budgetUnit: Rule = {
  meta: {
    id: 'budget-unit',
    severity: 'warning',
    title: {
      zh: '年初预算数与全年预算数应为同一单位',
      en: 'The initial and the annual budget are in the same unit',
    },
    basis: {
      zh: '同一张资金表只有一个单位；年初预算数达到全年预算数的 1000 倍以上，像是元与万元混用',
      en: 'One table has one unit; an initial budget of a thousand times the annual one looks like 元 beside 万元',
    },
    docs: 'docs/rules/budget-unit.md',
  },
  check: selfEvaluation(({ funds: { rows } }) => {
    const checked = rows
      .map((row, index) => ({ row, index, times: timesOf(row) }))
      .filter(({ row, times }) => times !== null && row.source !== 'carryover');
    const slipped = checked.filter(({ times }) => times?.gte(unitSlip));
    const told = slipped.find(({ row }) => row.source === 'total') ?? slipped[0];
    return checked.map((one) => (one === told ? otherUnit(one.row, one.index) : exactly));
  }),
};

/** How many times the annual budget the initial one is; null where either is none. */
function timesOf(row: FundRow): Exact | null {
  const initial = read(row.initialBudget);
  const annual = read(row.annualBudget);
  if (initial === null || annual === null || !initial.value.gt(0) || !annual.value.gt(0))
    return null;
  return initial.value.div(annual.value);
}

function otherUnit(row: FundRow, index: number): Verdict {
  const times = timesOf(row) ?? unitSlip;
  const [zhAbout, enAbout] = times.isInteger() ? ['', ''] : ['约 ', 'about '];
  const initial = of(fundRowWords(row), columnWords.initialBudget);
  const annual = columnWords.annualBudget;
  return mismatch(
    pointers.fund(index, 'initialBudget'),
    {
      zh: `${initial.zh} ${row.initialBudget} 是${annual.zh} ${row.annualBudget} 的 ${zhAbout}${times.toFixed(0)} 倍`,
      en: `The ${initial.en} ${row.initialBudget} is ${enAbout}${times.toFixed(0)} times the ${annual.en} ${row.annualBudget}`,
    },
    { printed: row.initialBudget, hint: hints.units },
  );
}
