import type { Figure } from '../../number/index.ts';
import type { Indicator, SelfEvaluationForm } from '../../schema/index.ts';
import { read } from '../funds.ts';
import {
  isBesideScale,
  hasPlaceForReasons,
  hasReason,
  isAssessed,
  isExecutionGroup,
  isExecutionRate,
} from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { mergedCells } from '../merged.ts';
import { pointers } from '../pointers.ts';
import { bareWords } from '../rows.ts';
import type { Rule, Verdict, Words } from '../types.ts';
import { exactly, mismatch, unverifiable } from '../verdict.ts';
import { indicatorWords, noPlaceForReasons, sharedWeight } from '../words.ts';

/** A score below its weight needs a reason; that of the execution rate follows from the funds table. */
export const deductionWithoutReason: Rule = {
  meta: {
    id: 'deduction-without-reason',
    severity: 'warning',
    title: { zh: '扣分的指标应说明原因', en: 'A deduction needs a reason' },
    basis: {
      zh: '财预〔2020〕10号：对未完成绩效目标或偏离绩效目标较大的项目要分析并说明原因，研究提出改进措施',
      en: 'Cai Yu [2020] No. 10: where a target is not met or far off, the reason is to be analysed and stated',
    },
    docs: 'docs/rules/deduction-without-reason.md',
  },
  check: selfEvaluation(function* (form, { columns, spanned }) {
    const merged = mergedCells(form, spanned);
    const possible = hasPlaceForReasons(form, columns);
    for (const [index, indicator] of form.indicators.entries()) {
      const weight = read(indicator.weight);
      const score = read(indicator.score);
      if (!isAssessed(indicator) || isBesideScale(indicator) || weight === null || score === null)
        continue;
      const path = pointers.indicator(index, 'score');
      if (score.value.gte(weight.value) || isExplained(indicator, form.extras)) yield exactly;
      else if (merged.sharesWeight(index)) yield unverifiable(path, sharedWeight);
      else if (!possible) yield unverifiable(path, noPlaceForReasons);
      else if (isMet(indicator))
        yield unearned(path, indicatorWords(indicator, index), indicator, weight, score);
      else yield unexplained(path, indicatorWords(indicator, index), weight, score);
    }
  }),
};

/** Whether the row says why points are missing, or the funds table does. */
function isExplained(indicator: Indicator, extras: SelfEvaluationForm['extras']): boolean {
  return hasReason(indicator, extras) || isExecutionRate(indicator) || isExecutionGroup(indicator);
}

/** Whether the actual says in words just what the target asks for. Figures are the business of indicator-score. */
function isMet({ target, actual }: Indicator): boolean {
  const isInWords = target.number === null && actual.number === null;
  return (
    isInWords && bareWords(target.text) !== '' && bareWords(target.text) === bareWords(actual.text)
  );
}

/** Points missing though the target was met. */
function unearned(
  path: string,
  name: Words,
  { actual }: Indicator,
  weight: Figure,
  score: Figure,
): Verdict {
  return mismatch(
    path,
    {
      zh: `${name.zh}的完成值与指标值同为“${actual.text}”，分值 ${weight.printed}、得分 ${score.printed}，未说明扣分原因`,
      en: `Target and actual of ${name.en} are both "${actual.text}", yet the score ${score.printed} is below the weight ${weight.printed}, and no reason is given`,
    },
    { printed: score.printed, expected: weight.printed },
  );
}

function unexplained(path: string, name: Words, weight: Figure, score: Figure): Verdict {
  return mismatch(
    path,
    {
      zh: `${name.zh}分值 ${weight.printed}、得分 ${score.printed}，未说明扣分原因`,
      en: `The score ${score.printed} of ${name.en} is below its weight ${weight.printed}, and no reason is given`,
    },
    { printed: score.printed, expected: weight.printed },
  );
}
