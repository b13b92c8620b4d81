import { type Figure, hundred, sum } from '../../number/index.ts';
import type { TargetForm } from '../../schema/index.ts';
import { read } from '../funds.ts';
import { asFraction, hints, slipped } from '../hints.ts';
import { targetForm } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Hint, Rule, RuleContext, Verdict, Words } from '../types.ts';
import { exactly, mismatch, unverifiable } from '../verdict.ts';
import { cutOff, lacking } from '../words.ts';

type Plan = TargetForm['disbursementPlan'];

interface Step {
  readonly index: number;
  readonly by: string;
  readonly percent: Figure;
}

/** The payment plan is cumulative: it never falls, and ends at 100 %. */
export const planCumulative: Rule = {
  meta: {
    id: 'plan-cumulative',
    severity: 'error',
    title: {
      zh: '资金支出计划应逐期累计，到期末为 100%',
      en: 'The payment plan never falls and ends at 100 %',
    },
    basis: {
      zh: '绩效目标表“资金支出计划（%）”按“3月底、6月底、10月底、12月底”填列累计比例',
      en: 'The target form asks for the cumulative percentage by the end of March, June, October and December',
    },
    docs: 'docs/rules/plan-cumulative.md',
  },
  check: targetForm(({ disbursementPlan, funds }, context) =>
    disbursementPlan.length === 0 ? [] : [checkPlan(disbursementPlan, read(funds.budget), context)],
  ),
};

/** Quarters without 末 or 累计 may be told by their own shares. */
const quarterAlone = /季度$/;
const amounts: Words = {
  zh: '支出计划印的像是金额，不是比例',
  en: 'the payment plan looks printed in amounts, not in percentages',
};

/** Whether each quarter prints its own share of the whole. */
function tellsShares(plan: Plan, steps: readonly Step[]): boolean {
  return (
    plan.every(({ by }) => quarterAlone.test(by)) &&
    sum(steps.map(({ percent }) => percent.value)).eq(hundred)
  );
}

function checkPlan(plan: Plan, budget: Figure | null, { complete }: RuleContext): Verdict {
  const steps = plan.flatMap(({ by, percent }, index) => {
    const printed = read(percent);
    return printed === null ? [] : [{ index, by, percent: printed }];
  });
  if (tellsShares(plan, steps)) return exactly;
  return firstFall(steps) ?? checkEnd(plan, steps, budget, complete);
}

function firstFall(steps: readonly Step[]): Verdict | null {
  for (const [nth, step] of steps.entries()) {
    const before = steps[nth - 1];
    if (before !== undefined && step.percent.value.lt(before.percent.value))
      return falls(step, before, steps);
  }
  return null;
}

/** Whether a plan that never falls ends at 100 %. */
function checkEnd(
  plan: Plan,
  steps: readonly Step[],
  budget: Figure | null,
  complete: boolean,
): Verdict {
  const path = pointers.plan(plan.length - 1);
  const last = steps.at(-1);
  if (last?.percent.value.eq(hundred) === true) return exactly;
  if (last !== undefined && budget !== null && last.percent.value.eq(budget.value))
    // Nothing is spent of nothing.
    return budget.value.isZero() ? exactly : unverifiable(path, amounts);
  if (!complete) return unverifiable(path, cutOff);
  if (last?.index !== plan.length - 1) {
    const by = plan.at(-1)?.by ?? '';
    return unverifiable(path, lacking([{ zh: by, en: by }]));
  }
  return endsBelow(path, last, steps);
}

function endsBelow(path: string, last: Step, steps: readonly Step[]): Verdict {
  return mismatch(
    path,
    {
      zh: `资金支出计划到${last.by}印为 ${last.percent.printed}%，应为 100%`,
      en: `The payment plan is printed as ${last.percent.printed}% by ${last.by}, it should be 100%`,
    },
    {
      printed: last.percent.printed,
      expected: '100',
      range: ['100', '100'],
      hint: likelyCause(steps),
    },
  );
}

function falls(step: Step, before: Step, steps: readonly Step[]): Verdict {
  return mismatch(
    pointers.plan(step.index),
    {
      zh: `资金支出计划到${step.by}印为 ${step.percent.printed}%，低于到${before.by}的 ${before.percent.printed}%`,
      en: `The payment plan is printed as ${step.percent.printed}% by ${step.by}, below the ${before.percent.printed}% by ${before.by}`,
    },
    {
      printed: step.percent.printed,
      range: [before.percent.printed, '100'],
      hint: likelyCause(steps),
    },
  );
}

function likelyCause(steps: readonly Step[]): Hint | null {
  const last = steps.at(-1)?.percent;
  if (last === undefined) return null;
  if (sum(steps.map(({ percent }) => percent.value)).eq(hundred)) return hints.shares;
  return (
    asFraction(last, { interval: { low: hundred, high: hundred } }) ?? slipped(last.value, hundred)
  );
}
