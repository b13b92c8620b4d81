import { zero } from '../../number/index.ts';
import { read } from '../funds.ts';
import { missesNone, missesTarget, quantities } from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Rule } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
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
  check: selfEvaluation(function* ({ indicators }) {
    for (const [index, indicator] of indicators.entries()) {
      const both = quantities(indicator);
      const weight = read(indicator.weight)?.value ?? zero;
      const none = missesNone(indicator);
      if ((both === null && !none) || indicator.score === null || weight.lte(zero)) continue;
      if (
        !(none || (both !== null && missesTarget(indicator, both))) ||
        read(indicator.score)?.value.lt(weight) === true
      ) {
        yield exactly;
        continue;
      }
      const name = indicatorWords(indicator, index);
      const share =
        both === null ? null : weight.times(both.actual.value).div(both.target.value).toFixed(2);
      yield mismatch(
        pointers.indicator(index, 'score'),
        {
          zh: `${name.zh}的完成值 ${indicator.actual.text} 未达到指标值 ${indicator.target.text}，却得满分 ${indicator.score}`,
          en: `The actual ${indicator.actual.text} of ${name.en} misses the target ${indicator.target.text}, yet the score is the full ${indicator.score}`,
        },
        { printed: indicator.score, expected: share },
      );
    }
  }),
};
