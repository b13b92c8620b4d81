import type { SelfEvaluationForm } from '../../schema/index.ts';
import { isBesideScale } from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import { isApplicable, bareWords, isBlankMark, scoredRows } from '../rows.ts';
import type { Rule, Words } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';

/** Fewer rows may well all be met. */
const fewest = 3;

/** A form in which every actual is its target, or every row earns its full weight: told once a form. */
export const uniformResults: Rule = {
  meta: {
    id: 'uniform-results',
    severity: 'info',
    title: {
      zh: '各项完成值一律等于指标值、得分一律满分的应核实',
      en: 'Actuals that all equal their targets, or scores that are all full, are to be checked',
    },
    basis: {
      zh: '完成值与指标值分毫不差、各项一律满分，常是照抄或指标定得过低；复核时抽查佐证材料',
      en: 'Actuals that equal every target and full scores throughout are often copied, or the targets too low: evidence is to be looked at',
    },
    docs: 'docs/rules/uniform-results.md',
  },
  check: selfEvaluation((form, { spanned }) => {
    const scored = scoredRows(form, spanned);
    const isAllFull = scored.length >= fewest && scored.every(({ isFull }) => isFull);
    const equal = equalRows(form);
    if (scored.length < fewest && equal < fewest) return [];
    const words = said(isAllFull ? scored.length : 0, equal);
    return [words === null ? exactly : mismatch(pointers.indicators, words)];
  }),
};

/** How many rows there are, where every actual is its target; else 0. */
function equalRows({ indicators }: SelfEvaluationForm): number {
  const rows = indicators.filter(
    (one) => isApplicable(one) && !isBesideScale(one) && !isBlankMark(one.actual.text),
  );
  const isEqual = rows.every(
    ({ target, actual }) =>
      bareWords(target.text) === bareWords(actual.text) ||
      (target.number !== null && target.number === actual.number && target.unit === actual.unit),
  );
  return isEqual && rows.length >= fewest ? rows.length : 0;
}

function said(full: number, equal: number): Words | null {
  const scores = {
    zh: `${full} 项指标全部得满分`,
    en: `The scores of all ${full} indicators are full`,
  };
  const actuals = {
    zh: `${equal} 项指标的完成值全部等于指标值`,
    en: `The actuals of all ${equal} indicators equal their targets`,
  };
  const both = full > 0 && equal > 0;
  if (both) return { zh: `${scores.zh}，${actuals.zh}`, en: `${scores.en}. ${actuals.en}` };
  if (full > 0) return scores;
  return equal > 0 ? actuals : null;
}
