import { cleanText, countCharacters, isBlank, type SourceRef } from '../model/index.ts';
import type { Piece, Unit } from './types.ts';

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

/** Cuts a unit into parts that together hold its characters; their pieces (null for a blank part). */
export function splitUnit(unit: Unit, texts: readonly string[]): (Piece | null)[] {
  const parts = texts.map((text) => makeUnit(text, unit.origins));
  unit.parts = parts;
  return parts.map(pieceOf);
}

/** The units that were not cut, or their parts. */
export function leaves(units: readonly Unit[]): Unit[] {
  return units.flatMap((unit) => (unit.parts === undefined ? [unit] : leaves(unit.parts)));
}
