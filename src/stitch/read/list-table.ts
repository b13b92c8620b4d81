import {
  findLabel,
  findTitle,
  guessHeading,
  guessPair,
  isListTitle,
  isProjectName,
  names,
  projectLevel,
  provesLabel,
} from '../../lexicon/index.ts';
import type { Piece } from '../../model/index.ts';
import { shownSlots } from '../blocks/label-values.ts';
import { findHeading, findHeadingBelow } from '../columns/headings.ts';
import { fundRole, termsOf } from '../columns/roles.ts';
import { onlyText } from '../segments/segment.ts';
import type { Column, Item, Role } from '../types.ts';

/** A table of many projects: what stands in front of its indicators is a column each (项目名称 | 预算数 | 年度目标 | 一级指标 …). */
export interface ListTable {
  readonly heading: readonly Item[];
  readonly head: readonly Column[];
  /** The first slot column of the indicators. */
  readonly from: number;
  readonly name: number;
  /** The last columns, where they hold each project's 总分 and grade. */
  readonly tail: readonly Column[];
  /** The column of the scores that it sums up. */
  readonly score: Column | null;
  /** Title, unit and the like above it, which hold for each project. */
  readonly above: readonly Item[];
}

/** The table of many projects whose heading begins at an item, or null. */
export function listAt(items: readonly Item[], index: number): ListTable | null {
  const item = items[index];
  if (item?.kind !== 'row' || !shownSlots(item).some(({ piece }) => isProjectName(piece.text)))
    return null;
  const heading = [findHeading(items, index), findHeadingBelow(items, index)].find(
    (found) => found?.kind === 'indicators',
  );
  if (heading == null) return null;
  const start = heading.columns.findIndex(
    ({ role, heading: text }) =>
      role.startsWith('level') ||
      (role === 'block' && text !== null && names(text.text, 'indicatorBlock')),
  );
  const head = heading.columns.slice(0, Math.max(start, 0));
  const levels = head.map(({ heading: text }) =>
    text !== null && isProjectName(text.text) ? projectLevel(text.text) : -1,
  );
  const name = levels.some((level) => level >= 0) ? levels.indexOf(Math.max(...levels)) : -1;
  const from = heading.columns[start]?.from;
  return name < 0 || from === undefined
    ? null
    : {
        heading: items.slice(index, index + heading.length),
        head,
        from,
        name,
        ...closingColumns(heading.columns),
        above: aboveTable(items, index),
      };
}

/** 自评总分 and 自评等次 behind the indicators, a cell a project, and the column of the scores that the one sums up. */
function closingColumns(columns: readonly Column[]): Pick<ListTable, 'tail' | 'score'> {
  const closes = ({ heading }: Column): boolean =>
    heading !== null &&
    (names(heading.text, 'total', 'rating') || namesAmount(lowestWord(heading).text));
  const scores = columns.map(
    ({ heading }) => heading !== null && names(lowestWord(heading).text, 'score'),
  );
  const levels = columns.findIndex(({ role }) => role.startsWith('level'));
  const own = scores.indexOf(true, Math.max(levels, 0));
  // 自评得分 behind the indicators' own 得分 is the project's.
  const end =
    columns.findLastIndex(
      (column, index) => !closes(column) && !(scores[index] === true && index > own),
    ) + 1;
  const score = columns
    .slice(0, end)
    .findLast(({ heading }) => heading !== null && names(lowestWord(heading).text, 'score'));
  return { tail: columns.slice(end), score: score ?? null };
}

const amountRoles = new Set<Role | null>([
  'initialBudget',
  'annualBudget',
  'executed',
  'executionRate',
]);

/** Whether a label names an amount of money, or its rate. */
export function namesAmount(text: string): boolean {
  return amountRoles.has(fundRole(text));
}

function isWord(text: string): boolean {
  return (findLabel(text) ?? guessPair(text) ?? guessHeading(text, termsOf.funds)) !== null;
}

/** A column's own words below those of its group: 年初预算数 below 预算执行（10分）. */
export function lowestWord(heading: Piece): Piece {
  const text = heading.units.at(-1)?.raw.replace(/\s/g, '') ?? '';
  // Words above them that nobody knows are part of the label: they would be lost.
  const known = heading.units.slice(0, -1).every(({ raw }) => provesLabel(raw));
  return heading.units.length > 1 && known && isWord(text)
    ? { text, units: heading.units }
    : heading;
}

/** So many items may stand between a table's title and its heading. */
export const mostAbove = 5;

function aboveTable(items: readonly Item[], index: number): Item[] {
  for (let at = index - 1; at >= Math.max(0, index - mostAbove); at -= 1) {
    const text = onlyText(items[at] as Item) ?? '';
    if (findTitle(text) !== null || isListTitle(text)) return items.slice(at, index);
  }
  return [];
}
