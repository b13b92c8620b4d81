import { decimalsOf, plus, ratio, times } from '../audit/ratio.ts';
import type { Random } from '../forms/random.ts';
import { inFull, isZero, valueOf } from './figures.ts';

/** A slip of the hand in one figure; null where the figure allows none. */
export type Slip = (digits: string, random: Random) => string | null;

const changed = (digits: string, other: string): string | null =>
  other === digits || other.startsWith('.') || other.endsWith('.') || other === '' ? null : other;

/** Nobody types the tail that a float leaves. */
const reach = (digits: string): number => Math.min(digits.length, 8);

/** Zeros that no exporter prints before a figure. */
const bare = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

const swapped: Slip = (digits, random) => {
  const at = [...digits]
    .map((_, index) => index)
    .filter((index) => {
      const [one, two] = [digits[index], digits[index + 1]];
      return /^\d\d$/.test(`${one ?? ''}${two ?? ''}`) && one !== two;
    });
  if (at.length === 0) return null;
  const index = random.pick(at);
  const other =
    digits.slice(0, index) +
    (digits[index + 1] ?? '') +
    (digits[index] ?? '') +
    digits.slice(index + 2);
  return /^0\d/.test(other) ? null : changed(digits, other);
};

const pointLost: Slip = (digits) =>
  digits.includes('.') ? changed(digits, bare(digits.replace('.', ''))) : null;

const dropped: Slip = (digits, random) => {
  const index = random.int(reach(digits));
  if (!/\d/.test(digits[index] ?? '') || digits.replace(/\D/g, '').length < 2) return null;
  const other = digits.slice(0, index) + digits.slice(index + 1);
  return /^0\d/.test(other) ? null : changed(digits, other);
};

const doubled: Slip = (digits, random) => {
  const index = random.int(reach(digits));
  if (!/[1-9]/.test(digits[index] ?? '')) return null;
  return changed(digits, digits.slice(0, index) + (digits[index] ?? '') + digits.slice(index));
};

const mistyped: Slip = (digits, random) => {
  const index = random.int(reach(digits));
  if (!/\d/.test(digits[index] ?? '')) return null;
  const other = `${digits.slice(0, index)}${random.int(10)}${digits.slice(index + 1)}`;
  return /^0\d/.test(other) ? null : changed(digits, other);
};

/** A figure that is too large or too small by so much, printed as precisely. */
function offBy(amount: string): Slip {
  return (digits) => {
    const decimals = Math.min(decimalsOf(digits), 9);
    if (decimalsOf(amount) > Math.max(decimals, 2)) return null;
    const value = plus(valueOf(digits), valueOf(amount));
    return value.top < 0n ? null : changed(digits, inFull(value, decimals));
  };
}

const lastPlace: Slip = (digits, random) => {
  const decimals = decimalsOf(digits);
  const step = ratio(random.chance(0.5) ? 1 : -1, 10n ** BigInt(decimals));
  const value = plus(valueOf(digits), step);
  return value.top < 0n || decimals > 6 ? null : inFull(value, decimals);
};

/** A figure by a power of ten too large or too small. */
function by(factor: readonly [number, number]): Slip {
  return (digits) => {
    const value = valueOf(digits);
    if (isZero(value) || decimalsOf(digits) > 9) return null;
    return changed(digits, inFull(times(value, ratio(...factor)), 0));
  };
}

/** Ordinary slips in one figure, by name. */
export const slips = {
  'digits swapped': swapped,
  'point lost': pointLost,
  'digit dropped': dropped,
  'digit doubled': doubled,
  'digit mistyped': mistyped,
  'last place off': lastPlace,
  'off by 0.02': offBy('0.02'),
  'off by 0.1': offBy('0.1'),
  'off by 1': offBy('1'),
  'short by 1': offBy('-1'),
  'off by 10': offBy('10'),
  'ten times': by([10, 1]),
  'a tenth': by([1, 10]),
  'a hundredth': by([1, 100]),
  'in yuan': by([10_000, 1]),
  negative: (digits) => (isZero(valueOf(digits)) || digits.startsWith('-') ? null : `-${digits}`),
  zero: (digits) => (isZero(valueOf(digits)) ? null : '0'),
} as const satisfies Record<string, Slip>;
export type SlipName = keyof typeof slips;
