import { findLabel, findLevel1, findLevel2 } from '../../lexicon/index.ts';
import { withRole } from './with-role.ts';
import type { Column, Item, Role } from '../types.ts';

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
  if (texts.length === 0 || levels.some((found) => found.length === 0)) return null;
  return (levels.find((found) => found.length === 1) ?? levels[0])?.[0] ?? null;
}

/** A column under words that we do not know (指标类别, 考核维度) is a level's where the rows below hold that level's labels. */
export function withLevelColumns(
  columns: readonly Column[],
  below: readonly Item[],
): readonly Column[] {
  const rows = below.filter(({ kind }) => kind === 'row');
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
