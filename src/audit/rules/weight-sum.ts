import { selfEvaluation } from '../kinds.ts';
import { checkTotal } from '../total-sum.ts';
import type { Rule } from '../types.ts';

/** 总分's weight against the execution row's plus the indicators'. */
export const weightSum: Rule = {
  meta: {
    id: 'weight-sum',
    severity: 'error',
    title: {
      zh: '总分的分值应等于预算执行分值与各指标分值之和',
      en: "The total weight is the sum of the execution weight and the indicators' weights",
    },
    basis: {
      zh: '财预〔2020〕10号：预算执行率与一级指标权重合计构成总分',
      en: 'Cai Yu [2020] No. 10: the weights of the execution rate and of the level-1 groups make up the total',
    },
    docs: 'docs/rules/weight-sum.md',
  },
  check: selfEvaluation((form, context) => [checkTotal(form, 'weight', context)]),
};
