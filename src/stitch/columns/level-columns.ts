import { findLabel, findLevel1, findLevel2 } from '../../lexicon/index.ts';
import { shownSlots } from '../blocks/label-values.ts';
import { withRole } from './with-role.ts';
import type { Piece } from '../../model/index.ts';
import type { Column, Item, Role, Slot } from '../types.ts';

/** So many rows below a heading are asked what they hold. */
export const rowsAsked = 4;

/** The level whose labels a column holds. 满意度指标 and 成本指标 are of both: the lower one, unless another row tells. */
function levelHeld({ from, to }: Column, rows: readonly Item[]): Role | null {
  const texts = rows.flatMap(
    ({ slots }) =>
      slots.find((slot) => slot.piece !== null && slot.column >= from && slot.column <= to)?.piece
        ?.text ?? [],
  );
  const levels = texts.map((text): readonly Role[] => [
    ...(findLevel2(text) === null ? [] : ['level2' as const]),
    ...(findLevel1(text) === null ? [] : ['level1' as const]),
  ]);
  const known = levels.filter((found) => found.length > 0);
  // One group in words of its own (满意) among those that we know.
  if (known.length === 0 || known.length < levels.length - (known.length > 1 ? 1 : 0)) return null;
  return (known.find((found) => found.length === 1) ?? known[0])?.[0] ?? null;
}

/** The cells below a heading, row by row. */
function cellsBelow({ from, to }: Column, rows: readonly Item[]): readonly (readonly Slot[])[] {
  return rows.map(({ slots }) =>
    slots.filter(({ piece, column }) => piece !== null && column >= from && column <= to),
  );
}

/** What the texts of a row's first cells must be. */
type Labels = readonly ((text: string) => unknown)[];

/**
 * Where every row has so many cells below one heading, each under the one above it, and most rows begin with such labels: the
 * first column of each cell but the first; null elsewhere.
 */
function dividedAt(
  column: Column,
  rows: readonly Item[],
  count: number,
  labels: Labels,
): readonly number[] | null {
  const below = cellsBelow(column, rows);
  const starts = (below[0] ?? []).map((slot) => slot.column);
  const even = below.every(
    (slots) =>
      slots.length === count && slots.every((slot, at) => at === 0 || slot.column === starts[at]),
  );
  const labelled = below.filter((slots) =>
    labels.every((find, at) => find(slots[at]?.piece?.text ?? '') !== null),
  ).length;
  return even && labelled * 2 > below.length ? starts.slice(1) : null;
}

/** 指标名称 over the second level and the names: a column each. */
function withLevelBesideName(columns: readonly Column[], rows: readonly Item[]): readonly Column[] {
  const at = columns.findIndex(({ role }) => role === 'level3');
  const column = columns[at];
  const [name] = (column && dividedAt(column, rows, 2, [findLevel2])) ?? [];
  if (column === undefined || name === undefined) return columns;
  return [
    ...columns.slice(0, at),
    { ...withRole(column, 'level2'), to: name - 1, heading: null },
    { ...column, from: name },
    ...columns.slice(at + 1),
  ];
}

/** Divides a heading's column that stands over several levels, and maybe over the names, into theirs. */
function divideLevels(columns: readonly Column[], rows: readonly Item[]): readonly Column[] {
  const at = columns.findIndex(
    ({ role, from, to }) =>
      role === 'level1' ||
      role === 'other' ||
      (to > from && (role === 'block' || role === 'level3')),
  );
  const column = columns[at];
  if (column === undefined || columns.some(({ role }) => role === 'level2')) return columns;
  const named = columns.some((own) => own !== column && own.role === 'level3');
  const levels = [findLevel1, findLevel2];
  const starts =
    (named ? null : dividedAt(column, rows, 3, levels)) ?? dividedAt(column, rows, 2, levels);
  if (starts === null) return withLevelBesideName(columns, rows);
  const [second = column.to, third] = starts;
  const upper: Column = { ...withRole(column, 'level1'), to: second - 1 };
  const lower: Column = {
    ...withRole(column, 'level2'),
    from: second,
    to: third === undefined ? column.to : third - 1,
    heading: null,
  };
  const names: Column[] =
    third === undefined ? [] : [{ ...withRole(column, 'level3'), from: third, heading: null }];
  return [...columns.slice(0, at), upper, lower, ...names, ...columns.slice(at + 1)];
}

/** 一、产出指标 across a row of its own: level 1 has no column, and is what such rows say. */
function withGroupRows(columns: readonly Column[], rows: readonly Item[]): readonly Column[] {
  return columns.some(({ role }) => role === 'level1') || !rows.some((row) => groupOf(row) !== null)
    ? columns
    : [{ role: 'level1', from: -1, to: -1, heading: null }, ...columns];
}

/** The label of level 1 that a row says and nothing else, in a cell across its columns; null for any other row. */
export function groupOf(item: Item): Piece | null {
  const [group, ...more] = item.geometry === 'spans' ? shownSlots(item) : [];
  return group !== undefined && more.length === 0 && group.span > 2
    ? findLevel1(group.piece.text) && group.piece
    : null;
}

/** A column under words that we do not know (指标类别, 考核维度) is a level's where the rows below hold that level's labels. */
export function withLevelColumns(
  named: readonly Column[],
  below: readonly Item[],
): readonly Column[] {
  const rows = below.filter(({ kind }) => kind === 'row');
  const columns = rows.length === 0 ? named : withGroupRows(divideLevels(named, rows), rows);
  const hasLevels = columns.some(({ role }) => role === 'level1' || role === 'level2');
  const taken = new Set(columns.map(({ role }) => role));
  return columns.map((column) => {
    const unknown =
      column.role === 'other' && column.heading !== null && findLabel(column.heading.text) === null;
    const level =
      unknown || (column.role === 'block' && !hasLevels) ? levelHeld(column, rows) : null;
    if (level === null || taken.has(level)) return column;
    taken.add(level);
    return withRole(column, level);
  });
}
