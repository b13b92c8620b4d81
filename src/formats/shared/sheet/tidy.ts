import { InputError, limits } from '../../../model/index.ts';
import type { Range, SheetCell } from './source.ts';

/** A sheet's cells with one at each place, and those that were written over. */
export interface Tidied {
  readonly cells: readonly SheetCell[];
  readonly replaced: readonly SheetCell[];
}

/** A damaged file may hold a cell twice: the later one stands. */
export function oneAtEachPlace(cells: readonly SheetCell[]): Tidied {
  const rows = new Map<number, Map<number, SheetCell>>();
  const replaced: SheetCell[] = [];
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? new Map<number, SheetCell>();
    const before = row.get(cell.column);
    if (before !== undefined) replaced.push(before);
    row.set(cell.column, cell);
    rows.set(cell.row, row);
  }
  if (replaced.length === 0) return { cells, replaced };
  return { cells: [...rows.values()].flatMap((row) => [...row.values()]), replaced };
}

/** Merges that do not overlap, from the top: where two claim a place, as Excel never writes them, the first keeps it. */
export function withoutOverlaps(merges: readonly Range[]): readonly Range[] {
  const takenUntil = new Map<number, number>();
  let work = 0;
  const ordered = [...merges].sort((a, b) => a.top - b.top || a.left - b.left);
  return ordered.filter(({ top, left, bottom, right }) => {
    work += right - left + 1;
    if (work > limits.cells) throw new InputError('too-many-items', { limit: limits.cells });
    for (let column = left; column <= right; column += 1)
      if ((takenUntil.get(column) ?? -1) >= top) return false;
    for (let column = left; column <= right; column += 1) takenUntil.set(column, bottom);
    return true;
  });
}
