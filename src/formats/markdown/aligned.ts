import { isBlank } from '../../model/index.ts';
import type { PlacedCell, PlacedGrid } from '../shared/pieces.ts';
import { cellText, columnsOf, widthOf } from './columns.ts';
import type { WideColumns } from './columns.ts';

/** `-----  ---  ------`: each run of dashes is a column. */
const ruler = /^ *[-=]{2,}(?: +[-=]{2,})+ *$/;
/** What opens a table whose headings take several lines, and closes every table. */
const dashes = /^ *[-=]{2,}[-= ]*$/;
/** What opens and closes a division of pandoc's: `::: section`, `:::`. */
export const division = /^\s*:{3,}(?:\s*[\w{][^|]{0,200})?$/u;
/** Lines that may stand above the ruler of such a table. */
const mostHeadLines = 20;
/** How far from the ruler's column a value may begin: fonts disagree about the width of quotation marks and their like. */
const reach = 8;

/**
 * Reads the table whose columns a line of dashes shows, as converters of documents write it, that begins with the first of the lines; null where none does.
 *
 * @param first the number of the first line
 */
export function readAligned(
  lines: readonly string[],
  first: number,
): { grid: PlacedGrid; lines: number } | null {
  const layout = layoutOf(lines);
  if (layout === null) return null;
  const { head, ruled, body, end } = layout;
  const line = (lines[ruled] ?? '').trimEnd();
  const runs = [...line.matchAll(/[-=]+/g)].map(({ index, 0: run }): Run => [index, run.length]);
  const ranges = [...head, ...rowsOf(lines, body, end)];
  const wide = wideColumns(
    ranges.flatMap(([from, to]) => lines.slice(from, to)),
    line.length + reach,
  );
  const cells = ranges.flatMap(([from, to], row) =>
    rowOf(lines.slice(from, to), runs, wide).map((text, column) =>
      placed(text, row, column, [first + from, first + to - 1]),
    ),
  );
  return {
    grid: { rows: ranges.length, columns: runs.length, cells, wideRows: [] },
    lines: dashes.test(lines[end] ?? '') ? end + 1 : end,
  };
}

/** Programs that count a CJK character as one column draw lines that are too long for their ruler otherwise. */
function wideColumns(lines: readonly string[], room: number): WideColumns {
  const fits = (wide: WideColumns): boolean => lines.every((line) => widthOf(line, wide) <= room);
  return !fits(2) && fits(1) ? 1 : 2;
}

/** Lines from the first, before the last. */
type Range = readonly [from: number, to: number];

interface Layout {
  readonly head: readonly Range[];
  /** The line that shows the columns. */
  readonly ruled: number;
  readonly body: number;
  /** The line that closes the table, or the first behind it. */
  readonly end: number;
}

function layoutOf(lines: readonly string[]): Layout | null {
  const [first = '', second = ''] = lines;
  if (ruler.test(first)) return ruledOnTop(lines);
  if (dashes.test(first)) {
    const ruled = lines.slice(0, mostHeadLines).findIndex((line) => ruler.test(line));
    const end = closing(lines, ruled + 1);
    return ruled < 2 || end === null || lines.slice(1, ruled).some(isBlank)
      ? null
      : { head: [[1, ruled]], ruled, body: ruled + 1, end };
  }
  if (endsTable(first) || !ruler.test(second)) return null;
  const blank = lines.findIndex((line, index) => index > 1 && (isBlank(line) || dashes.test(line)));
  return { head: [[0, 1]], ruled: 1, body: 2, end: blank === -1 ? lines.length : blank };
}

/** A table without headings, or with a ruler above them, below them and at the end. */
function ruledOnTop(lines: readonly string[]): Layout | null {
  const next = lines.findIndex((line, index) => index > 0 && dashes.test(line));
  if (next <= 1) return null;
  if (endsTable(lines[next + 1])) return { head: [], ruled: 0, body: 1, end: next };
  const end = closing(lines, next + 1);
  return end === null ? null : { head: [[1, next]], ruled: 0, body: next + 1, end };
}

/** Nothing, a blank line, or the end of a division (`:::`) stands behind a table. */
function endsTable(below = ''): boolean {
  return isBlank(below) || division.test(below);
}

/** The line of dashes that ends a table: nothing, or a blank line, stands behind it. */
function closing(lines: readonly string[], from: number): number | null {
  const end = lines.findIndex(
    (line, index) => index >= from && dashes.test(line) && endsTable(lines[index + 1]),
  );
  return end === -1 ? null : end;
}

/** Rows parted by blank lines, or else a row on each line. */
function rowsOf(lines: readonly string[], from: number, to: number): Range[] {
  const ranges: Range[] = [];
  const parted = lines.slice(from, to).some(isBlank);
  let start = from;
  for (let index = from; index <= to; index += 1) {
    if (index < to && parted && !isBlank(lines[index] ?? '')) continue;
    const end = parted || index === to ? index : index + 1;
    if (end > start) ranges.push([start, end]);
    start = parted ? index + 1 : end;
  }
  return ranges;
}

/** A run of dashes: where it begins, and its length. */
type Run = readonly [start: number, length: number];

function rowOf(lines: readonly string[], runs: readonly Run[], wide: WideColumns): string[] {
  const parts = lines.map((line) =>
    cut(
      line,
      runs.map(([start]) => start),
      wide,
    ),
  );
  return runs.map(([, length], column) =>
    cellText(
      parts.map((texts) => texts[column] ?? ''),
      length,
      wide,
    ),
  );
}

function placed(text: string, row: number, column: number, [line, endLine]: Range): PlacedCell {
  return { text, row, column, rowSpan: 1, columnSpan: 1, line, endLine };
}

/** A line cut where the columns begin, or at the end of the white space that is nearest. */
function cut(line: string, starts: readonly number[], wide: WideColumns): string[] {
  const columns = columnsOf(line, wide);
  const cuts = starts.slice(1).map((start) => {
    const at = columns.findIndex((column) => column >= start);
    if (at === -1) return line.length;
    const near = [...Array(2 * reach + 1).keys()].map(
      (step) => at + (step % 2 === 0 ? step / 2 : -(step + 1) / 2),
    );
    return (
      near.find((index) => index > 0 && index <= line.length && isBlank(line.charAt(index - 1))) ??
      at
    );
  });
  return [0, ...cuts].map((from, index) =>
    line.slice(from, Math.max(from, cuts[index] ?? line.length)),
  );
}
