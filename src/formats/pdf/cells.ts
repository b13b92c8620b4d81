import { limits } from '../../model/index.ts';
import type { Edge, Outline } from './components.ts';

/** A cell as the borders show it; rows and columns count within its table. */
export interface Region {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A ruled table: where its rows and columns begin and end, and its cells. */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** In reading order. */
  readonly regions: readonly Region[];
  /** The index of the region at a point, or null outside all cells. */
  locate(x: number, y: number): number | null;
}

/** The share of a cell's side that a border must cover. */
const coverage = 0.6;

/** The smallest tiles that the lines of an outline cut, and which sides of them are borders. */
interface Tiles {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Border above tile (row, column), at row · columns + column; one row more than there are tiles. */
  readonly above: Uint8Array;
  /** Border left of tile (row, column), at row · (columns + 1) + column. */
  readonly left: Uint8Array;
}

/** Reads cells out of an outline: tiles with no border between them are one cell. Null where there is no table. */
export function readLattice(outline: Outline): Lattice | null {
  const xs = places(outline.vertical);
  const ys = places(outline.horizontal);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows > limits.pdfTableCells) return null;
  const tiles = {
    xs,
    ys,
    above: borders(outline.horizontal, ys, xs),
    left: transpose(borders(outline.vertical, xs, ys), columns + 1, rows),
  };
  const owner = floodRegions(tiles);
  const rectangles = cutRectangles(owner, columns, rows);
  return rectangles.length < 2 ? null : compress(tiles, rectangles);
}

function places(edges: readonly Edge[]): number[] {
  return [...new Set(edges.map(({ at }) => at))].sort((one, other) => one - other);
}

/** For each line of `lines` and each step between two of `steps`: whether an edge covers it. */
function borders(
  edges: readonly Edge[],
  lines: readonly number[],
  steps: readonly number[],
): Uint8Array {
  const width = steps.length - 1;
  const covered = new Float64Array(lines.length * width);
  const lineIndex = new Map(lines.map((at, index) => [at, index]));
  for (const { at, from, to } of edges) {
    const line = lineIndex.get(at) ?? 0;
    for (
      let step = intervalOf(steps, from) ?? 0;
      step < width && (steps[step] ?? 0) < to;
      step += 1
    ) {
      const shared = Math.min(to, steps[step + 1] ?? 0) - Math.max(from, steps[step] ?? 0);
      const index = line * width + step;
      if (shared > 0) covered[index] = (covered[index] ?? 0) + shared;
    }
  }
  return Uint8Array.from(covered, (length, index) => {
    const step = index % width;
    return length >= coverage * ((steps[step + 1] ?? 0) - (steps[step] ?? 0)) ? 1 : 0;
  });
}

/** From line-major (one row of steps per line) to step-major. */
function transpose(source: Uint8Array, lines: number, steps: number): Uint8Array {
  const target = new Uint8Array(source.length);
  for (let line = 0; line < lines; line += 1) {
    for (let step = 0; step < steps; step += 1)
      target[step * lines + line] = source[line * steps + step] ?? 0;
  }
  return target;
}

/** Numbers the regions of tiles without borders between them; what is open to the outside is -1. */
function floodRegions(tiles: Tiles): Int32Array {
  const [columns, rows] = [tiles.xs.length - 1, tiles.ys.length - 1];
  const owner = new Int32Array(columns * rows).fill(-2);
  const flood = (start: number, region: number): void => {
    const queue = [start];
    owner[start] = region;
    for (let tile = queue.pop(); tile !== undefined; tile = queue.pop()) {
      for (const next of neighbours(tile, tiles)) {
        if (owner[next] !== -2) continue;
        owner[next] = region;
        queue.push(next);
      }
    }
  };
  for (const tile of openTiles(tiles)) if (owner[tile] === -2) flood(tile, -1);
  let region = 0;
  for (let tile = 0; tile < owner.length; tile += 1) {
    if (owner[tile] !== -2) continue;
    flood(tile, region);
    region += 1;
  }
  return owner;
}

/** The tiles that no border parts from the given one. */
function neighbours(tile: number, { xs, ys, above, left }: Tiles): number[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const [row, column] = [Math.floor(tile / columns), tile % columns];
  const found: number[] = [];
  if (row > 0 && above[tile] === 0) found.push(tile - columns);
  if (row < rows - 1 && above[tile + columns] === 0) found.push(tile + columns);
  const side = row * (columns + 1) + column;
  if (column > 0 && left[side] === 0) found.push(tile - 1);
  if (column < columns - 1 && left[side + 1] === 0) found.push(tile + 1);
  return found;
}

/** The tiles at the rim with no border towards the outside. */
function openTiles({ xs, ys, above, left }: Tiles): number[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const open: number[] = [];
  for (let column = 0; column < columns; column += 1) {
    if (above[column] === 0) open.push(column);
    if (above[rows * columns + column] === 0) open.push((rows - 1) * columns + column);
  }
  for (let row = 0; row < rows; row += 1) {
    if (left[row * (columns + 1)] === 0) open.push(row * columns);
    if (left[row * (columns + 1) + columns] === 0) open.push(row * columns + columns - 1);
  }
  return open;
}

/** Rectangles of tiles: a region is one, and an angled region (a border is missing) is cut into some. */
function cutRectangles(owner: Int32Array, columns: number, rows: number): Region[] {
  const done = new Uint8Array(owner.length);
  const rectangles: Region[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const region = owner[row * columns + column] ?? -1;
      if (region < 0 || done[row * columns + column] === 1) continue;
      const free = (r: number, c: number): boolean =>
        owner[r * columns + c] === region && done[r * columns + c] === 0;
      let columnSpan = 1;
      while (column + columnSpan < columns && free(row, column + columnSpan)) columnSpan += 1;
      let rowSpan = 1;
      while (row + rowSpan < rows && isFreeRun(free, row + rowSpan, column, columnSpan))
        rowSpan += 1;
      for (let r = row; r < row + rowSpan; r += 1)
        done.fill(1, r * columns + column, r * columns + column + columnSpan);
      rectangles.push({ row, column, rowSpan, columnSpan });
    }
  }
  return rectangles;
}

function isFreeRun(
  free: (row: number, column: number) => boolean,
  row: number,
  column: number,
  columnSpan: number,
): boolean {
  for (let step = 0; step < columnSpan; step += 1) if (!free(row, column + step)) return false;
  return true;
}

/** Leaves out the lines at which no cell begins or ends, and makes the look-up. */
function compress({ xs, ys }: Tiles, rectangles: readonly Region[]): Lattice {
  const columnAt = renumber(
    rectangles.flatMap(({ column, columnSpan }) => [column, column + columnSpan]),
  );
  const rowAt = renumber(rectangles.flatMap(({ row, rowSpan }) => [row, row + rowSpan]));
  const regions = rectangles.map(({ row, column, rowSpan, columnSpan }) => {
    const [top, bottom] = [rowAt.get(row) ?? 0, rowAt.get(row + rowSpan) ?? 0];
    const [start, end] = [columnAt.get(column) ?? 0, columnAt.get(column + columnSpan) ?? 0];
    return { row: top, column: start, rowSpan: bottom - top, columnSpan: end - start };
  });
  const kept = {
    xs: xs.filter((_, index) => columnAt.has(index)),
    ys: ys.filter((_, index) => rowAt.has(index)),
  };
  return { ...kept, regions, locate: locator(kept.xs, kept.ys, regions) };
}

function renumber(used: readonly number[]): ReadonlyMap<number, number> {
  return new Map(
    [...new Set(used)].sort((one, other) => one - other).map((old, index) => [old, index]),
  );
}

function locator(
  xs: readonly number[],
  ys: readonly number[],
  regions: readonly Region[],
): (x: number, y: number) => number | null {
  const columns = xs.length - 1;
  const owner = new Int32Array(columns * (ys.length - 1)).fill(-1);
  regions.forEach(({ row, column, rowSpan, columnSpan }, index) => {
    for (let r = row; r < row + rowSpan; r += 1)
      owner.fill(index, r * columns + column, r * columns + column + columnSpan);
  });
  return (x, y) => {
    const [column, row] = [intervalOf(xs, x), intervalOf(ys, y)];
    const region = column === null || row === null ? -1 : (owner[row * columns + column] ?? -1);
    return region < 0 ? null : region;
  };
}

/** The index of the interval between two neighbours of `bounds` that holds a value. */
function intervalOf(bounds: readonly number[], value: number): number | null {
  let [low, high] = [0, bounds.length - 1];
  if (!(value >= (bounds[low] ?? 0) && value <= (bounds[high] ?? 0))) return null;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (value < (bounds[middle] ?? 0)) high = middle;
    else low = middle;
  }
  return low;
}
