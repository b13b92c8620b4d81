import { pointers } from '../pointers.ts';
import { isApplicable, isSatisfaction } from '../rows.ts';
import type { Rule } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';

/** Fewer rows are a part of a form. */
const fewest = 3;

/** A form that asks nobody whom its project serves. */
export const missingSatisfaction: Rule = {
  meta: {
    id: 'missing-satisfaction',
    severity: 'info',
    title: {
      zh: '一般应设置满意度指标',
      en: 'A form generally has an indicator of satisfaction',
    },
    basis: {
      zh: '财预〔2020〕10号：服务对象满意度指标 10%；没有服务对象的项目可不设，分值调到其他指标',
      en: 'Cai Yu [2020] No. 10: satisfaction weighs 10 %; a project that serves nobody may go without',
    },
    docs: 'docs/rules/missing-satisfaction.md',
  },
  check({ indicators }, { complete }) {
    const rows = indicators.filter((one) => isApplicable(one));
    const isStandard = rows.some(({ level1 }) => /产出/.test(level1 ?? ''));
    if (!complete || rows.length < fewest || !isStandard) return [];
    // A row of 无 under 满意度 says that there is nobody to ask.
    return indicators.some((one) => isSatisfaction(one))
      ? [exactly]
      : [
          mismatch(pointers.indicators, {
            zh: '没有满意度指标',
            en: 'The form has no indicator of satisfaction',
          }),
        ];
  },
};
