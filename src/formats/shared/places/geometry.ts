import type { Box } from '../../../model/index.ts';

/** `[a, b, c, d, e, f]` as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Quarter turns, counted clockwise, that make upright text out of what stands on the page. */
export type Turn = 0 | 1 | 2 | 3;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

/** An upright box; one with `x0 > x1` or `y0 > y1` holds nothing. */
export interface Extent {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export const everywhere: Extent = { x0: -Infinity, y0: -Infinity, x1: Infinity, y1: Infinity };

/** What two boxes share. */
export function intersect(one: Extent, other: Extent): Extent {
  return {
    x0: Math.max(one.x0, other.x0),
    y0: Math.max(one.y0, other.y0),
    x1: Math.min(one.x1, other.x1),
    y1: Math.min(one.y1, other.y1),
  };
}

/** The box round a box of another frame; `everywhere` where four numbers are not given. */
export function boundsOf(box: unknown, matrix: Matrix): Extent {
  if (!Array.isArray(box) && !(box instanceof Float32Array)) return everywhere;
  const [x0, y0, x1, y1] = box as ArrayLike<unknown> & Iterable<unknown>;
  if (![x0, y0, x1, y1].every((item) => typeof item === 'number' && Number.isFinite(item)))
    return everywhere;
  const [a, b, c, d, e, f] = matrix;
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ] as [number, number][];
  const [xs, ys] = [
    corners.map(([x, y]) => a * x + c * y + e),
    corners.map(([x, y]) => b * x + d * y + f),
  ];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/** Reads six numbers out of whatever a content stream gave; anything else is no matrix. */
export function toMatrix(value: unknown): Matrix | null {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return null;
  const [a, b, c, d, e, f] = value as ArrayLike<unknown> & Iterable<unknown>;
  const all = [a, b, c, d, e, f];
  return all.every((item) => typeof item === 'number' && Number.isFinite(item))
    ? (all as unknown as Matrix)
    : null;
}

/** How far, as a share of its length, a vector may lean: scans lie a little askew, the text round a seal much more. */
const slant = 0.07;

/** The direction of a vector in quarter turns clockwise from "to the right", or null where it is askew. */
export function quarterOf(x: number, y: number): Turn | null {
  const slack = slant * Math.hypot(x, y);
  if (Math.abs(y) <= slack) return x > 0 ? 0 : 2;
  if (Math.abs(x) <= slack) return y > 0 ? 1 : 3;
  return null;
}

/** A point of the page in the frame that is turned so that its text is upright; `size` is the page's. */
export function turnPoint(x: number, y: number, turn: Turn, size: Size): [number, number] {
  switch (turn) {
    case 0:
      return [x, y];
    case 1:
      return [size.height - y, x];
    case 2:
      return [size.width - x, size.height - y];
    case 3:
      return [y, size.width - x];
  }
}

/** A vector, turned as {@link turnPoint} turns points. */
export function turnVector(x: number, y: number, turn: Turn): [number, number] {
  switch (turn) {
    case 0:
      return [x, y];
    case 1:
      return [-y, x];
    case 2:
      return [-x, -y];
    case 3:
      return [y, -x];
  }
}

/** The turned frame's own width and height. */
export function turnSize(size: Size, turn: Turn): Size {
  return turn === 1 || turn === 3 ? { width: size.height, height: size.width } : size;
}

/** A box of the turned frame, back on the page, in hundredths of a point. */
export function unturnBox(box: Box, turn: Turn, size: Size): Box {
  const back = ((4 - turn) % 4) as Turn;
  const turned = turnSize(size, turn);
  const [xa, ya] = turnPoint(box[0], box[1], back, turned);
  const [xb, yb] = turnPoint(box[2], box[3], back, turned);
  return [
    round(Math.min(xa, xb)),
    round(Math.min(ya, yb)),
    round(Math.max(xa, xb)),
    round(Math.max(ya, yb)),
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
