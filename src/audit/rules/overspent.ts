import { type Exact, exact, hundred } from '../../number/index.ts';
import type { FundRow } from '../../schema/index.ts';
import { executionRatio, isFractionOf, read } from '../funds.ts';
import { hints } from '../hints.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Rule, Verdict } from '../types.ts';
import { unitSlip } from '../units.ts';
import { exactly, mismatch } from '../verdict.ts';
import { columnWords, fundRowWords, of } from '../words.ts';

/** More spent than the annual budget holds. */
export const overspent: Rule = {
  meta: {
    id: 'overspent',
    severity: 'warning',
    title: {
      zh: '全年执行数不应超过全年预算数',
      en: 'No more is executed than the annual budget holds',
    },
    basis: {
      zh: '《预算法》第十三条：各部门、各单位的支出必须以经批准的预算为依据，未列入预算的不得支出；全年预算数已含调整',
      en: 'Budget Law, article 13: what is spent rests on the approved budget; the annual budget holds its adjustments',
    },
    docs: 'docs/rules/overspent.md',
  },
  check: selfEvaluation(({ funds: { rows } }, { settings }) => {
    const checked = rows
      .map((row, index) => ({ row, index }))
      .filter(({ row }) => row.executed !== null && row.annualBudget !== null);
    const over = checked.filter(({ row }) => isOver(row));
    // What a total overspends its sources do too: told once.
    const told = over.find(({ row }) => row.source === 'total') ?? over[0];
    return checked.map(({ row, index }) =>
      row === told?.row ? tooMuch(row, index, exact(settings.overspent)) : exactly,
    );
  }),
};

/** Whether the row's own rate says that no more was spent: then an amount is wrong, and execution-rate tells it. */
function printsRateWithin(row: FundRow): boolean {
  const rate = read(row.executionRate);
  const ratio = executionRatio(row);
  return (
    rate !== null && ratio.kind === 'ratio' && rate.value.lte(hundred) && !isFractionOf(rate, ratio)
  );
}

/** Above the budget for certain, whatever the amounts were rounded from. Carry-over is last year's money: it need not stand in this year's budget. */
function isOver(row: FundRow): boolean {
  if (row.source === 'carryover' || printsRateWithin(row)) return false;
  const ratio = executionRatio(row);
  if (ratio.kind === 'zero-budget') return read(row.executed)?.value.gt(0) === true;
  return ratio.kind === 'ratio' && ratio.interval.low.gt(hundred);
}

function tooMuch(row: FundRow, index: number, limit: Exact): Verdict {
  const name = fundRowWords(row);
  const executed = of(name, columnWords.executed);
  const ratio = executionRatio(row);
  // A little more is often paid out of what other projects left: told, but no more.
  const isLittle = ratio.kind === 'ratio' && ratio.value.lt(limit);
  const isOtherUnit = ratio.kind === 'ratio' && ratio.value.gte(hundred.times(unitSlip));
  return mismatch(
    pointers.fund(index, 'executed'),
    {
      zh: `${executed.zh} ${row.executed} 超过${columnWords.annualBudget.zh} ${row.annualBudget}`,
      en: `The ${executed.en} ${row.executed} is above the ${columnWords.annualBudget.en} ${row.annualBudget}`,
    },
    {
      printed: row.executed,
      hint: isOtherUnit ? hints.units : null,
      ...(isLittle ? { severity: 'info' } : {}),
    },
  );
}
