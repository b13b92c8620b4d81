import type { RawCell } from './pieces.ts';
import {
  findLabel,
  findLevel1,
  findLevel2,
  isListedLevel2,
  type Term,
} from '../../lexicon/index.ts';

/** Rows that are one: from the first, before the last. The last cell of each goes on in the first of the next. */
export type Joined = readonly [from: number, to: number];

/** So many lines may hold one cell. */
const mostLines = 8;
const longestGoal = 100;
/** A block, and two levels, may run down beside a row. */
const covering = 3;
const fewestColumns = 5;

/**
 * Rows whose cells a copy breaks where the page broke their text: 年度⏎指标值, 项目资金⏎（元）. Words that are none of a form's alone, but are one
 * together, belong together; below the heading of the indicators a row with too few cells goes on until it has as many as the heading, but for
 * those that run down beside it.
 */
export function joinBroken(rows: readonly (readonly string[])[]): Joined[] {
  const joined: Joined[] = [];
  let width = 0;
  let goals = false;
  for (let at = 0; at < rows.length;) {
    const end = (goals ? goalEnd(rows, at) : null) ?? endOf(rows, at, width);
    joined.push([at, end]);
    const cells = merged(rows.slice(at, end));
    goals = isGoalHeading(cells);
    if (isIndicatorHeading(cells)) width = cells.length;
    else if (endsTable(cells)) width = 0;
    at = end;
  }
  return joined;
}

/** The cells of rows that are one, what goes on in the next row put to where it began. */
export function joinCells(rows: readonly (readonly RawCell[])[]): RawCell[] {
  const cells: RawCell[] = [];
  for (const [first, ...rest] of rows) {
    const above = cells.pop();
    if (first !== undefined)
      cells.push(
        above === undefined
          ? first
          : { text: `${above.text}\n${first.text}`, line: above.line, endLine: first.line },
      );
    cells.push(...rest);
  }
  return cells;
}

/** The texts of rows that are one. */
function merged(rows: readonly (readonly string[])[]): string[] {
  const cells: string[] = [];
  for (const row of rows) {
    const last = cells.pop();
    cells.push(last === undefined ? (row[0] ?? '') : `${last}\n${row[0] ?? ''}`, ...row.slice(1));
  }
  return cells;
}

function endOf(rows: readonly (readonly string[])[], at: number, width: number): number {
  let end = at + 1;
  for (let next = wordEnd(rows, end); next !== null; next = wordEnd(rows, end)) end = next;
  return width < fewestColumns ? end : valueEnd(rows, at, end, width);
}

/**
 * Where the goals' texts end, which are as long as they are: before the next row that a form's word begins. What is expected and what came of it
 * are two cells; null where what stands there is no such row.
 */
function goalEnd(rows: readonly (readonly string[])[], at: number): number | null {
  let borders = 0;
  let end = at;
  for (; end < Math.min(rows.length, at + longestGoal); end += 1) {
    const [first = '', ...more] = rows[end] ?? [];
    const begun = more.length === 0 && wordEnd(rows, end + 1) !== null;
    if (end > at && (isWord(first.trim()) || begun)) break;
    borders += more.length;
  }
  return borders === 1 && end > at + 1 ? end : null;
}

/** Where the word ends that the last cell above a row begins; null where it begins none. */
function wordEnd(rows: readonly (readonly string[])[], below: number): number | null {
  const first = (rows[below - 1]?.at(-1) ?? '').trim();
  if (first === '' || first.length > 12) return null;
  let word = first;
  for (let at = below; at < Math.min(rows.length, below + mostLines); at += 1) {
    const cells = rows[at] ?? [];
    const part = (cells[0] ?? '').trim();
    if (!/\p{Script=Han}/u.test(part) || part.length > 20) return null;
    word += part;
    if (isOneWord(first, part, word)) return at + 1;
    // Only a row of one cell may be the middle of a word.
    if (cells.length > 1) return null;
  }
  return null;
}

function isOneWord(first: string, part: string, word: string): boolean {
  if (!isWord(word)) return false;
  if (/^[(（]/u.test(part)) return isWord(first) && !isWord(part);
  if (!isWord(part)) return true;
  // 实际⏎完成值: what is a word without its beginning needs one that can be nothing else.
  return !isWord(first) && /^\p{Script=Han}{1,6}$/u.test(first) && isListed(word);
}

function isListed(word: string): boolean {
  return findLabel(word) !== null || isListedLevel2(word);
}

/** Whether a text is a form's word; 年度 is a part of many. */
function isWord(text: string): boolean {
  const terms = findLabel(text)?.terms ?? [];
  if (text.length <= 2) return terms.some((term) => term !== 'attribute');
  return terms.length > 0 || isLevel(text);
}

function isLevel(text: string): boolean {
  return findLevel1(text) !== null || findLevel2(text) !== null;
}

/** Where a row ends whose cells are too few for the heading. */
function valueEnd(
  rows: readonly (readonly string[])[],
  at: number,
  end: number,
  width: number,
): number {
  const least = width - covering;
  const first = firstOf(rows[at]);
  const count = merged(rows.slice(at, end)).length;
  if (count >= least || (findLabel(first) !== null && !isLevel(first))) return end;
  // 产出指标 begins a row of which nothing runs down from above, but for a block's word.
  const begins = findLevel1(first) !== null && findLevel2(first) === null;
  return grownEnd(rows, [end, at + mostLines], { count, width, begins }) ?? end;
}

interface Growing {
  /** Cells so far. */
  readonly count: number;
  readonly width: number;
  /** Whether the row needs all cells of the heading. */
  readonly begins: boolean;
}

/** Where a row has its cells together; null where it never has. */
function grownEnd(
  rows: readonly (readonly string[])[],
  [from, to]: Joined,
  { count, width, begins }: Growing,
): number | null {
  const least = width - covering;
  let grown = count;
  for (let next = from; next < Math.min(rows.length, to); next += 1) {
    if (isWord(firstOf(rows[next]))) return null;
    const cells = rows[next]?.length ?? 0;
    grown += cells - 1;
    if (begins && grown >= width - 1 && grown <= width) return next + 1;
    // What has as many cells as a row needs is one by itself.
    if (grown > width || cells >= least) return null;
    if (grown >= least) return next + 1;
  }
  return null;
}

function firstOf(cells: readonly string[] | undefined): string {
  return (cells?.[0] ?? '').trim();
}

function termsIn(cells: readonly string[]): Set<Term> {
  return new Set(cells.flatMap((text) => findLabel(text.replace(/\s/gu, ''))?.terms ?? []));
}

function isIndicatorHeading(cells: readonly string[]): boolean {
  const terms = termsIn(cells);
  return terms.has('level3') && terms.has('target') && cells.length >= fewestColumns;
}

function isGoalHeading(cells: readonly string[]): boolean {
  const terms = termsIn(cells);
  return terms.has('goalExpected') && terms.has('goalActual') && !terms.has('level1');
}

function endsTable(cells: readonly string[]): boolean {
  const [first = ''] = cells;
  return (
    findLabel(first.trim())?.terms.some((term) => term === 'total' || term === 'projectName') ===
    true
  );
}
