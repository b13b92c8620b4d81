import { InputError, isBlank, limits } from '../../../model/index.ts';
import type { Cell, Grid } from '../../../model/index.ts';
import { partOf } from './source.ts';
import type { Range, Sheet, SheetCell } from './source.ts';

/** A sheet's cells by whether they are seen. */
export interface Visible {
  readonly shown: readonly SheetCell[];
  /** Rows and columns that are hidden though something stands in them. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Cells under a merge that hold something of their own, which Excel never shows. */
  readonly covered: readonly SheetCell[];
}

/** Merges by each row that they cover, among the rows that hold something, from left to right: they do not overlap. */
type Merges = ReadonlyMap<number, readonly Range[]>;

/** Tells the cells that are seen from those that are not. Blank cells are neither. */
export function visibleCells(sheet: Sheet, left: (cell: SheetCell) => boolean): Visible {
  const filled = sheet.cells.filter((cell) => !left(cell) && !isBlank(cell.text));
  const merges = mergesByRow(sheet.merges, new Set(filled.map(({ row }) => row)));
  const shown: SheetCell[] = [];
  const covered: SheetCell[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  for (const cell of filled) {
    const merge = mergeAt(merges, cell.row, cell.column);
    if (merge !== undefined && !isCorner(merge, cell)) covered.push(cell);
    else if (merge === undefined ? isSeen(sheet, cell) : isMergeSeen(sheet, merge))
      shown.push(cell);
    else if (sheet.isRowHidden(cell.row)) hiddenRows.add(cell.row);
    else hiddenColumns.add(cell.column);
  }
  return { shown, hiddenRows, hiddenColumns, covered };
}

function isSeen(sheet: Sheet, { row, column }: SheetCell): boolean {
  return !sheet.isRowHidden(row) && !sheet.isColumnHidden(column);
}

function isMergeSeen(sheet: Sheet, { top, left, bottom, right }: Range): boolean {
  return (
    firstVisible(top, bottom, sheet.isRowHidden) !== null &&
    firstVisible(left, right, sheet.isColumnHidden) !== null
  );
}

function firstVisible(
  from: number,
  to: number,
  isHidden: (index: number) => boolean,
): number | null {
  for (let index = from; index <= to; index += 1) if (!isHidden(index)) return index;
  return null;
}

function isCorner({ top, left }: Range, { row, column }: SheetCell): boolean {
  return top === row && left === column;
}

function mergeAt(merges: Merges, row: number, column: number): Range | undefined {
  const own = merges.get(row);
  if (own === undefined) return undefined;
  const merge = own[lowerBoundBy(own, column + 1, ({ left }) => left) - 1];
  return merge !== undefined && column <= merge.right ? merge : undefined;
}

function mergesByRow(ranges: readonly Range[], rows: ReadonlySet<number>): Merges {
  const merges = new Map<number, Range[]>();
  const ordered = [...rows].sort((a, b) => a - b);
  let work = 0;
  for (const range of ranges) {
    for (let at = lowerBound(ordered, range.top); at < ordered.length; at += 1) {
      const row = ordered[at] ?? Infinity;
      if (row > range.bottom) break;
      const own = merges.get(row);
      if (own === undefined) merges.set(row, [range]);
      else own.push(range);
      work += 1;
      if (work > limits.officeItems)
        throw new InputError('too-many-items', { limit: limits.officeItems });
    }
  }
  for (const own of merges.values()) own.sort((a, b) => a.left - b.left);
  return merges;
}

function lowerBound(ordered: readonly number[], value: number): number {
  return lowerBoundBy(ordered, value, (own) => own);
}

/** How many of the items, which are in order of their measure, measure less than `value`. */
function lowerBoundBy<T>(items: readonly T[], value: number, measure: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && measure(item) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Blank rows that are kept between two rows that hold something: a gap of a million rows says no more than one of a hundred. */
const widestGap = 100;
/** Blank cells are given only while a grid stays below this many cells. */
const mostFilled = 500_000;

/** The sheet's rows and columns that come to stand in the grid, in order. */
interface Axes {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** What is seen of a sheet as a grid: hidden rows and columns closed up, blank margins cut off, merges as spans. */
export function layOutSheet(sheet: Sheet, shown: readonly SheetCell[], id: number): Grid {
  const filledRows = rowsOf(sheet, shown);
  const merges = mergesByRow(sheet.merges, new Set(filledRows));
  const axes = axesOf(sheet, shown, filledRows, merges);
  const textOf = textFinder(shown);
  const blanks = filledRows.length * axes.columns.length <= mostFilled;
  const cells: Cell[] = [];
  for (const range of rangesOf(axes, filledRows, merges)) {
    const text = textOf(range.top, range.left);
    const place = text === '' && !blanks ? null : placeOf(axes, range);
    if (place === null) continue;
    const origin = {
      table: id,
      row: place.row,
      column: place.column,
      part: partOf(sheet.name, range.top, range.left),
    };
    cells.push({ text, ...place, origins: [origin] });
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    id,
    page: null,
    rows: axes.rows.length,
    columns: axes.columns.length,
    cells,
    geometry: 'spans',
    before: [],
  };
}

/** Finds the text that stands at a row and column, '' where there is none. */
function textFinder(shown: readonly SheetCell[]): (row: number, column: number) => string {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, text } of shown) {
    const own = rows.get(row);
    if (own === undefined) rows.set(row, new Map([[column, text]]));
    else own.set(column, text);
  }
  return (row, column) => rows.get(row)?.get(column) ?? '';
}

/** The rows that hold something; of a merge whose first row is hidden, the first that is not. */
function rowsOf(sheet: Sheet, shown: readonly SheetCell[]): readonly number[] {
  const rows = new Set(shown.map(({ row }) => row));
  const merges = mergesByRow(sheet.merges, rows);
  for (const { row, column } of shown) {
    const merge = sheet.isRowHidden(row) ? mergeAt(merges, row, column) : undefined;
    const seen =
      merge === undefined ? null : firstVisible(merge.top, merge.bottom, sheet.isRowHidden);
    if (seen !== null) rows.add(seen);
  }
  return [...rows].sort((a, b) => a - b);
}

/** Every cell of the filled rows as a range: merges, and between them the single cells. */
function* rangesOf(
  { columns }: Axes,
  filledRows: readonly number[],
  merges: Merges,
): Iterable<Range> {
  const seen = new Set<Range>();
  for (const row of filledRows) {
    let next = 0;
    for (const range of merges.get(row) ?? []) {
      const left = lowerBound(columns, range.left);
      for (; next < left; next += 1) yield single(row, columns[next] ?? 0);
      next = Math.max(next, lowerBound(columns, range.right + 1));
      if (!seen.has(range)) yield range;
      seen.add(range);
    }
    for (; next < columns.length; next += 1) yield single(row, columns[next] ?? 0);
  }
}

function single(row: number, column: number): Range {
  return { top: row, left: column, bottom: row, right: column };
}

/** Where a range comes to stand; null where none of it does. */
function placeOf(
  { rows, columns }: Axes,
  { top, left, bottom, right }: Range,
): Omit<Cell, 'text' | 'origins'> | null {
  const row = lowerBound(rows, top);
  const column = lowerBound(columns, left);
  const rowSpan = lowerBound(rows, bottom + 1) - row;
  const columnSpan = lowerBound(columns, right + 1) - column;
  return rowSpan > 0 && columnSpan > 0 ? { row, column, rowSpan, columnSpan } : null;
}

function axesOf(
  sheet: Sheet,
  shown: readonly SheetCell[],
  filledRows: readonly number[],
  merges: Merges,
): Axes {
  const rows: number[] = [];
  for (const row of filledRows) {
    const last = rows.at(-1) ?? row - 1;
    for (let index = Math.max(last + 1, row - widestGap); index <= row; index += 1)
      if (!sheet.isRowHidden(index)) rows.push(index);
  }
  let first = Infinity;
  let end = 0;
  for (const cell of shown) {
    const merge = mergeAt(merges, cell.row, cell.column);
    first = Math.min(first, cell.column);
    end = Math.max(end, cell.column, merge?.right ?? 0);
  }
  const columns: number[] = [];
  for (let index = first; index <= end && columns.length < limits.columns; index += 1) {
    if (!sheet.isColumnHidden(index)) columns.push(index);
  }
  return { rows, columns };
}
