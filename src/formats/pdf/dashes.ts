import type { Ruling, Rulings } from '../shared/places/types.ts';

/** Dashes: at least so many in a row, none longer than this, in points, gaps no longer than so many dashes. */
const dashes = { least: 3, longest: 8, rhythm: 1.3 };
/** Pieces whose places agree to this, in points, stand on one line. */
const grain = 0.25;

/** Adds a path's bars, those that are the dashes of one line as that line. Gaps in other lines are merged cells. */
export function addWithDashesJoined(path: Rulings, rulings: Rulings): void {
  for (const piece of joinDashes(path.horizontal)) rulings.horizontal.push(piece);
  for (const piece of joinDashes(path.vertical)) rulings.vertical.push(piece);
  for (const dot of path.dots) rulings.dots.push(dot);
  for (const area of path.areas) rulings.areas.push(area);
}

function joinDashes(pieces: Ruling[]): Ruling[] {
  if (pieces.length < dashes.least) return pieces;
  const joined: Ruling[] = [];
  let run: Ruling[] = [];
  const flush = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first !== undefined && last !== undefined && run.length >= dashes.least)
      joined.push({ ...first, to: last.to });
    else joined.push(...run);
    run = [];
  };
  for (const piece of pieces.sort(
    (one, other) => lineOf(one) - lineOf(other) || one.from - other.from,
  )) {
    const last = run.at(-1);
    if (last !== undefined && !follows(last, piece)) flush();
    run.push(piece);
  }
  flush();
  return joined;
}

function lineOf(piece: Ruling): number {
  return Math.round(piece.at / grain);
}

function follows(one: Ruling, other: Ruling): boolean {
  const [first, second] = [one.to - one.from, other.to - other.from];
  if (lineOf(one) !== lineOf(other) || Math.max(first, second) > dashes.longest) return false;
  return other.from - one.to <= dashes.rhythm * Math.min(first, second);
}
