import fc from 'fast-check';
import type { FundRow, SelfEvaluationForm, TargetForm } from '../../../src/schema/index.ts';
import type { Consistent } from './consistent.ts';
import { form as sketched } from './forms.ts';
import {
  decimalsOf,
  less,
  minus,
  parse,
  plus,
  print,
  type Ratio,
  ratio,
  times,
  unit,
} from './ratio.ts';

/** A form with one figure spoilt, and where an error must come; null where this form has no such figure. */
type Spoil = (
  whole: Consistent,
  pick: number,
) => { readonly form: SelfEvaluationForm; readonly path: string } | null;

const at = <T>(items: readonly T[], pick: number): T | undefined =>
  items[pick % Math.max(items.length, 1)];
const two = ratio(2);
const three = ratio(3);

function withRow(
  form: SelfEvaluationForm,
  index: number,
  change: Partial<FundRow>,
): SelfEvaluationForm {
  return {
    ...form,
    funds: {
      ...form.funds,
      rows: form.funds.rows.map((row, nth) => (nth === index ? { ...row, ...change } : row)),
    },
  };
}

function withIndicator(
  form: SelfEvaluationForm,
  index: number,
  change: { weight?: string; score?: string },
): SelfEvaluationForm {
  return {
    ...form,
    indicators: form.indicators.map((one, nth) => (nth === index ? { ...one, ...change } : one)),
  };
}

/** The first figure below or above everything that a range and its rounding allow; below only where that is not negative. */
function beyond(
  { low, high }: { low: Ratio; high: Ratio },
  decimals: number,
  below: boolean,
): string {
  const lower = minus(parse(print(low, decimals, 'truncation')), times(unit(decimals), two));
  if (below && !less(lower, ratio(0))) return print(lower, decimals);
  return print(plus(parse(print(high, decimals, 'ceiling')), times(unit(decimals), two)), decimals);
}

const rate: Spoil = ({ form, rates }, pick) => {
  const index = pick % rates.length;
  const range = rates[index] ?? { low: ratio(0), high: ratio(0) };
  const printed = form.funds.rows[index]?.executionRate ?? '0';
  return {
    form: withRow(form, index, {
      executionRate: beyond(range, decimalsOf(printed), pick % 2 === 0),
    }),
    path: `/funds/rows/${index}/executionRate`,
  };
};

const executionScore: Spoil = ({ form, score, rates }, pick) => {
  // Without a budget and a rate no score is known.
  if (rates[0] === null && form.funds.rows[0]?.executionRate === null) return null;
  const printed = form.funds.rows[0]?.score ?? '0';
  return {
    form: withRow(form, 0, { score: beyond(score, decimalsOf(printed), pick % 2 === 0) }),
    path: '/funds/rows/0/score',
  };
};

const amount: Spoil = ({ form }, pick) => {
  const column = (['initialBudget', 'annualBudget', 'executed'] as const)[pick % 3] ?? 'executed';
  const rows = form.funds.rows;
  const digits = rows[0]?.[column] ?? '0';
  const gap = rows.slice(1).some((row) => row[column] === null);
  const step = unit(decimalsOf(digits));
  const less_ = minus(parse(digits), step);
  // A total of 0 reads as an uncalculated formula; one above its parts may be what a blank would close.
  if (gap && !less(ratio(0), less_)) return null;
  const spoilt =
    gap || (pick % 2 === 0 && less(ratio(0), less_)) ? less_ : plus(parse(digits), step);
  return {
    form: withRow(form, 0, { [column]: print(spoilt, decimalsOf(digits)) }),
    path: `/funds/rows/0/${column}`,
  };
};

const partAmount: Spoil = ({ form }, pick) => {
  const column = (['initialBudget', 'annualBudget', 'executed'] as const)[pick % 3] ?? 'executed';
  const rows = form.funds.rows;
  const filled = rows.flatMap((row, index) => (index > 0 && row[column] !== null ? [index] : []));
  const index = at(filled, pick);
  if (index === undefined || parse(rows[0]?.[column] ?? '0').top === 0n) return null;
  const digits = rows[index]?.[column] ?? '0';
  const spoilt = print(plus(parse(digits), unit(decimalsOf(digits))), decimalsOf(digits));
  return { form: withRow(form, index, { [column]: spoilt }), path: `/funds/rows/0/${column}` };
};

/** The decimals of a figure without its artefact. */
function readDecimals(digits: string): number {
  const [whole = '', part = ''] = digits.split('.');
  return part.length < 10
    ? part.length
    : decimalsOf(`${whole}.${part.slice(0, 6)}`.replace(/\.?0+$/, ''));
}

/** More than any rounding of the execution score can hide in a sum. */
function hidden({ form, score }: Consistent): Ratio {
  const places = Math.min(
    readDecimals(form.total.score ?? '0'),
    decimalsOf(form.funds.rows[0]?.score ?? '0'),
  );
  return plus(minus(score.high, score.low), times(unit(places), three));
}

/** A sum in fewer decimals is only warned about. */
function isShortened(score: string, digits: string): boolean {
  return [0, 1, 2, 3, 4].some(
    (places) => Math.abs(Number(Number(digits).toFixed(places)) - Number(score)) < 1e-9,
  );
}

const totalScore: Spoil = (whole, pick) => {
  const { form } = whole;
  const digits = form.total.score ?? '0';
  const lower = minus(parse(digits), hidden(whole));
  const spoilt =
    pick % 2 === 0 && less(ratio(0), lower) ? lower : plus(parse(digits), hidden(whole));
  const score = print(spoilt, decimalsOf(digits), 'ceiling');
  if (isShortened(score, digits)) return null;
  return { form: { ...form, total: { ...form.total, score } }, path: '/total/score' };
};

const indicatorScore: Spoil = (whole, pick) => {
  const { form } = whole;
  const index = pick % form.indicators.length;
  const digits = form.indicators[index]?.score ?? '0';
  const lower = minus(parse(digits), hidden(whole));
  if (less(lower, ratio(0)) || form.total.score === '0') return null;
  return {
    form: withIndicator(form, index, { score: print(lower, decimalsOf(digits), 'truncation') }),
    path: '/total/score',
  };
};

const aboveWeight: Spoil = ({ form }, pick) => {
  const index = pick % form.indicators.length;
  const digits = form.indicators[index]?.weight ?? '0';
  const score = print(plus(parse(digits), unit(decimalsOf(digits))), decimalsOf(digits));
  return { form: withIndicator(form, index, { score }), path: `/indicators/${index}/score` };
};

const totalWeight: Spoil = ({ form }, pick) => {
  const digits = form.total.weight ?? '0';
  const spoilt =
    pick % 2 === 0 ? plus(parse(digits), ratio(1, 100)) : minus(parse(digits), ratio(1, 100));
  return {
    form: { ...form, total: { ...form.total, weight: print(spoilt, 2) } },
    path: '/total/weight',
  };
};

const indicatorWeight: Spoil = ({ form }, pick) => {
  const index = pick % form.indicators.length;
  const digits = form.indicators[index]?.weight ?? '0';
  const weight = print(plus(parse(digits), unit(decimalsOf(digits))), decimalsOf(digits));
  return { form: withIndicator(form, index, { weight }), path: '/total/weight' };
};

const rating: Spoil = ({ form }, pick) => {
  const score = parse(form.total.score ?? '0');
  const weight = parse(form.total.weight ?? '0');
  // Both readings of the bands must reject it.
  const grade = (value: Ratio): number =>
    [90, 80, 60].filter((from) => less(value, ratio(from))).length;
  const honest = [grade(score), grade(times(score, ratio(weight.bottom * 100n, weight.top)))];
  const wrong = [0, 1, 2, 3].filter((one) => !honest.includes(one));
  const chosen = ['优', '良', '中', '差'][at(wrong, pick) ?? 0] ?? '优';
  return { form: { ...form, rating: chosen }, path: '/rating' };
};

export const spoils: Readonly<Record<string, Spoil>> = {
  'an execution rate': rate,
  'the execution score': executionScore,
  'a total of the funds': amount,
  'a part of the funds': partAmount,
  'the total score': totalScore,
  "an indicator's score": indicatorScore,
  'a score above its weight': aboveWeight,
  'the total weight': totalWeight,
  "an indicator's weight": indicatorWeight,
  'the rating': rating,
};

/** Target forms whose figures hold together. */
export const targetForms: fc.Arbitrary<TargetForm> = fc
  .record({
    fiscal: fc.integer({ min: 1, max: 9_999_999 }),
    other: fc.nat(9_999_999),
    decimals: fc.integer({ min: 0, max: 6 }),
    steps: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 5 }),
  })
  .map(({ fiscal, other, decimals, steps }) => {
    const show = (units: number): string => print(ratio(units, 10n ** BigInt(decimals)), decimals);
    const plan = [...steps.sort((a, b) => a - b), 10_000].map((step) => print(ratio(step, 100), 2));
    return sketched({
      kind: 'target',
      funds: { budget: show(fiscal + other), fiscal: show(fiscal), other: show(other) },
      disbursementPlan: plan,
    }) as TargetForm;
  });

const bump = (digits: string, by = 1): string =>
  print(plus(parse(digits), times(unit(decimalsOf(digits)), ratio(by))), decimalsOf(digits));

export const targetSpoils: Readonly<
  Record<string, (form: TargetForm, pick: number) => TargetForm>
> = {
  'a budget': (form, pick) => ({
    ...form,
    funds: { ...form.funds, budget: bump(form.funds.budget ?? '0', pick + 1) },
  }),
  'a part of a budget': (form) => ({
    ...form,
    funds: { ...form.funds, other: bump(form.funds.other ?? '0') },
  }),
  'the end of a plan': (form, pick) => ({
    ...form,
    disbursementPlan: form.disbursementPlan.map((step, index, all) =>
      index === all.length - 1 ? { ...step, percent: bump('100.00', pick + 1) } : step,
    ),
  }),
  'a step of a plan': (form, pick) => ({
    ...form,
    disbursementPlan: form.disbursementPlan.map((step, index) =>
      index === pick % (form.disbursementPlan.length - 1)
        ? { ...step, percent: bump('100.00', pick + 1) }
        : step,
    ),
  }),
};
