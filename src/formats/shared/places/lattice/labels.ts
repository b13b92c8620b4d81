import { findLevel1, findLevel2, names } from '../../../../lexicon/index.ts';
import type { FoundRows } from './rows.ts';
import { meets } from './piles.ts';
import type { Pile } from './types.ts';

/** A text with the rows that it takes. */
export interface PlacedPile {
  readonly pile: Pile;
  readonly row: number;
  readonly rowSpan: number;
}

const costs = { group: 0.1, blank: 0.6, near: 0.4, astray: 4, most: 0.8, mostLevels: 6 };
/** Rounding, and what a tall label adds to its rows, in font sizes. */
const slack = 0.3;
/** No label reaches over more rows. */
const maxSpan = 60;

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Every text of a page with its rows: a label in the middle of several rows takes them all, as far as their heights agree. */
export function placePiles(found: FoundRows, columns: number): PlacedPile[] {
  const { rows, floating, alignment } = found;
  const rowOf = new Map(rows.flatMap((row, index) => row.map((pile) => [pile, index] as const)));
  const extents = extentsOf(rows);
  const all = [...rows.flat(), ...floating].sort((a, b) => a.top + a.bottom - b.top - b.bottom);
  const limit = labelLimit(rows, columns);
  const placed = new Map<Pile, PlacedPile>();
  for (let column = 0; column < columns && alignment === 'middle'; column += 1) {
    const merged = floating.some((pile) => pile.columns[0] === column);
    if (column >= limit && !merged) continue;
    const here = all.filter((pile) => pile.columns[0] <= column && pile.columns[1] > column);
    for (const one of spread(here, { rowOf, extents, placed, single: column >= limit }))
      placed.set(one.pile, one);
  }
  return all.map(
    (pile) =>
      placed.get(pile) ?? {
        pile,
        row: rowOf.get(pile) ?? nearestRow(pile, found, extents),
        rowSpan: 1,
      },
  );
}

/** From the first column on that holds figures, no label reaches over several rows. */
function labelLimit(rows: readonly (readonly Pile[])[], columns: number): number {
  const counts = Array.from({ length: columns }, () => 0);
  for (const pile of rows.flat())
    if (pile.pieces.every(({ figure }) => figure))
      counts[pile.columns[0]] = (counts[pile.columns[0]] ?? 0) + 1;
  const first = counts.findIndex((count) => count > 1);
  const named = rows.flat().find(({ text }) => names(text, 'level3'));
  return Math.min(first === -1 ? columns : first, named?.columns[0] ?? columns);
}

/** Where each row begins and ends: halfway between its texts and its neighbours'. */
function extentsOf(rows: readonly (readonly Pile[])[]): Extent[] {
  const texts = rows.map((row) => ({
    top: Math.min(...row.map(({ top }) => top)),
    bottom: Math.max(...row.map(({ bottom }) => bottom)),
  }));
  return texts.map(({ top, bottom }, index) => {
    const [above, below] = [texts[index - 1], texts[index + 1]];
    const up = above === undefined ? null : (top - above.bottom) / 2;
    const down = below === undefined ? null : (below.top - bottom) / 2;
    return { top: top - (up ?? down ?? 1), bottom: bottom + (down ?? up ?? 1) };
  });
}

function nearestRow(
  pile: Pile,
  { rows, alignment }: FoundRows,
  extents: readonly Extent[],
): number {
  const place = alignment === 'top' ? pile.top : (pile.top + pile.bottom) / 2;
  const free = rows.flatMap((row, index) =>
    row.some((other) => meets(other.columns, pile.columns)) ? [] : [index],
  );
  const above = free.filter((index) => (extents[index]?.top ?? 0) <= place);
  return above.at(-1) ?? free[0] ?? -1;
}

interface Known {
  readonly rowOf: ReadonlyMap<Pile, number>;
  readonly extents: readonly Extent[];
  readonly placed: ReadonlyMap<Pile, PlacedPile>;
  /** What stands in a row is known to take no other. */
  readonly single: boolean;
}

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly taken: boolean;
}

/** Divides the rows among the texts of one column, so that each stands in the middle of its own. */
function spread(piles: readonly Pile[], known: Known): PlacedPile[] {
  const { extents } = known;
  const best = divide(piles, extents.length, (pile, row, end) => groupCost(pile, row, end, known));
  return traced(piles, best, extents.length).filter(({ pile, row: start, rowSpan }) => {
    if (rowSpan === 1 && known.rowOf.get(pile) === start) return true;
    return groupCost(pile, start, start + rowSpan, known) <= costs.most;
  });
}

/** The cheapest way to divide so many rows among texts, in their order; rows of none cost as well. */
function divide(
  piles: readonly Pile[],
  count: number,
  costOf: (pile: Pile, row: number, end: number) => number,
): (Step | undefined)[][] {
  const best: (Step | undefined)[][] = Array.from({ length: piles.length + 1 }, () => []);
  (best[0] ??= [])[0] = { cost: 0, from: -1, taken: false };
  for (let index = 0; index <= piles.length; index += 1) {
    const pile = piles[index];
    for (let row = 0; row < count; row += 1) {
      const here = best[index]?.[row];
      if (here === undefined) continue;
      put(best[index], row + 1, { cost: here.cost + costs.blank, from: row, taken: false });
      if (pile === undefined) continue;
      for (let end = row + 1; end <= Math.min(count, row + maxSpan); end += 1) {
        const cost = costOf(pile, row, end);
        if (cost < Infinity)
          put(best[index + 1], end, { cost: here.cost + cost, from: row, taken: true });
      }
    }
  }
  return best;
}

/** What it costs that the level labels of each column share the rows below the heading, as `alignment` has them stand. */
export function levelsCost(found: FoundRows, columns: number): number {
  const { rows, floating, alignment } = found;
  const heading = rows.findIndex((row) => row.some(({ text }) => names(text, 'level1', 'level2')));
  if (heading === -1) return 0;
  const below = rows.slice(heading + 1);
  const rowOf = new Map(below.flatMap((row, index) => row.map((pile) => [pile, index] as const)));
  const extents = extentsOf(below);
  const top = extents[0]?.top ?? 0;
  const all = [...below.flat(), ...floating.filter((pile) => pile.bottom > top)].sort(
    (a, b) => a.top + a.bottom - b.top - b.bottom,
  );
  const known: Known = { rowOf, extents, placed: new Map(), single: false };
  let sum = 0;
  for (let column = 0; column < columns; column += 1) {
    const here = all.filter((pile) => pile.columns[0] <= column && pile.columns[1] > column);
    const levels = here.filter(({ text }) => isLevelText(text));
    if (levels.length === 0) continue;
    const best = divide(here, below.length, (pile, row, end) =>
      alignment === 'top' ? topCost(pile, row, end, rowOf) : groupCost(pile, row, end, known),
    );
    sum += Math.min(costs.mostLevels, best[here.length]?.[below.length]?.cost ?? Infinity);
  }
  return sum;
}

function isLevelText(text: string): boolean {
  return findLevel1(text) !== null || findLevel2(text) !== null;
}

function topCost(pile: Pile, row: number, end: number, rowOf: Known['rowOf']): number {
  if (rowOf.get(pile) !== row) return Infinity;
  return end - row === 1 ? 0 : costs.group;
}

/** The cheapest division, from its end; none where there is none. */
function traced(
  piles: readonly Pile[],
  best: readonly (readonly (Step | undefined)[])[],
  count: number,
): PlacedPile[] {
  const result: PlacedPile[] = [];
  let index = piles.length;
  for (let row = count; row > 0;) {
    const step = best[index]?.[row];
    if (step === undefined) return [];
    const pile = piles[index - 1];
    if (step.taken && pile !== undefined) {
      result.push({ pile, row: step.from, rowSpan: row - step.from });
      index -= 1;
    }
    row = step.from;
  }
  return result;
}

function put(steps: (Step | undefined)[] | undefined, at: number, step: Step): void {
  if (steps !== undefined && step.cost < (steps[at]?.cost ?? Infinity)) steps[at] = step;
}

function groupCost(
  pile: Pile,
  start: number,
  end: number,
  { rowOf, extents, placed, single }: Known,
): number {
  const fixed = placed.get(pile);
  if (fixed !== undefined)
    return fixed.row === start && fixed.rowSpan === end - start ? 0 : Infinity;
  const own = rowOf.get(pile);
  if (own === undefined) return groupDistance(pile, start, end, extents);
  if (own < start || own >= end) return Infinity;
  if (end - start === 1) return 0;
  return single || !pile.label ? Infinity : groupDistance(pile, start, end, extents);
}

function groupDistance(pile: Pile, start: number, end: number, extents: readonly Extent[]): number {
  const middle = ((extents[start]?.top ?? 0) + (extents[end - 1]?.bottom ?? 0)) / 2;
  const off = Math.abs(middle - (pile.top + pile.bottom) / 2);
  return costs.group + off * costs.near + Math.max(0, off - slack) * costs.astray;
}
