import { findLabel, findLevel1, findLevel2 } from '../../lexicon/index.ts';
import type { PlacedCell, PlacedLine } from './rows.ts';
import type { Starts } from './starts.ts';

/** A wide character that found no room, in columns. */
const wide = 2;
const figure = /^[<>=≤≥]?[\d,.]+[%％]?$/;

/** Lines that are one row: a text that is as wide as its column goes on below. */
export function joinWrapped(lines: readonly PlacedLine[], starts: Starts): PlacedLine[][] {
  const widths = widthsOf(lines, starts);
  const rows: PlacedLine[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    const above = row?.at(-1);
    if (row !== undefined && above !== undefined && goesOn(above, line, widths)) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** How wide the widest text of each column is that stays in it. */
function widthsOf(lines: readonly PlacedLine[], { places }: Starts): number[] {
  const widths = places.map(() => 0);
  for (const { cells } of lines)
    for (const { column, from, to } of cells)
      if (to <= (places[column + 1] ?? Infinity))
        widths[column] = Math.max(widths[column] ?? 0, to - from);
  return widths;
}

function goesOn(above: PlacedLine, line: PlacedLine, widths: readonly number[]): boolean {
  if (line.number !== above.number + 1 || above.cells.length < 2) return false;
  return line.cells.every((cell) => {
    const upper = above.cells.find(({ column }) => column === cell.column);
    return upper !== undefined && continues(upper, cell, widths[cell.column] ?? 0);
  });
}

function continues(upper: PlacedCell, lower: PlacedCell, width: number): boolean {
  if (upper.to - upper.from < width - wide) return false;
  if (figure.test(upper.text) && figure.test(lower.text)) return false;
  return isWhole(upper.text + lower.text) || !isWhole(lower.text);
}

function isWhole(text: string): boolean {
  return findLabel(text) !== null || findLevel1(text) !== null || findLevel2(text) !== null;
}
