import { printedDecimal } from '../number/index.ts';
import type { FundRow } from '../schema/index.ts';
import type { FundsRow } from '../stitch/index.ts';
import type { Reader } from './reader.ts';

/** The columns of amounts. */
export const amountRoles = ['initialBudget', 'annualBudget', 'executed'] as const;
type AmountRole = (typeof amountRoles)[number];

/** (6.00): an accountant's minus, or a remark that counts for nothing. */
const bracketed = /^[（(]\s*\d[\d,，]*(?:\.\d+)?\s*[)）]$/u;

/** An amount's value; a blank counts for nothing. */
export function valueOf(digits: string | null): number {
  return Number(printedDecimal(digits ?? '') ?? 0);
}

/**
 * Amounts in brackets are negative where their column's total says so, and where the brackets change nothing they are none;
 * where no total tells, the amount is kept and told as uncertain.
 */
export function withSigns(
  reader: Reader,
  rows: readonly FundsRow[],
  read: readonly FundRow[],
): FundRow[] {
  const isBracketed = (index: number, role: AmountRole): boolean =>
    bracketed.test(rows[index]?.pieces.get(role)?.text ?? '') &&
    valueOf(read[index]?.[role] ?? null) > 0;
  const negative = new Set(
    amountRoles.filter((role) => {
      const marked = read.flatMap((_, index) => (isBracketed(index, role) ? [index] : []));
      if (marked.length === 0) return false;
      const told = signOf(read, role, new Set(marked));
      const piece = rows[marked[0] ?? -1]?.pieces.get(role);
      if (told === null && piece !== undefined)
        reader.note('reading-uncertain', { text: piece.text }, piece.units);
      return told === 'minus';
    }),
  );
  return read.map((row, index) => {
    const signed = [...negative].filter((role) => isBracketed(index, role));
    return { ...row, ...Object.fromEntries(signed.map((role) => [role, `-${row[role] ?? ''}`])) };
  });
}

/** Whether a column closes with the marked amounts below zero, or above; null where neither is so. */
function signOf(
  read: readonly FundRow[],
  role: AmountRole,
  marked: ReadonlySet<number>,
): 'plus' | 'minus' | null {
  const whole = read.find(({ source }) => source === 'total')?.[role] ?? null;
  if (whole === null) return null;
  const closes = (sign: number): boolean => {
    const parts = read.map((row, index) =>
      row.source === 'total' ? 0 : (marked.has(index) ? sign : 1) * valueOf(row[role]),
    );
    return Math.abs(parts.reduce((sum, part) => sum + part, 0) - valueOf(whole)) < 0.005;
  };
  return closes(-1) ? 'minus' : closes(1) ? 'plus' : null;
}
