import { findLabel, type Term } from '../../lexicon/index.ts';
import { isBlank } from '../../model/index.ts';
import type { Cell, Grid } from '../../model/index.ts';

/** Rows below a heading that are asked how wide the table is. */
const rowsAsked = 8;

const levels: readonly Term[] = ['level1', 'level2', 'level3'];
const partsOfTarget: readonly Term[] = ['target', 'targetSign', 'targetUnit'];

/** Words of the upper row that stand over several of the lower one: where they stand, and over which. */
interface Group {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Gives the words of a heading of two rows the width that a copy lost, in blanks: 绩效指标 | 年度指标值 | 实际完成值 above 一级指标 | 二级指标 |
 * 三级指标 | 指标性质 | 指标值 | 度量单位. How many columns there are the rows below tell.
 *
 * @returns the same grid where no heading has fewer cells than the rows below it
 */
export function spreadHeadings(grid: Grid): Grid {
  if (grid.geometry !== 'ordinal' || grid.columns < 6) return grid;
  const rows: Cell[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) rows[cell.row]?.push(cell);
  let spread = false;
  for (let row = 0; row + 2 < rows.length; row += 1) {
    const pair = spreadPair(rows[row] ?? [], rows[row + 1] ?? [], widthBelow(rows, row + 2));
    if (pair === null) continue;
    spread = true;
    rows.splice(row, 2, ...pair);
  }
  if (!spread) return grid;
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return { ...grid, columns, cells: rows.flat() };
}

function widthBelow(rows: readonly (readonly Cell[])[], from: number): number {
  return rows.slice(from, from + rowsAsked).reduce((most, row) => Math.max(most, row.length), 0);
}

function spreadPair(
  upper: readonly Cell[],
  lower: readonly Cell[],
  width: number,
): [Cell[], Cell[]] | null {
  if (upper.length < 3 || lower.length < 2 || upper.length >= width) return null;
  if ([...upper, ...lower].some(({ text }) => isBlank(text))) return null;
  const groups = groupsOf(upper.map(termsOf), lower.map(termsOf));
  if (groups === null) return null;
  const whole = groups.reduce((sum, { from, to }) => sum + to - from - 1, upper.length);
  // 绩效指标 may run down beside all rows, which then have no cell for it.
  const beside = groups.every(({ at }) => at > 0) ? 1 : 0;
  if (whole !== width && whole - beside !== width) return null;
  return widened(upper, lower, groups);
}

function termsOf({ text }: Cell): readonly Term[] {
  return findLabel(text.replace(/\s/gu, ''))?.terms ?? [];
}

/** The groups that hold all words of the lower row, from left to right; null where they are others. */
function groupsOf(
  upper: readonly (readonly Term[])[],
  lower: readonly (readonly Term[])[],
): Group[] | null {
  const has = (terms: readonly Term[], wanted: readonly Term[]): boolean =>
    terms.some((term) => wanted.includes(term));
  const start = lower.findIndex((terms) => !has(terms, levels));
  const split = start < 0 ? lower.length : start;
  if (!lower.slice(split).every((terms) => has(terms, partsOfTarget))) return null;
  const groups: Group[] = [];
  const block = upper.findIndex((terms) => terms.includes('indicatorBlock'));
  if (split > 0) groups.push({ at: block, from: 0, to: split });
  if (split < lower.length)
    groups.push({
      at: upper.findIndex((terms) => terms.includes('target')),
      from: split,
      to: lower.length,
    });
  return groups.some(({ at }) => at < 0) ? null : groups;
}

function widened(
  upper: readonly Cell[],
  lower: readonly Cell[],
  groups: readonly Group[],
): [Cell[], Cell[]] {
  const [above, below]: [Cell[], Cell[]] = [[], []];
  const row = lower[0]?.row ?? 0;
  upper.forEach((cell, at) => {
    const group = groups.find((own) => own.at === at);
    const parts = group === undefined ? [] : lower.slice(group.from, group.to);
    for (let place = 0; place < Math.max(1, parts.length); place += 1) {
      const column = above.length;
      above.push(place === 0 ? { ...cell, column } : { ...cell, text: '', column });
      below.push({ ...(parts[place] ?? { ...cell, text: '' }), row, column });
    }
  });
  return [above, below];
}
