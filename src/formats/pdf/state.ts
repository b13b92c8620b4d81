import { everywhere, identity, multiply } from '../shared/places/geometry.ts';
import type { Extent, Matrix } from '../shared/places/geometry.ts';

/** What text needs to know of a font. */
export interface Font {
  readonly isType3Font?: boolean;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly bbox?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
}

/** The graphics state that `q` saves and `Q` brings back. */
export interface GraphicsState {
  matrix: Matrix;
  /** The box round what the clipping path lets show, on the page. */
  clip: Extent;
  /** The clipping path is a box itself. */
  clipIsBox: boolean;
  font: Font | null;
  fontSize: number;
  /** -1 where the font size is negative, which turns the text round. */
  fontDirection: number;
  characterSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  textMode: number;
  lineWidth: number;
  fillIsWhite: boolean;
  strokeIsWhite: boolean;
  /** Areas are filled with one colour, and not with a pattern. */
  fillIsPlain: boolean;
  /** What lies below is seen through what is painted: by its alpha, its way of blending, or a mask. */
  veils: ReadonlySet<string>;
}

export function initialState(matrix: Matrix): GraphicsState {
  return {
    matrix,
    clip: everywhere,
    clipIsBox: true,
    font: null,
    fontSize: 0,
    fontDirection: 1,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    textMode: 0,
    lineWidth: 1,
    fillIsWhite: false,
    strokeIsWhite: false,
    fillIsPlain: true,
    veils: new Set(),
  };
}

/** Where the pen stands within a text object; not saved by `q`. */
export interface TextCursor {
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export function initialCursor(): TextCursor {
  return { matrix: identity, x: 0, y: 0, lineX: 0, lineY: 0 };
}

export function moveCursor(cursor: TextCursor, x: number, y: number): void {
  cursor.lineX += x;
  cursor.lineY += y;
  cursor.x = cursor.lineX;
  cursor.y = cursor.lineY;
}

export function transformState(state: GraphicsState, matrix: Matrix): void {
  state.matrix = multiply(state.matrix, matrix);
}
