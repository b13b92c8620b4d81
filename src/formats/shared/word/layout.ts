import { countCharacters, isBlank, limits } from '../../../model/index.ts';
import type { Cell, Grid, Note, SourceRef, TextLine } from '../../../model/index.ts';

/** How a cell takes part in a merge of its row or column: `w:hMerge`, `w:vMerge`. */
export type Merge = 'none' | 'restart' | 'continue';

export interface WordCell {
  readonly paragraphs: string[];
  columnSpan: number;
  vertical: Merge;
  horizontal: Merge;
}

export interface WordRow {
  /** Grid columns that stand empty before the first cell. */
  before: number;
  readonly cells: WordCell[];
  /** A deleted or hidden row. */
  dropped: boolean;
}

export interface WordTable {
  readonly rows: WordRow[];
  /** Where a nested table stands: before the paragraph `at` of a cell. */
  readonly holder?: { readonly row: WordRow; readonly cell: WordCell; at: number };
  /** Text between the table before and this one. */
  before: readonly TextLine[];
  /** Text right behind a nested table, in the cell that holds it. */
  after?: readonly TextLine[];
  /** The relationship of a document that is put in here whole (`w:altChunk`), in place of rows. */
  readonly chunk?: string;
}

interface LaidOut {
  readonly grid: Grid;
  readonly notes: readonly Note[];
  /** Non-blank characters that repeat what the merged cell already says. */
  readonly repeated: number;
}

interface Placed {
  readonly texts: string[];
  /** What its texts say, white space aside. */
  readonly said: Set<string>;
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  columnSpan: number;
  readonly origins: SourceRef[];
}

interface Layout {
  readonly id: number;
  readonly part: string;
  readonly cells: Placed[];
  readonly notes: Note[];
  repeated: number;
}

/** The rows of a Word table as a grid: spans resolved, merges joined, every cell in its grid column. */
export function layOut(table: WordTable, id: number, part: string): LaidOut {
  const layout: Layout = { id, part, cells: [], notes: [], repeated: 0 };
  const rows = table.rows.filter((row) => !row.dropped);
  let above: ReadonlyMap<number, Placed> = new Map();
  rows.forEach((row, index) => {
    above = placeRow(layout, row, index, above);
  });
  const columns = layout.cells.reduce(
    (most, cell) => Math.max(most, cell.column + cell.columnSpan),
    0,
  );
  const cells = layout.cells.map(finish).sort((a, b) => a.row - b.row || a.column - b.column);
  const grid: Grid = {
    id,
    page: null,
    rows: rows.length,
    columns,
    cells,
    geometry: 'spans',
    before: table.before,
  };
  return { grid, notes: layout.notes, repeated: layout.repeated };
}

function finish({ texts, row, column, rowSpan, columnSpan, origins }: Placed): Cell {
  return { text: texts.join('\n'), row, column, rowSpan, columnSpan, origins };
}

/** @returns the cells that the row below may continue, by their first column */
function placeRow(
  layout: Layout,
  row: WordRow,
  index: number,
  above: ReadonlyMap<number, Placed>,
): ReadonlyMap<number, Placed> {
  const open = new Map<number, Placed>();
  let column = Math.min(row.before, limits.columns - 1);
  for (const group of groupMerged(row.cells, column)) {
    const [first] = group;
    const origin = { table: layout.id, row: index, column, part: layout.part };
    const wanted = group.reduce((sum, cell) => sum + cell.columnSpan, 0);
    const span = Math.min(wanted, limits.span, limits.columns - column);
    if (span < wanted)
      layout.notes.push(note('span-capped', { span: wanted, limit: span }, [origin]));
    const placed =
      continued(above.get(column), first, span, index) ??
      begin(layout, origin, index, column, span);
    for (const cell of group) join(layout, placed, cell, origin);
    if (first.vertical !== 'none') open.set(column, placed);
    column += span;
  }
  return open;
}

type Group = [WordCell, ...WordCell[]];

/** Cells that are one: merged the old way (17.4.22 hMerge), or standing where no column is left. */
function groupMerged(cells: readonly WordCell[], start: number): Group[] {
  const groups: Group[] = [];
  let column = start;
  for (const cell of cells) {
    const last = groups.at(-1);
    if (last !== undefined && (cell.horizontal === 'continue' || column >= limits.columns))
      last.push(cell);
    else groups.push([cell]);
    column += Math.min(cell.columnSpan, limits.span);
  }
  return groups;
}

function begin(
  layout: Layout,
  origin: SourceRef,
  row: number,
  column: number,
  columnSpan: number,
): Placed {
  const placed: Placed = {
    texts: [],
    said: new Set(),
    row,
    column,
    rowSpan: 1,
    columnSpan,
    origins: [origin],
  };
  layout.cells.push(placed);
  return placed;
}

/** A cell continues the one above it only where both are equally wide; else it is a cell of its own, as Word shows it. */
function continued(
  above: Placed | undefined,
  cell: WordCell,
  span: number,
  row: number,
): Placed | undefined {
  if (above === undefined || cell.vertical !== 'continue') return undefined;
  if (above.columnSpan !== span) return undefined;
  above.rowSpan = row - above.row + 1;
  return above;
}

/**
 * Word hides what stands in a continued cell. Exporters that print a label into every row repeat it there; anything else
 * is joined to the merged cell, so that it is not lost, and told.
 */
function join(layout: Layout, into: Placed, cell: WordCell, origin: SourceRef): void {
  const text = trimLines(cell.paragraphs);
  if (isBlank(text)) return;
  const words = text.replace(/\s/g, '');
  if (into.said.has(words)) {
    layout.repeated += countCharacters(text);
    return;
  }
  const own = into.texts.length === 0 && origin === into.origins[0];
  into.texts.push(text);
  into.said.add(words);
  if (own) return;
  if (!into.origins.includes(origin)) into.origins.push(origin);
  layout.notes.push(note('merged-text-joined', { text: text.slice(0, 40) }, [origin]));
}

function trimLines(paragraphs: readonly string[]): string {
  return paragraphs.join('\n').replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
}

function note(code: string, data: Note['data'], refs: readonly SourceRef[]): Note {
  return { code, severity: 'warning', stage: 'format', data, refs };
}
