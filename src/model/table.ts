import type { SourceRef } from './source.ts';

/** The formats that an adapter exists for. */
export const formatIds = [
  'tabbed',
  'cells',
  'csv',
  'markdown',
  'html',
  'pdf',
  'docx',
  'doc',
  'xlsx',
  'xls',
  'words',
  'spaced',
] as const;
export type FormatId = (typeof formatIds)[number];

/**
 * One cell as it stands in a grid. `text` is what the source shows, exporters' markup removed, line breaks kept as `\n`;
 * the stages after it fold white space. `origins` has more than one entry once cells were joined.
 */
export interface Cell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly origins: readonly SourceRef[];
  /** The cell's frame was left open by the end (`below`) or the start (`above`) of a page. */
  readonly cut?: { readonly above?: boolean; readonly below?: boolean };
}

/** A line or paragraph that stands outside every table. */
export interface TextLine {
  readonly text: string;
  readonly origin: SourceRef;
}

/**
 * A table, or the part of one that stands on one page. A gap in the source (a blank line in OCR text, a page's end) ends
 * a grid, so that two grids that follow each other without text between may be one table: the stitcher decides.
 */
export interface Grid {
  readonly id: number;
  /** Counted from 1; null where the format has no pages. */
  readonly page: number | null;
  readonly rows: number;
  readonly columns: number;
  /** In reading order (row, then column); a cell stands once, at its first row and column. */
  readonly cells: readonly Cell[];
  /**
   * `spans`: columns are real (HTML, Word, Excel, ruled PDF), a cell's column and span can be believed.
   * `ordinal`: a cell's column is only its number in the row (tab-separated text, one cell a line), so rows may have slid.
   */
  readonly geometry: 'spans' | 'ordinal';
  /** The text between the grid before (or the document's start) and this one, in reading order. */
  readonly before: readonly TextLine[];
  /** A stream tells a long grid in parts: this one goes on below the grid that was told before it. Its rows count from 0. */
  readonly goesOn?: true;
}

/** Puts a grid behind others; a part goes to the grid that it goes on with, whose cells grow. */
export function appendGrid(grids: Grid[], grid: Grid): void {
  const above = grid.goesOn === true ? grids.at(-1) : undefined;
  if (above === undefined) {
    grids.push(grid);
    return;
  }
  // Pushed one by one: copies of all cells for each part would take time with the square of the parts.
  const cells = above.cells as Cell[];
  for (const cell of grid.cells) {
    const { text, column, rowSpan, columnSpan, origins } = cell;
    cells.push({ text, row: cell.row + above.rows, column, rowSpan, columnSpan, origins });
  }
  const rows = above.rows + grid.rows;
  grids[grids.length - 1] = { ...above, rows, columns: Math.max(above.columns, grid.columns) };
}

/**
 * What an adapter read. Every non-blank character of the source stands in exactly one cell or one line, or was counted as
 * markup: `total = markup + characters of all cells and lines` is checked in the pipeline, with `total` counted on its own.
 */
export interface TableDocument {
  readonly format: FormatId;
  /** Number of pages, null where the format has none. */
  readonly pages: number | null;
  readonly grids: readonly Grid[];
  /** Text after the last grid. */
  readonly after: readonly TextLine[];
  readonly characters: {
    /** Non-blank characters of the source, counted on its own (the decoded file, or the extracted text). */
    readonly total: number;
    /** Non-blank characters that were removed or replaced as markup (`<p>`, `[bookmark: …]`, pipes of a markdown table). */
    readonly markup: number;
  };
  /** Whether a part of the source could not be read (a damaged page): the document is then at best `partial`. */
  readonly incomplete?: boolean;
}
