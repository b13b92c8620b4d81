import type { Box } from '../../model/index.ts';
import { readLattice } from './cells.ts';
import type { Lattice } from './cells.ts';
import type { Edge, Outline } from './components.ts';
import type { Glyph } from '../shared/places/types.ts';

/** A ruled table, and the characters in each of its cells. */
export interface Frame {
  readonly lattice: Lattice;
  readonly outline: Outline;
  readonly box: Box;
  readonly inside: Glyph[][];
}

/** The page's ruled tables, the smaller first, so that a table within a cell takes its text before the cell does. */
export function findFrames(outlines: readonly Outline[]): Frame[] {
  const frames: Frame[] = [];
  for (const outline of outlines) {
    const lattice = readLattice(outline);
    if (lattice === null) continue;
    const { xs, ys } = lattice;
    const box: Box = [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
    frames.push({ lattice, outline, box, inside: lattice.regions.map(() => []) });
  }
  const area = ({ box }: Frame): number => (box[2] - box[0]) * (box[3] - box[1]);
  return frames.sort((one, other) => area(one) - area(other));
}

/** The box of a frame's cell. */
export function boxOfRegion({ lattice: { xs, ys, regions } }: Frame, index: number): Box {
  const { row, column, rowSpan, columnSpan } = regions[index] ?? {
    row: 0,
    column: 0,
    rowSpan: 0,
    columnSpan: 0,
  };
  return [xs[column] ?? 0, ys[row] ?? 0, xs[column + columnSpan] ?? 0, ys[row + rowSpan] ?? 0];
}

/** Whether painted edges cover most of a cell's side. */
export function isCovered(painted: readonly Edge[], at: number, from: number, to: number): boolean {
  let length = 0;
  for (const edge of painted)
    if (edge.at === at) length += Math.max(0, Math.min(edge.to, to) - Math.max(edge.from, from));
  return length >= 0.5 * (to - from);
}
