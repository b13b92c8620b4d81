import { findTitle, guessHeading, isListTitle, names } from '../../lexicon/index.ts';
import type { Note } from '../../model/index.ts';
import { shownSlots } from '../blocks/label-values.ts';
import { note } from '../notes.ts';
import { unitsOf } from '../rows/moves.ts';
import type { Column, Item, WholeForm } from '../types.ts';
import { onlyText, type Segment } from './segment.ts';

/** Words over a column that says how points are given, or what an indicator means. */
const criteria = /标准|细则|解释|说明|要点|内涵|办法|方法|依据/;

function says(column: Column, ...terms: Parameters<typeof names>[1][]): boolean {
  const text = column.heading?.text;
  return (
    text !== undefined &&
    (names(text, ...terms) || terms.some((term) => term === guessHeading(text)))
  );
}

/**
 * Whether a form sets how points are given and nothing to reach: a column of criteria, none of values, no money, no goal.
 *
 * @param named whether its title calls it a score sheet: then no column need say so
 */
export function isScoreSheet(form: WholeForm, named: boolean): boolean {
  const { indicatorColumns, funds, goals, pairs } = form;
  const reaches = indicatorColumns.some((column) =>
    says(column, 'target', 'targetSign', 'targetUnit', 'goalExpected', 'actual', 'goalActual'),
  );
  const ruled = indicatorColumns.some(
    (column) => says(column, 'scoringRule') || criteria.test(column.heading?.text ?? ''),
  );
  const aims =
    goals.size > 0 ||
    pairs.some(
      ({ terms, value }) => value !== null && terms.some((term) => term.startsWith('goal')),
    );
  return (named || ruled) && !reaches && !aims && funds.length === 0;
}

/** So near below its title stands a table. */
const nearBelow = 8;

/** So many cells make a row of a table. */
const leastCells = 3;

function hasTable(items: readonly Item[]): boolean {
  return items.some(
    (item) =>
      (item.kind === 'row' && shownSlots(item).length >= leastCells) ||
      names(onlyText(item) ?? '', 'level1'),
  );
}

/**
 * Names a part of a document that holds a table of a kind that is not read: by its title, else by the last line that stands
 * above its first row.
 */
export function otherKind(items: readonly Item[], segment: Segment): Note | null {
  const own = items.slice(segment.from, segment.to);
  if (!hasTable(own)) return null;
  const { title } = segment;
  if (title !== null) return noteOf(title.title.text, items.slice(title.from, title.to));
  const row = items.findIndex(
    (item, index) =>
      index >= segment.from && item.kind === 'row' && shownSlots(item).length >= leastCells,
  );
  const above = items
    .slice(Math.max(0, row - 4), row)
    .findLast((item) => /(?:表|体系|标准)(?:[(（][^()（）]*[)）])?$/u.test(onlyText(item) ?? ''));
  const named = above ?? items[row];
  return named === undefined ? null : noteOf(onlyText(named) ?? '', [named]);
}

/** The tables of the family in a document without any form: 项目支出绩效自评汇总表. */
export function kindsIn(items: readonly Item[]): Note[] {
  return items.flatMap((item, index) => {
    const text = onlyText(item) ?? '';
    const titled = isListTitle(text) || namesOtherKind(text);
    return titled && hasTable(items.slice(index + 1, index + nearBelow))
      ? [noteOf(text, [item])]
      : [];
  });
}

function namesOtherKind(text: string): boolean {
  const kind = findTitle(text)?.kind;
  return kind === 'other' || kind === 'scores';
}

function noteOf(title: string, items: readonly Item[]): Note {
  return note('other-kind', { title: title.slice(0, 40) }, items.flatMap(unitsOf));
}
