import { findTitle, names, headTerms } from '../../lexicon/index.ts';
import { findHeading } from '../columns/headings.ts';
import { shownSlots } from '../blocks/label-values.ts';
import {
  findSegments,
  isContinued,
  isHeadRow,
  isOurs,
  namesProject,
  onlyText,
  projectOf,
  type Segment,
} from './segment.ts';
import { isTotalRow } from '../blocks/total-row.ts';
import type { Feed } from '../read/feed.ts';
import type { Item } from '../types.ts';

/** So many of a form's first items may be printed again at the top of a page: all down to the indicators' heading. */
const mostAgain = 30;
/** The first of them stands near the form's start. */
const nearStart = 8;

function isAlike(one: Item, other: Item): boolean {
  const [words, others] = [shownSlots(one), shownSlots(other)];
  if (
    words.length === others.length &&
    words.every(({ piece }, index) => piece.text === others[index]?.piece.text)
  )
    return true;
  const title = words.length === 1 ? findTitle(onlyText(one) ?? '') : null;
  return title !== null && isContinued(title.text) && findTitle(onlyText(other) ?? '') !== null;
}

/**
 * How many items from an index on are those that begin the form, printed again at the top of a page: Word's repeated header
 * rows, a report's page header (title, 项目名称, column headings). None where neither a title nor 项目名称 begins them.
 *
 * @param start the form's first item
 */
export function printedAgain(items: readonly Item[], start: number, index: number): number {
  const item = items[index];
  const before = items[index - 1];
  if (item === undefined || before === undefined || (item.page ?? 0) - (before.page ?? 0) > 1)
    return 0;
  let own = start;
  while (own < Math.min(index, start + nearStart) && !isAlike(item, items[own] as Item)) own += 1;
  let length = 0;
  let named: Item | null = null;
  for (const end = Math.min(index, start + mostAgain); own < end; own += 1) {
    const next = items[index + length];
    if (next === undefined || !isAlike(next, items[own] as Item)) continue;
    // A head names one project of each level.
    if (namesProject(next)) {
      if (named !== null && projectOf(named).level >= projectOf(next).level) break;
      named = next;
    }
    length += 1;
  }
  const run = items.slice(index, index + length);
  const known = named !== null || (length > 0 && findTitle(onlyText(item) ?? '') !== null);
  return known && !isCopy(run, index - start, items[index + length]) ? length : 0;
}

/**
 * Whether rows go on behind the indicators' heading as they do above, or are all that one of the forms has besides its head: a
 * whole form, printed twice.
 *
 * @param above how many items the form above has
 * @param next the item below
 */
function isCopy(run: readonly Item[], above: number, next: Item | undefined): boolean {
  const headings = run.map((_, index) => findHeading(run, index));
  const at = headings.findIndex((heading) => heading?.kind === 'indicators');
  if (at >= 0 && run.length > at + (headings[at]?.length ?? 0)) return true;
  const ends =
    run.length === above || next === undefined || findTitle(onlyText(next) ?? '') !== null;
  return ends && (headings.some((heading) => heading !== null) || run.some(saysGoal));
}

function saysGoal(item: Item): boolean {
  return shownSlots(item).some(({ piece }) => names(piece.text, 'goalBlock', 'goalExpected'));
}

/** What a form has once that stands between two items: rows of its head, tables, 总分 below indicators. */
function partsIn(
  items: readonly Item[],
  from: number,
  to: number,
  above: ReadonlySet<string>,
): Set<string> {
  const parts = new Set<string>();
  items.slice(from, to).forEach((item, at) => {
    const heading = findHeading(items, from + at);
    if (heading !== null) parts.add(heading.kind);
    if (isTotalRow(item) && (parts.has('indicators') || above.has('indicators')))
      parts.add('total');
    if (!isHeadRow(item)) return;
    for (const term of headTerms)
      if (shownSlots(item).some(({ piece }) => names(piece.text, term))) parts.add(term);
  });
  return parts;
}

/** What rows of two cells say in front of the indicators' heading, by their labels; null without such a heading. */
function saidAbove(items: readonly Item[], from: number, to: number): Map<string, string> | null {
  const said = new Map<string, string>();
  for (let at = from; at < to; at += 1) {
    if (findHeading(items, at)?.kind === 'indicators') return said;
    const [label, value, ...more] = shownSlots(items[at] as Item);
    if (label !== undefined && value !== undefined && more.length === 0)
      said.set(label.piece.text, value.piece.text);
  }
  return null;
}

/** Whether rows in front of both headings say under one label what differs, as two forms of one project do. */
function saysOther(items: readonly Item[], last: Segment, head: number, segment: Segment): boolean {
  const above = saidAbove(items, last.from, head);
  const below = above && saidAbove(items, head, segment.to);
  if (above === null || below === null) return false;
  return [...below].some(([label, value]) => (above.get(label) ?? value) !== value);
}

/** Where a form's title stands, or its 项目名称. */
function headOf(items: readonly Item[], { title, from, to }: Segment): number {
  let index = title?.from ?? from;
  while (title === null && index < to - 1 && !namesProject(items[index])) index += 1;
  return index;
}

/**
 * Cuts a document into forms. A head that is printed again at the top of a page begins none, unless parts stand below it that
 * the form above has had, as where every form has a page of its own. (The indicators' heading may be printed again.)
 */
export function* findForms(rows: Feed): Generator<Segment> {
  const { items } = rows;
  let last: Segment | undefined;
  // What the last form has had, looked for only where its head is printed again.
  let above: Set<string> | null = null;
  for (const segment of findSegments(rows)) {
    const head = headOf(items, segment);
    const again = last === undefined ? 0 : headAgain(items, last, segment, head);
    if (last === undefined || again === 0) {
      if (last !== undefined) yield last;
      last = segment;
      above = null;
      continue;
    }
    const had: Set<string> = above ?? partsIn(items, last.from, head, new Set());
    const below = partsIn(items, head + again, segment.to, had);
    const goesOn =
      ![...below].some((part) => had.has(part === 'indicators' ? 'total' : part)) &&
      !(below.has('indicators') && saysOther(items, last, head, segment));
    if (!goesOn) yield last;
    last = goesOn ? { ...last, to: segment.to } : segment;
    above = goesOn ? new Set([...had, ...below]) : below;
  }
  if (last !== undefined) yield last;
}

/** How many items at a segment's head are those of the form above it, and none names another project below them. */
function headAgain(items: readonly Item[], form: Segment, segment: Segment, head: number): number {
  const again =
    segment.title !== null && !isOurs(segment.title)
      ? 0
      : printedAgain(items, form.title?.from ?? form.from, head);
  const named =
    items.slice(head, head + again).some(namesProject) ||
    !items.slice(head + again, Math.min(segment.to, head + again + mostAgain)).some(namesProject);
  return named ? again : 0;
}
