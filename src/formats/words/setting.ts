import type { Setting } from '../shared/places/lattice/index.ts';
import type { Band, Piece } from '../shared/places/lattice/types.ts';

/** Lines of one cell follow each other within these distances, in font sizes. */
const pitch = { least: 0.8, most: 2, apart: 3 };
/** How far, in font sizes, rounding to pixels moves lines apart. */
const pixel = 0.1;
/** Rows are at least so much farther apart, in font sizes, than the lines of a cell. */
/** Distances of lines and of rows leave at least so wide a gap; and how many gaps are tried. */
const leastGap = 0.04;
const sureGap = 0.12;
const maxBorders = 3;
/** A share of the distance of rows that rounding and merged cells leave of it. */
const rowShare = 0.85;
/** What it costs that two lines are of one cell. */
const costs = { unsure: 0.25, far: 1.5, farther: 3, overlap: 6 };

/** How far apart the lines of a cell stand, as the closest ones show. */
export function settingsOf(bands: readonly Band[], em: number): Setting[] {
  const distances: number[] = [];
  const figures: number[] = [];
  bands.forEach(({ pieces }, index) => {
    for (const piece of pieces) {
      const upper = pieceAbove(bands, index, piece);
      if (upper === null) continue;
      const distance = distanceOf(upper, piece, em);
      const areFigures = upper.figure && piece.figure;
      if (distance >= pitch.least && (areFigures || distance <= pitch.apart))
        (areFigures ? figures : distances).push(distance);
    }
  });
  distances.sort((a, b) => a - b);
  figures.sort((a, b) => a - b);
  return bordersOf(distances, figures).map((border) => settingWith(border, em));
}

/** Lines above a piece in which the one over it is looked for. */
const maxBands = 12;

function pieceAbove(bands: readonly Band[], index: number, piece: Piece): Piece | null {
  const page = bands[index]?.page;
  for (let at = index - 1; at >= 0 && at > index - maxBands && bands[at]?.page === page; at -= 1) {
    const upper = bands[at]?.pieces.find(
      ({ left, right }) => left < piece.right && right > piece.left,
    );
    if (upper !== undefined) return upper;
  }
  return null;
}

/** Lines of one cell are no farther apart than `within`, and rows at least as far apart as `row`; where both are alike, `within` is null. */
interface Border {
  readonly within: number | null;
  readonly row: number;
}

function settingWith({ within, row }: Border, em: number): Setting {
  return {
    rowDistance: Math.max(pitch.least, rowShare * row),
    join: (upper, lower) => {
      const distance = distanceOf(upper, lower, em);
      if (distance < pitch.least) return costs.overlap;
      if (within === null && distance <= row + pixel) return costs.unsure;
      if (within !== null && distance <= within) return 0;
      return distance <= pitch.most ? costs.far : costs.farther;
    },
  };
}

/** How far apart two lines are, in font sizes; headings may be larger than the rest. */
function distanceOf(upper: Piece, lower: Piece, em: number): number {
  return (lower.y - upper.y) / Math.max(1, Math.min(upper.fragment.em, lower.fragment.em) / em);
}

/** What may part the lines of cells from rows: the widest gaps between their distances, before figures below each other begin. */
function bordersOf(distances: readonly number[], figures: readonly number[]): Border[] {
  // Not the first of them: one may be wrapped itself.
  const row = figures[Math.max(1, Math.floor(figures.length / 10))] ?? pitch.most;
  if ((distances[1] ?? row) >= row - leastGap) return [{ within: row - leastGap, row }];
  const gaps = distances
    .map((start, index) => ({ start, end: Math.min(distances[index + 1] ?? row, row), index }))
    .filter(({ start, end, index }) => index > 0 && end - start >= leastGap)
    .sort((a, b) => b.end - b.start - a.end + a.start)
    .slice(0, maxBorders);
  const borders = gaps.map(({ start, end }) => ({ within: (start + end) / 2, row: end }));
  const isSure = gaps.some(({ start, end }) => end - start >= sureGap);
  return isSure ? borders : [...borders, { within: null, row }];
}
