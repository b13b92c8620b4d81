import type { FundRow } from '../../../src/schema/index.ts';
import { plus, type Ratio, ratio, times, unit } from '../audit/ratio.ts';
import type { Random } from '../forms/random.ts';
import { hundred, isEqual, isZero, percentOf, shown, sumOf, trimmed, valueOf } from './figures.ts';
import type { Structure, Style } from './types.ts';

const columns = ['initialBudget', 'annualBudget', 'executed'] as const;
type Column = (typeof columns)[number];
type Cells = Record<Column, string | null>;

interface PartPlan {
  readonly source: FundRow['source'];
  readonly label: string;
  /** `zero` and `blank` sources print nothing of their own. */
  readonly holds: 'money' | 'zero' | 'blank';
  /** Rows that break this one down. */
  readonly subs?: readonly string[];
}

interface Layout {
  readonly habit: string;
  readonly parts: readonly PartPlan[];
  readonly totalLabel?: string;
  readonly totalLast?: boolean;
  /** The carry-over stands beside the total, not in it. */
  readonly apart?: boolean;
  /** Only some of the sources are printed. */
  readonly some?: boolean;
  /** The source below prints the execution's cells again. */
  readonly repeats?: boolean;
}

const fiscal: PartPlan = { source: 'fiscal', label: '其中：当年财政拨款', holds: 'money' };
const carry: PartPlan = { source: 'carryover', label: '上年结转资金', holds: 'money' };
const other: PartPlan = { source: 'other', label: '其他资金', holds: 'money' };
const zeroOf = (part: PartPlan): PartPlan => ({ ...part, holds: 'zero' });
const blankOf = (part: PartPlan): PartPlan => ({ ...part, holds: 'blank' });

const layouts: readonly Layout[] = [
  { habit: 'a total without sources', parts: [] },
  { habit: 'one source', parts: [fiscal] },
  { habit: 'two sources', parts: [fiscal, other] },
  { habit: 'three sources', parts: [fiscal, carry, other] },
  { habit: 'three sources', parts: [fiscal, carry, other] },
  { habit: 'sources without money at zero', parts: [fiscal, zeroOf(carry), zeroOf(other)] },
  { habit: 'sources without money blank', parts: [fiscal, blankOf(carry), blankOf(other)] },
  {
    habit: 'a source broken down',
    parts: [{ ...fiscal, subs: ['其中：中央补助', '地方补助'] }, other],
  },
  {
    habit: 'the total below its sources',
    parts: [{ ...fiscal, label: '财政拨款' }, other],
    totalLabel: '合计',
    totalLast: true,
  },
  { habit: 'carry-over beside the total', parts: [fiscal, other, carry], apart: true },
  { habit: 'only one source listed', parts: [fiscal], some: true },
  { habit: 'cells of the execution repeated below', parts: [fiscal, zeroOf(other)], repeats: true },
];

type Spending = 'below' | 'equal' | 'nearly' | 'nothing' | 'over' | 'no budget';
const spendings: readonly (readonly [string, Spending])[] = [
  ['spent in part', 'below'],
  ['spent in part', 'below'],
  ['spent in part', 'below'],
  ['spent in part', 'below'],
  ['spent to the last yuan', 'equal'],
  ['spent to the last yuan', 'equal'],
  ['spent but for a trifle', 'nearly'],
  ['nothing spent', 'nothing'],
  ['a little overspent', 'over'],
  ['no budget at all', 'no budget'],
];

type Initial = 'own' | 'annual' | 'zero' | 'blank';
const initials: readonly (readonly [string, Initial])[] = [
  ['budget adjusted', 'own'],
  ['budget not adjusted', 'annual'],
  ['budget not adjusted', 'annual'],
  ['no initial budget', 'zero'],
  ['initial budget blank', 'blank'],
];

export interface Funds {
  readonly rows: readonly FundRow[];
  readonly sums: Structure['sums'];
  readonly execution: number;
  readonly repeats: readonly number[];
  /** The execution rate in percentage points before it was shortened; null without a budget. */
  readonly rate: Ratio | null;
  readonly habits: readonly string[];
}

/** What a part executes of its annual budget, in units of the last place. */
function spent(random: Random, annual: number, spending: Spending): number {
  if (spending === 'equal') return annual;
  if (spending === 'nothing' || spending === 'no budget') return 0;
  if (spending === 'nearly') return annual - 1 - random.int(1 + Math.floor(annual / 400));
  if (spending === 'over') return annual + 1 + random.int(1 + Math.floor(annual / 40));
  return Math.floor((annual * (400 + random.int(595))) / 1000);
}

function unitsOf(
  random: Random,
  { holds }: PartPlan,
  spending: Spending,
  initial: Initial,
  size: number,
): Record<Column, number | null> {
  if (holds === 'blank') return { initialBudget: null, annualBudget: null, executed: null };
  const isNone = holds === 'zero';
  const annual = isNone || spending === 'no budget' ? 0 : size + random.int(size * 8);
  const executed = isNone ? 0 : spent(random, annual, spending);
  const own = isNone ? 0 : Math.floor((annual * (720 + random.int(520))) / 1000);
  return {
    initialBudget: { own, annual, zero: 0, blank: null }[initial],
    annualBudget: annual,
    executed,
  };
}

interface Shown {
  readonly cells: Cells;
  /** The execution rate of the amounts before they were shortened. */
  readonly rate: Ratio | null;
}

function print(style: Style, units: number | null): string | null {
  if (units === null) return null;
  const digits = shown(ratio(units, 10n ** BigInt(style.amountDecimals)), style.amountDecimals);
  return style.trims ? trimmed(digits) : digits;
}

/** What stood behind the print: off by less than half of the last place, the same where the print is the same. */
function behind(random: Random, style: Style, cells: Cells): Ratio | null {
  const [annual, executed] = [cells.annualBudget, cells.executed].map((digits) =>
    valueOf(digits ?? '0'),
  );
  if (annual === undefined || executed === undefined || isZero(annual)) return null;
  if (isEqual(annual, executed)) return hundred;
  const isExact = style.trims || style.amountDecimals === 0;
  const off = (value: Ratio): Ratio =>
    isExact || isZero(value)
      ? value
      : plus(value, times(unit(style.amountDecimals), ratio(random.int(99) - 49, 100)));
  return percentOf(off(executed), off(annual));
}

function printed(random: Random, style: Style, units: Record<Column, number | null>): Shown {
  const cells = {
    initialBudget: print(style, units.initialBudget),
    annualBudget: print(style, units.annualBudget),
    executed: print(style, units.executed),
  };
  return { cells, rate: behind(random, style, cells) };
}

function added(style: Style, parts: readonly Cells[]): Record<Column, number | null> {
  const whole = (column: Column): number | null => {
    const digits = parts.flatMap((cells) => cells[column] ?? []);
    if (digits.length === 0) return null;
    const units = times(sumOf(digits.map(valueOf)), ratio(10n ** BigInt(style.amountDecimals)));
    return Number(units.top / units.bottom);
  };
  return {
    initialBudget: whole('initialBudget'),
    annualBudget: whole('annualBudget'),
    executed: whole('executed'),
  };
}

function rateDigits(random: Random, style: Style, rate: Ratio | null): string | null {
  const decimals = random.pick(style.rateDecimals);
  if (rate === null) return random.pick([null, style.fractions ? '0' : shown(ratio(0), decimals)]);
  const digits = style.fractions
    ? shown(times(rate, ratio(1, 100)), decimals, style.rateMode)
    : shown(rate, decimals, style.rateMode);
  return style.trims || decimals > 9 || style.fractions ? trimmed(digits) : digits;
}

function subsOf(
  random: Random,
  style: Style,
  { cells }: Shown,
  labels: readonly string[],
): (Shown & PartPlan)[] {
  const share = 1 + random.int(8);
  const cut = (digits: string | null): [number | null, number | null] => {
    if (digits === null) return [null, null];
    const scaled = times(valueOf(digits), ratio(10n ** BigInt(style.amountDecimals)));
    const units = Number(scaled.top / scaled.bottom);
    const first = Math.floor((units * share) / 10);
    return [first, units - first];
  };
  const halves = columns.map((column) => cut(cells[column]));
  return labels.map((label, nth) => {
    const [initialBudget = null, annualBudget = null, executed = null] = halves.map(
      (pair) => pair[nth] ?? null,
    );
    const shownCells = printed(random, style, { initialBudget, annualBudget, executed });
    return { ...shownCells, label, source: 'fiscal', holds: 'money' };
  });
}

type Line = Shown & Pick<PartPlan, 'label' | 'source'>;

/** The lines of a layout: each part with its breakdown below, and which of them add up to what. */
function linesOf(
  random: Random,
  style: Style,
  layout: Layout,
  spending: Spending,
  initial: Initial,
): { lines: Line[]; tops: number[]; sums: { whole: number; parts: number[] }[] } {
  const size =
    10 ** (style.unit === '元' ? 3 + random.int(3) : 2 + random.int(3)) *
    (style.amountDecimals > 1 ? 10 : 3);
  const lines: Line[] = [];
  const tops: number[] = [];
  const sums: { whole: number; parts: number[] }[] = [];
  for (const part of layout.parts) {
    const own = printed(random, style, unitsOf(random, part, spending, initial, size));
    const whole = lines.push({ ...own, label: part.label, source: part.source }) - 1;
    tops.push(whole);
    if (part.subs === undefined) continue;
    const subs = subsOf(random, style, own, part.subs);
    sums.push({ whole, parts: subs.map((_, nth) => whole + 1 + nth) });
    lines.push(...subs);
  }
  return { lines, tops, sums };
}

function totalOf(
  random: Random,
  style: Style,
  layout: Layout,
  draft: ReturnType<typeof linesOf>,
  spending: Spending,
  initial: Initial,
): Line {
  const counted = draft.tops
    .map((index) => draft.lines[index])
    .filter((line) => line !== undefined);
  const within =
    layout.apart === true ? counted.filter((one) => one.source !== 'carryover') : counted;
  const parts = within.map(({ cells }) => cells);
  const plan: PartPlan = { source: 'total', label: '', holds: 'money' };
  if (layout.some === true || parts.length === 0)
    parts.push(printed(random, style, unitsOf(random, plan, spending, initial, 20_000)).cells);
  const label =
    layout.totalLabel ?? random.pick(['年度资金总额', '年度资金总额', '资金总额', '总额']);
  return { ...printed(random, style, added(style, parts)), label, source: 'total' };
}

/** The funds table of a form, without weight and score. */
export function fundsOf(random: Random, style: Style): Funds {
  const [spentHow, spending] = random.pick(spendings);
  const [initialHow, initial] = random.pick(initials);
  const hasMoney = spending !== 'no budget' && spending !== 'nothing' && initial === 'own';
  const layout = random.pick(
    layouts.filter(({ apart, some }) => hasMoney || (apart !== true && some !== true)),
  );
  const draft = linesOf(random, style, layout, spending, initial);
  const total = totalOf(random, style, layout, draft, spending, initial);
  const place = layout.totalLast === true ? draft.lines.length : 0;
  const shift = place === 0 ? 1 : 0;
  const lines = draft.lines.toSpliced(place, 0, total);
  const ownRates = random.chance(0.5);
  const rows = lines.map(({ cells, label, source, rate }, index): FundRow => {
    const printsRate = index === place || (ownRates && cells.annualBudget !== null);
    const executionRate = printsRate ? rateDigits(random, style, rate) : null;
    return { source, label, ...cells, weight: null, executionRate, score: null };
  });
  const inTotal = draft.tops.filter(
    (index) => layout.apart !== true || draft.lines[index]?.source !== 'carryover',
  );
  const moved = (index: number): number => index + shift;
  const own = draft.sums.map(({ whole, parts }) => ({
    whole: moved(whole),
    parts: parts.map(moved),
  }));
  return {
    rows,
    sums:
      layout.some === true || inTotal.length === 0
        ? own
        : [{ whole: place, parts: inTotal.map(moved) }, ...own],
    execution: place,
    repeats: layout.repeats === true ? [1] : [],
    rate: total.rate,
    habits: [spentHow, initialHow, layout.habit, ...(ownRates ? ['rates in every row'] : [])],
  };
}
