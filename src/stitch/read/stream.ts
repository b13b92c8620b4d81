import { findLabel, findTitle, hintsGoal, isLevelFragment } from '../../lexicon/index.ts';
import {
  type Cell,
  type Grid,
  makeUnit,
  pieceOf,
  type TableDocument,
  type TextLine,
  type Unit,
} from '../../model/index.ts';
import { shownSlots } from '../blocks/label-values.ts';
import { withGap } from '../rows/alike.ts';
import { unitsOf } from '../rows/moves.ts';
import type { Item, Slot } from '../types.ts';

function lineItem(line: TextLine, gap: boolean): Item {
  const unit = makeUnit(line.text, [line.origin]);
  const slot: Slot = { piece: pieceOf(unit), column: 0, span: 1, covered: false };
  return {
    kind: 'line',
    slots: [slot],
    geometry: 'ordinal',
    page: line.origin.page ?? null,
    gap,
    cut: undefined,
  };
}

interface Placed {
  readonly cell: Cell;
  readonly unit: Unit;
}

/** The cells that stand in each row, those that span down from above included, by column. */
function rowsOf(grid: Grid): Placed[][] {
  const rows: Placed[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) {
    const placed = { cell, unit: makeUnit(cell.text, cell.origins) };
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, grid.rows); row += 1)
      rows[row]?.push(placed);
  }
  for (const row of rows) row.sort((a, b) => a.cell.column - b.cell.column);
  return rows;
}

function gridItems(grid: Grid): Item[] {
  return rowsOf(grid).map((placed, row) => ({
    kind: 'row',
    slots: placed.map(({ cell, unit }) => ({
      piece: pieceOf(unit),
      column: cell.column,
      span: cell.columnSpan,
      covered: cell.row < row,
    })),
    geometry: grid.geometry,
    page: grid.page,
    gap: row === 0 && grid.goesOn !== true,
    cut: cutOf(placed),
  }));
}

/** Whether a page's start or end left all cells of a row open. */
function cutOf(placed: readonly Placed[]): Item['cut'] {
  const [above, below] = [
    placed.every(({ cell }) => cell.cut?.above === true),
    placed.every(({ cell }) => cell.cut?.below === true),
  ];
  return placed.length > 0 && (above || below) ? { above, below } : undefined;
}

function lineRange(item: Item): { first: number; last: number } | null {
  let first = Infinity;
  let last = 0;
  for (const { origins } of unitsOf(item)) {
    for (const { line, endLine } of origins) {
      if (line === undefined) continue;
      first = Math.min(first, line);
      last = Math.max(last, endLine ?? line);
    }
  }
  return last === 0 ? null : { first, last };
}

/** Formats whose lines are what people see; in HTML the source's lines say nothing about what stands close together. */
const lineFormats: ReadonlySet<TableDocument['format']> = new Set([
  'tabbed',
  'cells',
  'csv',
  'markdown',
]);

function asLine(item: Item): Item {
  const { page } = item;
  return {
    kind: 'line',
    slots: shownSlots(item),
    geometry: 'ordinal',
    page,
    gap: true,
    cut: undefined,
  };
}

function isShown(item: Item): boolean {
  return item.slots.some((slot) => slot.piece !== null && !slot.covered);
}

/**
 * 第四部分 名词解释,,, in a CSV file: what stands alone in the first place of a line, and is no word of a form, is a line between
 * tables, which the exporter filled up to the table's width.
 */
function isFilledLine(item: Item): boolean {
  const first = aloneInFront(item);
  return (
    first !== null &&
    item.kind === 'row' &&
    first.span === 1 &&
    item.slots.length > 1 &&
    !isLabel(first.piece.text) &&
    !isLevelFragment(first.piece.text)
  );
}

function isLabel(text: string): boolean {
  return findLabel(text) !== null || (hintsGoal(text) && findTitle(text) === null);
}

/** What stands alone in a row, in its first place. */
function aloneInFront(item: Item): ReturnType<typeof shownSlots>[number] | null {
  const [first, ...more] = shownSlots(item);
  return first?.column === 0 && more.length === 0 ? first : null;
}

/** 年度总体目标,,, above its text: a label that stands alone is followed by its value. */
function isLoneLabel(item: Item | undefined): boolean {
  const first = item === undefined ? null : aloneInFront(item);
  return first !== null && isLabel(first.piece.text);
}

/** A document's tables, one after the other, and then the text behind them. */
export type Grids = Iterator<Grid, Pick<TableDocument, 'grids' | 'after'>>;

/** Every row and line that shows something, in reading order. A new grid or line is a gap unless it follows line upon line. */
export function* readingOrder(format: TableDocument['format'], grids: Grids): Generator<Item> {
  const byLine = lineFormats.has(format);
  let above: Item | undefined;
  let lastLine = -2;
  let pendingGap = true;
  for (const item of allItems(grids)) {
    pendingGap ||= item.gap;
    if (!isShown(item)) continue;
    const lines = lineRange(item);
    const filled = format === 'csv' && isFilledLine(item) && !isLoneLabel(above);
    const adjoins = byLine && !filled && lines !== null && lines.first <= lastLine + 1;
    above = withGap(filled ? asLine(item) : item, (pendingGap || filled) && !adjoins);
    yield above;
    pendingGap = filled;
    if (filled) lastLine = -2;
    if (lines !== null && !filled) lastLine = Math.max(lastLine, lines.last);
  }
}

function* allItems(grids: Grids): Generator<Item> {
  let next = grids.next();
  for (; next.done !== true; next = grids.next()) yield* itemsOf(next.value);
  for (const grid of next.value.grids) yield* itemsOf(grid);
  for (const line of next.value.after) yield lineItem(line, true);
}

function* itemsOf(grid: Grid): Generator<Item> {
  for (const line of grid.before) yield lineItem(line, true);
  yield* gridItems(grid);
}
