import { largest } from '../../model/index.ts';
import { alignRow } from './align.ts';
import { atColumn, withSlots } from './alike.ts';
import { rowSettings } from './settings.ts';
import type { Column, Item, Role, Slot } from '../types.ts';

/** A line this much wider than its heading may hold two rows. */
const wider = 3;
/** A row may have lost so many blanks at its ends where the next begins. */
const mostLost = 4;

/** What every row has besides its name: the first of these that the table prints. */
const marks: readonly Role[] = ['weight', 'score', 'target'];

/** The rows that a line of text glued together, each of which lies well in the columns by itself; null where it is one row. */
export function partGlued(item: Item, columns: readonly Column[]): readonly Item[] | null {
  const width =
    largest(
      columns.map(({ to }) => to),
      -1,
    ) + 1;
  const rows: Item[] = [];
  let rest: readonly Slot[] = item.slots.slice(
    0,
    item.slots.findLastIndex(({ piece }) => piece !== null) + 1,
  );
  if (item.geometry !== 'ordinal' || rest.length < width + wider) return null;
  while (rest.length >= width + wider) {
    const at = borderOf(item, rest, columns, width);
    if (at === null) return null;
    rows.push(rowOf(item, rest.slice(0, at)));
    rest = rest.slice(at);
  }
  return [...rows, rowOf(item, rest)];
}

function rowOf(item: Item, slots: readonly Slot[]): Item {
  return withSlots(item, slots.map(atColumn));
}

/** Where the first row ends: where both sides fit best. */
function borderOf(
  item: Item,
  slots: readonly Slot[],
  columns: readonly Column[],
  width: number,
): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (let at = width + 1; at >= width - mostLost && at > 1; at -= 1) {
    const cost =
      fit(rowOf(item, slots.slice(0, at)), columns) +
      fit(rowOf(item, slots.slice(at, at + width)), columns);
    if (cost < least - 1e-9) [best, least] = [at, cost];
  }
  return best;
}

function fit(row: Item, columns: readonly Column[]): number {
  const {
    row: { pieces },
    cost,
    dropped,
  } = alignRow(row, columns);
  const mark = marks.find((role) => columns.some((column) => column.role === role));
  const has = (role: Role | undefined): boolean =>
    columns.some((column, index) => column.role === role && pieces[index] != null);
  return dropped.length > 0 || cost > rowSettings.degree.bad || !has('level3') || !has(mark)
    ? Infinity
    : cost;
}
