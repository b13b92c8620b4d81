import { findLabel, names } from '../../../lexicon/index.ts';
import type { Block } from './blocks.ts';
import type { Row } from './borderless-rows.ts';

/** A gap between two neighbours of a row: a column ends somewhere in it. */
export type Gap = readonly [number, number];

/** The columns that a cell takes: from the first to the one after the last. */
type Place = readonly [number, number];

/** What the labels of a form's head name: one value each. */
export const headTerms = [
  'projectName',
  'projectCode',
  'department',
  'implementingUnit',
  'reportingUnit',
] as const;

/**
 * The fewest places that meet every gap. All gaps over one true border hold that border, so that cells of one column come to
 * stand between the same two places; within what its gaps share, a place is put where it cuts the fewest blocks.
 */
export function stab(gaps: readonly Gap[], blocks: readonly Block[]): number[] {
  const shared: [number, number][] = [];
  for (const [left, right] of gaps
    .map(([a, b]): Gap => [Math.min(a, b), Math.max(a, b)])
    .sort((one, other) => one[1] - other[1])) {
    const last = shared.at(-1);
    if (last !== undefined && left <= last[1]) last[0] = Math.max(last[0], left);
    else shared.push([left, right]);
  }
  return shared.map((gap) => settle(gap, blocks));
}

/** Edges of blocks that are tried for a place. */
const maxCandidates = 60;

/** The place in a gap that lies within the fewest blocks; of several, the one nearest to the middle. */
function settle([left, right]: Gap, blocks: readonly Block[]): number {
  const middle = (left + right) / 2;
  const near = blocks.filter(({ box }) => box[0] < right && box[2] > left);
  const cuts = (place: number): number =>
    near.filter(({ box }) => box[0] < place && box[2] > place).length;
  const places = [
    middle,
    ...near.slice(0, maxCandidates).flatMap(({ box }) => [box[0], box[2]]),
  ].filter((place) => place >= left && place <= right);
  const ranked = places.map((place) => ({
    place,
    cost: cuts(place) * 1000 + Math.abs(place - middle),
  }));
  return ranked.reduce((best, other) => (other.cost < best.cost ? other : best)).place;
}

/** How wide the widest text of each column is, which tells whether a line of it is full. */
export function columnWidths(
  blocks: readonly Block[],
  edges: readonly number[],
): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const block of blocks) {
    const [from, to] = placeOf(block, edges);
    if (to === from + 1)
      widths.set(from, Math.max(widths.get(from) ?? 0, block.box[2] - block.box[0]));
  }
  return widths;
}

/** From which column to which a block stands. */
function placeOf({ box }: Block, edges: readonly number[]): Place {
  const from = edges.findLastIndex((edge) => edge <= box[0] + 1);
  return [
    from,
    Math.max(
      from + 1,
      edges.findIndex((edge) => edge >= box[2] - 1),
    ),
  ];
}

/**
 * In a row of names and what they name, such as 项目名称, every name's cell reaches up to the next label; the heading of a goal
 * stands over as many columns as the goal below it.
 */
export function widen(row: Row, next: Row, edges: readonly number[]): readonly Place[] {
  const places = row.map((block) => placeOf(block, edges));
  const roomOf = (index: number): Place => [
    places[index - 1]?.[1] ?? 0,
    places[index + 1]?.[0] ?? edges.length - 1,
  ];
  const isHead = names(row[0]?.text ?? '', ...headTerms);
  return row.map(({ text }, index): Place => {
    const place = places[index] ?? [0, 1];
    const [before, after] = roomOf(index);
    if (isHead && index % 2 === 1 && findLabel(text) === null)
      return [Math.min(before, place[0]), Math.max(place[1], after)];
    if (!names(text, 'goalExpected', 'goalActual')) return place;
    const below = placeBelow(place, next, edges);
    return below[0] >= before && below[1] <= after ? below : place;
  });
}

/** The place of what stands below and reaches at least as far to both sides; else the same place. */
function placeBelow(place: Place, next: Row, edges: readonly number[]): Place {
  return (
    next
      .map((block) => placeOf(block, edges))
      .find(([from, to]) => from <= place[0] && to >= place[1]) ?? place
  );
}
