/** x0, y0, x1, y1 in points from the page's top left. */
export type Box = readonly [number, number, number, number];

/**
 * Where a piece of text stands in its source. Every field is given only where the format has it.
 * `table`, `row`, `column` count from 0 (the grid that the adapter saw), `line`, `endLine` and `page` from 1.
 */
export interface SourceRef {
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly line?: number;
  readonly endLine?: number;
  readonly page?: number;
  readonly boxes?: readonly Box[];
  /** A sheet and cell such as `Sheet1!C7`, or an OOXML path. */
  readonly part?: string;
}
