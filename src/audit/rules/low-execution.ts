import { exact } from '../../number/index.ts';
import { executionFund, executionRatio, printsRateAbove } from '../funds.ts';
import { hasPlaceForReasons } from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import { givesAnyReason } from '../reasons.ts';
import type { Rule } from '../types.ts';
import { exactly, mismatch, unverifiable } from '../verdict.ts';
import { fundRowWords, noPlaceForReasons } from '../words.ts';

/** A budget not spent, and not one reason in the form. */
export const lowExecution: Rule = {
  meta: {
    id: 'low-execution',
    severity: 'info',
    title: {
      zh: '执行率偏低的应说明原因',
      en: 'A low execution rate needs a reason',
    },
    basis: {
      zh: '财预〔2020〕10号：对偏离绩效目标较大的项目要分析并说明原因；预算执行常以 90% 为线，可配置',
      en: 'Cai Yu [2020] No. 10: where a project is far off, the reason is to be stated; 90 % is a common threshold for the execution, configurable',
    },
    docs: 'docs/rules/low-execution.md',
  },
  check: selfEvaluation((form, { settings, columns }) => {
    const fund = executionFund(form);
    const ratio = fund === null ? null : executionRatio(fund.row);
    if (fund === null || ratio?.kind !== 'ratio') return [];
    const { index, row } = fund;
    const limit = settings.explainedExecution;
    const isLow = ratio.interval.high.lt(exact(limit)) && !printsRateAbove(row, exact(limit));
    if (!isLow || givesAnyReason(form)) return [exactly];
    const path = pointers.fund(index, 'executed');
    if (!hasPlaceForReasons(form, columns)) return [unverifiable(path, noPlaceForReasons)];
    const name = fundRowWords(row);
    return [
      mismatch(
        path,
        {
          zh: `${name.zh}执行 ${row.executed}，不到全年预算数 ${row.annualBudget} 的 ${limit}%，全表未说明原因`,
          en: `The amount executed of ${name.en}, ${row.executed}, is less than ${limit}% of the annual budget ${row.annualBudget}, and the form gives no reason`,
        },
        { printed: row.executed },
      ),
    ];
  }),
};
