import type { Piece } from '../model/index.ts';
import { findUnit, type Term } from '../lexicon/index.ts';
import type { Pair, WholeForm } from './types.ts';

function isAmountLabel(term: Term): boolean {
  return term.startsWith('fund') || term.startsWith('budget') || /Budget|executed/.test(term);
}

/** 万元 or 元, as the funds' headings, an amount's label or a line of its own (单位：万元) prints it. */
export function findFundUnit(headings: readonly (Piece | null)[], pairs: readonly Pair[]): WholeForm['fundUnit'] {
  const labels = pairs.filter(({ label, terms }) => terms.some(isAmountLabel) || /资金|预算|金额|经费/.test(label.text)).map(({ label }) => label);
  const lines = pairs.filter(({ terms }) => terms.includes('formUnit')).map(({ value }) => value);
  for (const piece of [...headings, ...labels, ...lines]) {
    const value = piece === null ? null : findUnit(piece.text);
    if (piece !== null && value !== null) return { value, units: piece.units };
  }
  return null;
}
