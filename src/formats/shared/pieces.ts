/** The pieces that a document is built of. */

/** A cell's text as a text format prints it, and the lines that it stands on. */
export interface RawCell {
  readonly text: string;
  readonly line: number;
  readonly endLine?: number;
}

/** Where a cell stands in its grid. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A cell whose place is known. */
export interface PlacedCell extends RawCell, CellPlace {}

/** A row and the line it begins on. */
export interface RowPlace {
  readonly row: number;
  readonly line: number;
}

/** A table with believable columns. */
export interface PlacedGrid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly PlacedCell[];
  /** Rows with more cells than the cap, the rest of which was joined. */
  readonly wideRows: readonly RowPlace[];
}

/** A line of text outside every table, or a table. `line` counts from 1 in the HTML that was read. */
export type HtmlItem =
  | { readonly kind: 'line'; readonly text: string; readonly line: number }
  | { readonly kind: 'grid'; readonly grid: PlacedGrid; readonly line: number };

/** What a piece of HTML shows. */
export interface ReadHtml {
  /** Tables and the lines between them, in the order of the source. */
  readonly items: readonly HtmlItem[];
  /** Non-blank characters of the text that is shown, counted as it came in. */
  readonly shown: number;
  /** Non-blank characters of text that styles keep from sight. */
  readonly hidden: number;
  /** Whether some of it says a form's title: it may stand behind a tab that nobody opened. */
  readonly hidesForm: boolean;
  /** The line from which on the cap on cells left everything in one text; null where it was not reached. */
  readonly cutAt: number | null;
}
