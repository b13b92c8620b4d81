import { findLabel, findLevel1, findLevel2 } from '../../../../lexicon/index.ts';
import type { Lattice } from './edges.ts';
import type { Band, Columns, Pile, Piece, Setting } from './types.ts';

/** Labels are no longer than this. */
const maxLabel = 24;

interface Growing {
  pieces: Piece[];
  columns: Columns;
  first: number;
  last: number;
}

/** Piles up the lines of each column of a page. */
export function pileUp(
  bands: readonly Band[],
  start: number,
  lattice: Lattice,
  setting: Setting,
): Pile[] {
  const piles: Growing[] = [];
  const open: Growing[] = [];
  bands.forEach(({ pieces }, band) => {
    for (const piece of pieces) {
      const columns = lattice.placeOf(start + band, piece);
      const beside = open.findIndex(
        (pile) => pile.last === band && sameColumns(pile.columns, columns),
      );
      const above =
        beside === -1
          ? open.findLastIndex((pile) => pile.last < band && meets(pile.columns, columns))
          : beside;
      const pile = open[above];
      if (pile !== undefined && (beside !== -1 || continues(pile, piece, columns, setting))) {
        pile.pieces.push(piece);
        pile.last = band;
        continue;
      }
      const next = { pieces: [piece], columns, first: band, last: band };
      piles.push(next);
      for (let index = open.length - 1; index >= 0; index -= 1)
        if (meets(open[index]?.columns ?? [0, 0], columns)) open.splice(index, 1);
      open.push(next);
    }
  });
  return piles.map(finish);
}

/** Own and wider columns: a text in the middle of its cell stands so far from the middle of the first, and so near to that of the second. */
const centred = { off: 0.7, near: 0.35 };
/** What cells leave free beside their text, in font sizes. */
const padding = 0.3;
/** Lines no farther apart, in font sizes, stand beside each other. */
const beside = 0.9;

/** Labels in the middle of cells over several columns take all of these, as far as nothing stands beside them. */
export function widenLabels(piles: readonly Pile[], { edges }: Lattice): Pile[] {
  const pieces = piles.flatMap((pile) => pile.pieces);
  const ends = [
    Math.min(...pieces.map(({ left }) => left)) - padding,
    ...edges.slice(1, -1),
    Math.max(...pieces.map(({ right }) => right)) + padding,
  ];
  const away = (pile: Pile, [from, to]: Columns): number => {
    const left = Math.min(...pile.pieces.map((piece) => piece.left));
    const right = Math.max(...pile.pieces.map((piece) => piece.right));
    return Math.abs((left + right - (ends[from] ?? 0) - (ends[to] ?? 0)) / 2);
  };
  return piles.map((pile) => {
    if (!pile.label || away(pile, pile.columns) <= centred.off) return pile;
    const others = piles.filter(
      (other) =>
        other !== pile && other.top - pile.bottom < beside && pile.top - other.bottom < beside,
    );
    const least = Math.max(
      0,
      ...others
        .filter(({ columns }) => columns[1] <= pile.columns[0])
        .map(({ columns }) => columns[1]),
    );
    const most = Math.min(
      ends.length - 1,
      ...others
        .filter(({ columns }) => columns[0] >= pile.columns[1])
        .map(({ columns }) => columns[0]),
    );
    let best: { columns: Columns; off: number } = { columns: pile.columns, off: centred.near };
    for (let from = least; from <= pile.columns[0]; from += 1)
      for (let to = pile.columns[1]; to <= most; to += 1) {
        const off = away(pile, [from, to]);
        if (off < best.off) best = { columns: [from, to], off };
      }
    return { ...pile, columns: best.columns };
  });
}

function finish({ pieces, columns, first, last }: Growing): Pile {
  const text = pieces.map((piece) => piece.text).join('');
  return {
    pieces,
    columns,
    first,
    last,
    text,
    top: pieces[0]?.y ?? 0,
    bottom: pieces.at(-1)?.y ?? 0,
    label:
      text.length <= maxLabel && !pieces.every(({ figure }) => figure) && !/^[≥≤=<>\d]/.test(text),
  };
}

export function meets(one: Columns, other: Columns): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

function sameColumns(one: Columns, other: Columns): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

function continues(pile: Growing, piece: Piece, columns: Columns, setting: Setting): boolean {
  const last = pile.pieces.at(-1);
  if (last === undefined || !sameColumns(pile.columns, columns) || (last.figure && piece.figure))
    return false;
  const upper = pile.pieces.map(({ text }) => text).join('');
  return setting.join(last, piece) === 0 && !areTwo(upper, piece.text);
}

/** Whether two labels that are whole by themselves stand one below the other, and not the parts of one text. */
export function areTwo(upper: string, lower: string): boolean {
  if (isLevel(upper) && !isLevel(upper + lower)) return true;
  return isWhole(upper) && isWhole(lower) && !isWhole(upper + lower);
}

const isLevel = (text: string): boolean => findLevel1(text) !== null || findLevel2(text) !== null;

/** Whether a text is a label of its own. */
export function isWhole(text: string): boolean {
  return findLabel(text) !== null || isLevel(text);
}
