import { isBlank } from '../../../model/index.ts';
import type { Line } from '../../shared/lines.ts';
import type { Paragraph } from '../segments.ts';
import type { BareRow } from './read.ts';
import { factsOf } from './facts.ts';

/**
 * What stands before a text: line ends, and tabs between them. `[2, 2]` is a tab with two line ends before and behind it, `[4]`
 * four line ends.
 */
interface Piece {
  readonly gap: readonly number[];
  readonly line: Paragraph;
}

interface Row {
  readonly cells: Paragraph[][];
  /** How many pieces of text stood before its first tab. */
  before: number;
}

/** Tabs stand on lines of their own, at least so many: cells hold paragraphs, and a browser parts these with blank lines. */
const enoughTabs = 4;

/** Whether the cells of a text are parted by tabs on lines of their own. */
export function partedByTabs(text: string): boolean {
  // A tab before a text leads the cell in, as word processors write them.
  if (/^\t[^\n]/mu.test(text)) return false;
  const tabs = /^\t+$/gmu;
  for (let found = 0; found < enoughTabs; found += 1) if (tabs.exec(text) === null) return false;
  return true;
}

/** The rows of a text whose cells are parted by tabs, and its rows by more line ends than paragraphs. */
export function readTabParted(lines: Iterable<Line>): BareRow[] {
  const pieces = piecesOf(lines);
  let best: { readonly rows: readonly Row[]; readonly even: number } | null = null;
  for (const rowEnd of rowEnds(pieces)) {
    const rows = rowsOf(pieces, rowEnd);
    const even = evenness(rows);
    // Fewer line ends part more rows: as many paragraphs as may be stay together.
    if (best === null || even >= best.even) best = { rows, even };
  }
  return (best?.rows ?? []).flatMap(printed);
}

function piecesOf(lines: Iterable<Line>): Piece[] {
  const pieces: Piece[] = [];
  let gap = [0];
  for (const { text, number } of lines) {
    for (const [index, part] of text.split('\t').entries()) {
      if (index > 0) gap.push(0);
      if (isBlank(part)) continue;
      pieces.push({ gap, line: { text: part, number } });
      gap = [0];
    }
    gap[gap.length - 1] = (gap.at(-1) ?? 0) + 1;
  }
  return pieces;
}

/**
 * How many line ends may end a row: each number of them that stands between texts without a tab, if it is more than what mostly
 * stands before a tab.
 */
function rowEnds(pieces: readonly Piece[]): number[] {
  const alone = new Set<number>();
  const before = new Map<number, number>();
  for (const { gap } of pieces.slice(1)) {
    const [first = 0] = gap;
    if (gap.length === 1) alone.add(first);
    else before.set(first, (before.get(first) ?? 0) + 1);
  }
  const [usual = 0] = [...before].reduce((most, one) => (one[1] > most[1] ? one : most), [
    0, 0,
  ] as const);
  return [...alone]
    .filter((count) => count > usual)
    .sort((one, two) => one - two)
    .slice(0, 6);
}

function rowsOf(pieces: readonly Piece[], rowEnd: number): Row[] {
  const rows: Row[] = [];
  for (const { gap, line } of pieces) {
    const row = rows.at(-1);
    const tabs = gap.length - 1;
    const [first = 0] = gap;
    const last = gap.at(-1) ?? 0;
    const title = tabs === 0 && row !== undefined && endsTable(row, line);
    if (row === undefined || first >= rowEnd || title) rows.push(rowWith(tabs, line));
    else if (tabs > 0 && last >= rowEnd) {
      for (let blank = 0; blank < tabs; blank += 1) row.cells.push([]);
      rows.push(rowWith(0, line));
    } else add(row, tabs, line);
  }
  return rows;
}

/** A title behind a table is parted from its last cell as a paragraph would be. */
function endsTable({ cells }: Row, line: Paragraph): boolean {
  return cells.length > 1 && factsOf(line.text).aside;
}

function rowWith(tabs: number, line: Paragraph): Row {
  const cells: Paragraph[][] = Array.from({ length: tabs }, () => []);
  return { cells: [...cells, [line]], before: tabs === 0 ? 1 : 0 };
}

function add(row: Row, tabs: number, line: Paragraph): void {
  for (let cell = 0; cell < tabs; cell += 1) row.cells.push([]);
  row.cells.at(-1)?.push(line);
  if (row.cells.length === 1) row.before += 1;
}

/** How many rows are as wide as the one above. */
function evenness(rows: readonly Row[]): number {
  const even = rows.filter(
    ({ cells }, index) => cells.length > 1 && cells.length === rows[index - 1]?.cells.length,
  );
  return even.length / Math.max(1, rows.length);
}

/** A row, behind the lines that stand above its table: all but the last before the first tab, titles and years. */
function printed({ cells, before }: Row): BareRow[] {
  const outside = (line: Paragraph): BareRow => ({
    kind: 'outside',
    cells: [[line]],
    doubted: false,
  });
  const [first = [], ...others] = cells;
  if (others.length === 0) return first.map(outside);
  const above = before > 1 && first.some(({ text }) => factsOf(text).aside) ? before - 1 : 0;
  return [
    ...first.slice(0, above).map(outside),
    { kind: 'row', cells: [first.slice(above), ...others], doubted: false },
  ];
}
