import { findLabel, findTitle } from '../../lexicon/index.ts';
import type { Cell, Grid } from '../../model/index.ts';
import type { LaidCell, LaidTable } from '../shared/places/tables.ts';
import { joinLines } from '../shared/places/text.ts';
import type { Line } from '../shared/places/text.ts';

/** A cell that the end of a page left open: where it begins, and the lines that it holds so far. */
export interface OpenCell {
  readonly grid: number;
  readonly cell: number;
  readonly left: number;
  readonly right: number;
  readonly lines: readonly Line[];
}

/** The sides of one cell on two pages agree to this, in points. */
const sameSide = 2;
/** A figure: a cell holds one, so that two of them are two rows. */
const figure = /^[<>=≤≥]?[\d,.]+%?$/;

interface Match {
  readonly open: OpenCell;
  readonly cell: LaidCell;
  readonly place: number;
}

/**
 * Moves what a page's first table says in cells that the page before left open into those cells; the rest of a cut cell stays in
 * its place, blank. Only where the frame is open on both sides, and nothing says that these are two rows.
 *
 * @param grids all grids so far, of which the last is that of `table`; both ends of a cut cell are replaced in place
 * @param open what the page before left open
 * @returns what this table leaves open
 */
export function joinCutCells(
  grids: Grid[],
  table: LaidTable,
  open: readonly OpenCell[],
): OpenCell[] {
  const id = grids.length - 1;
  const matches = findMatches(table, open);
  const isOne =
    !(grids[id]?.before ?? []).some(({ text }) => findTitle(text) !== null) &&
    !matches.some((match) => isTwo(match));
  const joined = new Map<number, OpenCell>();
  for (const { open: start, cell, place } of isOne ? matches : []) {
    const lines = [...start.lines, ...cell.lines];
    joined.set(place, { ...start, lines });
    if (cell.lines.length === 0) continue;
    const text = joinLines(lines, { width: start.right - start.left, padding: table.padding });
    const end = grids[id]?.cells[place];
    replace(grids, start.grid, start.cell, (first) => ({
      ...first,
      text,
      origins: [...first.origins, ...(end?.origins ?? [])],
    }));
    replace(grids, id, place, (rest) => ({ ...rest, text: '' }));
  }
  return table.cells.flatMap((cell, place) =>
    cell.openBelow
      ? [
          joined.get(place) ?? {
            grid: id,
            cell: place,
            left: cell.box[0],
            right: cell.box[2],
            lines: cell.lines,
          },
        ]
      : [],
  );
}

function findMatches({ cells }: LaidTable, open: readonly OpenCell[]): Match[] {
  const isSame = (one: number, other: number): boolean => Math.abs(one - other) <= sameSide;
  return cells.flatMap((cell, place) => {
    const start = cell.openAbove
      ? open.find(({ left, right }) => isSame(left, cell.box[0]) && isSame(right, cell.box[2]))
      : undefined;
    return start === undefined ? [] : [{ open: start, cell, place }];
  });
}

/** Whether two pieces, each whole by itself, are no one cell: two figures, or two labels that make no label together. */
function isTwo({ open, cell }: Match): boolean {
  const [upper, lower] = [open.lines, cell.lines].map((lines) =>
    lines.map(({ text }) => text).join(''),
  ) as [string, string];
  if (figure.test(upper) && figure.test(lower)) return true;
  return (
    findLabel(upper) !== null && findLabel(lower) !== null && findLabel(upper + lower) === null
  );
}

function replace(grids: Grid[], id: number, place: number, change: (cell: Cell) => Cell): void {
  const grid = grids[id];
  if (grid !== undefined)
    grids[id] = {
      ...grid,
      cells: grid.cells.map((cell, index) => (index === place ? change(cell) : cell)),
    };
}
