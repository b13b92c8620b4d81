import fc from 'fast-check';
import { form } from './forms.ts';
import {
  decimalsOf,
  least,
  less,
  type Mode,
  most,
  over,
  parse,
  plus,
  print,
  type Ratio,
  ratio,
  times,
  unit,
} from './ratio.ts';
import type { FundRow, SelfEvaluationForm } from '../../../src/schema/index.ts';

const mode = fc.constantFrom<Mode>('half-up', 'truncation', 'ceiling');
const columns = ['initialBudget', 'annualBudget', 'executed'] as const;

/** Everything that a consistent form is made of, so that each property failure shrinks to what matters. */
const recipe = fc.record({
  rateMode: mode,
  scoreMode: mode,
  totalMode: mode,
  rateDecimals: fc.integer({ min: 0, max: 4 }),
  scoreDecimals: fc.integer({ min: 0, max: 4 }),
  totalDecimals: fc.integer({ min: 0, max: 4 }),
  amountDecimals: fc.constantFrom(0, 1, 2, 2, 4, 6),
  executionWeight: fc.constantFrom('10', '10.00', '20', '12.5'),
  parts: fc.array(
    fc.record({
      initialBudget: fc.nat(9_999_999),
      annualBudget: fc.oneof({ weight: 6, arbitrary: fc.nat(9_999_999) }, fc.constant(0)),
      share: fc.integer({ min: 0, max: 1_200_000 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  blanks: fc.boolean(),
  /** What stands for the rate of a row without a budget. */
  noRate: fc.constantFrom('0', '0.00', null),
  /** How far each true amount lies from its print, in hundredths of the last place. */
  off: fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 }),
  bareIntegers: fc.boolean(),
  scoreFromRate: fc.boolean(),
  totalFromUnrounded: fc.boolean(),
  weights: fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 30 }),
  lost: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 30, maxLength: 30 }),
  wholePoints: fc.boolean(),
  rated: fc.boolean(),
  artefact: fc.boolean(),
});
type Recipe = typeof recipe extends fc.Arbitrary<infer T> ? T : never;

/** A consistent form, and what its figures allow, computed without the audit. */
export interface Consistent {
  readonly form: SelfEvaluationForm;
  /** For each fund row all rates that its printed amounts allow; null where there is none. */
  readonly rates: readonly ({ readonly low: Ratio; readonly high: Ratio } | null)[];
  /** All execution scores before rounding. */
  readonly score: { readonly low: Ratio; readonly high: Ratio };
}

const sources = [
  ['fiscal', '其中：当年财政拨款'],
  ['carryover', '上年结转资金'],
  ['other', '其他资金'],
] as const;
const half = ratio(1, 2);

interface Amounts {
  readonly initialBudget: string;
  readonly annualBudget: string;
  readonly executed: string;
}

/** A printed amount's true value: as printed, or off by up to half of the last place where it prints decimals. */
function truth(digits: string, hundredths: number): Ratio {
  if (decimalsOf(digits) === 0) return parse(digits);
  const value = plus(parse(digits), times(unit(decimalsOf(digits)), ratio(hundredths, 100)));
  return less(value, ratio(0)) ? ratio(0) : value;
}

/** The same figure printed twice is the same amount. */
function areSame({ annualBudget, executed }: Amounts): boolean {
  const [annual, spent] = [parse(annualBudget), parse(executed)];
  return !less(annual, spent) && !less(spent, annual);
}

function rateRange(amounts: Amounts): Consistent['rates'][number] {
  const hundred = ratio(100);
  if (parse(amounts.annualBudget).top !== 0n && areSame(amounts))
    return { low: hundred, high: hundred };
  return rangeOf(amounts);
}

function rangeOf({ annualBudget, executed }: Amounts): Consistent['rates'][number] {
  const annual = parse(annualBudget);
  if (annual.top === 0n) return null;
  const decimals = Math.max(decimalsOf(annualBudget), decimalsOf(executed));
  const margin = (digits: string): Ratio =>
    decimalsOf(digits) === 0 ? ratio(0) : times(unit(decimals), half);
  const spent = parse(executed);
  const down = plus(spent, times(margin(executed), ratio(-1)));
  const of = (a: Ratio, b: Ratio): Ratio => times(over(a, b), ratio(100));
  return {
    low: of(most(down, ratio(0)), plus(annual, margin(annualBudget))),
    high: of(plus(spent, margin(executed)), plus(annual, times(margin(annualBudget), ratio(-1)))),
  };
}

function fundRow(
  source: FundRow['source'],
  label: string,
  amounts: Amounts,
  { rateMode, rateDecimals, off, noRate }: Recipe,
  seed: number,
): FundRow {
  const annual = truth(amounts.annualBudget, off[seed % 12] ?? 0);
  const executed = areSame(amounts) ? annual : truth(amounts.executed, off[(seed + 5) % 12] ?? 0);
  const rate =
    parse(amounts.annualBudget).top === 0n
      ? noRate
      : print(times(over(executed, annual), ratio(100)), rateDecimals, rateMode);
  return { source, label, ...amounts, weight: null, executionRate: rate, score: null };
}

function amountsOf({ parts, amountDecimals, bareIntegers }: Recipe): {
  readonly parts: Amounts[];
  readonly total: Amounts;
} {
  const show = (units: bigint): string => {
    const digits = print(ratio(units, 10n ** BigInt(amountDecimals)), amountDecimals);
    return bareIntegers ? digits.replace(/\.0+$/, '') : digits;
  };
  const units = parts.map(({ initialBudget, annualBudget, share }) => ({
    initialBudget: BigInt(initialBudget),
    annualBudget: BigInt(annualBudget),
    executed: (BigInt(annualBudget) * BigInt(share)) / 1_000_000n,
  }));
  const whole = (column: (typeof columns)[number]): bigint =>
    units.reduce((sum, one) => sum + one[column], 0n);
  const printed = (of: (column: (typeof columns)[number]) => bigint): Amounts => ({
    initialBudget: show(of('initialBudget')),
    annualBudget: show(of('annualBudget')),
    executed: show(of('executed')),
  });
  return { parts: units.map((one) => printed((column) => one[column])), total: printed(whole) };
}

function indicatorsOf({
  weights,
  lost,
  wholePoints,
}: Recipe): { weight: string; score: string; deviation: string }[] {
  return weights.map((weight, index) => {
    const full = wholePoints ? ratio(Math.ceil(weight / 100)) : ratio(weight, 100);
    const kept = times(
      full,
      ratio(100 - ((lost[index] ?? 0) > 60 ? (lost[index] ?? 0) - 60 : 0), 100),
    );
    return {
      weight: print(full, wholePoints ? 0 : 2),
      score: print(kept, wholePoints ? 0 : 2),
      deviation: '支付较晚',
    };
  });
}

/** The rate as its amounts give it before they were rounded to print, in percentage points. */
function trueRateOf({ off }: Recipe, amounts: Amounts): Ratio {
  const { executed, annualBudget } = amounts;
  if (parse(annualBudget).top === 0n) return ratio(0);
  if (areSame(amounts)) return ratio(100);
  const share = over(truth(executed, off[5] ?? 0), truth(annualBudget, off[0] ?? 0));
  return times(share, ratio(100));
}

/** The execution score as printed, and as it was added to the total. */
function executionScoresOf(
  from: Recipe,
  share: (rate: Ratio) => Ratio,
  rates: { readonly printed: Ratio; readonly true: Ratio },
  baseDecimals: number,
): { printed: string; counted: string } {
  const [own, other] = from.scoreFromRate
    ? [rates.printed, rates.true]
    : [rates.true, rates.printed];
  const printed = print(share(own), from.scoreDecimals, from.scoreMode);
  // Nobody rounds a score again to fewer decimals than he prints of it.
  const decimals = Math.max(baseDecimals, from.totalDecimals, from.scoreDecimals);
  return {
    printed,
    counted: from.totalFromUnrounded ? print(share(other), decimals, from.totalMode) : printed,
  };
}

const blankRow: FundRow = {
  source: 'other',
  label: '其他资金',
  initialBudget: null,
  annualBudget: null,
  executed: null,
  weight: null,
  executionRate: null,
  score: null,
};

function build(from: Recipe): Consistent {
  const { parts, total } = amountsOf(from);
  const main = fundRow('total', '年度资金总额', total, from, 0);
  const rows = parts.map((amounts, index) =>
    fundRow(sources[index]?.[0] ?? 'other', sources[index]?.[1] ?? '', amounts, from, index + 1),
  );
  const weight = parse(from.executionWeight);
  const printedRate = parse(main.executionRate ?? '0');
  const share = (rate: Ratio): Ratio => least(weight, times(weight, over(rate, ratio(100))));
  const indicators = indicatorsOf(from);
  const base = indicators.reduce((sum, one) => plus(sum, parse(one.score)), ratio(0));
  const baseDecimals = Math.max(...indicators.map((one) => decimalsOf(one.score)));
  const allRates = { printed: printedRate, true: trueRateOf(from, total) };
  const { printed: score, counted } = executionScoresOf(from, share, allRates, baseDecimals);
  const totalScore = print(plus(base, parse(counted)), Math.max(baseDecimals, decimalsOf(counted)));
  const totalWeight = print(
    indicators.reduce((sum, one) => plus(sum, parse(one.weight)), weight),
    2,
  );
  const rates = [total, ...parts].map(rateRange);
  const bounds = [printedRate, ...boundsOf(rates[0])].map(share);
  const sketch = {
    funds: {
      rows: [
        { ...main, weight: from.executionWeight, score },
        ...rows,
        ...(from.blanks && rows.length < 3 ? [blankRow] : []),
      ],
    },
    indicators,
    total: {
      weight: totalWeight,
      score: from.artefact ? `${print(parse(totalScore), 6)}00000001` : totalScore,
    },
    rating: from.rated ? ratingOf(parse(totalScore), parse(totalWeight)) : null,
  };
  return {
    form: form(sketch) as SelfEvaluationForm,
    rates,
    score: { low: least(...bounds), high: most(...bounds) },
  };
}

function boundsOf(range: ReturnType<typeof rateRange> | undefined): Ratio[] {
  return range == null ? [] : [range.low, range.high];
}

/** The grade of the share of the total weight. */
function ratingOf(score: Ratio, weight: Ratio): string {
  const percent = times(over(score, weight), ratio(100));
  return !less(percent, ratio(90))
    ? '优'
    : !less(percent, ratio(80))
      ? '良'
      : !less(percent, ratio(60))
        ? '中'
        : '差';
}

/** Self-evaluation forms whose figures hold together under any rounding mode at any precision. */
export const consistent: fc.Arbitrary<Consistent> = recipe.map(build);

/** Forms of one document: it prints all its execution scores as whole numbers, or none. */
export const consistentDocument: fc.Arbitrary<Consistent[]> = fc
  .tuple(fc.boolean(), fc.array(recipe, { minLength: 2, maxLength: 4 }))
  .map(([whole, all]) =>
    all.map((from) =>
      build({ ...from, scoreDecimals: whole ? 0 : Math.max(1, from.scoreDecimals) }),
    ),
  );
