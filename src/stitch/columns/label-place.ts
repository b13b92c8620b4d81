import { names } from '../../lexicon/index.ts';
import { splitAmounts } from '../blocks/own-amounts.ts';
import { hasFigures } from './heading-rows.ts';
import { withRole } from './with-role.ts';
import type { Column, Item } from '../types.ts';

/** So many rows below a heading are asked where their labels stand. */
const rowsAsked = 4;

/** Whether words stand in a column in a row of their own. */
function isFilled({ from, to }: Column, { slots }: Item): boolean {
  return slots.some(
    ({ piece, column, covered }) => piece !== null && !covered && column >= from && column <= to,
  );
}

/**
 * A corner as wide as several columns leaves blanks behind the labels below it, where cells are not real: of the columns in
 * front of the amounts, the one in which all rows below have their words is the labels'.
 */
export function withLabelPlace(
  columns: readonly Column[],
  below: readonly Item[],
): readonly Column[] {
  const start = columns.findIndex(({ role }) => role !== 'block' && role !== 'fundLabel');
  const end = below.findIndex((item) => item.kind !== 'row' || !hasFigures(item));
  const rows = below.slice(0, end < 0 ? rowsAsked : Math.min(end, rowsAsked));
  if (start < 2 || rows.length === 0 || rows.some(({ geometry }) => geometry === 'spans'))
    return columns;
  const lead = columns.slice(0, start);
  const filled = lead.filter((column) => rows.some((row) => isFilled(column, row)));
  const [label] = filled;
  if (filled.length !== 1 || label === undefined || !rows.every((row) => isFilled(label, row)))
    return columns;
  const at = columns.indexOf(label);
  return columns.map((column, index): Column => {
    if (index === at) return withRole(column, 'fundLabel');
    return index > at && index < start ? withRole(column, 'blank') : column;
  });
}

/**
 * 年度预算数 over 年度资金总额：780.78 | 616.82: a word that elsewhere names the whole block heads the amounts that stand behind
 * their labels in one cell.
 */
export function withOwnBudget(
  columns: readonly Column[],
  below: readonly Item[],
): readonly Column[] {
  const [first] = columns;
  const text = first?.heading?.text;
  if (text === undefined || first === undefined || !names(text, 'annualBudget')) return columns;
  if (columns.some(({ role }) => role === 'annualBudget' || role === 'initialBudget'))
    return columns;
  const piece = below[0]?.slots.find(({ piece: own, covered }) => own !== null && !covered)?.piece;
  if (piece == null || splitAmounts(piece) === null) return columns;
  const start = columns.findIndex(({ role }) => role !== 'block' && role !== 'fundLabel');
  const to = columns[start - 1]?.to ?? first.to;
  return [
    { role: 'fundLabel', from: -1, to: -1, heading: null },
    { ...withRole(first, 'annualBudget'), to },
    ...columns.slice(start),
  ];
}
