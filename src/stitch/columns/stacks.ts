import { joinPieces, type Piece } from '../../model/index.ts';
import { guessHeading, names, type Term } from '../../lexicon/index.ts';
import { isOfOtherYear } from './years.ts';
import { roleOf } from './roles.ts';
import type { Item, Role, TableKind } from '../types.ts';

/** The texts that stand in one column of the heading rows, from top to bottom. */
export interface Stack {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
}

export function stacksOf(items: readonly Item[]): Stack[] {
  const byColumn = new Map<number, Piece[]>();
  const begins = new Set(
    items.flatMap((item) =>
      item.slots.filter(({ covered }) => !covered).map(({ piece }) => piece?.units[0]),
    ),
  );
  for (const item of items) {
    for (const slot of item.slots) {
      // A cell that began above counts where it began: the second row of a heading must not be taken for the whole of it.
      if (slot.covered && !begins.has(slot.piece?.units[0])) continue;
      for (let column = slot.column; column < slot.column + slot.span; column += 1) {
        const pieces = byColumn.get(column) ?? [];
        byColumn.set(column, pieces);
        if (slot.piece !== null && !pieces.some((piece) => piece.units[0] === slot.piece?.units[0]))
          pieces.push(slot.piece);
      }
    }
  }
  const stacks: { from: number; to: number; pieces: Piece[] }[] = [];
  for (const [column, pieces] of [...byColumn].sort(([a], [b]) => a - b)) {
    const last = stacks.at(-1);
    const same =
      last !== undefined &&
      pieces.length > 0 &&
      last.pieces.length === pieces.length &&
      last.pieces.every((piece, index) => piece.units[0] === pieces[index]?.units[0]);
    if (same) last.to = column;
    else stacks.push({ from: column, to: column, pieces });
  }
  return stacks;
}

/** 目标 | 完成 below 指标值: short words that only what stands above them makes a column's. */
function partRole(stack: Stack, kind: TableKind): Role | null {
  const last = stack.pieces.at(-1)?.text ?? '';
  if (kind !== 'indicators' || stack.pieces.length < 2 || last.length > 6) return null;
  const over = roleOf(stack.pieces.at(-2)?.text ?? '', kind);
  if (over !== 'target' && over !== 'actual') return null;
  if (
    /^(?:(?:全年|年末|实际|目标)*(?:完成|达成|实现|执行)(?:情况|值|数)?|实际(?:值|数)?)$/u.test(
      last,
    )
  )
    return 'actual';
  return /^(?:年初|年度|全年|计划|预期|设定)*(?:目标|计划|预期)(?:值|数)?$/u.test(last)
    ? 'target'
    : null;
}

const partTerms: ReadonlySet<Term> = new Set<Term>(['targetSign', 'targetUnit']);

/** A column's role: what all its texts say together, else what the lowest says, else the highest. */
export function stackRole(stack: Stack, kind: TableKind): Role | null {
  const [only, ...more] = stack.pieces;
  if (only !== undefined && more.length === 0) return roleOf(only.text, kind);
  const joined = joinPieces(stack.pieces);
  if (joined === null || isOfOtherYear(joined.text)) return null;
  const part = partRole(stack, kind);
  if (part !== null) return part;
  const [lowest, ...above] = [...stack.pieces].reverse();
  const own = roleOf(joined.text, kind) ?? roleOf(lowest?.text ?? '', kind);
  if (own !== null) return own;
  // 目标值方向符号 below 年度指标值: the lower words tell more, though they only hint.
  const hint = kind === 'indicators' ? guessHeading(lowest?.text ?? '', partTerms) : null;
  if (hint !== null) return hint === 'targetSign' ? 'sign' : 'targetUnit';
  for (const piece of above) {
    const role = roleOf(piece.text, kind);
    if (role !== null) return role;
  }
  return null;
}

/** 绩效指标 over the words of several columns is no part of any. */
export function belowBlock(pieces: readonly Piece[]): readonly Piece[] {
  const [first] = pieces;
  return first !== undefined && pieces.length > 1 && names(first.text, 'indicatorBlock')
    ? pieces.slice(1)
    : pieces;
}

/** 绩效指标 runs down beside the rows: the heading may hold only its first character. */
export function isBlockFragment(stack: Stack): boolean {
  return (
    stack.pieces.length > 0 && stack.pieces.every(({ text }) => /^[绩效指标]{1,4}$/.test(text))
  );
}
