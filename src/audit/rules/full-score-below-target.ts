import { type Exact, type Figure, preciseTo, reaches, zero } from '../../number/index.ts';
import type { Indicator, SelfEvaluationForm } from '../../schema/index.ts';
import { executionFund, executionScores, read } from '../funds.ts';
import {
  isExecutionGroup,
  isExecutionRate,
  missesNone,
  missesTarget,
  type Quantities,
  quantities,
} from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Rule, Verdict } from '../types.ts';
import { exactly, mismatch, withinRounding } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

/** A full score though a numeric target was missed, reason given or not. */
export const fullScoreBelowTarget: Rule = {
  meta: {
    id: 'full-score-below-target',
    severity: 'warning',
    title: { zh: '未达到指标值的不应得满分', en: 'A missed target does not earn the full score' },
    basis: {
      zh: '财预〔2020〕10号：未完成指标值的，按完成值与指标值的比例记分',
      en: 'Cai Yu [2020] No. 10: where the target is not met, the score is in proportion',
    },
    docs: 'docs/rules/full-score-below-target.md',
  },
  check: selfEvaluation(function* (form, { scoreDecimals }) {
    for (const [index, indicator] of form.indicators.entries()) {
      const both = quantities(indicator);
      const weight = read(indicator.weight)?.value ?? zero;
      const score = read(indicator.score);
      const misses = isMissed(indicator, both);
      if (misses === null || score === null || weight.lte(zero)) continue;
      if (!misses || score.value.lt(weight)) yield exactly;
      else if (isExecutionRounded(form, indicator, score, scoreDecimals)) yield withinRounding;
      else yield undeserved(indicator, index, both === null ? null : shareOf(weight, both));
    }
  }),
};

/** Null where target and actual are no figures that can be compared. */
function isMissed(indicator: Indicator, both: Quantities | null): boolean | null {
  if (missesNone(indicator)) return true;
  return both === null ? null : missesTarget(indicator, both);
}

/** The execution's score follows from the amounts: 9.998 is printed as 10.00. */
function isExecutionRounded(
  form: SelfEvaluationForm,
  indicator: Indicator,
  score: Figure,
  scoreDecimals: number | null,
): boolean {
  const row = executionFund(form)?.row;
  if (row === undefined || !(isExecutionRate(indicator) || isExecutionGroup(indicator)))
    return false;
  const meant = preciseTo(score, scoreDecimals ?? 0);
  return executionScores({ ...row, weight: indicator.weight }).some(({ interval }) =>
    reaches(interval, meant),
  );
}

/** What 财预〔2020〕10号 gives for the part that was done. */
function shareOf(weight: Exact, { actual, target }: Quantities): string {
  return weight.times(actual.value).div(target.value).toFixed(2);
}

function undeserved(indicator: Indicator, index: number, expected: string | null): Verdict {
  const name = indicatorWords(indicator, index);
  const { target, actual, score } = indicator;
  return mismatch(
    pointers.indicator(index, 'score'),
    {
      zh: `${name.zh}的完成值 ${actual.text} 未达到指标值 ${target.text}，却得满分 ${score}`,
      en: `The actual ${actual.text} of ${name.en} misses the target ${target.text}, yet the score is the full ${score}`,
    },
    { printed: score, expected },
  );
}
