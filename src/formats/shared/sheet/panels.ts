import { findLabel, names } from '../../../lexicon/index.ts';
import type { Sheet, SheetCell } from './source.ts';

/** A form says its project's name, and at least so many labels. */
const leastLabels = 4;

/**
 * Forms that stand side by side on a sheet, with blank columns between them: the cells of each. All cells together, unless every
 * part between blank columns is a form.
 *
 * @param shown the cells that are seen
 */
export function splitPanels(
  { merges }: Sheet,
  shown: readonly SheetCell[],
): (readonly SheetCell[])[] {
  const rights = new Map(
    merges.map(({ top, left, right }) => [`${String(top)},${String(left)}`, right]),
  );
  const panels: { cells: SheetCell[]; right: number }[] = [];
  for (const cell of [...shown].sort((one, other) => one.column - other.column)) {
    const right = rights.get(`${String(cell.row)},${String(cell.column)}`) ?? cell.column;
    const last = panels.at(-1);
    if (last === undefined || cell.column > last.right + 1) panels.push({ cells: [cell], right });
    else {
      last.cells.push(cell);
      last.right = Math.max(last.right, right);
    }
  }
  return panels.length > 1 && panels.every(({ cells }) => isForm(cells))
    ? panels.map(({ cells }) => cells)
    : [shown];
}

function isForm(cells: readonly SheetCell[]): boolean {
  const labels = cells.filter(({ text }) => findLabel(text) !== null);
  return labels.length >= leastLabels && labels.some(({ text }) => names(text, 'projectName'));
}
