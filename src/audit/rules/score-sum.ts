import { selfEvaluation } from '../kinds.ts';
import { checkTotal } from '../total-sum.ts';
import type { Rule } from '../types.ts';

/** 总分's score against the execution row's plus the indicators'. */
export const scoreSum: Rule = {
  meta: {
    id: 'score-sum',
    severity: 'error',
    title: {
      zh: '总分的得分应等于预算执行得分与各指标得分之和',
      en: "The total score is the sum of the execution score and the indicators' scores",
    },
    basis: {
      zh: '自评表“总分”行：预算执行得分加各指标得分',
      en: "The form's 总分 row: the execution score plus every indicator's score",
    },
    docs: 'docs/rules/score-sum.md',
  },
  check: selfEvaluation((form, context) => [checkTotal(form, 'score', context)]),
};
