import type { Group } from '../types.ts';

/** For each row, the index of the level-1 and the level-2 group that its labels belong to; -1 for none. */
export interface Extents {
  readonly level1: readonly number[];
  readonly level2: readonly number[];
  /** Level-1 labels stand at the middle of their cells: each holds for the rows that were cut off for it. */
  readonly centred: boolean;
}

/** Beyond this many rows, centred labels are not looked for: the search grows with the cube. */
const mostRows = 120;

/** Labels at the start of their cells: each holds from its row down to the next. */
function fromTop(groups: readonly Group[], rows: number): number[] {
  const starts = groups.map((group) => group.start ?? Math.ceil(group.from));
  const owner: number[] = [];
  let current = -1;
  for (let row = 0; row < rows; row += 1) {
    while (current + 1 < groups.length && (starts[current + 1] ?? Infinity) <= row) current += 1;
    owner.push(current);
  }
  return owner;
}

type Rounding = 'floor' | 'ceil';

/**
 * Whether a label stands at the middle of rows `from`…`to`. An even number of rows has no middle row: exporters take the
 * upper or the lower one, the same throughout a document.
 */
function isCentred(group: Group, from: number, to: number, rounding: Rounding): boolean {
  const middle = (from + to) / 2;
  const label = (group.from + group.to) / 2;
  if (label === middle) return true;
  return group.from === group.to && label === Math[rounding](middle);
}

/** How far a label is from the middle of its rows or, where a page breaks them, of its rows on the one page; null where it stands in neither. */
function offMiddle(
  group: Group,
  from: number,
  to: number,
  rounding: Rounding,
  breaks: readonly number[],
): number | null {
  const off = (first: number, last: number): number =>
    Math.abs((first + last) / 2 - (group.from + group.to) / 2);
  if (isCentred(group, from, to, rounding)) return off(from, to);
  const inside = breaks.filter((row) => row > from && row <= to);
  const starts = [from, ...inside];
  const part = starts
    .map((start, index) => [start, (inside[index] ?? to + 1) - 1] as const)
    .find(([first, last]) => isCentred(group, first, last, rounding));
  // One cell that is whole explains more than one that a page cuts.
  return inside.length === 0 || part === undefined ? null : off(...part) + 0.25;
}

/**
 * Cuts the rows into the groups so that every label stands at the middle of its rows: the last row of each group, or null
 * where that cannot be. Among several ways the one with the most even cells is taken.
 */
function centred(
  groups: readonly Group[],
  rows: number,
  rounding: Rounding,
  breaks: readonly number[],
  strangeness: (group: Group, from: number, to: number) => number = () => 0,
): number[] | null {
  const memo = new Map<number, { cost: number; ends: number[] } | null>();
  const solve = (index: number, from: number): { cost: number; ends: number[] } | null => {
    if (index === groups.length) return from === rows ? { cost: 0, ends: [] } : null;
    const key = index * (rows + 1) + from;
    const known = memo.get(key);
    if (known !== undefined) return known;
    let best: { cost: number; ends: number[] } | null = null;
    const group = groups[index];
    for (let to = from; group !== undefined && to < rows; to += 1) {
      const uneven = offMiddle(group, from, to, rounding, breaks);
      if (uneven === null) continue;
      const strange = strangeness(group, from, to);
      const rest = strange === Infinity ? null : solve(index + 1, to + 1);
      if (rest === null) continue;
      const cost = uneven + strange + rest.cost;
      if (best === null || cost < best.cost) best = { cost, ends: [to, ...rest.ends] };
    }
    memo.set(key, best);
    return best;
  };
  return solve(0, 0)?.ends ?? null;
}

/** Which level-2 label each row belongs to. */
function secondExtents(
  first: readonly Group[],
  second: readonly Group[],
  rows: number,
  breaks: readonly number[],
): readonly number[] {
  const opening = second[0];
  // Level 1 in the first row says that labels stand at the top, and that the first row has no level 2.
  if (
    opening === undefined ||
    rows > mostRows ||
    first[0]?.from === 0 ||
    (opening.start ?? Math.ceil(opening.from)) === 0
  )
    return fromTop(second, rows);
  const ends = centred(second, rows, 'floor', breaks) ?? centred(second, rows, 'ceil', breaks);
  return ends === null ? fromTop(second, rows) : ownersOf(ends, rows);
}

function ownersOf(ends: readonly number[], rows: number): number[] {
  return Array.from({ length: rows }, (_, row) => ends.findIndex((end) => row <= end));
}

/**
 * The last row of each level-1 group where its labels stand at the middle: a group begins with a level-2 label or with its own,
 * and holds no level-2 label that belongs to another. Null where they do not stand so.
 */
function firstEnds(
  first: readonly Group[],
  second: readonly Group[],
  level2: readonly number[],
  rows: number,
  breaks: readonly number[],
): number[] | null {
  const [opening] = first;
  if (opening === undefined || rows > mostRows || (opening.start ?? opening.from) === 0)
    return null;
  const excludes = (group: Group, owner: number | undefined): boolean => {
    const groups = second[owner ?? -1]?.level1 ?? [];
    return groups.length > 0 && !group.level1.every((level) => groups.includes(level));
  };
  const strangeness = (group: Group, from: number, to: number): number => {
    const above = level2[from - 1];
    const own = level2.slice(from, to + 1).filter((owner) => from === 0 || owner !== above);
    if (own.some((owner) => excludes(group, owner))) return Infinity;
    if (from === 0 || group.from === from || level2[from] !== above) return 0;
    // What ran on from above holds no further than its own group.
    return excludes(group, above) ? 3 : Infinity;
  };
  return (
    centred(first, rows, 'floor', breaks, strangeness) ??
    centred(first, rows, 'ceil', breaks, strangeness)
  );
}

/**
 * Says which rows each label belongs to. A first row without a label shows that labels stand at the middle of their cells;
 * otherwise they stand at the top.
 *
 * @param breaks the rows that a page begins with
 */
export function findExtents(
  first: readonly Group[],
  second: readonly Group[],
  rows: number,
  breaks: readonly number[] = [],
): Extents {
  const level2 = secondExtents(first, second, rows, breaks);
  const ends = firstEnds(first, second, level2, rows, breaks);
  if (ends === null) return { level1: fromTop(first, rows), level2, centred: false };
  const level1 = ownersOf(ends, rows);
  const named = (owner: number | undefined): string | undefined => first[owner ?? -1]?.label.text;
  // No level-2 label reaches over the end of a group; but a page prints the label of a group that goes on once more.
  const inGroup = (owner: number, row: number): boolean => {
    const at = Math.max(0, Math.floor(second[owner]?.from ?? 0));
    if (level1[at] === level1[row]) return true;
    return named(level1[at]) === named(level1[row]) && breaks.some((one) => one > at && one <= row);
  };
  return {
    level1,
    level2: level2.map((owner, row) => (owner >= 0 && !inGroup(owner, row) ? -1 : owner)),
    centred: true,
  };
}
