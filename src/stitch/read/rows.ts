import type { Note, TableDocument } from '../../model/index.ts';
import { onlyText } from '../segments/segment.ts';
import type { Item } from '../types.ts';
import { Feed } from './feed.ts';
import { type Beside, spreadLists } from './list.ts';
import { mendMisread } from './misread.ts';
import { type Grids, readingOrder } from './stream.ts';
import { partYears } from './year-line.ts';

/** The rows of a document in reading order, its labels mended. They can be asked for once. */
export interface DocumentRows {
  readonly rows: Iterable<Item>;
  /** Lines, and texts in a row's first column without anything beside, that are printed more than once: running heads and the like. */
  readonly repeated: ReadonlySet<string>;
  /** What stands beside the rows, and what was noticed; whole once all rows were asked for. */
  readonly beside: () => Beside;
}

/** A heading has three rows at most, and what stands below tells how it is meant. */
const rowsBelow = 16;

/** So many rows are kept between the two looks at a document: those of some 200 forms. What is larger is read twice. */
const mostKept = 8_000;

/**
 * The rows of a document. What is printed more than once shows only in all of them, so they are looked at twice.
 *
 * @param grids gives its tables, anew each time
 */
export function rowsOf(format: TableDocument['format'], grids: () => Grids): DocumentRows {
  const seen = new Map<string, number>();
  const first = new RowReader(format, grids());
  let kept: Item[] | null = [];
  for (const item of first.rows) {
    const text = item.kind === 'line' || item.slots[0]?.piece != null ? onlyText(item) : null;
    if (text !== null) seen.set(text, (seen.get(text) ?? 0) + 1);
    kept?.push(item);
    if (kept !== null && kept.length > mostKept) kept = null;
  }
  const repeated = new Set([...seen].filter(([, times]) => times > 1).map(([text]) => text));
  if (kept !== null) return { rows: kept, repeated, beside: () => first.beside() };
  const second = new RowReader(format, grids());
  return { rows: second.rows, repeated, beside: () => second.beside() };
}

class RowReader {
  readonly rows: Iterable<Item>;
  readonly #misread: Note[] = [];
  readonly #lists: Beside = { outside: [], notes: [] };

  constructor(format: TableDocument['format'], grids: Grids) {
    const mended = mendMisread(partYears(readingOrder(format, grids)), this.#misread);
    this.rows = spreadLists(new Feed(mended, rowsBelow), this.#lists);
  }

  beside(): Beside {
    return { outside: this.#lists.outside, notes: [...this.#misread, ...this.#lists.notes] };
  }
}

/** The tables of a document that is held whole. */
export function allAtOnce(document: TableDocument): Grids {
  return { next: () => ({ done: true, value: document }) };
}
