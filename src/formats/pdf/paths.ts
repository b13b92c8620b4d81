import { addWithDashesJoined } from './dashes.ts';
import { intersect } from '../shared/places/geometry.ts';
import type { Extent, Matrix } from '../shared/places/geometry.ts';
import { noRulings } from '../shared/places/types.ts';
import type { Ruling, Rulings } from '../shared/places/types.ts';

/** Thicker than this, in points, and a bar is a coloured area and no border. */
export const maxThickness = 4.5;
/** Strokes are lines up to this width, in points. */
const maxStroke = 9;
/** Shorter than this many times its thickness, and a mark is a dot. */
const minElongation = 1.5;
/** How far a line may lean over its length, in points. */
const slant = 0.75;

/** The codes of pdfjs's path buffers. */
const draw = { moveTo: 0, lineTo: 1, curveTo: 2, closePath: 3 } as const;
const operands = [2, 2, 6, 0];

/**
 * A box that was painted as a border: thin and long, or a dot of one. Anything else is no ruling, but for an area that a
 * thin clipping path lets show.
 */
export function addBar(
  painted: Extent,
  clip: Extent,
  rulings: Rulings,
  thickest = maxThickness,
): void {
  if (!(thicknessOf(painted) <= thickest) && !(thicknessOf(clip) <= thickest)) return;
  const box = intersect(painted, clip);
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
  const thickness = Math.min(width, height);
  if (!(thickness >= 0)) return;
  if (Math.max(width, height) < minElongation * Math.max(thickness, 0.1))
    rulings.dots.push({ x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2, size: thickness });
  else if (width >= height)
    rulings.horizontal.push(bar((box.y0 + box.y1) / 2, box.x0, box.x1, thickness));
  else rulings.vertical.push(bar((box.x0 + box.x1) / 2, box.y0, box.y1, thickness));
}

/** A painted box too thick for a border. */
function addArea(painted: Extent, clip: Extent, rulings: Rulings): void {
  const box = intersect(painted, clip);
  if (thicknessOf(box) > maxThickness) rulings.areas.push(box);
}

function thicknessOf({ x0, y0, x1, y1 }: Extent): number {
  return Math.min(x1 - x0, y1 - y0);
}

function bar(at: number, from: number, to: number, thickness: number): Ruling {
  return { at, from, to, thickness };
}

/** How a path is painted. */
export interface Paint {
  readonly stroke: boolean;
  readonly fill: boolean;
  readonly lineWidth: number;
  readonly clip: Extent;
}

/** A painted path, cut into its straight strokes (as boxes of the line's width) or its filled parts. */
export function readPath(path: Float32Array, matrix: Matrix, paint: Paint, rulings: Rulings): void {
  const own = noRulings();
  if (paint.fill) addFilled(path, matrix, paint.clip, own);
  if (paint.stroke) {
    const width =
      paint.lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
    eachSubpath(path, matrix, (points) => {
      addStroked(points, width, paint.clip, own);
    });
  }
  addWithDashesJoined(own, rulings);
}

/** The box that a path is, where it is a single upright one. */
export function boxOfPath(path: Float32Array, matrix: Matrix): Extent | null {
  const subpaths: Subpath[] = [];
  eachSubpath(path, matrix, (points) => {
    subpaths.push(points);
  });
  const [{ xs, ys, curved } = { xs: [], ys: [], curved: new Set() }] = subpaths;
  if (subpaths.length !== 1 || curved.size > 0 || xs.length < 4 || xs.length > 6) return null;
  const box = {
    x0: Math.min(...xs),
    y0: Math.min(...ys),
    x1: Math.max(...xs),
    y1: Math.max(...ys),
  };
  const isCorner = (_: number, index: number): boolean =>
    isNear(xs[index], box.x0, box.x1) && isNear(ys[index], box.y0, box.y1);
  return xs.every(isCorner) ? box : null;
}

function isNear(value = 0, ...places: readonly number[]): boolean {
  return places.some((place) => Math.abs(value - place) <= rounding);
}

interface Subpath {
  readonly xs: number[];
  readonly ys: number[];
  /** The points that a curve leads to: what comes before them is no straight line. */
  readonly curved: Set<number>;
}

function eachSubpath(path: Float32Array, matrix: Matrix, visit: (points: Subpath) => void): void {
  let current: Subpath = { xs: [], ys: [], curved: new Set() };
  const flush = (): void => {
    if (current.xs.length > 1) visit(current);
    current = { xs: [], ys: [], curved: new Set() };
  };
  for (let index = 0; index < path.length;) {
    const code = path[index] ?? draw.closePath;
    const count = operands[code] ?? 0;
    if (code === draw.moveTo) flush();
    if (code === draw.closePath) {
      current.xs.push(current.xs[0] ?? 0);
      current.ys.push(current.ys[0] ?? 0);
    } else {
      const x = path[index + count - 1] ?? 0;
      const y = path[index + count] ?? 0;
      if (code === draw.curveTo) current.curved.add(current.xs.length);
      current.xs.push(matrix[0] * x + matrix[2] * y + matrix[4]);
      current.ys.push(matrix[1] * x + matrix[3] * y + matrix[5]);
    }
    index += count + 1;
  }
  flush();
}

/** More corners than a bar with bevelled or rounded ends has. */
const maxCorners = 24;

function addFilled(path: Float32Array, matrix: Matrix, clip: Extent, rulings: Rulings): void {
  let outer: Extent | null = null;
  eachSubpath(path, matrix, ({ xs, ys }) => {
    if (xs.length > maxCorners) return;
    const box = {
      x0: Math.min(...xs),
      y0: Math.min(...ys),
      x1: Math.max(...xs),
      y1: Math.max(...ys),
    };
    addBar(box, clip, rulings);
    addArea(box, clip, rulings);
    if (outer !== null) addFrame(outer, box, clip, rulings);
    outer = box;
  });
}

/** Rounding of coordinates, in points. */
const rounding = 0.1;

/** A frame painted as one area with a hole: a box within a box, with thin margins, some of which may be missing. */
function addFrame(outer: Extent, inner: Extent, clip: Extent, rulings: Rulings): void {
  if (areaOf(outer) < areaOf(inner)) {
    addFrame(inner, outer, clip, rulings);
    return;
  }
  const margins = [
    { margin: inner.x0 - outer.x0, side: { ...outer, x1: inner.x0 } },
    { margin: inner.y0 - outer.y0, side: { ...outer, y1: inner.y0 } },
    { margin: outer.x1 - inner.x1, side: { ...outer, x0: inner.x1 } },
    { margin: outer.y1 - inner.y1, side: { ...outer, y0: inner.y1 } },
  ];
  if (margins.some(({ margin }) => margin < -rounding || margin > maxThickness)) return;
  for (const { margin, side } of margins) if (margin > rounding) addBar(side, clip, rulings);
}

function areaOf({ x0, y0, x1, y1 }: Extent): number {
  return (x1 - x0) * (y1 - y0);
}

/** A box with round corners: curves, and straight sides between them; a circle has no sides. */
function isRoundedBox(
  xs: readonly number[],
  ys: readonly number[],
  curved: ReadonlySet<number>,
): boolean {
  if (curved.size < 4 || xs.length > 2 * maxCorners) return false;
  const sides = [...xs.keys()]
    .filter((index) => index > 0 && !curved.has(index))
    .map((index) => {
      const [dx, dy] = [
        Math.abs((xs[index] ?? 0) - (xs[index - 1] ?? 0)),
        Math.abs((ys[index] ?? 0) - (ys[index - 1] ?? 0)),
      ];
      return { slants: dx > slant && dy > slant, length: Math.max(dx, dy) };
    });
  return (
    sides.every(({ slants }) => !slants) &&
    sides.filter(({ length }) => length > 2 * maxThickness).length >= 3
  );
}

function addStroked(
  { xs, ys, curved }: Subpath,
  width: number,
  clip: Extent,
  rulings: Rulings,
): void {
  if (isRoundedBox(xs, ys, curved)) {
    const [x0, y0, x1, y1] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    addStroked(
      { xs: [x0, x1, x1, x0, x0], ys: [y0, y0, y1, y1, y0], curved: new Set() },
      width,
      clip,
      rulings,
    );
    return;
  }
  const half = width / 2;
  for (let index = 1; index < xs.length; index += 1) {
    if (curved.has(index)) continue;
    const [xa = 0, xb = 0, ya = 0, yb = 0] = [xs[index - 1], xs[index], ys[index - 1], ys[index]];
    const box = {
      x0: Math.min(xa, xb),
      x1: Math.max(xa, xb),
      y0: Math.min(ya, yb),
      y1: Math.max(ya, yb),
    };
    if (box.y1 - box.y0 <= slant && box.x1 - box.x0 > slant)
      addBar(
        { ...box, y0: (ya + yb) / 2 - half, y1: (ya + yb) / 2 + half },
        clip,
        rulings,
        maxStroke,
      );
    else if (box.x1 - box.x0 <= slant && box.y1 - box.y0 > slant)
      addBar(
        { ...box, x0: (xa + xb) / 2 - half, x1: (xa + xb) / 2 + half },
        clip,
        rulings,
        maxStroke,
      );
  }
}
