import { exact, hundred } from '../../number/index.ts';
import type { Indicator } from '../../schema/index.ts';
import {
  hasPlaceForReasons,
  hasReason,
  mayStayBelow,
  type Quantities,
  quantities,
} from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Rule } from '../types.ts';
import { exactly, mismatch, unverifiable } from '../verdict.ts';
import { indicatorWords, noPlaceForReasons } from '../words.ts';

/** An actual far above its target needs a reason: the target may have been set too low. */
export const overAchievement: Rule = {
  meta: {
    id: 'over-achievement',
    severity: 'warning',
    title: {
      zh: '完成值远超指标值的应说明原因',
      en: 'An actual far above its target needs a reason',
    },
    basis: {
      zh: '财预〔2020〕10号：偏离绩效目标较大的要分析说明原因；实践中常以 130% 为线，可配置',
      en: 'Cai Yu [2020] No. 10: where an actual is far off its target the reason is to be stated; 130 % is a common threshold, configurable',
    },
    docs: 'docs/rules/over-achievement.md',
  },
  check: selfEvaluation(function* (form, { settings, columns }) {
    const { indicators, extras } = form;
    const possible = hasPlaceForReasons(form, columns);
    for (const [index, indicator] of indicators.entries()) {
      const both = quantities(indicator);
      if (both === null || !aimsHigh(indicator, both)) continue;
      const limit = both.target.value.times(exact(settings.overAchievement)).div(hundred);
      if (both.actual.value.lt(limit) || hasReason(indicator, extras)) {
        yield exactly;
        continue;
      }
      const path = pointers.indicator(index, 'actual');
      if (!possible) {
        yield unverifiable(path, noPlaceForReasons);
        continue;
      }
      const name = indicatorWords(indicator, index);
      const percent = both.actual.value.div(both.target.value).times(hundred).toFixed(0);
      yield mismatch(
        path,
        {
          zh: `${name.zh}的完成值 ${indicator.actual.text} 是指标值 ${indicator.target.text} 的 ${percent}%，未说明原因`,
          en: `The actual ${indicator.actual.text} of ${name.en} is ${percent}% of its target ${indicator.target.text}, and no reason is given`,
        },
        { printed: both.actual.printed, expected: both.target.printed },
      );
    }
  }),
};

/** Whether more is better, as far as the form says, and the actual is no mere upper bound. */
function aimsHigh(indicator: Indicator, { comparator, actualComparator }: Quantities): boolean {
  const upwards =
    comparator === null ? !mayStayBelow(indicator) : comparator !== '≤' && comparator !== '<';
  return upwards && actualComparator !== '≤' && actualComparator !== '<';
}
