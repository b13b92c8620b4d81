import { isBlank } from '../../../model/index.ts';
import type { WordCell, WordRow, WordTable } from './layout.ts';

/**
 * A small table inside a value is part of that value: it becomes lines of its cell, columns parted by tabs. A table in a cell
 * that stands alone in its row, or beside blank cells, is held by a frame and stays a table of its own.
 *
 * @returns the tables that are left
 */
export function absorbNested(tables: readonly WordTable[]): WordTable[] {
  // Inner tables come after the ones that hold them, so that the innermost is absorbed first.
  const left = tables.toReversed().filter(({ rows, holder }) => {
    if (holder === undefined || !holder.row.cells.some((cell) => cell !== holder.cell && hasText(cell))) return true;
    holder.cell.paragraphs.splice(holder.at, 0, ...rows.map(lineOf));
    return false;
  });
  return left.toReversed();
}

function hasText({ paragraphs }: WordCell): boolean {
  return paragraphs.some((paragraph) => !isBlank(paragraph));
}

function lineOf({ cells }: WordRow): string {
  return cells.map(({ paragraphs }) => paragraphs.join('\n')).join('\t');
}
