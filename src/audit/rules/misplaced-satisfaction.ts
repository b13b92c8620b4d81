import { pointers } from '../pointers.ts';
import { isApplicable, moreRows, plainName, standsInSatisfaction } from '../rows.ts';
import type { Rule } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

/** 满意度 among outputs or benefits, though the form has a group for it. */
export const misplacedSatisfaction: Rule = {
  meta: {
    id: 'misplaced-satisfaction',
    severity: 'info',
    title: {
      zh: '满意度指标应列在满意度一级指标下',
      en: 'Satisfaction stands in the group of satisfaction',
    },
    basis: {
      zh: '财预〔2020〕10号：服务对象满意度是单独的一级指标，权重 10%；列在产出、效益下会使各级权重失真',
      en: 'Cai Yu [2020] No. 10: satisfaction is a group of its own, of 10 %; elsewhere it distorts the weights of the groups',
    },
    docs: 'docs/rules/misplaced-satisfaction.md',
  },
  check({ indicators }) {
    if (!indicators.some(standsInSatisfaction)) return [];
    const rows = indicators
      .map((indicator, index) => ({ indicator, index }))
      .filter(
        ({ indicator }) => isApplicable(indicator) && named.test(plainName(indicator.level3)),
      );
    const misplaced = rows.filter(
      ({ indicator }) => indicator.level1 !== null && !standsInSatisfaction(indicator),
    );
    const [first] = misplaced;
    if (first === undefined) return rows.length === 0 ? [] : [exactly];
    const name = indicatorWords(first.indicator, first.index);
    const more = moreRows(misplaced.length - 1);
    return [
      mismatch(
        pointers.indicator(first.index),
        {
          zh: `${name.zh}列在${first.indicator.level1}下，不在满意度指标下${more.zh}`,
          en: `The ${name.en} stands under ${first.indicator.level1}, not under satisfaction${more.en}`,
        },
        { printed: first.indicator.level3 },
      ),
    ];
  },
};

const named = /满意(?:度|率)$/;
