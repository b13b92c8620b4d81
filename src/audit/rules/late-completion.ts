import { lastDay } from '../dates.ts';
import { hasReason } from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import { type ScoredRow, scoredRows } from '../rows.ts';
import type { Rule, Verdict } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

/** A full score for what was done after its day. */
export const lateCompletion: Rule = {
  meta: {
    id: 'late-completion',
    severity: 'warning',
    title: {
      zh: '完成日期晚于指标期限的不应得满分',
      en: 'What was done after its deadline does not earn the full score',
    },
    basis: {
      zh: '财预〔2020〕10号：未完成指标值的不得满分；时效指标的指标值就是期限',
      en: 'Cai Yu [2020] No. 10: a target that is not met does not earn all its points; the target of an indicator of time is a deadline',
    },
    docs: 'docs/rules/late-completion.md',
  },
  check: selfEvaluation(function* (form, { spanned }) {
    for (const row of scoredRows(form, spanned)) {
      const { target, actual } = row.indicator;
      const deadline = lastDay(target.text, form.year, 'latest');
      const done = lastDay(actual.text, form.year, 'earliest');
      if (deadline === null || done === null) continue;
      const isLate = done > deadline && row.isFull;
      yield isLate ? late(row, hasReason(row.indicator, form.extras)) : exactly;
    }
  }),
};

function late({ indicator, index }: ScoredRow, isExplained: boolean): Verdict {
  const name = indicatorWords(indicator, index);
  const { target, actual, score } = indicator;
  const [zh, en] = isExplained ? ['', ''] : ['，也未说明原因', ', and no reason is given'];
  return mismatch(
    pointers.indicator(index, 'actual'),
    {
      zh: `${name.zh}的完成值 ${actual.text} 晚于指标值 ${target.text}，却得满分 ${score}${zh}`,
      en: `The actual ${actual.text} of ${name.en} is later than the target ${target.text}, yet the score is the full ${score}${en}`,
    },
    { printed: actual.text },
  );
}
