import { findLabel, guessHeading, names, type Term } from '../../lexicon/index.ts';
import { costs } from '../cover/settings.ts';
import { shownSlots } from '../blocks/label-values.ts';
import { roleOf } from './roles.ts';
import { bodyBelow, givesHead, holdsMarks, isMark } from './heading-rows.ts';
import {
  exactCount,
  type Heading,
  knownCount,
  needsFirst,
  readHeading,
  unknownCount,
} from './readings.ts';
import type { Item, Role, TableKind } from '../types.ts';

/** 整体目标 | 提升服务水平: a goal beside its label. */
function givesGoal(row: Item): boolean {
  const [label, text, ...more] = shownSlots(row);
  return (
    label !== undefined &&
    text !== undefined &&
    more.length === 0 &&
    names(label.piece.text, 'goalBlock', 'goalExpected', 'goalActual', 'midTermGoal') &&
    findLabel(text.piece.text) === null
  );
}

function headsGoals(row: Item): boolean {
  if (givesGoal(row)) return true;
  const goal = readHeading([row], 'goal');
  return goal !== null && exactCount(goal) >= 2;
}

/** Words of a part of its own: no heading of another kind of table holds them. */
const ofOthers: Record<TableKind, readonly Term[]> = {
  indicators: ['fundsBlock', 'fundTotal', 'fundFiscal', 'goalBlock'],
  funds: ['goalBlock', 'goalExpected', 'goalActual', 'indicatorBlock'],
  goal: ['fundsBlock', 'fundTotal', 'fundFiscal', 'indicatorBlock'],
};

/** A row with a text of its own below more than half of the columns: what an upper row names stands there, no part of its names. */
function fillsColumns(row: Item | undefined, { columns }: Heading): boolean {
  return row !== undefined && shownSlots(row).length * 2 > columns.length;
}

/** What speaks against rows being a heading: words that head no column, rows that add nothing, columns that no such table lacks. */
export function headingCost(
  rows: readonly Item[],
  heading: Heading,
  below: Item | undefined,
): number {
  const { base, unknown, guessed, lacking, needless, toldAgainst } = costs.heading;
  const { kind, columns } = heading;
  const joined = new Set(
    columns.flatMap(({ heading: text }) =>
      text !== null && roleOf(text.text, kind) !== null ? text.units : [],
    ),
  );
  let cost = base;
  for (const { piece } of rows.flatMap(shownSlots)) {
    if (piece.units.every((unit) => joined.has(unit)) || roleOf(piece.text, kind) !== null)
      continue;
    if ((kind === 'goal' && piece.text === '序号') || isMark(piece.text)) continue;
    const known = findLabel(piece.text) !== null || guessHeading(piece.text) !== null;
    cost += known
      ? names(piece.text, ...ofOthers[kind])
        ? unknown
        : guessed
      : /[。；;，,]/.test(piece.text)
        ? toldAgainst
        : unknown;
  }
  if (rows.length > 1 && !needsFirst(rows, 0, heading)) cost += needless;
  if (holdsMarks(below)) cost += needless;
  if (rows.length > 1 && !holdsMarks(rows.at(-1))) {
    const shorter = readHeading(rows.slice(0, -1), kind);
    if (
      shorter !== null &&
      knownCount(shorter) >= knownCount(heading) &&
      exactCount(shorter) >= exactCount(heading) &&
      unknownCount(shorter) <= unknownCount(heading)
    )
      cost += fillsColumns(rows.at(-1), heading) ? needless : guessed;
  }
  if (bodyBelow(rows.at(-1), kind) && rows.length > 1) cost += needless;
  if (rows.some(givesHead)) cost += needless;
  // The goals' own heading is no upper row of another.
  if (kind !== 'goal' && rows.length > 1 && rows.slice(0, -1).some(headsGoals)) cost += needless;
  const has = (...roles: readonly Role[]): boolean =>
    columns.some(({ role }) => roles.includes(role));
  if (kind === 'indicators' && !has('level3')) cost += lacking;
  if (kind === 'indicators' && !has('target', 'actual')) cost += lacking;
  for (const { heading: text, told: byContent } of columns) {
    if (text === null || byContent !== true) continue;
    cost +=
      findLabel(text.text) === null && guessHeading(text.text) === null ? guessed : toldAgainst;
  }
  if (below === undefined) cost += lacking;
  return cost;
}
