import { names } from '../../lexicon/index.ts';
import type { Piece } from '../../model/index.ts';
import { printedFigure } from '../../number/index.ts';
import { fundRole } from '../columns/roles.ts';
import type { OpenTable } from '../tables/tables.ts';
import type { Column, Role } from '../types.ts';

/** A word above the tasks' figures, and the one above that and others: 全年预算数 over 总额 | 财政拨款. */
interface Word {
  readonly piece: Piece;
  readonly group?: Piece;
}

/** The row below a table of tasks that sums up their money, as the funds of the form. */
interface TaskTotal {
  readonly table: OpenTable;
  /** The words of which the table holds a figure. */
  readonly taken: ReadonlySet<number>;
}

/** 金额合计, 合计: what the row that sums up the tasks' money is called. */
export function isTaskTotal(text: string): boolean {
  return /^(?:金额|资金|预算|经费)?(?:合计|总计)[:：]?$/u.test(text);
}

/** What a column says of the total: by its own word, or as the sum of the group that it stands in. */
function roleOf({ piece, group }: Word): Role | null {
  if (group !== undefined)
    return names(piece.text, 'fundTotal', 'total') ? roleOf({ piece: group }) : null;
  return fundRole(piece.text) ?? (names(piece.text, 'budget') ? 'annualBudget' : null);
}

function isFigure(piece: Piece | null): piece is Piece {
  return piece !== null && printedFigure(piece.text).kind === 'number';
}

/** The total of the tasks' money; null where its row says nothing of what was planned or spent. */
export function readTaskTotal(
  label: Piece,
  words: readonly Word[],
  values: readonly (Piece | null)[],
): TaskTotal | null {
  const columns: Column[] = [{ role: 'fundLabel', from: 0, to: 0, heading: null }];
  const pieces: (Piece | null)[] = [label];
  const taken = new Set<number>();
  words.forEach((word, index) => {
    const role = roleOf(word);
    const value = values[index] ?? null;
    if (role === null || !isFigure(value) || columns.some((column) => column.role === role)) return;
    const heading = word.group ?? word.piece;
    columns.push({ role, from: columns.length, to: columns.length, heading });
    pieces.push(value);
    taken.add(index);
  });
  if (!columns.some(({ role }) => role === 'annualBudget' || role === 'executed')) return null;
  const row = { pieces, covered: new Set<number>(), gap: false, geometry: 'spans' } as const;
  return { table: { columns, rows: [row], stranded: [] }, taken };
}
