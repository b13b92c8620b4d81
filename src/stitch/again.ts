import { findTitle } from '../lexicon/index.ts';
import { findHeading } from './headings.ts';
import { isHeadRow, namesProject, onlyText, tablesIn } from './segment.ts';
import { isTotalRow } from './total.ts';
import type { Item } from './types.ts';

/** A table that goes on from page to page. */
export interface OpenPages {
  /** The page that it reached. */
  readonly page: number;
  /** The rows of its first page that show something. */
  readonly first: readonly Item[];
  /** The rows of the page that it reached, not looked through yet. */
  readonly last: readonly Item[];
  /** The tables whose headings the pages before that one show, and `total` below the indicators' total. */
  readonly seen: ReadonlySet<string>;
}

/** So many rows at the start of a page tell whether a form begins there. */
const headRows = 4;

/**
 * Follows a table over its pages, and says how many rows at the start of a page are those that began it, printed again: Word and
 * LibreOffice repeat a table's first rows (title, 项目名称) on each page. None where a form begins below them, as where every
 * form has a page of its own. A heading or title alone is left to the walk through the form, which knows it.
 *
 * @param open the table that the grid before belongs to
 * @param rows the grid's rows that show something
 */
export function followTable(open: OpenPages | null, page: number | null, rows: readonly Item[]): { open: OpenPages | null; repeated: number } {
  if (page === null || rows[0]?.geometry !== 'spans') return { open: null, repeated: 0 };
  const fresh = { open: { page, first: rows, last: rows, seen: new Set<string>() }, repeated: 0 };
  if (open === null || page !== open.page + 1) return fresh;
  const repeated = rows.findIndex((item, index) => !isAlike(item, open.first[index]));
  if (repeated <= 0 || findHeading(rows, 0) !== null || rows.slice(0, repeated).every((item) => onlyText(item) !== null)) return fresh;
  const seen = new Set([...open.seen, ...kindsIn(open.last)]);
  return beginsForm(rows, repeated, seen) ? fresh : { open: { page, first: open.first, last: rows.slice(repeated), seen }, repeated };
}

function isAlike(one: Item, other: Item | undefined): boolean {
  return other !== undefined && one.slots.length === other.slots.length && one.slots.every(({ piece }, index) => piece?.text === other.slots[index]?.piece?.text);
}

function kindsIn(rows: readonly Item[]): Set<string> {
  const kinds = tablesIn(rows, 0, rows.length);
  return kinds.has('indicators') && rows.some((item) => isTotalRow(item)) ? kinds.add('total') : kinds;
}

function opensForm(item: Item): boolean {
  return namesProject(item) || findTitle(onlyText(item) ?? '') !== null;
}

/** Whether a head, or a table that stood above, begins a form. (The indicators' heading may be printed again.) */
function beginsForm(rows: readonly Item[], repeated: number, seen: ReadonlySet<string>): boolean {
  if (rows.slice(repeated, repeated + headRows).some((item) => isHeadRow(item) || opensForm(item))) return true;
  const next = rows.findIndex((item, index) => index >= repeated && opensForm(item));
  return [...tablesIn(rows, 0, next < 0 ? rows.length : next)].some((kind) => seen.has(kind === 'indicators' ? 'total' : kind));
}
