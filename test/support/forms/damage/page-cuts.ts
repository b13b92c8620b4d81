import type { Random } from '../random.ts';
import type { LayoutCell, Table } from '../types.ts';
import { cutText } from './characters.ts';
import { cutTable, doubleRow } from './cut.ts';
import type { Share } from './cut.ts';
import type { DamageContext } from './types.ts';

/** A table on two pages; null where it has no place for the cut. */
type Cut = (table: Table) => [Table, Table] | null;

/** All above the cut. */
export const whole: Share = (cell) => [cell.text, ''];

const named = (cell: LayoutCell, field: string): boolean => cell.path?.endsWith(field) === true;
const filledIn = (cells: readonly LayoutCell[]): boolean =>
  cells.some((cell) => named(cell, 'level3') && cell.text !== '');

function pieces(text: string, random: Random): [string, string] {
  if (text.length < 2) return [text, ''];
  const place = 1 + random.int(text.length - 1);
  return [text.slice(0, place), text.slice(place)];
}

/** Repeated labels say on every row whose it is: a row of them alone would be a row that nobody filled in. */
const repeatsLabels = (context: DamageContext): boolean =>
  context.spelling === 'repeat' && context.format !== 'html';

/**
 * How the text of a merged cell that runs over the cut is shared out. A label of level 2 may stand below the cut only where
 * no whole row of its group stands above it: otherwise nobody could tell whose row that is. Level 1 and the words round the table
 * may stand anywhere. An exporter that repeats labels repeats them on both pages.
 */
function shareLabel(
  random: Random,
  context: DamageContext,
  cutRow: number | null,
  broken: boolean,
): Share {
  return (cell) => {
    const isLevel = cell.role === 'level';
    if (cell.text === '') return ['', ''];
    if (repeatsLabels(context) && isLevel) return [cell.text, cell.text];
    if (broken && (isLevel || random.chance(0.3))) return pieces(cell.text, random);
    const late = !named(cell, 'level2') || cell.row === cutRow;
    return shareWhole(cell, random.int(late ? 3 : 2), random);
  };
}

/** A text that is not broken stands above the cut, on both sides of it (a label only), or below. */
function shareWhole({ text, role }: LayoutCell, choice: number, random: Random): [string, string] {
  if (choice === 0) return [text, ''];
  if (choice === 2) return ['', text];
  return [text, role === 'level' && random.chance(0.5) ? text : ''];
}

function rowsOf(
  table: Table,
  fits: (cells: readonly LayoutCell[], kind: Table['rows'][number]) => boolean,
): number[] {
  return table.rows.flatMap((kind, row) =>
    fits(
      table.cells.filter((cell) => cell.row === row),
      kind,
    )
      ? [row]
      : [],
  );
}

export function between(random: Random, context: DamageContext, broken: boolean): Cut {
  return (table) => {
    const rows = rowsOf(
      table,
      (_, kind) =>
        kind === 'indicator' ||
        (!broken && (kind === 'total' || kind === 'goal-header' || kind === 'indicator-header')),
    ).filter(
      (row) =>
        row > 0 &&
        !(table.rows[row] === 'indicator-header' && table.rows[row - 1] === 'indicator-header') &&
        (!broken ||
          table.cells.some(
            (cell) => cell.role === 'level' && cell.row < row && cell.row + cell.rowSpan > row,
          )),
    );
    // A header of two rows stays on one page.
    return rows.length === 0
      ? null
      : cutTable(table, random.pick(rows), shareLabel(random, context, null, broken));
  };
}

/** Rows whose name is long enough to be cut and cannot be taken for a label, and whose weight (in target forms: target) shows where the row stands. */
const cuttable = (cells: readonly LayoutCell[], kind: string): boolean =>
  kind === 'indicator' &&
  cells.some(
    (cell) =>
      named(cell, 'level3') &&
      cell.text.length >= 6 &&
      !/指标|效益|满意度|得分|总分/.test(cell.text),
  ) &&
  cells.some(
    (cell) =>
      named(cell, cells.some((other) => named(other, 'weight')) ? 'weight' : 'target') &&
      /\d/.test(cell.text),
  ) &&
  cells.some((cell) => named(cell, 'target') && cell.text !== '');

/** Cuts through a row: its name on both pages, its figures on one of them. */
export function throughRow(random: Random, context: DamageContext): Cut {
  return (table) => {
    const rows = rowsOf(table, cuttable);
    if (rows.length === 0) return null;
    const row = random.pick(rows);
    const figuresAbove = random.chance(0.5);
    const aside = (text: string): [string, string] => (figuresAbove ? [text, ''] : ['', text]);
    // Without a weight the target alone shows which half is the row: it stays whole then, and so does what stands after it.
    const weighed = table.cells.some((cell) => cell.row === row && named(cell, 'weight'));
    const doubled = doubleRow(table, row, (cell) => {
      const prose =
        named(cell, 'level3') ||
        ((weighed || named(cell, 'description')) && cell.role === 'text' && random.chance(0.5));
      const long =
        prose || (weighed && cell.role === 'value' && cell.text.length > 9 && random.chance(0.3));
      return (long ? cutText(cell.text, random) : null) ?? aside(cell.text);
    });
    return cutTable(doubled, row + 1, shareLabel(random, context, row, random.chance(0.3)));
  };
}

/** Cuts a label that wraps over the page's end; the row's own cells all stand above: `⇥度指 标⇥⇥⇥⇥`. */
export function labelTail(random: Random, context: DamageContext): Cut {
  return (table) => {
    const rows = rowsOf(
      table,
      (cells, kind) =>
        kind === 'indicator' &&
        filledIn(cells) &&
        cells.some((cell) => cell.role === 'level' && cell.rowSpan === 1),
    );
    if (rows.length === 0 || repeatsLabels(context)) return null;
    const row = random.pick(rows);
    return cutTable(doubleRow(table, row, whole), row + 1, shareLabel(random, context, row, true));
  };
}

/** A label alone above the cut, its rows all below: `可持续影响指标⇥⇥⇥⇥` */
export function labelAbove(random: Random, context: DamageContext): Cut {
  return (table) => {
    const rows = rowsOf(
      table,
      (cells, kind) =>
        kind === 'indicator' && filledIn(cells) && cells.some((cell) => named(cell, 'level2')),
    );
    if (rows.length === 0 || repeatsLabels(context)) return null;
    const row = random.pick(rows);
    const rest = shareLabel(random, context, row, false);
    return cutTable(
      doubleRow(table, row, (cell) => ['', cell.text]),
      row + 1,
      (cell) => (cell.row === row && cell.role === 'level' ? [cell.text, ''] : rest(cell)),
    );
  };
}

export function throughGoal(random: Random): Cut {
  return (table) => {
    const row = table.rows.indexOf('goal');
    if (table.rows[row - 1] !== 'goal-header') return null;
    const long = table.cells.some(
      (cell) => cell.row === row && cell.role === 'text' && cell.text.length > 12,
    );
    if (row === -1 || !long) return null;
    const doubled = doubleRow(
      table,
      row,
      (cell) => (cell.text.length > 12 ? cutText(cell.text, random) : null) ?? [cell.text, ''],
    );
    return cutTable(doubled, row + 1, whole);
  };
}
