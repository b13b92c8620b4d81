import { isNil } from '../model/index.ts';
import { parseMeasure } from '../number/index.ts';
import { joinPieces } from './pieces.ts';
import type { AlignedRow, Column, Piece, Role } from './types.ts';

/** A level column's text as it stands at a row (`at` k) or between two rows (`at` k − 0.5). */
export interface LevelToken {
  readonly piece: Piece;
  readonly at: number;
}

/** A row put together from the rows that hold its pieces. */
export interface JoinedRow {
  readonly pieces: readonly (Piece | null)[];
  readonly parts: readonly AlignedRow[];
}

export interface JoinedRows {
  readonly rows: readonly JoinedRow[];
  readonly level1: readonly LevelToken[];
  readonly level2: readonly LevelToken[];
}

type Kind = 'whole' | 'fragment' | 'labels';

const labelRoles: ReadonlySet<Role> = new Set<Role>(['block', 'level1', 'level2']);

/** Sees a table's rows through its columns. */
class View {
  readonly columns: readonly Column[];
  private readonly anchors: readonly number[];

  constructor(columns: readonly Column[], rows: readonly AlignedRow[]) {
    this.columns = columns;
    const marks = this.indexes(['weight', 'score']);
    const named = rows.filter((row) => this.has(row, this.indexes(['level3', 'target', 'actual'])));
    const marked = named.filter((row) => this.has(row, marks));
    this.anchors = marks.length > 0 && marked.length * 2 >= named.length ? marks : this.indexes(['target', 'actual', 'basis']);
  }

  indexes(roles: readonly Role[]): number[] {
    return this.columns.flatMap(({ role }, index) => (roles.includes(role) ? [index] : []));
  }

  has(row: AlignedRow, indexes: readonly number[]): boolean {
    return indexes.some((index) => row.pieces[index] !== null && row.pieces[index] !== undefined);
  }

  text(row: AlignedRow | JoinedRow | undefined, role: Role): string {
    return row?.pieces[this.columns.findIndex((column) => column.role === role)]?.text ?? '';
  }

  kind(row: AlignedRow): Kind {
    if (this.has(row, this.anchors)) return 'whole';
    const others = row.pieces.some((piece, index) => piece !== null && !row.covered.has(index) && !labelRoles.has(this.columns[index]?.role ?? 'other'));
    return others ? 'fragment' : 'labels';
  }

  /** Whether a row has all that an indicator's row says, weight and score apart. */
  isFull(row: AlignedRow): boolean {
    return this.text(row, 'level3') !== '' && this.text(row, 'target') !== '' && this.text(row, 'actual') !== '';
  }
}

const closing = /^[，。；、：！？）》”’」』\]),;.!?%％]/u;
const numbered = /^(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}、)/u;

function openBrackets(text: string): number {
  const opened = (text.match(/[（(《“「『[]/gu) ?? []).length;
  return opened - (text.match(/[）)》”」』\]]/gu) ?? []).length;
}

/**
 * How much speaks for a fragment being the end of the row above (positive) or the start of the row below (negative).
 * A page's end beside it weighs most; then what the texts themselves say.
 */
function pull(view: View, above: JoinedRow | undefined, fragment: AlignedRow, below: AlignedRow | undefined, gapBelow: boolean): number {
  if (below === undefined) return 1;
  if (above === undefined) return -1;
  let score = 0.5;
  if (fragment.gap) score += 3;
  if (gapBelow) score -= 3;
  const name = view.text(fragment, 'level3');
  const nameAbove = view.text(above, 'level3');
  const nameBelow = view.text(below, 'level3');
  if (name !== '') {
    if (nameAbove === '') score += 4;
    if (nameBelow === '') score -= 4;
    if (closing.test(name) || openBrackets(nameAbove) > 0) score += 2;
    if (numbered.test(name)) score -= 1.5;
    if (openBrackets(name) > 0 || closing.test(nameBelow)) score -= 2;
    if (numbered.test(nameBelow)) score += 1.5;
    if (/[。；;.]$/u.test(nameAbove)) score -= 0.7;
  }
  // A label of its own begins a new row, unless it only repeats that of the row above.
  const label = view.text(fragment, 'level2');
  if (label !== '' && label !== view.text(above, 'level2') && view.text(fragment, 'deviation') === '') score -= 2;
  return score;
}

/** Whether a row without weight and score is an indicator of its own: its values are whole, and would not be so joined on. */
function standsAlone(view: View, above: JoinedRow | undefined, row: AlignedRow, gapBelow: boolean): boolean {
  if (!view.isFull(row)) return false;
  if ((['level3', 'target', 'actual'] as const).every((role) => isNil(view.text(row, role)))) return true;
  if (!row.gap && !gapBelow) return true;
  return !(['target', 'actual'] as const).some((role) => {
    const own = view.text(row, role);
    const together = view.text(above, role) + own;
    return closing.test(own) || (parseMeasure(own).number === null && parseMeasure(together).number !== null);
  });
}

function merge(view: View, above: JoinedRow, below: JoinedRow): JoinedRow {
  const pieces = view.columns.map((_, index) => {
    const first = above.pieces[index] ?? null;
    const second = below.pieces[index] ?? null;
    return first?.units[0] === second?.units[0] && first !== null ? first : joinPieces([first, second]);
  });
  return { pieces, parts: [...above.parts, ...below.parts] };
}

function asJoined(row: AlignedRow): JoinedRow {
  return { pieces: row.pieces, parts: [row] };
}

/** The next row that is more than labels, and whether a gap stands before it. */
function nextRow(view: View, rows: readonly AlignedRow[], from: number): { row: AlignedRow | undefined; gap: boolean } {
  let gap = false;
  for (let index = from; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined) break;
    gap ||= row.gap;
    if (view.kind(row) === 'whole') return { row, gap };
  }
  return { row: undefined, gap };
}

/**
 * Joins rows that a page's end or a line's end cut in two. Rows with a weight or score are whole; a row without is the end
 * of the one above or the start of the one below; a row of labels only is kept as a label between two rows.
 */
export function joinRows(rows: readonly AlignedRow[], columns: readonly Column[]): JoinedRows {
  const view = new View(columns, rows);
  const joined: JoinedRow[] = [];
  const loose: { row: AlignedRow; at: number }[] = [];
  let pending: JoinedRow | null = null;
  rows.forEach((row, index) => {
    const kind = view.kind(row);
    const next = nextRow(view, rows, index + 1);
    if (kind === 'labels') {
      loose.push({ row, at: joined.length - (pending === null ? 0.5 : 0) });
    } else if (kind === 'whole' || (pending === null && standsAlone(view, joined.at(-1), row, next.gap))) {
      joined.push(pending === null ? asJoined(row) : merge(view, pending, asJoined(row)));
      pending = null;
    } else if (pending !== null) {
      pending = merge(view, pending, asJoined(row));
    } else if (pull(view, joined.at(-1), row, next.row, nextGap(rows, index)) >= 0 && joined.length > 0) {
      joined.push(merge(view, joined.pop() ?? asJoined(row), asJoined(row)));
    } else {
      pending = asJoined(row);
    }
  });
  if (pending !== null) joined.push(pending);
  return { rows: joined, level1: tokens(columns, 'level1', joined, loose), level2: tokens(columns, 'level2', joined, loose) };
}

function nextGap(rows: readonly AlignedRow[], index: number): boolean {
  return rows[index + 1]?.gap ?? false;
}

function tokens(columns: readonly Column[], role: Role, rows: readonly JoinedRow[], loose: readonly { row: AlignedRow; at: number }[]): LevelToken[] {
  const index = columns.findIndex((column) => column.role === role);
  if (index < 0) return [];
  const found: LevelToken[] = [];
  const push = (piece: Piece | null | undefined, at: number): void => {
    if (piece !== null && piece !== undefined) found.push({ piece, at });
  };
  rows.forEach((row, at) => {
    for (const between of loose) if (between.at === at - 0.5) push(between.row.pieces[index], between.at);
    for (const part of row.parts) push(part.pieces[index], at);
    for (const between of loose) if (between.at === at) push(between.row.pieces[index], at);
  });
  for (const between of loose) if (between.at >= rows.length - 0.5) push(between.row.pieces[index], between.at);
  return found;
}
