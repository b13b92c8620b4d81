import { type Figure, sum } from '../../number/index.ts';
import type { TargetForm } from '../../schema/index.ts';
import { read } from '../funds.ts';
import { closingBlank, roundedParts, slipped, slippedAddend } from '../hints.ts';
import { targetForm } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Rule, RuleContext, Verdict, Words } from '../types.ts';
import { exactly, mismatch, unverifiable } from '../verdict.ts';
import { cutOff, lacking, uncalculated } from '../words.ts';

/** A target form's budget against its fiscal and other funds. */
export const budgetParts: Rule = {
  meta: {
    id: 'budget-parts',
    severity: 'error',
    title: { zh: '预算数应等于财政资金与其他资金之和', en: 'The budget is the sum of fiscal and other funds' },
    basis: {
      zh: '绩效目标表“预算数”下列“其中：财政资金、其他资金”',
      en: 'The target form lists under 预算数 what it is made of: fiscal funds, other funds',
    },
    docs: 'docs/rules/budget-parts.md',
  },
  check: targetForm(({ funds }, context) => [checkBudget(funds, context)]),
};

const names = {
  budget: { zh: '预算数', en: 'budget' },
  fiscal: { zh: '财政资金', en: 'fiscal funds' },
  other: { zh: '其他资金', en: 'other funds' },
} as const satisfies Record<string, Words>;
const parts = ['fiscal', 'other'] as const;

function checkBudget(funds: TargetForm['funds'], { complete }: RuleContext): Verdict {
  const budget = read(funds.budget);
  if (budget === null) return unverifiable(pointers.budget, lacking([names.budget]));
  const known = parts.flatMap((part) => read(funds[part]) ?? []);
  const total = sum(known.map(({ value }) => value));
  if (known.length > 0 && total.eq(budget.value)) return exactly;
  if (budget.value.isZero() && known.length > 0) return unverifiable(pointers.budget, uncalculated);
  if (!complete) return unverifiable(pointers.budget, cutOff);
  const blanks = parts.filter((part) => funds[part] === null);
  if (known.length === 0 || (blanks.length > 0 && total.lt(budget.value))) {
    const [only] = blanks;
    const hint = blanks.length === 1 && only !== undefined ? closingBlank(names[only], budget.value.minus(total).toFixed()) : null;
    return unverifiable(pointers.budget, lacking(blanks.map((part) => names[part])), hint);
  }
  return wrongBudget(budget, known);
}

function wrongBudget(budget: Figure, known: readonly Figure[]): Verdict {
  const values = known.map(({ value }) => value);
  const total = sum(values);
  const expected = total.toFixed(Math.max(budget.decimals, total.decimalPlaces()));
  const added = `${known.map(({ printed }) => printed).join(' + ')} = ${expected}`;
  return mismatch(pointers.budget, {
    zh: `预算数印为 ${budget.printed}，财政资金与其他资金之和 ${added}`,
    en: `The budget is printed as ${budget.printed}, but fiscal and other funds add up to ${added}`,
  }, {
    printed: budget.printed,
    expected,
    range: [expected, expected],
    hint: slipped(budget.value, total) ?? slippedAddend(values, total, budget.value) ?? roundedParts(known, budget),
  });
}
