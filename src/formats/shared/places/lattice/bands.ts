import { textOf } from '../fragments.ts';
import type { Fragment } from '../fragments.ts';
import type { Band, Piece } from './types.ts';

/** Baselines so close, in font sizes, are on one height: cells of more or fewer lines stand half a line apart. */
const sameHeight = 0.25;
const figure = /^[<>=≤≥≦≧＜＞＝]?[\d,.]+[%％]?$/;

/** The pieces of a page, height by height from the top. */
export function findBands(fragments: readonly Fragment[], em: number, page: number): Band[] {
  const bands: { y: number; page: number; pieces: Piece[] }[] = [];
  const sorted = fragments.map((fragment) => pieceOf(fragment, em)).sort((a, b) => a.y - b.y);
  for (const piece of sorted) {
    const band = bands.at(-1);
    if (band !== undefined && piece.y - band.y <= sameHeight) band.pieces.push(piece);
    else bands.push({ y: piece.y, page, pieces: [piece] });
  }
  for (const { pieces } of bands) pieces.sort((a, b) => a.left - b.left);
  return bands;
}

function pieceOf(fragment: Fragment, em: number): Piece {
  const text = textOf(fragment);
  return {
    text,
    left: fragment.left / em,
    right: fragment.right / em,
    y: fragment.baseline / em,
    figure: figure.test(text),
    fragment,
  };
}

/** The font size of most of a page's text. */
export function usualSize(fragments: readonly Fragment[]): number {
  const sizes = Float64Array.from(fragments.flatMap(({ em, glyphs }) => glyphs.map(() => em)));
  return sizes.sort()[sizes.length >> 1] ?? 1;
}
