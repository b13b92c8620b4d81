import { isNil } from '../../model/index.ts';
import { printedDecimal } from '../../number/index.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import { bareWords } from '../rows.ts';
import type { Rule } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';

/** 实际完成情况 that is the goal itself, word for word. */
export const copiedGoal: Rule = {
  meta: {
    id: 'copied-goal',
    severity: 'info',
    title: {
      zh: '实际完成情况不应照抄预期目标',
      en: 'The account of what was achieved is not the expected goal copied',
    },
    basis: {
      zh: '自评表“实际完成情况”要求写完成了什么；与“预期目标”一字不差的，看不出完成了多少',
      en: 'The form asks what was achieved: the goal word for word does not say it',
    },
    docs: 'docs/rules/copied-goal.md',
  },
  check: selfEvaluation(({ goal }) => {
    const { expected, actual } = goal;
    if (expected === null || actual === null || isNil(expected) || isNil(actual)) return [];
    if (bareWords(expected) !== bareWords(actual) || printedDecimal(actual) !== null)
      return [exactly];
    return [
      mismatch(pointers.goalActual, {
        zh: '实际完成情况与预期目标一字不差，没有写完成了什么',
        en: 'The account of what was achieved is the expected goal word for word: it does not say what was done',
      }),
    ];
  }),
};
