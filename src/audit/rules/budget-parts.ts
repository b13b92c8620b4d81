import { findLabel } from '../../lexicon/index.ts';
import { isNil } from '../../model/index.ts';
import { closes, type Exact, type Figure, printedDecimal, sum, zero } from '../../number/index.ts';
import type { TargetForm } from '../../schema/index.ts';
import { read } from '../funds.ts';
import { closingBlank, roundedParts, slipped, slippedAddend } from '../hints.ts';
import { targetForm } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Mismatch, Rule, RuleContext, Verdict, Words } from '../types.ts';
import { exactly, mismatch, unverifiable } from '../verdict.ts';
import { cutOff, lacking } from '../words.ts';

/** A target form's budget against its fiscal and other funds, and what else it prints (上年结转资金). */
export const budgetParts: Rule = {
  meta: {
    id: 'budget-parts',
    severity: 'error',
    title: { zh: '预算数应等于各来源资金之和', en: 'The budget is the sum of its sources' },
    basis: {
      zh: '绩效目标表“预算数”下列“其中：财政资金、其他资金”，有的还列上年结转资金',
      en: 'The target form lists under 预算数 what it is made of: fiscal funds, other funds, in some places carry-over',
    },
    docs: 'docs/rules/budget-parts.md',
  },
  check: targetForm((form, context) => [checkBudget(form, context)]),
};

const names = {
  budget: { zh: '预算数', en: 'budget' },
  fiscal: { zh: '财政资金', en: 'fiscal funds' },
  other: { zh: '其他资金', en: 'other funds' },
} as const satisfies Record<string, Words>;

/** What a budget is made of besides: sources that the form prints (上年结转资金), for which the contract has no field. */
const moreSources = ['fundCarryover', 'fundFiscal', 'fundOther'] as const;
/** The sources that the contract has a field for: blank there, and among the extras once more. */
const ownFields = { fundFiscal: 'fiscal', fundOther: 'other' } as const;
/** Of more than these, only all together are tried. */
const mostSources = 8;

interface Part {
  readonly name: Words;
  readonly digits: string | null;
}

function moreParts({ extras, funds }: TargetForm): Part[] {
  return extras.flatMap(({ label, value }) => {
    const digits = printedDecimal(value);
    const source = moreSources.find((term) => findLabel(label)?.terms.includes(term));
    const isSameCell =
      digits === null &&
      (source === 'fundFiscal' || source === 'fundOther') &&
      funds[ownFields[source]] === null;
    return source === undefined || isSameCell || (digits === null && !isNil(value))
      ? []
      : [{ name: { zh: label, en: label }, digits }];
  });
}

/** Every sum of some of these values: a source may also be a part of another (其中：上年结转). */
function subsetSums(values: readonly Exact[]): Exact[] {
  if (values.length > mostSources) return [zero, sum(values)];
  return values.reduce<Exact[]>(
    (sums, value) => [...sums, ...sums.map((one) => one.plus(value))],
    [zero],
  );
}

function checkBudget(form: TargetForm, { complete }: RuleContext): Verdict {
  const { funds } = form;
  const budget = read(funds.budget);
  if (budget === null) return unverifiable(pointers.budget, lacking([names.budget]));
  const more = moreParts(form);
  const parts: readonly Part[] = [
    { name: names.fiscal, digits: funds.fiscal },
    { name: names.other, digits: funds.other },
    ...more,
  ];
  const known = parts.flatMap(({ digits }) => read(digits) ?? []);
  const main = sum([funds.fiscal, funds.other].flatMap((digits) => read(digits)?.value ?? []));
  const besides = subsetSums(more.flatMap(({ digits }) => read(digits)?.value ?? []));
  if (known.length > 0 && besides.some((one) => closes(main.plus(one), budget.value)))
    return exactly;
  if (!complete) return unverifiable(pointers.budget, cutOff);
  const total = sum(known.map(({ value }) => value));
  const blanks = parts.filter(({ digits }) => digits === null);
  if (known.length === 0 || (blanks.length > 0 && total.lt(budget.value))) {
    const absent = blanks.map(({ name }) => name);
    if (known.length === 0) return unverifiable(pointers.budget, lacking(absent));
    // A blank stands for nothing, or hides what the sum lacks: one of the two is a slip.
    const [only] = blanks;
    const needed = budget.value.minus(total).toFixed();
    return {
      ...wrongBudget(budget, known),
      severity: 'warning',
      hint: blanks.length === 1 && only !== undefined ? closingBlank(only.name, needed) : null,
    };
  }
  return wrongBudget(budget, known);
}

function wrongBudget(budget: Figure, known: readonly Figure[]): Mismatch {
  const values = known.map(({ value }) => value);
  const total = sum(values);
  const expected = total.toFixed(Math.max(budget.decimals, total.decimalPlaces()));
  const digits = known.map(({ printed }) => printed);
  const added = digits.length === 1 ? expected : `${digits.join(' + ')} = ${expected}`;
  return mismatch(
    pointers.budget,
    {
      zh: `预算数印为 ${budget.printed}，各来源资金之和 ${added}`,
      en: `The budget is printed as ${budget.printed}, but its sources add up to ${added}`,
    },
    {
      printed: budget.printed,
      expected,
      range: [expected, expected],
      hint:
        slipped(budget.value, total) ??
        slippedAddend(values, total, budget.value) ??
        roundedParts(known, budget),
    },
  );
}
