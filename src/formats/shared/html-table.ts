import { limits } from '../../model/index.ts';
import type { Flow } from './html-flow.ts';
import type { HtmlItem, PlacedCell, PlacedGrid, RowPlace } from './pieces.ts';

/** A cell as its tag declares it: spans are claims, not yet checked. */
export interface DraftCell {
  readonly flow: Flow;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly line: number;
}

export interface DraftRow {
  readonly cells: DraftCell[];
  /** False once cells beyond the cap were joined into the last one. */
  whole: boolean;
}

/** A cell that claims more columns than this is taken to mean the whole row. */
const honestSpan = 100;

/**
 * What a finished table leaves on the page. Rows whose cells hold tables are layout: their inner tables and lines stand in
 * the order of the source. The rows between them are grids, or lines where they are too small to be one.
 */
export function tableItems(rows: readonly DraftRow[], line: number): HtmlItem[] {
  const layout = rows.some(holdsTable);
  const items: HtmlItem[] = [];
  let run: DraftRow[] = [];
  const endRun = (): void => {
    const small = run.length < 2 || run.every((row) => row.cells.length < 2);
    if (layout && small) dissolve(run, items);
    else if (run.length > 0) items.push({ kind: 'grid', grid: placeRows(run), line });
    run = [];
  };
  for (const row of rows) {
    if (!holdsTable(row)) run.push(row);
    else {
      endRun();
      dissolve([row], items);
    }
  }
  endRun();
  return items;
}

function holdsTable(row: DraftRow): boolean {
  return row.cells.some((cell) => cell.flow.holdsTable);
}

function dissolve(rows: readonly DraftRow[], items: HtmlItem[]): void {
  for (const row of rows) {
    for (const cell of row.cells) {
      for (const item of cell.flow.items) items.push(item);
    }
  }
}

/** Places the rows of one table, as HTML does. */
function placeRows(rows: readonly DraftRow[]): PlacedGrid {
  const cells: PlacedCell[] = [];
  const wideRows: RowPlace[] = [];
  const widest = widestSpan(rows);
  // For each column the row from which it is free again.
  const freeFrom: number[] = [];
  for (const [row, { cells: drafts, whole }] of rows.entries()) {
    const clipped = drafts.map((draft) =>
      draft.columnSpan > widest ? { ...draft, columnSpan: widest } : draft,
    );
    if (!placeRow(clipped, row, rows.length, freeFrom, cells) || !whole)
      wideRows.push({ row, line: drafts[0]?.line ?? 1 });
  }
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0);
  return {
    rows: rows.length,
    columns,
    cells: cells.map((cell) => clipColumns(cell, columns)),
    wideRows,
  };
}

/** What a cell may span: as many columns as the widest row has, spans that no table needs left aside. */
function widestSpan(rows: readonly DraftRow[]): number {
  const widthOf = (row: DraftRow): number =>
    row.cells.reduce((sum, { columnSpan }) => sum + (columnSpan > honestSpan ? 1 : columnSpan), 0);
  return rows.reduce((widest, row) => Math.max(widest, widthOf(row)), 1);
}

/** Gives each cell the next free place of its row and clips its spans; false where cells beyond the cap were joined. */
function placeRow(
  drafts: readonly DraftCell[],
  row: number,
  rows: number,
  freeFrom: number[],
  cells: PlacedCell[],
): boolean {
  let column = 0;
  for (const [index, draft] of drafts.entries()) {
    while ((freeFrom[column] ?? 0) > row) column += 1;
    const last = cells.at(-1);
    if (column >= limits.columns && last !== undefined) {
      const text = [last.text, ...drafts.slice(index).map(cellText)].join('\n');
      cells[cells.length - 1] = { ...last, text };
      return false;
    }
    const rowSpan = Math.min(draft.rowSpan === 0 ? rows : draft.rowSpan, rows - row);
    const columnSpan = freeColumns(freeFrom, row, column, draft.columnSpan);
    cells.push({ text: cellText(draft), row, column, rowSpan, columnSpan, line: draft.line });
    for (let taken = column; rowSpan > 1 && taken < column + columnSpan; taken += 1)
      freeFrom[taken] = row + rowSpan;
    column += columnSpan;
  }
  return true;
}

/** How many of the columns that a cell claims are free in its row: a cell that hangs down from above keeps its own. */
function freeColumns(
  freeFrom: readonly number[],
  row: number,
  column: number,
  wanted: number,
): number {
  const most = Math.min(wanted, limits.columns - column);
  let span = 1;
  while (span < most && (freeFrom[column + span] ?? 0) <= row) span += 1;
  return span;
}

/** A column in which no cell begins is not there: a title that claims ten columns over a table of nine spans nine. */
function clipColumns(cell: PlacedCell, columns: number): PlacedCell {
  const columnSpan = Math.min(cell.columnSpan, columns - cell.column);
  return columnSpan === cell.columnSpan ? cell : { ...cell, columnSpan };
}

function cellText(cell: DraftCell): string {
  return cell.flow.items.map((item) => (item.kind === 'line' ? item.text : '')).join('\n');
}

/** A span as an attribute claims it, between 0 (to the table's end) and the cap. */
export function readSpan(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10);
  return Number.isNaN(span) || span < 0 ? 1 : Math.min(span, limits.span);
}
