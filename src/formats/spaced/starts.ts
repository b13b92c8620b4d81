import { findLabel } from '../../lexicon/index.ts';
import { cellsOf } from './places.ts';
import type { Measure, Token } from './places.ts';
import type { Line } from '../shared/lines.ts';

/** Columns that are told by where cells begin. */
export interface Starts {
  readonly measure: Measure;
  /** The places at which columns begin, in the direction of the measure. */
  readonly places: readonly number[];
  /** How many of the cells begin at one of them: 1 where all do. */
  readonly share: number;
}

/** Lines with fewer cells tell nothing of columns; a start that fewer lines have is one by chance. */
const least = { cells: 2, lines: 2, headed: 4 };
/** So many lines of a section show its columns. */
const mostLines = 2_000;

const measures: readonly Measure[] = [
  { counting: 'characters', side: 'left' },
  { counting: 'widths', side: 'left' },
  { counting: 'characters', side: 'right' },
  { counting: 'widths', side: 'right' },
];

/** Where the columns of some lines begin, or end, counted in the way that shows it best; null where no line has cells enough. */
export function findStarts(lines: readonly Line[]): Starts | null {
  const shown = lines.slice(0, mostLines);
  let best: { starts: Starts; weight: number } | null = null;
  for (const measure of measures) {
    const rows = shown
      .map(({ text }) => cellsOf(text, measure))
      .filter((cells) => cells.length >= least.cells);
    if (rows.length === 0) return null;
    const found = startsOf(rows, measure);
    if (best === null || found.weight > best.weight) best = found;
  }
  return best?.starts ?? null;
}

function startsOf(
  rows: readonly (readonly Token[])[],
  measure: Measure,
): { starts: Starts; weight: number } {
  const counts = new Map<number, number>();
  for (const { from } of rows.flat()) counts.set(from, (counts.get(from) ?? 0) + 1);
  const headed = new Set(rows.filter(isHeading).flatMap((cells) => cells.map(({ from }) => from)));
  const common = [...counts]
    .filter(([place, count]) => count >= least.lines || headed.has(place))
    .map(([place]) => place)
    .sort((a, b) => a - b);
  const places = joinStarts(common, rows);
  const kept = new Set(places);
  let all = 0;
  let at = 0;
  for (const { from } of rows.flat()) {
    all += 1;
    if (kept.has(from)) at += 1;
  }
  const weight = places.reduce((sum, place) => sum + (counts.get(place) ?? 0) ** 2, 0);
  return { starts: { measure, places, share: at / all }, weight };
}

/** Starts of which no line has both, while cells of the one reach over the other, are those of one column: figures stand at its other end. */
function joinStarts(places: readonly number[], rows: readonly (readonly Token[])[]): number[] {
  const kept: number[] = [];
  for (const place of places) {
    const last = kept.at(-1);
    const isOne =
      last !== undefined &&
      rows.every((cells) => !(has(cells, last) && has(cells, place))) &&
      rows.some((cells) => cells.some(({ from, to }) => from === last && to > place));
    if (!isOne) kept.push(place);
  }
  return kept;
}

/** Words of a form and nothing else: columns begin where they do. */
function isHeading(cells: readonly Token[]): boolean {
  return cells.length >= least.headed && cells.every(({ text }) => findLabel(text) !== null);
}

function has(cells: readonly Token[], place: number): boolean {
  return cells.some(({ from }) => from === place);
}
