import { findLevel1, findLevel2, isLevelFragment } from '../../lexicon/index.ts';
import type { AlignedRow, Column, Role } from '../types.ts';

/** Roles whose column says that a row is an indicator, and no half of a label. */
const values: ReadonlySet<Role> = new Set<Role>(['target', 'actual', 'weight', 'score']);

function moved(row: AlignedRow, from: number, to: number): AlignedRow {
  const pieces = row.pieces.map((piece, index) =>
    index === to ? (row.pieces[from] ?? null) : index === from ? null : piece,
  );
  const covered = new Set(row.covered);
  if (covered.delete(from)) covered.add(to);
  return { ...row, pieces, covered, wide: new Set([...(row.wide ?? []), from]) };
}

/**
 * A cell over two levels stands where the first of them does, with a blank behind it. It says what the lower one asks for:
 * 服务对象满意度指标 over levels 1 and 2 is the second, an indicator's name over levels 2 and 3 the third.
 */
export function withWideLabels(row: AlignedRow, columns: readonly Column[]): AlignedRow {
  const at = (role: Role): number => columns.findIndex((column) => column.role === role);
  const text = (index: number): string | null => row.pieces[index]?.text ?? null;
  const [level1, level2, level3] = [at('level1'), at('level2'), at('level3')];
  const valued = columns.some(({ role }, index) => values.has(role) && text(index) !== null);
  const first = text(level1);
  let mended = row;
  if (first !== null && level2 >= 0 && text(level2) === null && isOnlyLevel2(first))
    mended = moved(mended, level1, level2);
  const second = mended.pieces[level2]?.text;
  if (
    valued &&
    second !== undefined &&
    isName(second) &&
    level3 > level2 &&
    mended.pieces[level3] == null &&
    !mended.covered.has(level2)
  )
    mended = moved(mended, level2, level3);
  return mended;
}

/** 受益群众满意度 without a name beside it is one; with 指标 behind, it is the group's label. */
function isName(text: string): boolean {
  if (/指标$/.test(text) || findLevel1(text) !== null) return false;
  const level2 = findLevel2(text);
  return level2 === null ? !isLevelFragment(text) : level2.groups.includes('满意度指标');
}

function isOnlyLevel2(text: string): boolean {
  return findLevel2(text) !== null && findLevel1(text) === null;
}
