import {
  type Exact,
  exact,
  type Figure,
  reaches,
  roundTo,
  scale,
  sum,
  unitOf,
} from '../number/index.ts';
import type { FundRow } from '../schema/index.ts';
import { type Computed, isFractionOf } from './funds.ts';
import type { Hint, Words } from './types.ts';
import { columnWords } from './words.ts';

export const hints = {
  fraction: {
    id: 'rate printed as a fraction',
    words: { zh: '像是把百分数印成了小数', en: 'the rate looks printed as a fraction' },
  },
  tenfold: {
    id: '×10',
    words: { zh: '像是小数点错了一位', en: 'it looks ten times too large or too small' },
  },
  lostPoint: {
    id: 'lost decimal point',
    words: { zh: '像是丢了小数点', en: 'the decimal point looks lost' },
  },
  units: { id: '万元/元', words: { zh: '像是万元与元混用', en: '万元 and 元 look mixed up' } },
  initialBudget: {
    id: 'initial budget as denominator',
    words: { zh: '像是除以了年初预算数', en: 'it looks divided by the initial budget' },
  },
  wholeAmounts: {
    id: 'amounts in whole 万元',
    words: {
      zh: '金额只印到整万元，各差不到半万元即可相符',
      en: 'the amounts are in whole 万元; less than half a unit in each would make it agree',
    },
  },
  roundedParts: {
    id: 'rounding of the parts',
    words: {
      zh: '差额不超过各项末位的取舍',
      en: 'the difference is within the rounding of the parts',
    },
  },
  roundedTotal: {
    id: 'rounding of the total',
    words: { zh: '合计像是按末位取舍过', en: 'the total looks rounded' },
  },
  shares: {
    id: 'shares instead of cumulative',
    words: {
      zh: '像是逐期比例而不是累计比例',
      en: 'these look like shares of each period, not cumulative',
    },
  },
} as const satisfies Record<string, Hint>;

/** The figure of another cell stands where this one should. */
export function neighbour(cell: Words): Hint {
  return {
    id: 'neighbouring cell',
    words: { zh: `与相邻的${cell.zh}相同`, en: `it equals the ${cell.en} beside it` },
  };
}

/** The one blank that a sum needs would close it with this value. */
export function closingBlank(cell: Words, value: string): Hint {
  return {
    id: 'a blank would close the sum',
    words: {
      zh: `${cell.zh}若为 ${value}，合计即相符`,
      en: `with ${value} as the ${cell.en} the sum would close`,
    },
  };
}

const powers: readonly (readonly [string, Hint])[] = [
  ['0.1', hints.tenfold],
  ['10', hints.tenfold],
  ['0.01', hints.lostPoint],
  ['0.001', hints.lostPoint],
  ['100', hints.lostPoint],
  ['1000', hints.lostPoint],
  ['10000', hints.units],
  ['0.0001', hints.units],
];

/** The factor by which a figure is off from what its inputs allow, where it is one that people slip by. */
export function slippedBy(printed: Figure, { interval }: Computed): Hint | null {
  if (printed.value.isZero()) return null;
  const fits = ([factor]: readonly [string, Hint]): boolean => {
    const by = exact(factor);
    return reaches(scale(interval, exact('1').div(by)), printed);
  };
  return powers.find(fits)?.[1] ?? null;
}

/** As `slippedBy`, for exact sums. */
export function slipped(printed: Exact, expected: Exact): Hint | null {
  if (printed.isZero() || expected.isZero()) return null;
  return powers.find(([factor]) => printed.times(factor).eq(expected))?.[1] ?? null;
}

/** The addend that, a power of ten larger or smaller, would close the sum. */
export function slippedAddend(
  addends: readonly Exact[],
  expected: Exact,
  total: Exact,
): Hint | null {
  for (const addend of addends) {
    const needed = total.minus(expected.minus(addend));
    const hint = slipped(addend, needed);
    if (hint !== null) return hint;
  }
  return null;
}

/** A difference that the parts' own rounding may explain: half a unit of the last place for each of them and for the total. */
export function roundedParts(parts: readonly Figure[], total: Figure): Hint | null {
  const decimals = Math.max(total.decimals, ...parts.map((part) => part.decimals));
  const off = sum(parts.map(({ value }) => value))
    .minus(total.value)
    .abs();
  const explained =
    decimals > 0 && off.times('2').lte(unitOf(decimals).times(String(parts.length + 1)));
  return explained ? hints.roundedParts : null;
}

/** A total that prints fewer decimals than its parts add up to, and is their sum rounded to those. */
export function roundedTotal(total: Figure, expected: Exact): Hint | null {
  return total.decimals < expected.decimalPlaces() &&
    roundTo(expected, total.decimals, 'half-up').eq(total.value)
    ? hints.roundedTotal
    : null;
}

/** A rate below one point where the computed one is a hundred times it. */
export function asFraction(printed: Figure, computed: Pick<Computed, 'interval'>): Hint | null {
  return isFractionOf(printed, computed) ? hints.fraction : null;
}

/** Another figure of the row that a cell repeats. */
export function sameAsNeighbour(
  row: FundRow,
  column: keyof typeof columnWords,
  among: readonly (keyof typeof columnWords)[],
): Hint | null {
  const own = row[column];
  if (own === null || exact(own).isZero()) return null;
  const found = among.find((other) => {
    const digits = row[other];
    return digits !== null && exact(digits).eq(own);
  });
  return found === undefined ? null : neighbour(columnWords[found]);
}
