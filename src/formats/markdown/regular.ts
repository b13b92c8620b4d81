import { isBlank } from '../../model/index.ts';
import { countPipes, isEndedRow } from './pipes.ts';

/** Fewer rows show no regularity. */
const fewestRows = 3;
/** No form is wider. */
const widest = 60;

/** Lines that make one row, from the first, before the last. */
export type RowLines = readonly [from: number, to: number];

/**
 * The rows of a table that begins with the first of the lines and breaks its rows, or puts each cell on a line of its own: every row has as many bars
 * as the others, so that lines go on with the next until they have as many. Null where the bars show no such number, or each line is a row.
 */
export function regularRows(lines: readonly string[]): readonly RowLines[] | null {
  const counts = barsOf(lines);
  const most = counts.reduce((all, count) => Math.max(all, count), 0);
  for (let width = Math.max(2, most); width <= widest; width += 1) {
    const rows = rowsOf(counts, width);
    if (rows !== null && rows.length >= fewestRows)
      return rows.some(([from, to]) => to - from > 1) ? rows : null;
  }
  return null;
}

/** The bars of each line, down to a blank line, or two without bars; a line whose bars end no cell tells nothing. */
function barsOf(lines: readonly string[]): number[] {
  const counts: number[] = [];
  for (const line of lines) {
    const count = countPipes(line);
    if (isBlank(line) || (count === 0 && counts.at(-1) === 0)) break;
    if (count > 0 && !isEndedRow(line, false)) return [];
    counts.push(count);
  }
  return counts;
}

/** Rows of so many bars each; null where a line goes beyond a row's end. The table ends where a line without bars stands between rows. */
function rowsOf(counts: readonly number[], width: number): RowLines[] | null {
  const rows: RowLines[] = [];
  let from = 0;
  let bars = 0;
  for (const [index, count] of counts.entries()) {
    if (count === 0 && bars === 0) return rows;
    bars += count;
    if (bars > width) return null;
    if (bars < width) continue;
    rows.push([from, index + 1]);
    from = index + 1;
    bars = 0;
  }
  return bars === 0 ? rows : null;
}
