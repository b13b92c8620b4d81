import type { Size } from './geometry.ts';
import type { Ruling, Rulings } from './types.ts';

/** Lines within this distance, in points, are one border. */
const snap = 1;
/** Two lines that run side by side within this distance are a double border: no text fits between them. */
const double = 3.2;
/** Pieces of one line with gaps up to this, in points, are joined (dashes, corners left out). */
const gap = 3;

/** All pieces of border that stand at one place, as intervals in order. */
export interface Rule {
  readonly at: number;
  readonly spans: readonly (readonly [number, number])[];
}

interface Cluster {
  at: number;
  weight: number;
  thickness: number;
  readonly pieces: Ruling[];
}

/**
 * Cleans the painted lines of one direction: clipped to the page, snapped together, pieces joined.
 *
 * @param length the page's extent along the lines
 * @param breadth the page's extent across them
 */
export function joinRulings(painted: readonly Ruling[], length: number, breadth: number): Rule[] {
  const pieces = painted.flatMap((piece) => clip(piece, length, breadth)).sort((one, other) => one.at - other.at);
  const clusters: Cluster[] = [];
  for (const piece of pieces) {
    const last = clusters.at(-1);
    if (last !== undefined && piece.at - last.at <= Math.max(snap, (piece.thickness + last.thickness) / 2)) absorb(last, piece);
    else clusters.push({ at: piece.at, weight: weigh(piece), thickness: piece.thickness, pieces: [piece] });
  }
  return joinDoubles(clusters.map(({ at, pieces: own }) => ({ at, spans: joinSpans(own.map(({ from, to }) => [from, to])) })));
}

function clip(piece: Ruling, length: number, breadth: number): Ruling[] {
  const [from, to] = [Math.max(0, piece.from), Math.min(length, piece.to)];
  if (!(to > from) || piece.at < -snap || piece.at > breadth + snap) return [];
  return [{ ...piece, from, to }];
}

function weigh(piece: Ruling): number {
  return piece.to - piece.from + 0.01;
}

function absorb(cluster: Cluster, piece: Ruling): void {
  const weight = weigh(piece);
  cluster.at = (cluster.at * cluster.weight + piece.at * weight) / (cluster.weight + weight);
  cluster.weight += weight;
  cluster.thickness = Math.max(cluster.thickness, piece.thickness);
  cluster.pieces.push(piece);
}

function joinSpans(spans: readonly (readonly [number, number])[]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [from, to] of [...spans].sort((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1] + gap) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Makes one line of two that run side by side, as double borders and the borders of separate cells do. */
function joinDoubles(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const rule of rules) {
    const last = joined.at(-1);
    if (last !== undefined && rule.at - last.at <= double && runBeside(last, rule)) {
      joined[joined.length - 1] = { at: (last.at + rule.at) / 2, spans: joinSpans([...last.spans, ...rule.spans]) };
    } else {
      joined.push(rule);
    }
  }
  return joined;
}

function runBeside(one: Rule, other: Rule): boolean {
  let shared = 0;
  for (const [from, to] of one.spans) {
    for (const span of other.spans) shared += Math.max(0, Math.min(to, span[1]) - Math.max(from, span[0]));
  }
  return shared >= 0.5 * Math.min(lengthOf(one), lengthOf(other));
}

function lengthOf(rule: Rule): number {
  return rule.spans.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** The borders of a page, cleaned. */
export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

export function joinAll({ horizontal, vertical, dots }: Rulings, size: Size): Rules {
  const across = chainDots(dots.map(({ x, y }) => [x, y]));
  const down = chainDots(dots.map(({ x, y }) => [y, x]));
  return {
    horizontal: joinRulings([...horizontal, ...across], size.width, size.height),
    vertical: joinRulings([...vertical, ...down], size.height, size.width),
  };
}

/** Dots this near to one line stand on it. */
const dotSlack = 0.4;
/** Fewer dots in a row are ornaments. */
const minDots = 5;

/**
 * The lines that dots in a row make.
 *
 * @param dots each dot's place along the lines and across them
 */
function chainDots(dots: (readonly [number, number])[]): Ruling[] {
  const rows: { across: number; along: number[] }[] = [];
  for (const [along, across] of dots.sort((one, other) => one[1] - other[1])) {
    const last = rows.at(-1);
    if (last !== undefined && across - last.across <= dotSlack) last.along.push(along);
    else rows.push({ across, along: [along] });
  }
  return rows.flatMap(({ across, along }) => chains(along).map((chain) => ({ at: across, from: chain[0] ?? 0, to: chain.at(-1) ?? 0, thickness: 0 })));
}

function chains(places: number[]): number[][] {
  const found: number[][] = [];
  for (const place of places.sort((one, other) => one - other)) {
    const last = found.at(-1);
    const end = last?.at(-1);
    if (last !== undefined && end !== undefined && place - end <= gap) last.push(place);
    else found.push([place]);
  }
  return found.filter((chain) => chain.length >= minDots);
}
