import { findLabel, findLevel1, findLevel2 } from '../../lexicon/index.ts';
import type { PlacedCell, PlacedLine } from './rows.ts';
import type { Starts } from './starts.ts';

/** A wide character that found no room leaves less than its width free, in columns. */
const wide = 1;
const figure = /^[<>=≤≥]?[\d,.]+[%％]?$/;

/** Lines that are one row: a text that is as wide as its column goes on below. */
export function joinWrapped(lines: readonly PlacedLine[], starts: Starts): PlacedLine[][] {
  const widths = widthsOf(lines, starts);
  const isFull = (cell: PlacedCell): boolean =>
    cell.to - cell.from >= (widths.get(kindOf(cell, starts)) ?? 0) - wide;
  const rows: PlacedLine[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    const above = row?.at(-1);
    if (row !== undefined && above !== undefined && goesOn(above, line, isFull)) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** How wide the widest text is that begins in a column, of those that stay in it and of those that reach over others. */
function widthsOf(lines: readonly PlacedLine[], starts: Starts): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  for (const { cells } of lines)
    for (const cell of cells) {
      const key = kindOf(cell, starts);
      widths.set(key, Math.max(widths.get(key) ?? 0, cell.to - cell.from));
    }
  return widths;
}

function kindOf({ column, to }: PlacedCell, { places }: Starts): string {
  return `${String(column)}${to > (places[column + 1] ?? Infinity) ? '+' : ''}`;
}

function goesOn(
  above: PlacedLine,
  line: PlacedLine,
  isFull: (cell: PlacedCell) => boolean,
): boolean {
  if (line.number !== above.number + 1 || above.cells.length < 2) return false;
  return line.cells.every((cell) => {
    const upper = above.cells.find(({ column }) => column === cell.column);
    return upper !== undefined && isFull(upper) && continues(upper.text, cell.text);
  });
}

function continues(upper: string, lower: string): boolean {
  if (figure.test(upper) && figure.test(lower)) return false;
  return isWhole(upper + lower) || !(isWhole(upper) || isWhole(lower));
}

function isWhole(text: string): boolean {
  return findLabel(text) !== null || findLevel1(text) !== null || findLevel2(text) !== null;
}
