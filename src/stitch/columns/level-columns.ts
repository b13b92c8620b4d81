import { findLabel, findLevel1, findLevel2 } from '../../lexicon/index.ts';
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

/**
 * Where the rows below one heading hold labels of level 1 and, behind them, of level 2, each in a column of its own: the first
 * column of the second; null elsewhere.
 */
function secondLevel({ from, to }: Column, rows: readonly Item[]): number | null {
  if (to === from) return null;
  const below = rows.map(({ slots }) =>
    slots.filter(({ piece, column }) => piece !== null && column >= from && column <= to),
  );
  const second = below[0]?.[1]?.column;
  const isOf = (slot: Slot | undefined, find: (text: string) => unknown): boolean =>
    slot?.piece != null && find(slot.piece.text) !== null;
  const divided = below.every((slots) => slots.length === 2 && slots[1]?.column === second);
  const levels = below.filter(
    (slots) => isOf(slots[0], findLevel1) && isOf(slots[1], findLevel2),
  ).length;
  return divided && second !== undefined && levels * 2 > below.length ? second : null;
}

/** 绩效指标 over both levels and the names: the first columns of the second and the third; null elsewhere. */
function threeLevels(
  { from, to }: Column,
  rows: readonly Item[],
): readonly [number, number] | null {
  if (to - from < 2) return null;
  const below = rows.map(({ slots }) =>
    slots.filter(({ piece, column }) => piece !== null && column >= from && column <= to),
  );
  const [second, third] = [below[0]?.[1]?.column, below[0]?.[2]?.column];
  const divided = below.every(
    (slots) => slots.length === 3 && slots[1]?.column === second && slots[2]?.column === third,
  );
  const levels = below.filter(
    ([one, other]) =>
      findLevel1(one?.piece?.text ?? '') !== null && findLevel2(other?.piece?.text ?? '') !== null,
  ).length;
  return divided && second !== undefined && third !== undefined && levels * 2 > below.length
    ? [second, third]
    : null;
}

/** 指标名称 over the second level and the names: a column each. */
function withLevelBesideName(columns: readonly Column[], rows: readonly Item[]): readonly Column[] {
  const at = columns.findIndex(({ role }) => role === 'level3');
  const column = columns[at];
  if (column === undefined || column.to === column.from) return columns;
  const below = rows.map(({ slots }) =>
    slots.filter(
      ({ piece, column: own }) => piece !== null && own >= column.from && own <= column.to,
    ),
  );
  const name = below[0]?.[1]?.column;
  const divided =
    name !== undefined &&
    below.every((slots) => slots.length === 2 && slots[1]?.column === name) &&
    below.filter(([first]) => findLevel2(first?.piece?.text ?? '') !== null).length * 2 >
      below.length;
  return divided
    ? [
        ...columns.slice(0, at),
        { ...withRole(column, 'level2'), to: name - 1, heading: null },
        { ...column, from: name },
        ...columns.slice(at + 1),
      ]
    : columns;
}

/** Divides such a heading's column in two. */
function divideLevels(columns: readonly Column[], rows: readonly Item[]): readonly Column[] {
  const at = columns.findIndex(
    ({ role, from, to }) =>
      role === 'level1' ||
      role === 'other' ||
      (to > from && (role === 'block' || role === 'level3')),
  );
  const column = columns[at];
  if (column === undefined || columns.some(({ role }) => role === 'level2')) return columns;
  const three = threeLevels(column, rows);
  if (three !== null && columns.every((own) => own === column || own.role !== 'level3'))
    return [
      ...columns.slice(0, at),
      { ...withRole(column, 'level1'), to: three[0] - 1 },
      { ...withRole(column, 'level2'), from: three[0], to: three[1] - 1, heading: null },
      { ...withRole(column, 'level3'), from: three[1], heading: null },
      ...columns.slice(at + 1),
    ];
  const second = secondLevel(column, rows);
  if (second === null) return withLevelBesideName(columns, rows);
  const upper: Column = { ...withRole(column, 'level1'), to: second - 1 };
  const lower: Column = { ...withRole(column, 'level2'), from: second, heading: null };
  return [...columns.slice(0, at), upper, lower, ...columns.slice(at + 1)];
}

/** 一、产出指标 across a row of its own: level 1 has no column, and is what such rows say. */
function withGroupRows(columns: readonly Column[], rows: readonly Item[]): readonly Column[] {
  return columns.some(({ role }) => role === 'level1') || !rows.some((row) => groupOf(row) !== null)
    ? columns
    : [{ role: 'level1', from: -1, to: -1, heading: null }, ...columns];
}

/** The label of level 1 that a row says and nothing else, in a cell across its columns; null for any other row. */
export function groupOf({ geometry, slots }: Item): Piece | null {
  const own = slots.filter(({ piece, covered }) => piece !== null && !covered);
  const [group] = own;
  return geometry === 'spans' && own.length === 1 && group?.piece != null && group.span > 2
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
