import { joinPieces, type Piece } from '../../model/index.ts';
import { findLevel1, findLevel2, guessHeading, lengths, type Term } from '../../lexicon/index.ts';
import { printedFigure } from '../../number/index.ts';
import { isOfOtherYear, lastYear } from './years.ts';
import { settle } from './settle.ts';
import { isTaskWord, needed, roleOf, roleOfTerm, termsOf } from './roles.ts';
import { memoRows } from '../cover/memo.ts';
import { belowBlock, isBlockFragment, type Stack, stackRole, stacksOf } from './stacks.ts';
import { goalRoles, isGoalWord } from './goal-roles.ts';
import type { Column, Item, Role, TableKind } from '../types.ts';

/** A row (or up to three rows that together make one) that names a table's columns. */
export interface Heading {
  readonly kind: TableKind;
  readonly columns: readonly Column[];
  /** How many items it takes. */
  readonly length: number;
  /** A level label that strayed into the heading row. */
  readonly stranded: readonly Piece[];
  /** Too few words are known: what stands below has to tell the rest. */
  readonly open?: boolean | undefined;
}

function guess(
  stack: Stack,
  kind: TableKind,
  named: readonly (Role | null)[],
  stackIndex: number,
): Role {
  const text = joinPieces(stack.pieces)?.text;
  if (text === undefined || (kind === 'goal' && text === '序号')) return 'blank';
  if (kind === 'goal')
    return named.slice(0, stackIndex).every((role) => role === null || role === 'block')
      ? 'block'
      : 'other';
  // The corner of the funds names their block, whatever it says of money: 预算及支出.
  const corner = kind === 'funds' && stackIndex === 0;
  const term = corner || isOfOtherYear(text) ? null : guessHeading(text, termsOf[kind]);
  const role = term === null ? undefined : roleOfTerm[kind][term];
  return role === undefined || named.includes(role) ? 'other' : role;
}

const stacked = memoRows((items: readonly Item[]) => withMeasures(stacksOf(items)));

/** 数值 | 单位 below 实际: the parts of one value, which needs no column each. */
function withMeasures(stacks: readonly Stack[]): Stack[] {
  const merged: Stack[] = [];
  for (const stack of stacks) {
    const before = merged.at(-1);
    const over = stack.pieces.at(-2);
    const parts =
      before !== undefined &&
      over !== undefined &&
      before.pieces.at(-2)?.units[0] === over.units[0] &&
      saysReached(over.text) &&
      /^(?:数值|值|完成值|数)$/u.test(before.pieces.at(-1)?.text ?? '') &&
      /^(?:计量)?单位$/u.test(stack.pieces.at(-1)?.text ?? '');
    if (parts)
      merged.splice(-1, 1, { ...before, to: stack.to, pieces: before.pieces.slice(0, -1) });
    else merged.push(stack);
  }
  return merged;
}

const reached: ReadonlySet<Term> = new Set<Term>(['actual']);

function saysReached(text: string): boolean {
  return roleOf(text, 'indicators') === 'actual' || guessHeading(text, reached) !== null;
}
const read: Record<TableKind, (items: readonly Item[]) => Heading | null> = {
  indicators: memoRows((items) => readStacks(items, 'indicators')),
  funds: memoRows((items) => readStacks(items, 'funds')),
  goal: memoRows((items) => readStacks(items, 'goal')),
};

export function readHeading(items: readonly Item[], kind: TableKind): Heading | null {
  return read[kind](items);
}

/** Kinds of tables whose columns what stands below may tell. */
export type OpenKind = 'indicators' | 'funds';

const readOpen: Record<OpenKind, (items: readonly Item[]) => Heading | null> = {
  indicators: memoRows((items) => openStacks(items, 'indicators')),
  funds: memoRows((items) => openStacks(items, 'funds')),
};

/**
 * Rows of which too few words are known to head a table of a kind, but one at least: what stands below has to tell the rest
 * (`isWhole` says whether it does).
 */
export function readOpenHeading(items: readonly Item[], kind: OpenKind): Heading | null {
  return readOpen[kind](items);
}

function openStacks(items: readonly Item[], kind: OpenKind): Heading | null {
  return readHeading(items, kind) === null ? readStacks(items, kind, true) : null;
}

/**
 * Whether columns, told or named, are all that a heading needs: of the indicators groups and names of rows, and what they
 * reach; of the funds two amounts beside the rows' labels.
 */
export function isWhole(columns: readonly Column[], kind: TableKind): boolean {
  const roles = new Set(columns.map(({ role }) => role));
  if (kind === 'funds') return needed.funds(roles);
  return (roles.has('level1') || roles.has('level2')) && needed.indicators(roles);
}

/** No fewer words make a heading. */
const fewest: Record<TableKind, number> = { indicators: 2, funds: 2, goal: 1 };

function readStacks(items: readonly Item[], kind: TableKind, open = false): Heading | null {
  const stacks = stacked(items);
  if (stacks.filter(({ pieces }) => pieces.length > 0).length < fewest[kind]) return null;
  const named = kind === 'goal' ? goalRoles(stacks) : stacks.map((stack) => stackRole(stack, kind));
  const guessed = stacks.map((stack, index) => named[index] ?? guess(stack, kind, named, index));
  const levels = guessed.filter((role) => role.startsWith('level')).length;
  // Words that only resemble some count beside two levels.
  const counted = (kind === 'indicators' && levels >= 2) || open ? guessed : named;
  const roles = new Set(counted.filter((role) => role !== null));
  if (
    open ? ![...roles].some((role) => role !== 'other' && role !== 'blank') : !needed[kind](roles)
  )
    return null;
  if (kind === 'funds' && stacks.some(({ pieces }) => pieces.some(({ text }) => isTaskWord(text))))
    return null;
  const unknown = stacks.filter((stack, index) => named[index] === null && stack.pieces.length > 0);
  const stranded = unknown.filter((stack) =>
    stack.pieces.some((piece) => findLevel1(piece.text) ?? findLevel2(piece.text)),
  );
  if (kind === 'goal' && unknown.some((stack) => !isGoalWord(stack, stack === stacks[0])))
    return null;
  if (
    unknown.some((stack) =>
      stack.pieces.some(
        (piece) => printedFigure(piece.text).kind === 'number' || piece.text.length > lengths.name,
      ),
    )
  )
    return null;
  const columns = stacks.map((stack, index): Column => ({
    role:
      named[index] ??
      (stranded.includes(stack) || (index === 0 && isBlockFragment(stack))
        ? 'block'
        : guess(stack, kind, named, index)),
    from: stack.from,
    to: stack.to,
    heading: joinPieces(kind === 'indicators' ? belowBlock(stack.pieces) : stack.pieces),
  }));
  return {
    kind,
    columns: settle(lastYear(columns), kind),
    length: items.length,
    stranded: stranded.flatMap((stack) => stack.pieces),
    open,
  };
}

export function unknownCount(heading: Heading): number {
  return heading.columns.filter(({ role, heading: text }) => role === 'other' && text !== null)
    .length;
}

/** Columns whose words are known as they stand, not guessed from a part of them. */
export function exactCount(heading: Heading): number {
  return heading.columns.filter(
    ({ heading: text }) => text !== null && roleOf(text.text, heading.kind) !== null,
  ).length;
}

export function knownCount(heading: Heading): number {
  return heading.columns.filter(({ role }) => role !== 'other' && role !== 'blank').length;
}

/** Whether the first row takes part in the heading, and is not just any row above it. */
export function needsFirst(items: readonly Item[], index: number, heading: Heading): boolean {
  const without = readHeading(items.slice(index + 1, index + heading.length), heading.kind);
  return without === null || knownCount(without) < knownCount(heading);
}
