import type { Line } from '../shared/lines.ts';
import { findLabel } from '../../lexicon/index.ts';
import { isBlank } from '../../model/index.ts';
import type { DocumentBuilder } from '../shared/builder.ts';
import { placeLine, toRow } from './rows.ts';
import type { PlacedLine } from './rows.ts';
import { joinWrapped } from './wraps.ts';
import type { Starts } from './starts.ts';

/** Cells of a text that a program aligned begin at the starts of columns; those of one that follows a page do so by chance. */
const leastShare = 0.9;
const mostColumns = 60;

/** Whether starts are those of columns that a program aligned. */
export function isAligned({ places, share }: Starts): boolean {
  return share >= leastShare && places.length > 1 && places.length <= mostColumns;
}

/** Adds the rows of lines whose cells stand at the starts of columns; what stands alone outside a table's lines is text. */
export function addAligned(builder: DocumentBuilder, lines: readonly Line[], starts: Starts): void {
  let block: PlacedLine[] = [];
  const flush = (): void => {
    for (const row of joinWrapped(block, starts)) builder.addRow(toRow(row, starts));
    block = [];
  };
  for (const line of lines) {
    const placed = isBlank(line.text) ? null : placeLine(line, starts);
    if (placed !== null && isRow(placed, starts, block.length > 0)) {
      block.push(placed);
      continue;
    }
    flush();
    if (isBlank(line.text)) builder.endGrid();
    else builder.addLine(line.text, line.number);
  }
  flush();
}

/** Whether a line is of a table: it has several cells, or goes on at the start of a column inside. */
function isRow({ cells }: PlacedLine, { places, measure }: Starts, inside: boolean): boolean {
  const [first] = cells;
  if (cells.length !== 1 || first === undefined) return cells.length > 1;
  const outer = measure.side === 'left' ? places[0] : places.at(-1);
  if (!inside || !places.includes(first.from)) return false;
  return first.from !== outer || findLabel(first.text) !== null;
}
