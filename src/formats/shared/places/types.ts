import type { Extent } from './geometry.ts';

/** What one page's operators yield, in points from the page's top left (rotation, CropBox and user unit applied). */

/** One character as it is drawn. Coordinates grow to the right and down. */
export interface Glyph {
  readonly text: string;
  /** The origin on the baseline. */
  readonly x: number;
  readonly y: number;
  /** How far the pen moves, without letter spacing. */
  readonly ax: number;
  readonly ay: number;
  /** From the baseline to the top of the em square: its length is the font size as drawn. */
  readonly ux: number;
  readonly uy: number;
  /** Letter spacing as drawn, in points: a gap that is no space. */
  readonly tracking: number;
  /** The font writes from top to bottom. */
  readonly vertical: boolean;
  /** Which text operation drew it, counted within the page: a cell's text seldom shares one with its neighbour's. */
  readonly run: number;
}

/** A glyph before its page has taken it in. */
export type DrawnGlyph = Omit<Glyph, 'run'>;

/** A straight border, horizontal or vertical, with the middle of its thickness at `at`. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** A mark as high as it is wide: many in a row are a dotted border. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface Rulings {
  readonly horizontal: Ruling[];
  readonly vertical: Ruling[];
  readonly dots: Dot[];
  /** What is painted and is no line: backgrounds, of which cells without lines may be made. */
  readonly areas: Extent[];
}

export function noRulings(): Rulings {
  return { horizontal: [], vertical: [], dots: [], areas: [] };
}
