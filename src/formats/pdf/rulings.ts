import type { Size } from '../shared/places/geometry.ts';
import type { Ruling, Rulings } from '../shared/places/types.ts';

/** Lines within this distance, in points, are one border. */
const snap = 1;
/**
 * Two lines that run side by side within the first distance are a double border, since no text fits between them; within the
 * second they are the borders of separate cells where none stands there.
 */
const double = { always: 3.2, empty: 6 };
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
 * @param text where the page's text stands
 */
function joinRulings(
  painted: readonly Ruling[],
  length: number,
  breadth: number,
  text: TextPlaces,
): Rule[] {
  const pieces = painted
    .flatMap((piece) => clip(piece, length, breadth))
    .sort((one, other) => one.at - other.at);
  const clusters: Cluster[] = [];
  for (const piece of pieces) {
    const last = clusters.at(-1);
    if (
      last !== undefined &&
      piece.at - last.at <= Math.max(snap, (piece.thickness + last.thickness) / 2)
    )
      absorb(last, piece);
    else
      clusters.push({
        at: piece.at,
        weight: weigh(piece),
        thickness: piece.thickness,
        pieces: [piece],
      });
  }
  const rules = clusters.map(({ at, pieces: own }) => ({
    at,
    spans: joinSpans(own.map(({ from, to }) => [from, to])),
  }));
  return joinDoubles(rules, text);
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
function joinDoubles(rules: readonly Rule[], text: TextPlaces): Rule[] {
  const joined: Rule[] = [];
  for (const rule of rules) {
    const last = joined.at(-1);
    if (last !== undefined && isDouble(last, rule, text)) {
      joined[joined.length - 1] = {
        at: (last.at + rule.at) / 2,
        spans: joinSpans([...last.spans, ...rule.spans]),
      };
    } else {
      joined.push(rule);
    }
  }
  return joined;
}

function isDouble(one: Rule, other: Rule, text: TextPlaces): boolean {
  const distance = other.at - one.at;
  if (distance > double.empty || !runBeside(one, other)) return false;
  return distance <= double.always || !text.some(one.at, other.at, one.spans);
}

/** Where text stands, by its distance across the lines. */
class TextPlaces {
  readonly #places: readonly (readonly [number, number])[];

  /** @param places each character's place across the lines and along them */
  constructor(places: readonly (readonly [number, number])[]) {
    this.#places = [...places].sort((one, other) => one[0] - other[0]);
  }

  /** Whether any stands between two lines, beside a part of the first. */
  some(from: number, to: number, spans: readonly (readonly [number, number])[]): boolean {
    for (let index = this.#firstFrom(from); index < this.#places.length; index += 1) {
      const [across, along] = this.#places[index] ?? [Infinity, 0];
      if (across > to) return false;
      if (spans.some((span) => along >= span[0] && along <= span[1])) return true;
    }
    return false;
  }

  #firstFrom(from: number): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle]?.[0] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function runBeside(one: Rule, other: Rule): boolean {
  let shared = 0;
  for (const [from, to] of one.spans) {
    for (const span of other.spans)
      shared += Math.max(0, Math.min(to, span[1]) - Math.max(from, span[0]));
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

/**
 * Cleans a page's borders of both directions.
 *
 * @param text the middle of every character of the page
 */
export function joinAll(
  { horizontal, vertical, dots }: Rulings,
  size: Size,
  text: readonly (readonly [number, number])[],
): Rules {
  const across = chainDots(dots.map(({ x, y, size: own }) => ({ along: x, across: y, size: own })));
  const down = chainDots(dots.map(({ x, y, size: own }) => ({ along: y, across: x, size: own })));
  return {
    horizontal: joinRulings(
      [...horizontal, ...across],
      size.width,
      size.height,
      new TextPlaces(text.map(([x, y]) => [y, x])),
    ),
    vertical: joinRulings([...vertical, ...down], size.height, size.width, new TextPlaces(text)),
  };
}

interface PlacedDot {
  readonly along: number;
  readonly across: number;
  readonly size: number;
}

/** Dots this near to one line stand on it. */
const dotSlack = 0.4;
/** Fewer dots in a row are ornaments. */
const minDots = 5;
/** The dots of a border are no farther apart than so many times their size. */
const dotRhythm = 2.6;

/** The lines that dots in a row make. */
function chainDots(dots: PlacedDot[]): Ruling[] {
  const rows: PlacedDot[][] = [];
  for (const dot of dots.sort((one, other) => one.across - other.across)) {
    const last = rows.at(-1);
    if (last !== undefined && dot.across - (last.at(-1)?.across ?? 0) <= dotSlack) last.push(dot);
    else rows.push([dot]);
  }
  return rows.flatMap(chains).map((chain) => {
    const [{ along: from, across: at, size: thickness } = { along: 0, across: 0, size: 0 }] = chain;
    return {
      at,
      from: from - thickness / 2,
      to: (chain.at(-1)?.along ?? from) + thickness / 2,
      thickness,
    };
  });
}

function chains(row: PlacedDot[]): PlacedDot[][] {
  const found: PlacedDot[][] = [];
  for (const dot of row.sort((one, other) => one.along - other.along)) {
    const last = found.at(-1);
    const end = last?.at(-1);
    if (
      last !== undefined &&
      end !== undefined &&
      dot.along - end.along <= Math.max(gap, dotRhythm * end.size)
    )
      last.push(dot);
    else found.push([dot]);
  }
  return found.filter((chain) => chain.length >= minDots);
}
