import type { FundRow, FundUnit } from '../../../src/schema/index.ts';
import type { Context, Style } from './types.ts';
import { divide, figure, money, nothing } from './values.ts';
import type { Figure } from './values.ts';

/** A source of money with what was planned, given and spent, in the smallest unit that the form prints. */
export interface Source {
  readonly source: FundRow['source'];
  readonly label: string;
  readonly initial: number;
  readonly annual: number;
  readonly executed: number;
}

interface Seed {
  readonly source: FundRow['source'];
  readonly label: string;
  /** Its parts, printed below it. */
  readonly parts?: readonly Seed[];
}

const governments = ['中央', '省级', '市级', '县级'];

function seeds(context: Context): Seed[] {
  const { random, structure, word } = context;
  const kind = structure.kind === 'self-evaluation' ? structure.traits.sources : 'short';
  const other: Seed = { source: 'other', label: word('other') };
  if (kind === 'alone') return [];
  if (kind === 'short') return [{ source: 'fiscal', label: word('fiscal') }];
  const ending = random.pick(['财政资金', '资金', '补助资金']);
  const levels = governments
    .slice(random.int(2))
    .slice(0, 2 + random.int(2))
    .map((name, index): Seed => ({
      source: 'fiscal',
      label: `${index === 0 ? '其中：' : ''}${name}${ending}`,
    }));
  if (kind === 'levels') return random.chance(0.6) ? [...levels, other] : levels;
  if (kind === 'nested')
    return [
      {
        source: 'fiscal',
        label: random.pick(['财政拨款', '财政拨款小计', '财政资金小计']),
        parts: levels,
      },
      { ...other, label: other.label },
    ];
  const carryover: Seed = { source: 'carryover', label: word('carryover') };
  return [
    { source: 'fiscal', label: word('fiscal') },
    ...(random.chance(0.6) ? [carryover] : []),
    other,
  ];
}

const flat = (list: readonly Seed[]): Seed[] =>
  list.flatMap((seed) => [seed, ...(seed.parts ?? [])]);

const leaves = (list: readonly Seed[]): Seed[] =>
  list.flatMap((seed) => (seed.parts === undefined ? [seed] : [...seed.parts]));

function add(label: string, source: FundRow['source'], parts: readonly Source[]): Source {
  const sum = (key: 'initial' | 'annual' | 'executed'): number =>
    parts.reduce((total, part) => total + part[key], 0);
  return {
    source,
    label,
    initial: sum('initial'),
    annual: sum('annual'),
    executed: sum('executed'),
  };
}

function amounts(context: Context, seed: Seed, share: number): Source {
  const { random } = context;
  // Other money and what was left over are often nothing.
  const none = seed.source !== 'fiscal' && random.chance(0.6);
  const annual = none ? 0 : share;
  const initial = none
    ? 0
    : random.chance(0.6)
      ? share
      : Math.round(share * (0.8 + random.int(30) / 100));
  const executed = random.chance(0.5) ? annual : Math.round(annual * (0.7 + random.int(30) / 100));
  return { source: seed.source, label: seed.label, initial, annual, executed };
}

/** The same money in 元 has four figures more. */
export const unitScale = ({ unit }: Style): number => (unit === '元' ? 10_000 : 1);

/** The total and its parts, which add up; the total first. */
export function sourcesOf(context: Context): readonly Source[] {
  const { random, structure, style, word } = context;
  const chosen = seeds(context);
  const ends = leaves(chosen);
  const scale = 10 ** style.decimals * unitScale(style);
  const sum = (20 + random.int(3000)) * scale + (style.decimals > 0 ? random.int(scale) : 0);
  const shares = divide(random, sum, Math.max(1, ends.length), Math.max(1, Math.floor(sum / 200)));
  const total =
    structure.traits.suffix === 'label'
      ? `${bareLabel(word('total'))}（含追加资金）`
      : word('total');
  if (ends.length === 0)
    return [
      {
        ...amounts(context, { source: 'fiscal', label: '' }, sum),
        source: 'total',
        label: total,
      },
    ];
  const byEnd = new Map(
    ends.map((seed, index) => [seed, amounts(context, seed, shares[index] ?? 1)]),
  );
  const resolve = (seed: Seed): Source =>
    seed.parts === undefined
      ? (byEnd.get(seed) ?? add(seed.label, seed.source, []))
      : add(seed.label, seed.source, seed.parts.map(resolve));
  const rows = flat(chosen).map(resolve);
  return [add(total, 'total', chosen.map(resolve)), ...rows];
}

/** Percentage points with as many decimals as the form prints. */
export function rateOf(source: Source, style: Style, percent: boolean): Figure {
  if (source.annual === 0) return nothing(style);
  const value = ((100 * source.executed) / source.annual).toFixed(style.rateDecimals);
  return { text: percent ? `${value}%` : value, value };
}

/** The execution's own weight, and its score by the rate. */
export function scoreOf(source: Source, weight: number): { weight: Figure; score: Figure } {
  const share = source.annual === 0 ? 0 : source.executed / source.annual;
  return { weight: figure(String(weight)), score: figure((weight * share).toFixed(2)) };
}

export const amountsOf = (
  source: Source,
  style: Style,
): { initial: Figure; annual: Figure; executed: Figure } => ({
  initial: money(source.initial, style),
  annual: money(source.annual, style),
  executed: money(source.executed, style),
});

export const bareLabel = (text: string): string => text.replace(/[:：]$/, '');

/** Where the unit of money is printed, with the brackets of the form. */
export function withUnit(printed: string, unit: FundUnit, style: Style): string {
  const text = bareLabel(printed);
  return style.brackets === 'wide' ? `${text}（${unit}）` : `${text}(${unit})`;
}
