import type { Group } from './labels.ts';

/** For each row, the index of the level-1 and the level-2 group that its labels belong to; -1 for none. */
export interface Extents {
  readonly level1: readonly number[];
  readonly level2: readonly number[];
}

/** Beyond this many rows, centred labels are not looked for: the search grows with the fourth power. */
const mostRows = 64;

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

/** How far a label stands from the middle of rows `from`…`to`; half a row is no distance, for an even number has no middle row. */
function offCentre(group: Group, from: number, to: number): number {
  const middle = (from + to) / 2;
  const label = (group.from + group.to) / 2;
  return Math.max(0, Math.abs(middle - label) - 0.5) + 0.01 * Math.abs(middle - label);
}

/** Whether the rows can be the group's: its label's rows must be among them. */
function holds(group: Group, from: number, to: number): boolean {
  return Math.ceil(group.from) >= from && Math.floor(group.to) <= to && group.from <= to + 0.5 && group.to >= from - 0.5;
}

interface Plan {
  readonly cost: number;
  readonly ends: readonly number[];
}

/**
 * Cuts the rows into the groups so that every label stands at the middle of its rows, and every level-1 label at the
 * middle of the level-2 groups that lie under it. Null where no cut is possible.
 */
function centred(first: readonly Group[], second: readonly Group[], rows: number): Plan | null {
  const blocks = blocksOf(second);
  const memo = new Map<number, Plan | null>();
  const solve = (index: number, from: number, blockFrom: number): Plan | null => {
    if (index === second.length) return from === rows ? { cost: 0, ends: [] } : null;
    const key = (index * (rows + 1) + from) * (rows + 1) + blockFrom;
    const known = memo.get(key);
    if (known !== undefined) return known;
    let best: Plan | null = null;
    const group = second[index];
    for (let to = from; group !== undefined && to < rows; to += 1) {
      if (!holds(group, from, to)) continue;
      const closes = index + 1 === second.length || blocks[index + 1] !== blocks[index];
      const parent = closes ? first.find((candidate) => candidate.level1[0] === blocks[index]) : undefined;
      const parentCost = parent === undefined ? 0 : holds(parent, blockFrom, to) ? offCentre(parent, blockFrom, to) : 4;
      const rest = solve(index + 1, to + 1, closes ? to + 1 : blockFrom);
      if (rest === null) continue;
      const cost = offCentre(group, from, to) + parentCost + rest.cost;
      if (best === null || cost < best.cost - 1e-9) best = { cost, ends: [to, ...rest.ends] };
    }
    memo.set(key, best);
    return best;
  };
  return solve(0, 0, 0);
}

function blocksOf(groups: readonly Group[]): (string | undefined)[] {
  return groups.map((group) => group.level1[0]);
}

function ownersOf(plan: Plan, rows: number): number[] {
  const owner: number[] = [];
  for (let row = 0; row < rows; row += 1) owner.push(plan.ends.findIndex((end) => row <= end));
  return owner;
}

/** Whether labels stand below the start of their cells: some row has a label of its own group only further down. */
function hintsAtCentre(first: readonly Group[], second: readonly Group[], top: readonly number[]): boolean {
  if ((second[0]?.start ?? second[0]?.from ?? 0) > 0) return true;
  return first.some((group, index) => {
    const level = group.level1[0];
    if (level === undefined || first.findIndex((other) => other.level1[0] === level) !== index) return false;
    const firstRow = top.findIndex((owner) => second[owner]?.level1[0] === level);
    return firstRow >= 0 && firstRow < Math.floor(group.from);
  });
}

export function findExtents(first: readonly Group[], second: readonly Group[], rows: number): Extents {
  const top = fromTop(second, rows);
  const plain = { level1: fromTop(first, rows), level2: top };
  if (rows > mostRows || second.length === 0 || second.some((group) => group.start !== null) || !hintsAtCentre(first, second, top)) return plain;
  const plan = centred(first, second, rows);
  if (plan === null || plan.cost > 0.3 * second.length + 0.5) return plain;
  return { level1: plain.level1, level2: ownersOf(plan, rows) };
}
