import type { Line } from '../shared/lines.ts';
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

/** Adds the rows of lines whose cells stand at the starts of columns. */
export function addAligned(builder: DocumentBuilder, lines: readonly Line[], starts: Starts): void {
  let block: PlacedLine[] = [];
  const flush = (): void => {
    for (const row of joinWrapped(block, starts)) builder.addRow(toRow(row, starts));
    block = [];
  };
  for (const line of lines) {
    const placed = isBlank(line.text) ? null : placeLine(line, starts);
    if (
      placed !== null &&
      (placed.cells.length > 1 || placed.cells[0]?.from !== starts.places[0])
    ) {
      block.push(placed);
      continue;
    }
    flush();
    if (!isBlank(line.text)) builder.addLine(line.text, line.number);
  }
  flush();
}
