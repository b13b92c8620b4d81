import { findLevel1, findLevel2, isLevelFragment } from '../../lexicon/index.ts';
import { isNil, joinPieces, type Piece, type Unit } from '../../model/index.ts';
import { parseMeasure } from '../../number/index.ts';
import type { AlignedRow, Column, Role } from '../types.ts';

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
  /** The rows whose level-2 label stands over level 1 too. */
  readonly ownLevel2: ReadonlySet<number>;
}

type Kind = 'whole' | 'fragment' | 'labels';

const labelRoles: ReadonlySet<Role> = new Set<Role>([
  'block',
  'level1',
  'level2',
  'level1Weight',
  'level2Weight',
]);

/** Sees a table's rows through its columns. */
class View {
  readonly columns: readonly Column[];
  private readonly anchors: readonly number[];
  /** Whether nearly all rows with values print a weight or score. */
  private readonly weighed: boolean;

  constructor(columns: readonly Column[], rows: readonly AlignedRow[]) {
    this.columns = columns;
    const marks = this.indexes(['weight', 'score']);
    const named = rows.filter((row) => this.has(row, this.indexes(['level3', 'target', 'actual'])));
    const marked = named.filter((row) => this.has(row, marks));
    this.weighed = named.length >= 4 && marked.length >= 0.75 * named.length;
    const values = this.indexes(['sign', 'target', 'targetUnit', 'actual']);
    this.anchors =
      marks.length > 0 && marked.length * 2 >= named.length
        ? marks
        : values.length > 0
          ? values
          : this.firstOf('basis', 'description', 'other', 'level3');
  }

  indexes(roles: readonly Role[]): number[] {
    return this.columns.flatMap(({ role }, index) => (roles.includes(role) ? [index] : []));
  }

  /** The columns of the first of these roles that the table has. */
  private firstOf(...roles: readonly Role[]): number[] {
    return roles.map((role) => this.indexes([role])).find((found) => found.length > 0) ?? [];
  }

  has(row: AlignedRow, indexes: readonly number[]): boolean {
    return indexes.some((index) => row.pieces[index] !== null && row.pieces[index] !== undefined);
  }

  text(row: AlignedRow | JoinedRow | undefined, role: Role): string {
    return row?.pieces[this.columns.findIndex((column) => column.role === role)]?.text ?? '';
  }

  kind(row: AlignedRow): Kind {
    if (this.has(row, this.anchors)) return 'whole';
    const others = row.pieces.some(
      (piece, index) =>
        piece !== null &&
        !row.covered.has(index) &&
        !labelRoles.has(this.columns[index]?.role ?? 'other'),
    );
    return others ? 'fragment' : 'labels';
  }

  /** Whether a row says nothing but labels, columns of no role of their own (a scoring rule printed in every row) apart. */
  isBare(row: AlignedRow): boolean {
    return row.pieces.every(
      (piece, index) =>
        piece === null ||
        labelRoles.has(this.columns[index]?.role ?? 'other') ||
        this.columns[index]?.role === 'other',
    );
  }

  /** Whether a row has a name of its own, not one that spans it from above. */
  ownsName(row: AlignedRow): boolean {
    const at = this.columns.findIndex(({ role }) => role === 'level3');
    return row.pieces[at] !== null && row.pieces[at] !== undefined && !row.covered.has(at);
  }

  /**
   * Whether two rows on both sides of a page's end, one of them without weight and score, are one that was cut in all its cells
   * at once: the other rows are weighed, the lower has no label of its own, and no values of the two are whole by themselves.
   */
  isOne(upper: AlignedRow | JoinedRow | undefined, lower: AlignedRow | undefined): boolean {
    if (
      !this.weighed ||
      upper === undefined ||
      lower === undefined ||
      this.has(lower, this.indexes(['level1', 'level2']))
    )
      return false;
    return !(['target', 'actual'] as const).some((role) =>
      areWhole(this.text(upper, role), this.text(lower, role)),
    );
  }

  /**
   * Whether a page's end cut one row into these two: it left all cells of both open. Some frames stay open between rows too,
   * so that two weights, two scores, or, where there are none, two targets, are two rows.
   */
  isCut(above: AlignedRow, row: AlignedRow | undefined): boolean {
    if (above.cut?.below !== true || row?.cut?.above !== true) return false;
    const marks = this.indexes(['weight', 'score']);
    return !(marks.length > 0 ? marks : this.indexes(['target'])).some(
      (index) => this.has(above, [index]) && this.has(row, [index]),
    );
  }

  /** Whether a row has all that an indicator's row says, weight and score apart. */
  isFull(row: AlignedRow): boolean {
    return (
      this.text(row, 'level3') !== '' &&
      this.text(row, 'target') !== '' &&
      this.text(row, 'actual') !== ''
    );
  }
}

/** What templates leave where nobody filled in: 指标2：, …… */
const placeholder = /^(?:指标\d*[:：]?|[…⋯.·]{2,})$/u;
const closing = /^[，。；、：！？）》”’」』\]),;.!?%％]/u;
const numbered = /^(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}、)/u;

function openBrackets(text: string): number {
  const opened = (text.match(/[（(《“「『[]/gu) ?? []).length;
  return opened - (text.match(/[）)》”」』\]]/gu) ?? []).length;
}

/**
 * Whether a fragment is the end of the row above it rather than the start of that below. First tells where a name is missing,
 * then the page's end, then what the texts themselves say; where nothing does, rows are cut at their end.
 */
function endsAbove(
  view: View,
  above: JoinedRow,
  fragment: AlignedRow,
  below: AlignedRow | undefined,
  gapBelow: boolean,
): boolean {
  if (below === undefined) return true;
  const name = view.text(fragment, 'level3');
  const nameAbove = view.text(above, 'level3');
  const nameBelow = view.text(below, 'level3');
  const missing = name === '' ? 0 : Number(nameAbove === '') - Number(nameBelow === '');
  const side =
    missing ||
    Number(fragment.gap) - Number(gapBelow) ||
    wordsFor(name, nameAbove, nameBelow) - Number(beginsGroup(view, above, fragment));
  return side >= 0;
}

/** How many signs in a fragment's name and those beside it speak for the row above, less those for the row below. */
function wordsFor(name: string, above: string, below: string): number {
  if (name === '') return 0;
  return (
    Number(closing.test(name) || openBrackets(above) > 0) +
    Number(numbered.test(below)) -
    Number(numbered.test(name)) -
    Number(openBrackets(name) > 0 || closing.test(below)) -
    Number(/[。；;.]$/u.test(above))
  );
}

/** A label of its own begins a new row, unless it only repeats that of the row above. */
function beginsGroup(view: View, above: JoinedRow, fragment: AlignedRow): boolean {
  const label = view.text(fragment, 'level2');
  return (
    label !== '' && label !== view.text(above, 'level2') && view.text(fragment, 'deviation') === ''
  );
}

/** Whether a row without weight and score is an indicator of its own: its values are whole, and would not be so joined on. */
function standsAlone(
  view: View,
  above: JoinedRow | undefined,
  row: AlignedRow,
  below: AlignedRow | undefined,
  gapBelow: boolean,
): boolean {
  if (placeholder.test(view.text(row, 'level3'))) return true;
  // Where columns are real and no page ends, a row is a row, filled in or not.
  if (row.geometry === 'spans' && !row.gap && !gapBelow && view.ownsName(row)) return true;
  // 经济效益指标 | 无 | | 无: a name that says nothing begins no other, whether its values are printed or not.
  const said = (['level3', 'target', 'actual'] as const).map((role) => view.text(row, role));
  if (said[0] !== '' && said.every((own) => own === '' || isNil(own))) return true;
  if (!view.isFull(row)) return false;
  if (!row.gap && !gapBelow) return true;
  if ((gapBelow && view.isOne(row, below)) || (row.gap && view.isOne(above, row))) return false;
  return !(['target', 'actual'] as const).some((role) =>
    endsMeasure(view.text(above, role), view.text(row, role)),
  );
}

/** Whether two values stand each for itself: a number that the lower does not go on with, or two verdicts. */
function areWhole(upper: string, lower: string): boolean {
  if (upper === '' || lower === '') return false;
  if (isNil(upper) || isNil(lower) || (verdict.test(upper) && verdict.test(lower))) return true;
  return (
    parseMeasure(upper).number !== null &&
    parseMeasure(upper + lower).number === null &&
    !closing.test(lower)
  );
}

/** Whether a text is the end of the value above it: its sentence mark, its number behind a sign, its unit. */
function endsMeasure(above: string, own: string): boolean {
  if (closing.test(own) || openBrackets(above) > 0) return true;
  if (above === '' || parseMeasure(above + own).number === null) return false;
  const begun = parseMeasure(above);
  if (parseMeasure(own).number !== null) return begun.number === null;
  return begun.number === null || (begun.unit === null && own.length <= 3 && !verdict.test(own));
}

/** Words that are a value of their own, never a unit. */
const verdict =
  /^(?:优|良|中$|差$|好|较|有|无|是$|否$|合格|达|完成|已|未|全部|基本|明显|显著|持续|长期|稳|提|改善|符合|满意|及时|按|增|减|下降|上升)/u;

/** A row under way: the rows that hold its pieces. Put together once it is whole. */
type Parts = AlignedRow[];

function assemble(view: View, parts: Parts): JoinedRow {
  const pieces = view.columns.map((_, index) => {
    const distinct = new Map<Unit | undefined, Piece>();
    for (const part of parts) {
      const piece = part.pieces[index];
      if (piece !== null && piece !== undefined) distinct.set(piece.units[0], piece);
    }
    return joinPieces([...distinct.values()]);
  });
  return { pieces, parts };
}

interface Ahead {
  /** The next row that is whole, and whether a gap stands somewhere before it. */
  readonly row: AlignedRow | undefined;
  readonly gap: boolean;
}

/** For each row, what stands below it: worked out from the end, once. */
function lookAhead(rows: readonly AlignedRow[], kinds: readonly Kind[]): Ahead[] {
  const ahead: Ahead[] = [];
  let next: Ahead = { row: undefined, gap: false };
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    ahead[index] = next;
    const row = rows[index];
    if (row === undefined) continue;
    next =
      kinds[index] === 'whole'
        ? { row, gap: row.gap }
        : { row: next.row, gap: next.gap || row.gap };
  }
  return ahead;
}

/** A label of level 2 that is whole; where columns are real, also in the form's own words (项目效果指标). */
function isOwnLabel({ geometry }: AlignedRow, label: string): boolean {
  if (!/指标/.test(label)) return false;
  if (findLevel2(label) !== null) return true;
  return (
    geometry === 'spans' && label.length >= 4 && label.endsWith('指标') && !isLevelFragment(label)
  );
}

/** Whether level-2 labels stand beside the first of their rows: that above one has its own, or the table's first row has. */
function atTop(view: View, rows: readonly AlignedRow[], above: string): boolean {
  return above !== '' || findLevel2(view.text(rows[0], 'level2')) !== null;
}

/**
 * A level-2 label beside which nothing stands, though the next row has a label of its own, is a row that nobody filled in.
 * (Otherwise it is the label of the rows below it, or half a label.)
 */
function isUnfilled(view: View, rows: readonly AlignedRow[], index: number): boolean {
  const [row, above, next] = [rows[index], rows[index - 1], rows[index + 1]];
  if (row === undefined) return false;
  const label = view.text(row, 'level2');
  const begun = view.text(above, 'level2');
  if (!isOwnLabel(row, label)) return false;
  // In a table without a column for level 1, its labels stand alone above the rows of level 2.
  if (view.indexes(['level1']).length === 0 && findLevel1(label) !== null) return false;
  if (begun === label || (begun !== '' && findLevel2(begun + label) !== null)) return false;
  // Labels that stand at the top of their cells are none of the rows above them.
  if (next === undefined)
    return row.geometry === 'spans' || findLevel2(view.text(rows[0], 'level2')) !== null;
  const below = view.text(next, 'level2');
  const group = findLevel1(view.text(next, 'level1'));
  const begins =
    // A group that begins below has nothing to do with it, whatever stands beside its label.
    ((next.geometry === 'spans' || atTop(view, rows, begun)) &&
      group !== null &&
      findLevel2(label)?.groups.includes(group) !== true &&
      !next.covered.has(view.indexes(['level1'])[0] ?? -1)) ||
    isOwnLabel(next, below) ||
    findLevel2(below) !== null ||
    (isLevelFragment(below) && findLevel2(label + below) === null);
  return begins && below !== label && !next.covered.has(view.indexes(['level2'])[0] ?? -1);
}

/**
 * Whether a row and the next are the label of a row that nobody filled in, cut by a page's end: 经济效益 | 指标, where the row
 * below has a label of its own and labels stand beside the first of their rows.
 */
function isCutUnfilled(view: View, rows: readonly AlignedRow[], index: number): boolean {
  const [row, rest, next] = [rows[index], rows[index + 1], rows[index + 2]];
  if (row?.geometry !== 'spans' || rest?.gap !== true || !view.isBare(row) || !view.isBare(rest))
    return false;
  const [begun, upper, lower, below] = [rows[index - 1], row, rest, next].map((each) =>
    view.text(each, 'level2'),
  ) as [string, string, string, string];
  if (
    upper === '' ||
    !isLevelFragment(lower) ||
    /指标$/.test(upper) ||
    !/指标$/.test(upper + lower) ||
    findLevel2(upper + lower) === null
  )
    return false;
  if (findLevel2(begun + upper) !== null && findLevel2(upper) === null) return false;
  return (
    atTop(view, rows, begun) &&
    (next === undefined ||
      (findLevel2(below) !== null && !next.covered.has(view.indexes(['level2'])[0] ?? -1)))
  );
}

/**
 * Joins rows that a page's end or a line's end cut in two. Rows with a weight or score are whole; a row without is the end
 * of the one above or the start of the one below; a row of labels only is kept as a label between two rows.
 */
export function joinRows(rows: readonly AlignedRow[], columns: readonly Column[]): JoinedRows {
  const view = new View(columns, rows);
  const kinds = rows.map((row): Kind => view.kind(row));
  const ahead = lookAhead(rows, kinds);
  const done: Parts[] = [];
  const loose: { row: AlignedRow; at: number }[] = [];
  let pending: Parts | null = null;
  rows.forEach((row, index) => {
    const next = ahead[index];
    const above = done.at(-1);
    const last = above === undefined ? undefined : assemble(view, above.slice(-3));
    const unfilled =
      pending === null &&
      view.isBare(row) &&
      (isUnfilled(view, rows, index) || isCutUnfilled(view, rows, index));
    const before = rows[index - 1];
    if (
      before !== undefined &&
      above?.at(-1) === before &&
      (view.isCut(before, row) || isCutUnfilled(view, rows, index - 1))
    ) {
      above.push(row);
    } else if (kinds[index] === 'labels' && !unfilled) {
      loose.push({ row, at: done.length - (pending === null ? 0.5 : 0) });
    } else if (
      unfilled ||
      kinds[index] === 'whole' ||
      (pending === null && standsAlone(view, last, row, next?.row, next?.gap ?? false))
    ) {
      done.push([...(pending ?? []), row]);
      pending = null;
    } else if (pending !== null) {
      pending.push(row);
    } else if (
      above !== undefined &&
      last !== undefined &&
      !view.isCut(row, rows[index + 1]) &&
      endsAbove(view, last, row, next?.row, rows[index + 1]?.gap ?? false)
    ) {
      above.push(row);
    } else {
      pending = [row];
    }
  });
  if (pending !== null) done.push(pending);
  const joined = done.map((parts) => assemble(view, parts));
  return {
    rows: joined,
    level1: tokens(columns, 'level1', done, loose),
    level2: tokens(columns, 'level2', done, loose),
    ownLevel2: ownLevel2(columns, done),
  };
}

/** The rows whose level-2 label stands over level 1 too, so that no label above holds for them. */
function ownLevel2(columns: readonly Column[], rows: readonly Parts[]): Set<number> {
  const index = columns.findIndex((column) => column.role === 'level1');
  return new Set(
    rows.flatMap((parts, at) => (parts.some(({ wide }) => wide?.has(index) ?? false) ? [at] : [])),
  );
}

/** A level column's texts in order: those of a row at its number, those between two rows half a number before. */
function tokens(
  columns: readonly Column[],
  role: Role,
  rows: readonly Parts[],
  loose: readonly { row: AlignedRow; at: number }[],
): LevelToken[] {
  const index = columns.findIndex((column) => column.role === role);
  if (index < 0) return [];
  const inRows = rows.flatMap((parts, at) => parts.map((row) => ({ row, at })));
  return [...inRows, ...loose]
    .sort((a, b) => a.at - b.at)
    .flatMap(({ row, at }) => {
      const piece = row.pieces[index];
      return piece === null || piece === undefined ? [] : [{ piece, at }];
    });
}
