import { countCharacters, isBlank } from './characters.ts';
import type { SourceRef } from './source.ts';
import { cleanText } from './text.ts';

/** One cell or line of the source: the coin of the accounting. A unit that was cut in two has its halves as `parts`. */
export interface Unit {
  readonly raw: string;
  /** Non-blank characters. */
  readonly size: number;
  readonly origins: readonly SourceRef[];
  parts?: readonly Unit[];
}

/** A text with the units that it was put together from. */
export interface Piece {
  /** White space folded, parts joined. */
  readonly text: string;
  readonly units: readonly Unit[];
}

export function makeUnit(raw: string, origins: readonly SourceRef[]): Unit {
  return { raw, size: countCharacters(raw), origins };
}

/** A unit's piece, or null where it is blank. */
export function pieceOf(unit: Unit): Piece | null {
  return isBlank(unit.raw) ? null : { text: cleanText(unit.raw), units: [unit] };
}

/** Pieces put together in order; white space where they meet is folded as inside a cell. */
export function joinPieces(pieces: readonly (Piece | null)[]): Piece | null {
  const present = pieces.filter((piece) => piece !== null);
  if (present.length < 2) return present[0] ?? null;
  return {
    text: cleanText(present.map((piece) => piece.text).join('\n')),
    units: [...new Set(present.flatMap((piece) => piece.units))],
  };
}

/**
 * Cuts a unit into parts that together hold its characters; their pieces (null for a blank part). The same cut gives the same
 * parts: readings that compete may each ask for it.
 */
export function splitUnit(unit: Unit, texts: readonly string[]): (Piece | null)[] {
  const known = unit.parts;
  if (known?.length === texts.length && known.every(({ raw }, index) => raw === texts[index]))
    return known.map(pieceOf);
  // What counts for nothing as a whole (a copy) does so in parts.
  const parts = texts.map((text) =>
    unit.size === 0 ? { raw: text, size: 0, origins: unit.origins } : makeUnit(text, unit.origins),
  );
  unit.parts = parts;
  return parts.map(pieceOf);
}

/** The units that were not cut, or their parts. */
export function leaves(units: readonly Unit[]): readonly Unit[] {
  return units.some(({ parts }) => parts !== undefined)
    ? units.flatMap((unit) => (unit.parts === undefined ? [unit] : leaves(unit.parts)))
    : units;
}
