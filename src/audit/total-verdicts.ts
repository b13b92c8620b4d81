import { type Exact, exact, type Figure, hull, sum, zero } from '../number/index.ts';
import type { SelfEvaluationForm } from '../schema/index.ts';
import { closingBlank, hints, neighbour, roundedTotal, slipped, slippedAddend } from './hints.ts';
import { pointers } from './pointers.ts';
import type { Addends, Blank, Column } from './total-addends.ts';
import type { Hint, Verdict, Words } from './types.ts';
import { mismatch, unverifiable } from './verdict.ts';
import { columnWords, lacking, lackingOf, of } from './words.ts';

export const totalWords: Words = { zh: '总分', en: 'total' };

/** The total may be right: it depends on what blank cells hold. */
export function needsBlanks(
  column: Column,
  blanks: readonly Blank[],
  total: Figure,
  known: Exact,
): Verdict {
  const path = pointers.total(column);
  const [only] = blanks;
  const left = total.value.minus(known);
  const fits =
    blanks.length === 1 &&
    only !== undefined &&
    left.gt(zero) &&
    (only.most === null || left.lte(only.most));
  const names = blanks.map(({ name }) => name);
  if (fits) return unverifiable(path, lacking(names), closingBlank(only.name, left.toFixed()));
  return unverifiable(
    path,
    lackingOf(names, of(totalWords, columnWords[column]), total.printed, known.toFixed()),
  );
}

/** The total is no sum of what is printed. @param sums every sum that the addends may be meant to give */
export function wrongTotal(
  form: SelfEvaluationForm,
  column: Column,
  total: Figure,
  addends: Addends,
  sums: readonly Exact[],
): Verdict {
  const [expected = zero] = sums;
  const decimals = Math.max(total.decimals, ...sums.map((value) => value.decimalPlaces()));
  const all = hull(sums);
  // What is said to be allowed never holds what is printed.
  const isWithin = total.value.gte(all.low) && total.value.lte(all.high);
  const range = isWithin ? { low: expected, high: expected } : all;
  const rest = sum(addends.indicators).plus(addends.elsewhere).toFixed();
  const execution = addends.repeated ? undefined : addends.execution[0];
  const name = columnWords[column];
  const added =
    execution === undefined
      ? { zh: `各指标${name.zh}之和`, en: `the ${name.en}s of the indicators add up to` }
      : {
          zh: `预算执行${name.zh}与各指标${name.zh}之和 ${execution.toFixed()} + ${rest} =`,
          en: `the execution ${name.en} and the indicators' add up to ${execution.toFixed()} + ${rest} =`,
        };
  const hint = likelyCause(form, column, total, addends, expected);
  return mismatch(
    pointers.total(column),
    {
      zh: `总分的${name.zh}印为 ${total.printed}，${added.zh} ${expected.toFixed(decimals)}`,
      en: `The ${name.en} of the total is printed as ${total.printed}, but ${added.en} ${expected.toFixed(decimals)}`,
    },
    {
      printed: total.printed,
      expected: expected.toFixed(decimals),
      range: [range.low.toFixed(decimals), range.high.toFixed(decimals)],
      hint,
      ...(hint === hints.roundedTotal ? { severity: 'warning' } : {}),
    },
  );
}

function likelyCause(
  form: SelfEvaluationForm,
  column: Column,
  total: Figure,
  addends: Addends,
  expected: Exact,
): Hint | null {
  const { weight } = form.total;
  if (column === 'score' && weight !== null && exact(weight).eq(total.value))
    return neighbour(columnWords.weight);
  return (
    slipped(total.value, expected) ??
    slippedAddend([...addends.execution, ...addends.indicators], expected, total.value) ??
    roundedTotal(total, expected)
  );
}
