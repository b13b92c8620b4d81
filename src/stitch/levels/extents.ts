import type { Group } from '../types.ts';

/** For each row, the index of the level-1 and the level-2 group that its labels belong to; -1 for none. */
export interface Extents {
  readonly level1: readonly number[];
  readonly level2: readonly number[];
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

/**
 * Cuts the rows into the groups so that every label stands at the middle of its rows: the last row of each group, or null
 * where that cannot be. Among several ways the one with the most even cells is taken.
 */
function centred(groups: readonly Group[], rows: number, rounding: Rounding): number[] | null {
  const memo = new Map<number, { cost: number; ends: number[] } | null>();
  const solve = (index: number, from: number): { cost: number; ends: number[] } | null => {
    if (index === groups.length) return from === rows ? { cost: 0, ends: [] } : null;
    const key = index * (rows + 1) + from;
    const known = memo.get(key);
    if (known !== undefined) return known;
    let best: { cost: number; ends: number[] } | null = null;
    const group = groups[index];
    for (let to = from; group !== undefined && to < rows; to += 1) {
      if (!isCentred(group, from, to, rounding)) continue;
      const rest = solve(index + 1, to + 1);
      if (rest === null) continue;
      const cost = Math.abs((from + to) / 2 - (group.from + group.to) / 2) + rest.cost;
      if (best === null || cost < best.cost) best = { cost, ends: [to, ...rest.ends] };
    }
    memo.set(key, best);
    return best;
  };
  return solve(0, 0)?.ends ?? null;
}

/**
 * Says which rows each label belongs to. A first row without a label shows that labels stand at the middle of their cells;
 * otherwise they stand at the top. Level 1 follows from level 2, wherever it was printed.
 */
export function findExtents(
  first: readonly Group[],
  second: readonly Group[],
  rows: number,
): Extents {
  const level1 = fromTop(first, rows);
  const top = { level1, level2: fromTop(second, rows) };
  const opening = second[0];
  // Level 1 in the first row says that labels stand at the top, and that the first row has no level 2.
  if (
    opening === undefined ||
    rows > mostRows ||
    first[0]?.from === 0 ||
    (opening.start ?? Math.ceil(opening.from)) === 0
  )
    return top;
  const ends = centred(second, rows, 'floor') ?? centred(second, rows, 'ceil');
  if (ends === null) return top;
  return {
    level1,
    level2: Array.from({ length: rows }, (_, row) => ends.findIndex((end) => row <= end)),
  };
}
