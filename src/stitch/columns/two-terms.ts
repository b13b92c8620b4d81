import type { Piece } from '../../model/index.ts';
import type { OpenTable } from '../tables/tables.ts';
import { withRole } from './with-role.ts';
import type { Column } from '../types.ts';

/** Words for all years of a project together: 长期, 中期, 实施期. */
const longTerm = /[长中]期|实施(?:周)?期|全周期/u;

/** Whether indicators are those of all years together. */
export function isLongTerm(columns: readonly Column[]): boolean {
  return columns.some(
    ({ role, heading }) => role === 'block' && longTerm.test(heading?.text ?? ''),
  );
}

/** Whether the heading of a table names all years together anywhere. */
export function namesLongTerm(columns: readonly Column[]): boolean {
  return columns.some(({ heading }) => longTerm.test(heading?.text ?? ''));
}

/**
 * The block's word that stands alone between two headings is that of all rows between them, whichever of them it is printed
 * beside.
 */
function ownBlocks({ rows, breaks = [] }: OpenTable, at: number): (Piece | null)[] {
  const starts = [0, ...breaks];
  return starts.flatMap((from, index) => {
    const part = rows.slice(from, starts[index + 1] ?? rows.length);
    const words = part.flatMap(({ pieces }) => pieces[at] ?? []);
    const only = breaks.length > 0 && words.length === 1 ? (words[0] ?? null) : null;
    return part.map(() => only);
  });
}

/** 实施期绩效指标 and 年度绩效指标 beside their rows, under one heading: the year's rows, and the others under the name of theirs. */
export function partTerms(table: OpenTable): readonly [OpenTable, OpenTable | null] {
  const at = table.columns.findIndex(({ role }) => role === 'block');
  const blocks: (Piece | null)[] = [];
  const own = ownBlocks(table, at);
  table.rows.forEach(({ pieces }, index) =>
    blocks.push(own[index] ?? pieces[at] ?? blocks.at(-1) ?? null),
  );
  const long = blocks.find((piece) => piece !== null && longTerm.test(piece.text)) ?? null;
  const isLong = (index: number): boolean => longTerm.test(blocks[index]?.text ?? '');
  const annual = table.rows.filter((_, index) => !isLong(index));
  if (long === null || annual.length === 0) return [table, null];
  const columns = table.columns.map((column, index) =>
    index === at ? { ...column, heading: long } : column,
  );
  return [
    { ...table, rows: annual },
    { columns, rows: table.rows.filter((_, index) => isLong(index)), stranded: [] },
  ];
}

function isLongTermGoal(columns: readonly Column[]): boolean {
  return (
    columns.some(({ role, heading }) => role === 'other' && longTerm.test(heading?.text ?? '')) &&
    !columns.some(({ role }) => role === 'goalExpected')
  );
}

/**
 * 实施期目标 | 完成情况 above 年度目标 | 完成情况: what became of the former is none of the year's.
 *
 * @param columns the columns of one of two headings of the goals
 * @param other those of the other
 */
export function setTermAside(
  columns: readonly Column[],
  other: readonly Column[],
): readonly Column[] {
  if (!isLongTermGoal(columns) || isLongTermGoal(other)) return columns;
  return columns.map((column) =>
    column.role === 'goalActual' ? withRole(column, 'other') : column,
  );
}
