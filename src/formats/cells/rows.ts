import { describePiece, firstPiece, isSpacer, prepend, rowCost } from './costs.ts';
import type { Piece, RowPieces } from './costs.ts';
import { opensForm } from './evidence.ts';
import { gapBehind } from './gaps.ts';
import type { Gap } from './gaps.ts';
import { numberedSegments } from './numbering.ts';
import type { CellDraft, Run, Segment } from './segments.ts';

/** A row, and what stands between it and the next one: text or a page's end, and the table ends with it. */
export interface RowDraft {
  readonly cells: readonly CellDraft[];
  readonly whole: boolean;
  readonly outside: readonly Run[];
  readonly endsTable: boolean;
}

/** A row is cut into this many pieces at most. */
const mostPieces = 6;

/** A table without end is cut before a new form once so many segments are weighed together, and anywhere at the second number. */
const manySegments = 500;
const mostSegments = 20_000;

/**
 * Puts segments together to rows. A blank line is a row's end or an empty paragraph within a cell, so each table is divided
 * in the way that costs least: rows of their neighbours' width, beginning with what begins rows.
 */
export function* assembleRows(segments: readonly Segment[]): Generator<RowDraft> {
  let table: Segment[] = [];
  let gaps: Gap[] = [];
  for (const [index, segment] of segments.entries()) {
    const gap = gapBehind(segments, index);
    table.push(segment);
    gaps.push(gap);
    const form = table.length >= manySegments && opensForm(segments[index + 1]?.cells ?? []);
    if (!gap.hard && !form && table.length < mostSegments) continue;
    yield* tableRows(table, gaps);
    table = [];
    gaps = [];
  }
}

function* tableRows(segments: readonly Segment[], gaps: readonly Gap[]): Generator<RowDraft> {
  const numbered = numberedSegments(segments);
  const pieces = gaps.map((gap, index) =>
    describePiece(segments[index]?.cells ?? [], gap, numbered[index] ?? null),
  );
  let from = 0;
  for (const to of divide(pieces)) {
    yield joinSegments(segments.slice(from, to), gaps.slice(from, to));
    from = to;
  }
}

/** The best way to divide the first pieces, its last row being of a given number of pieces. */
interface Division {
  readonly cost: number;
  readonly width: number;
  /** How many pieces the row before the last one has; 0 where there is none. */
  readonly before: number;
}

type Divisions = readonly (Division | undefined)[];

/** Where the rows of a table end, by dynamic programming over the last two rows. */
function divide(pieces: readonly Piece[]): number[] {
  const best: Divisions[] = [[{ cost: 0, width: 0, before: 0 }]];
  for (let end = 1; end <= pieces.length; end += 1) best.push(waysToEnd(pieces, best, end));
  return backtrack(best);
}

function waysToEnd(pieces: readonly Piece[], best: readonly Divisions[], end: number): Divisions {
  const ways: (Division | undefined)[] = [];
  const below = pieces[end]?.width ?? null;
  let row: RowPieces | null = null;
  for (let count = 1; count <= Math.min(mostPieces, end); count += 1) {
    const piece = pieces[end - count];
    if (piece === undefined) break;
    row = row === null ? firstPiece(piece) : prepend(piece, row);
    const begins = end === count || pieces[end - count - 1]?.gap.touching === true;
    ways[count] = bestWay(row, best[end - count] ?? [], begins, below);
  }
  return ways;
}

function bestWay(
  row: RowPieces,
  befores: Divisions,
  begins: boolean,
  below: number | null,
): Division | undefined {
  let best: Division | undefined;
  for (const [before, way] of befores.entries()) {
    if (way === undefined) continue;
    const cost = way.cost + rowCost(row, begins ? null : way.width, below);
    if (best === undefined || cost < best.cost - 1e-9)
      best = { cost, width: isSpacer(row) && !begins ? way.width : row.width, before };
  }
  return best;
}

/** In how many pieces the last row is read at least cost. */
function cheapest(ways: Divisions): number {
  let count = 0;
  for (const [pieces, way] of ways.entries()) {
    if (way !== undefined && way.cost < (ways[count]?.cost ?? Infinity) - 1e-9) count = pieces;
  }
  return count;
}

/** Where the rows of the cheapest division end. */
function backtrack(best: readonly Divisions[]): number[] {
  const ends: number[] = [];
  let end = best.length - 1;
  let count = cheapest(best[end] ?? []);
  while (end > 0 && count > 0) {
    ends.push(end);
    const before: number = best[end]?.[count]?.before ?? 0;
    end -= count;
    count = before;
  }
  return ends.reverse();
}

/** One row of segments, each gap's paragraphs put into the cell before it. */
function joinSegments(segments: readonly Segment[], gaps: readonly Gap[]): RowDraft {
  const cells: CellDraft[] = [];
  let outside: readonly Run[] = [];
  for (const [index, segment] of segments.entries()) {
    for (const cell of segment.cells) cells.push(cell);
    const gap = gaps[index];
    if (gap === undefined) break;
    // Text right before the next table is its title, not a paragraph of this row.
    const title = gap.touching && index === segments.length - 1;
    outside = title ? [...gap.inside, ...gap.outside] : gap.outside;
    for (const { lines } of title ? [] : gap.inside) cells.at(-1)?.paragraphs.push(...lines);
  }
  const endsTable = gaps.at(-1)?.hard === true || outside.length > 0;
  return { cells, whole: segments.every(({ whole }) => whole), outside, endsTable };
}
