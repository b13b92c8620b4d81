import {
  findLabel,
  findLevel1,
  findLevel2,
  findTitle,
  findYearLine,
  hintsGoal,
  isLevelFragment,
  lengths,
} from '../../lexicon/index.ts';
import type { Note, Unit } from '../../model/index.ts';
import { printedAgain } from '../segments/again.ts';
import { joinCutRows } from './cut-rows.ts';
import { namesOtherTable } from '../blocks/other-tables.ts';
import { findHeading } from '../columns/headings.ts';
import { note } from '../notes.ts';
import { isSectionTitle, readPairs, shownSlots } from '../blocks/label-values.ts';
import { withGap } from '../rows/alike.ts';
import { unitsOf } from '../rows/moves.ts';
import { isFurniture, onlyText, type Segment } from '../segments/segment.ts';
import { isLoneFigure, isTotalRow } from '../blocks/total-row.ts';
import type { Item } from '../types.ts';

/** A form's items without what the ends and starts of its pages print. */
interface Cleared {
  readonly items: readonly Item[];
  readonly segment: Segment;
  readonly outside: readonly Unit[];
  readonly notes: readonly Note[];
}

const pageNumber =
  /^[-—–\s.·]*(?:第?\s*\d{1,4}\s*页?|[ivxlIVXL]{1,6})(?:\s*[,，/]?\s*共?\s*\d{1,4}\s*页?)?[-—–\s.·]*$/u;

/** What programs print on each page about the printing: 打印日期：2025-03-05. */
const printout = /^(?:打印|导出|输出|生成)(?:日期|时间|人)[:：]/u;

/** Lines that were met before: in the document, and in the form. */
interface Met {
  /** Printed more than once in the document. */
  readonly repeated: ReadonlySet<string>;
  /** Printed above in the form. */
  readonly above: ReadonlySet<string>;
}

/** Whether a line is none of the form's: a page number, a running head, a stamp between two rows. */
function isPageLine(items: readonly Item[], index: number, met: Met): boolean {
  const item = items[index];
  const text = onlyText(item) ?? '';
  if (item === undefined || text === '' || findYearLine(text) !== null || isTotalRow(item))
    return false;
  if (item.kind === 'row') return isPageRow(items, index, met.repeated);
  if (pageNumber.test(text) || printout.test(text)) return true;
  const gaps = gapsAround(items, index);
  const again =
    met.above.has(text) || (met.repeated.has(text) && readPairs(item, true).pairs.length === 0);
  if (again) return gaps === 2 || (gaps === 1 && text.length >= shortest && !isLevelFragment(text));
  return (
    gaps === 2 &&
    standsBetweenRows(items, index) &&
    isStamp(item, text) &&
    readPairs(item, true).pairs.length === 0
  );
}

/** A number between dashes, or that says page. */
const markedNumber = /[-—–].*[-—–]|页/u;

/**
 * What a page prints that was read as a row of the table: its number, or between two rows, in the first column, what stands in the
 * document again. (Between other rows that is the title of a part, which every form has.)
 */
function isPageRow(items: readonly Item[], index: number, repeated: ReadonlySet<string>): boolean {
  const item = items[index] as Item;
  const text = onlyText(item) ?? '';
  if (pageNumber.test(text)) return markedNumber.test(text);
  if (
    !repeated.has(text) ||
    item.slots[0]?.piece == null ||
    text.length < shortest ||
    !isStamp(item, text)
  )
    return false;
  if (
    isSectionTitle(item) ||
    findTitle(text) !== null ||
    (findLevel1(text) ?? findLevel2(text)) !== null
  )
    return false;
  const isNumber = (at: number): boolean => pageNumber.test(onlyText(items[at] as Item) ?? '');
  let [above, below] = [index - 1, index + 1];
  while (above >= 0 && isNumber(above)) above -= 1;
  while (below < items.length && isNumber(below)) below += 1;
  return isFilled(items[above]) && isFilled(items[below]) && findHeading(items, below) === null;
}

function isFilled(item: Item | undefined): boolean {
  return item?.kind === 'row' && shownSlots(item).length > 2;
}

/** A running head is no shorter where it adjoins a row; pieces of labels are. */
const shortest = 6;
/** So many lines may stand together at a page's end. */
const mostLines = 4;

/** How many gaps, above and below, part a line and those that adjoin it from the rows on both sides. */
function gapsAround(items: readonly Item[], index: number): number {
  let [first, last] = [index, index];
  while (
    items[first]?.gap === false &&
    items[first - 1]?.kind === 'line' &&
    index - first < mostLines
  )
    first -= 1;
  while (
    items[last + 1]?.gap === false &&
    items[last + 1]?.kind === 'line' &&
    last - index < mostLines
  )
    last += 1;
  return (items[first]?.gap === true ? 1 : 0) + (items[last + 1]?.gap === false ? 0 : 1);
}

function standsBetweenRows(items: readonly Item[], index: number): boolean {
  const near = items.slice(Math.max(0, index - mostLines), index + mostLines + 1);
  const at = Math.min(index, mostLines);
  const above = near.slice(0, at).findLast(({ kind }) => kind === 'row');
  const below = near.slice(at + 1).find(({ kind }) => kind === 'row');
  return (
    above?.kind === 'row' &&
    below?.kind === 'row' &&
    above.slots.length > 2 &&
    below.slots.length > 2
  );
}

/** A short line that says nothing which a form says: 仅供公开使用. */
function isStamp(item: Item, text: string): boolean {
  return (
    text.length <= lengths.name &&
    !/[。；;，,：:]|^\d{3}|元[)）]?$/u.test(text) &&
    findLabel(text) === null &&
    !hintsGoal(text) &&
    !isLevelFragment(text) &&
    !namesOtherTable(item)
  );
}

/** So many lines below a 总分 that stands alone may be its figures. */
const totalFigures = 2;

/**
 * Sets aside what is no part of a form but stands between its rows where a page ends: its first rows printed again, its title,
 * page numbers, running heads. The rows on both sides then follow each other, with a gap between them.
 *
 * @param repeated lines that the document prints more than once
 */
export function clearPages(
  items: readonly Item[],
  segment: Segment,
  repeated: ReadonlySet<string>,
): Cleared {
  const { title, from, to } = segment;
  const kept: Item[] = [];
  const outside: Unit[] = [];
  const notes: Note[] = [];
  const above = new Set<string>();
  let own = { from: 0, to: 0 };
  let gap = false;
  let figures = 0;
  let again = 0;
  for (let index = from; index < to; index += 1) {
    const item = items[index];
    if (item === undefined) break;
    const text = onlyText(item) ?? '';
    const inTitle = title !== null && index >= title.from && index < title.to;
    if (inTitle)
      own =
        index === title.from
          ? { from: kept.length, to: kept.length + 1 }
          : { ...own, to: kept.length + 1 };
    if (again === 0 && !inTitle) again = printedAgain(items, from, index);
    const figure = figures > 0 && isLoneFigure(item);
    figures = figure ? figures - 1 : isTotalRow(item) ? totalFigures : 0;
    const furniture = !inTitle && (again > 0 || isFurniture(text, title));
    const line = !inTitle && !furniture && !figure && isPageLine(items, index, { repeated, above });
    if (!furniture && !line) {
      if (item.kind === 'line') above.add(text);
      kept.push(gap ? withGap(item, true) : item);
      gap = false;
      continue;
    }
    outside.push(...unitsOf(item));
    if (again > 0) notes.push(note('heading-repeated', {}, unitsOf(item)));
    if (line && !pageNumber.test(text) && !printout.test(text) && !repeated.has(text))
      notes.push(note('line-between-pages', { text: text.slice(0, 40) }, unitsOf(item)));
    again = Math.max(0, again - 1);
    gap = true;
  }
  const body = joinCutRows(kept.slice(own.to));
  const cleared = [...kept.slice(0, own.to), ...body.value];
  return {
    items: cleared,
    segment: { title: title === null ? null : { ...title, ...own }, from: 0, to: cleared.length },
    outside,
    notes: [...notes, ...body.notes],
  };
}
