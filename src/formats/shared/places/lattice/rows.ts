import { areTwo, meets } from './piles.ts';
import type { Columns, Pile, Setting } from './types.ts';

/** How the texts of a row stand to each other. */
export type Alignment = 'middle' | 'top';

/** What stands in one row, and what reaches over several. */
export interface FoundRows {
  readonly rows: readonly (readonly Pile[])[];
  readonly floating: readonly Pile[];
  readonly cost: number;
  readonly alignment: Alignment;
}

const costs = {
  row: 1,
  /** A row in which nothing ends. */
  bare: 1.5,
  /** A label, or another text, that reaches over several rows. */
  label: 0.5,
  other: 3.5,
  /** Two figures or two labels in one cell. */
  twice: 4,
  /** Lines of other columns in one cell. */
  aslant: 1.5,
  /** Rows whose lines stand closer than lines can. */
  tight: 3,
  /** Texts that stand together between rows, and each of them. */
  between: 1.6,
  together: 0.3,
  /** Heights that cost so much more than their number are no row, nor are more of them. */
  most: 14,
  /** A font size too high or too low. */
  astray: 6,
  mostAstray: 5,
};
/** Rounding moves text by so much, in font sizes. */
const rounding = 0.2;
/** Lines below each other are at least so far apart, in font sizes. */
const lineHeight = 0.9;
/** A row has no more heights. */
const maxHeights = 90;

interface RowChoice {
  readonly cost: number;
  readonly floats: readonly Pile[];
  /** Where its first and last lines stand, those of what reaches over several rows aside. */
  readonly top: number;
  readonly bottom: number;
}

const nothing: RowChoice = { cost: 0, floats: [], top: Infinity, bottom: -Infinity };

function choicesOf(
  inside: readonly Pile[],
  to: number,
  setting: Setting,
  alignment: Alignment,
): readonly RowChoice[] {
  const row = judge(inside, to, setting, alignment);
  const middles = inside.map(({ top, bottom }) => (top + bottom) / 2);
  const together = Math.max(...middles) - Math.min(...middles) <= rounding;
  return together && alignment === 'middle' ? [row, floatAll(inside)] : [row];
}

/** All that begins in some heights stands between rows: the merged cells of one project of a list. */
function floatAll(inside: readonly Pile[]): RowChoice {
  return {
    ...nothing,
    cost:
      costs.between +
      inside.reduce((sum, pile) => sum + Math.min(costs.together, floatCost(pile)), 0),
    floats: [...inside],
  };
}

/** The rows of a page, as its texts agree with them at least cost, whether they stand in the middle or at the top. */
export function findRows(
  piles: readonly Pile[],
  count: number,
  setting: Setting,
  more: (found: FoundRows) => number,
): FoundRows {
  const [middle, top] = (['middle', 'top'] as const).map((alignment) =>
    rowsOf(piles, count, setting, alignment),
  ) as [FoundRows, FoundRows];
  return top.cost + more(top) < middle.cost + more(middle) ? top : middle;
}

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly choice: RowChoice;
  /** Where the last line of all rows so far stands. */
  readonly bottom: number;
}

function rowsOf(
  piles: readonly Pile[],
  count: number,
  setting: Setting,
  alignment: Alignment,
): FoundRows {
  const starting: Pile[][] = Array.from({ length: count }, () => []);
  for (const pile of piles) starting[pile.first]?.push(pile);
  const best: Step[] = [{ cost: 0, from: -1, choice: nothing, bottom: -Infinity }];
  for (let from = 0; from < count; from += 1) growRow(starting, from, best, { setting, alignment });
  const rows: Pile[][] = [];
  const floating: Pile[] = [];
  for (let to = count, step = best[to]; step !== undefined && to > 0; step = best[to]) {
    const { from, choice } = step;
    const end = to;
    floating.push(...choice.floats);
    rows.unshift(
      piles.filter(
        (pile) => pile.first >= from && pile.last < end && !choice.floats.includes(pile),
      ),
    );
    to = from;
  }
  const cost = best[count]?.cost ?? 0;
  return { rows: rows.filter((row) => row.length > 0), floating, cost, alignment };
}

/** Tries every row that begins at a height. */
function growRow(
  starting: readonly (readonly Pile[])[],
  from: number,
  best: Step[],
  { setting, alignment }: { setting: Setting; alignment: Alignment },
): void {
  const before = best[from];
  if (before === undefined) return;
  const inside: Pile[] = [];
  for (let to = from; to < Math.min(starting.length, from + maxHeights); to += 1) {
    inside.push(...(starting[to] ?? []));
    const choices = choicesOf(inside, to, setting, alignment);
    if (choices.every((choice) => choice.cost > costs.most + to - from)) return;
    for (const choice of choices) {
      const tight = choice.top - before.bottom < setting.rowDistance ? costs.tight : 0;
      const cost = before.cost + choice.cost + tight;
      const bottom = Math.max(before.bottom, choice.bottom);
      if (cost < (best[to + 1]?.cost ?? Infinity)) best[to + 1] = { cost, from, choice, bottom };
    }
  }
}

interface CellDraft {
  readonly piles: Pile[];
  columns: Columns;
  top: number;
  bottom: number;
}

/** What it costs that the piles that begin in some heights, the last of which is `to`, are one row. */
function judge(
  inside: readonly Pile[],
  to: number,
  setting: Setting,
  alignment: Alignment,
): RowChoice {
  const contained = inside.filter(({ last }) => last <= to);
  const floats = inside.filter(({ last }) => last > to);
  let cost = costs.row + floats.reduce((sum, pile) => sum + floatCost(pile), 0);
  if (contained.length === 0) return { ...nothing, cost: cost + costs.bare, floats };
  const cells = cellsOf(contained);
  for (const { piles } of cells) cost += joinCost(piles, setting);
  const placed = astray(cells, alignment);
  const rest = contained.filter((pile) => !placed.floats.includes(pile));
  return {
    cost: cost + placed.cost,
    floats: [...floats, ...placed.floats],
    top: Math.min(...rest.map(({ top }) => top)),
    bottom: Math.max(...rest.map(({ bottom }) => bottom)),
  };
}

function floatCost(pile: Pile): number {
  return pile.label ? costs.label : costs.other;
}

function cellsOf(piles: readonly Pile[]): CellDraft[] {
  const cells: CellDraft[] = [];
  for (const pile of piles) {
    const { columns, top, bottom } = pile;
    const cell = cells.find((one) => meets(one.columns, columns));
    if (cell === undefined) {
      cells.push({ piles: [pile], columns, top, bottom });
      continue;
    }
    cell.piles.push(pile);
    cell.top = Math.min(cell.top, top);
    cell.bottom = Math.max(cell.bottom, bottom);
    cell.columns = [Math.min(cell.columns[0], columns[0]), Math.max(cell.columns[1], columns[1])];
  }
  return cells;
}

/** What it costs that piles are one cell. */
function joinCost(piles: readonly Pile[], setting: Setting): number {
  return piles.slice(1).reduce((cost, lower, index) => {
    const upper = piles[index];
    const [last, next] = [upper?.pieces.at(-1), lower.pieces[0]];
    if (upper === undefined || last === undefined || next === undefined) return cost;
    return cost + stackCost(upper, lower, last.figure && next.figure) + setting.join(last, next);
  }, 0);
}

function stackCost(upper: Pile, lower: Pile, areFigures: boolean): number {
  if (areFigures || areTwo(upper.text, lower.text)) return costs.twice;
  const [from, to] = lower.columns;
  return from === upper.columns[0] && to === upper.columns[1] ? 0 : costs.aslant;
}

const placeOf = ({ top, bottom }: CellDraft, alignment: Alignment): number =>
  alignment === 'top' ? top : (top + bottom) / 2;
const heightOf = ({ top, bottom }: CellDraft): number => bottom - top;

/** What it costs that cells do not stand where the tallest of their row does; labels may rather reach over several rows. */
function astray(
  cells: readonly CellDraft[],
  alignment: Alignment,
): { cost: number; floats: readonly Pile[] } {
  const isLabel = ({ piles }: CellDraft): boolean => piles.every(({ label }) => label);
  const tallest = (list: readonly CellDraft[]): CellDraft | undefined =>
    list.reduce<CellDraft | undefined>(
      (best, cell) => (best === undefined || heightOf(cell) > heightOf(best) ? cell : best),
      undefined,
    );
  const guides = [tallest(cells), tallest(cells.filter((cell) => !isLabel(cell)))];
  let best: { cost: number; floats: readonly Pile[] } = { cost: Infinity, floats: [] };
  for (const guide of guides) {
    if (guide === undefined) continue;
    const place = placeOf(guide, alignment);
    const floats: Pile[] = [];
    let cost = 0;
    for (const cell of cells) {
      const off = Math.abs(placeOf(cell, alignment) - place);
      const price =
        off <= rounding ? 0 : Math.min(costs.mostAstray, (off - rounding) * costs.astray);
      const float = overlapsAny(cell, cells)
        ? cell.piles.reduce((sum, pile) => sum + floatCost(pile), 0.3)
        : Infinity;
      if (float < price) floats.push(...cell.piles);
      cost += Math.min(price, float);
    }
    if (cost < best.cost) best = { cost, floats };
  }
  return best;
}

/** Whether some of a cell's lines stand beside lines of another that are too close to be above or below them. */
function overlapsAny(cell: CellDraft, cells: readonly CellDraft[]): boolean {
  return cells.some(
    (other) =>
      other !== cell &&
      other.top - cell.bottom < lineHeight &&
      cell.top - other.bottom < lineHeight,
  );
}
