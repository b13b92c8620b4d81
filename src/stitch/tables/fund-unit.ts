import type { Piece } from '../../model/index.ts';
import { findUnit, type Term } from '../../lexicon/index.ts';
import type { Pair, WholeForm } from '../types.ts';

function isAmountLabel(term: Term): boolean {
  return term.startsWith('fund') || term.startsWith('budget') || /Budget|executed/.test(term);
}

/** 260万元: the unit that every amount prints behind its figure. */
function besideAmounts(pairs: readonly Pair[]): WholeForm['fundUnit'] {
  const printed = pairs
    .filter(({ terms }) => terms.some(isAmountLabel))
    .flatMap(({ value }) =>
      value !== null && /^-?[\d,.]+\s*万?元$/.test(value.text) ? [value] : [],
    );
  const units = new Set(
    printed.map(({ text }) => (text.endsWith('万元') ? '万元' : '元') as '万元' | '元'),
  );
  const [value] = units;
  return value === undefined || units.size > 1
    ? null
    : { value, units: printed.flatMap((piece) => piece.units) };
}

/** 万元 or 元, as the funds' headings, an amount's label or a line of its own (单位：万元) prints it. */
export function findFundUnit(
  headings: readonly (Piece | null)[],
  pairs: readonly Pair[],
): WholeForm['fundUnit'] {
  const labels = pairs
    .filter(
      ({ label, terms }) => terms.some(isAmountLabel) || /资金|预算|金额|经费/.test(label.text),
    )
    .map(({ label }) => label);
  const lines = pairs
    .filter(
      ({ label, terms, value }) =>
        terms.includes('formUnit') ||
        (/金额|单位/u.test(label.text) && /^(?:人民币)?万?元$/u.test(value?.text ?? '')),
    )
    .map(({ value }) => value);
  for (const piece of [...headings, ...labels, ...lines]) {
    const value = piece === null ? null : findUnit(piece.text);
    if (piece !== null && value !== null) return { value, units: piece.units };
  }
  return besideAmounts(pairs);
}
