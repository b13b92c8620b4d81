import { isBlankMark, isPerformance, type ScoredRow, scoredRows } from '../rows.ts';
import { zero } from '../../number/index.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Rule, Verdict } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

/** Points for a row that does not say what was reached. */
export const blankActual: Rule = {
  meta: {
    id: 'blank-actual',
    severity: 'warning',
    title: {
      zh: '得分的指标应填完成值',
      en: 'An indicator that earns points says what was reached',
    },
    basis: {
      zh: '自评表“实际完成值”是评分的依据；留空或只有横线的，得分没有依据',
      en: 'The actual is what the score rests on; where it is blank or a dash, the score rests on nothing',
    },
    docs: 'docs/rules/blank-actual.md',
  },
  check: selfEvaluation((form, { complete, spanned }) => {
    const rows = scoredRows(form, spanned).filter(
      ({ indicator, score }) => score.gt(zero) && isPerformance(indicator),
    );
    const blanks = rows.filter(({ indicator }) => isBlankMark(indicator.actual.text));
    // A form without a single actual has no column for them; of one read in part the actuals may be what was not read.
    if (!complete || blanks.length === rows.length) return [];
    return rows.map((row) => (blanks.includes(row) ? unfounded(row) : exactly));
  }),
};

function unfounded({ indicator, index }: ScoredRow): Verdict {
  const name = indicatorWords(indicator, index);
  const { text } = indicator.actual;
  return mismatch(
    pointers.indicator(index, 'actual'),
    {
      zh: `${name.zh}${text === '' ? '的完成值留空' : `的完成值只印“${text}”`}，却得 ${indicator.score} 分`,
      en: `The actual of ${name.en} is ${text === '' ? 'blank' : `a mere "${text}"`}, yet its score is ${indicator.score}`,
    },
    { printed: text },
  );
}
