import { pointers } from '../pointers.ts';
import { isApplicable, isPerformance, isBlankMark, moreRows } from '../rows.ts';
import type { Indicator, TargetIndicator } from '../../schema/index.ts';
import type { Rule } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

/** An indicator without a target cannot be met. */
export const blankTarget: Rule = {
  meta: {
    id: 'blank-target',
    severity: 'warning',
    title: { zh: '指标应填指标值', en: 'An indicator has a target' },
    basis: {
      zh: '《中央部门预算绩效目标管理办法》：绩效目标要通过清晰、可衡量的绩效指标值体现；没有指标值的无从评价',
      en: 'Targets are to be clear and measurable: without one there is nothing to evaluate',
    },
    docs: 'docs/rules/blank-target.md',
  },
  check({ indicators }, { complete }) {
    const rows = indicators
      .map((indicator, index) => ({ indicator, index }))
      .filter(({ indicator }) => isApplicable(indicator) && isPerformance(indicator));
    const blanks = rows.filter(({ indicator }) => isBlank(indicator));
    // A form without a single target has no column for them, or is a template.
    if (!complete || blanks.length === rows.length) return [];
    const [first] = blanks;
    if (first === undefined) return [exactly];
    const name = indicatorWords(first.indicator, first.index);
    const more = moreRows(blanks.length - 1);
    return [
      mismatch(pointers.indicator(first.index, 'target'), {
        zh: `${name.zh}的指标值留空${more.zh}`,
        en: `The target of ${name.en} is blank${more.en}`,
      }),
    ];
  },
};

/** Target forms print a target's words beside its figure, or a description of it. */
function isBlank(indicator: Indicator | TargetIndicator): boolean {
  const { target } = indicator;
  const words = 'description' in target ? (target.description ?? '') : '';
  return isBlankMark(target.text) && isBlankMark(words);
}
