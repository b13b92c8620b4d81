import { exact, roundTo } from '../../number/index.ts';
import type { FundRow, SelfEvaluationForm } from '../../schema/index.ts';
import { executionFund, executionRatio, printsRateAbove } from '../funds.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import { isBenefit, isOutput, scoredRows } from '../rows.ts';
import type { Rule, RuleContext, Verdict } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
import { fundRowWords } from '../words.ts';

/** Less than half of the money spent, and all that it was for reached in full. */
export const unspentFullScore: Rule = {
  meta: {
    id: 'unspent-full-score',
    severity: 'warning',
    title: {
      zh: '执行率很低而产出、效益全部满分的应核实',
      en: 'Full scores for all outputs and benefits of a budget that was hardly spent are to be checked',
    },
    basis: {
      zh: '产出和效益靠资金实现；钱没花而指标全部完成，说明预算虚高、指标偏低或评分不实。以 50% 为线，可配置',
      en: 'Outputs and benefits come of the money: where it was not spent and all was reached, the budget, the targets or the scores are wrong; below 50 %, configurable',
    },
    docs: 'docs/rules/unspent-full-score.md',
  },
  check: selfEvaluation((form, context) => {
    const fund = executionFund(form);
    const ratio = fund === null ? null : executionRatio(fund.row);
    if (fund === null || ratio?.kind !== 'ratio') return [];
    const { index, row } = fund;
    const limit = exact(context.settings.lowExecution);
    // Where the printed rate is high, an amount is wrong: execution-rate tells it.
    const isLow = ratio.interval.high.lt(limit) && !printsRateAbove(row, limit);
    const rows = fullRows(form, context);
    const mode = context.rounding.rate ?? 'half-up';
    return [
      isLow && rows > 0
        ? tooGood(row, index, roundTo(ratio.value, 2, mode).toFixed(2), rows)
        : exactly,
    ];
  }),
};

/** How many rows of outputs and benefits there are, where all of them earn their weights; else 0. */
function fullRows(form: SelfEvaluationForm, { spanned }: RuleContext): number {
  const rows = scoredRows(form, spanned);
  const outputs = rows.filter(({ indicator }) => isOutput(indicator));
  const benefits = rows.filter(({ indicator }) => isBenefit(indicator));
  const all = [...outputs, ...benefits];
  return outputs.length > 0 && all.length > 1 && all.every(({ isFull }) => isFull) ? all.length : 0;
}

function tooGood(row: FundRow, index: number, rate: string, count: number): Verdict {
  const name = fundRowWords(row);
  return mismatch(
    pointers.fund(index, 'executed'),
    {
      zh: `${name.zh}只执行 ${rate}%（${row.executed} ÷ ${row.annualBudget}），产出、效益的 ${count} 项指标却全部得满分`,
      en: `${name.en} was executed by only ${rate}% (${row.executed} ÷ ${row.annualBudget}), yet all ${count} indicators of outputs and benefits earn the full score`,
    },
    { printed: row.executed },
  );
}
