import type { Fragment } from '../fragments.ts';

/** A piece of one line, measured in font sizes. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Its baseline. */
  readonly y: number;
  /** It holds a figure and nothing else: a cell holds one of these. */
  readonly figure: boolean;
  readonly fragment: Fragment;
}

/** Pieces on one height, from left to right. */
export interface Band {
  readonly y: number;
  readonly page: number;
  readonly pieces: readonly Piece[];
}

/** From one place to another, along a line. */
export type Span = readonly [number, number];

/** Bands that follow each other and keep the same columns; the gutters between these are free of text. */
export interface Zone {
  readonly from: number;
  readonly to: number;
  readonly gutters: readonly Span[];
}

/** The columns that something takes: from the first to the one after the last. */
export type Columns = readonly [number, number];

/** Lines that follow each other in one column as those of one cell do. */
export interface Pile {
  readonly pieces: readonly Piece[];
  readonly columns: Columns;
  /** Baselines of its first and last line. */
  readonly top: number;
  readonly bottom: number;
  /** The bands of its first and last line, counted in its page. */
  readonly first: number;
  readonly last: number;
  readonly text: string;
  /** It may be the label of several rows. */
  readonly label: boolean;
}

/** How the lines of a source stand to each other. */
export interface Setting {
  /** The last line of a row and the first of the next are at least so far apart, in font sizes. */
  readonly rowDistance: number;
  /** What it costs that two lines are of one cell; lines that cost nothing are put together before rows are looked for. */
  readonly join: (upper: Piece, lower: Piece) => number;
}
