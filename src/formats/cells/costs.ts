import {
  endsInLabel,
  endsInLevel,
  isBlankCell,
  isFigureOrBlank,
  isLabel,
  opensForm,
  standsAlone,
  startOf,
} from './evidence.ts';
import type { Start } from './evidence.ts';
import type { Gap } from './gaps.ts';
import type { Numbered } from './numbering.ts';
import type { CellDraft } from './segments.ts';

/** What a segment tells of the row that it begins, goes on with or ends. */
export interface Piece {
  readonly width: number;
  readonly start: Start;
  readonly opensForm: boolean;
  /** A single cell with a title, a year or a note: a row of its own. */
  readonly standsAlone: boolean;
  readonly isLabel: boolean;
  /** Several labels and nothing else: the heading of the rows below. */
  readonly isHeading: boolean;
  readonly endsInLabel: boolean;
  readonly endsInLevel: boolean;
  readonly endsBlank: boolean;
  readonly isBlank: boolean;
  /** Nothing but figures and blanks. */
  readonly figures: boolean;
  readonly gap: Gap;
}

/** A row that is put together: its first and last piece and what the joins cost. */
export interface RowPieces {
  readonly first: Piece;
  readonly last: Piece;
  readonly width: number;
  readonly joins: number;
  /** Nothing in it but figures and blanks. */
  readonly figures: boolean;
  /** How many of its joins only the width of a neighbour can confirm. */
  readonly doubts: number;
}

// A blank line is a row's end, unless that makes rows of odd widths that begin with what begins no row. The figures were set
// on generated forms (test/properties) and hold for the real ones.
const join = 1;
const joinAtBlank = 0.8;
const joinAtLabel = 0.3;
const joinOverBlank = 0.3;
const joinToHeading = 1.5;
/** A blank line within a row is an empty paragraph, mostly of a cell that holds nothing: a label behind a full one rather begins a row. */
const joinBehindText = 2.5;
const joinOfStrangers = 5;
/** Joined to a width that neither neighbour has. */
const unconfirmed = 2;
/** Text stands right before the next cell: it is a paragraph of the row, or a title between two tables. */
const halfDoubt = 0.5;
/** A row as wide as the one above is what is expected; another width is a new part of the form, which a label opens. */
const otherWidth = 1.2;
const otherWidthOpened = 0.4;
const single = 1;
/** A row that shows nothing: a spacer, which says nothing of the rows around it. */
const spacer = 1;
const singleLabel = 2.5;
const labelWithoutValue = 2.5;
const levelWithoutName = 1.5;
const figuresWithoutName = 3;
const titleInTable = 1.5;

/** What it costs to begin a row with a cell, and to go on with it. */
const startCost: Readonly<Record<Start, number>> = {
  blank: 0,
  opening: 0,
  level: 0.3,
  neutral: 1.2,
  text: 1.5,
  number: 2.5,
  heading: 3,
};
const goOnCost: Readonly<Record<Start, number>> = {
  blank: 0,
  opening: 1.5,
  level: 0,
  neutral: 0,
  text: 0,
  number: 0,
  heading: 0,
};
const labelStarts: ReadonlySet<Start> = new Set<Start>(['heading', 'neutral']);
const sureToGoOn: ReadonlySet<Start> = new Set<Start>(['heading', 'neutral', 'number']);
/** Beginning with plain text is nothing strange in a table whose rows have one width. */
const textInStep = 0.3;

/** What some cells tell by themselves. */
export function describePiece(cells: readonly CellDraft[], gap: Gap, numbered: Numbered): Piece {
  const last = cells.at(-1);
  const alone = numbered === 'title' || standsAlone(cells);
  const start = alone || numbered === 'row' ? 'opening' : startOf(cells);
  return {
    width: cells.length,
    start,
    opensForm: opensForm(cells),
    standsAlone: alone,
    isLabel: cells.length === 1 && start === 'opening' && !alone,
    isHeading: cells.length > 1 && cells.every(isLabel),
    endsInLabel: endsInLabel(cells),
    endsBlank: last !== undefined && isBlankCell(last),
    endsInLevel: endsInLevel(cells),
    isBlank: cells.every(isBlankCell),
    figures: !alone && cells.every(isFigureOrBlank),
    gap,
  };
}

export function firstPiece(piece: Piece): RowPieces {
  return {
    first: piece,
    last: piece,
    width: piece.width,
    joins: 0,
    figures: piece.figures,
    doubts: 0,
  };
}

/** A row that begins with one piece more. */
export function prepend(before: Piece, row: RowPieces): RowPieces {
  const sure = before.endsInLabel || sureToGoOn.has(row.first.start);
  const doubt = before.gap.touching ? halfDoubt : 1;
  return {
    first: before,
    last: row.last,
    width: before.width + row.width,
    joins: row.joins + joinCost(before, row.first),
    figures: before.figures && row.figures,
    doubts: row.doubts + (sure ? 0 : doubt),
  };
}

/** The cost of taking a piece for the going on of the row before it. */
function joinCost(before: Piece, piece: Piece): number {
  const { gap } = before;
  if (piece.opensForm || piece.standsAlone || before.standsAlone) return joinOfStrangers;
  if (gap.touching) return 0;
  const heading = before.isHeading && piece.start !== 'heading' ? joinToHeading : 0;
  return (
    cutCost(before, piece) +
    heading +
    goOnCost[piece.start] +
    joinOverBlank * Math.min(5, Math.max(0, gap.blanks - 1))
  );
}

/** What it costs that a row was cut just here: a value is missing behind a label, and little behind a text that is full. */
function cutCost(before: Piece, piece: Piece): number {
  const label = before.endsInLabel || (before.isLabel && piece.start !== 'blank');
  if (label) return joinAtLabel;
  if (before.endsBlank || before.gap.inside.length > 0) return joinAtBlank;
  return labelStarts.has(piece.start) ? join + joinBehindText : join;
}

/** Whether a row shows nothing. */
export function isSpacer({ first, last }: RowPieces): boolean {
  return first === last && first.isBlank && !first.gap.touching;
}

/** A row of many figures, which a table of figures has under its heading. */
function wideFigures({ figures, joins, width }: RowPieces): boolean {
  return figures && joins === 0 && width > 4;
}

/** The cost of a row's width and first cell below the row above. */
function stepCost(row: RowPieces, above: number | null): number {
  const { start } = row.first;
  if (above === null) return start === 'heading' || start === 'number' ? 1 : 0;
  if (row.width !== above)
    return (start === 'opening' ? otherWidthOpened : otherWidth) + startCost[start];
  return start === 'text' || wideFigures(row) ? textInStep : startCost[start];
}

/**
 * The cost of a row.
 *
 * @param above the width of the row above; null where a table begins
 * @param below the width of the next segment; null where the table ends
 */
export function rowCost(row: RowPieces, above: number | null, below: number | null): number {
  if (isSpacer(row)) return spacer;
  const { first, last, width, joins, figures, doubts } = row;
  let cost = joins + stepCost(row, above);
  if (width === 1 && !first.standsAlone) cost += first.isLabel ? singleLabel : single;
  if (width !== above && width !== below) cost += unconfirmed * doubts;
  if (figures && (width !== above || width < 3)) cost += figuresWithoutName;
  return cost + endCost(last);
}

/** What it costs to end a row behind a piece. */
function endCost({ endsInLabel, endsInLevel, gap }: Piece): number {
  return (
    (endsInLabel ? labelWithoutValue : 0) +
    (endsInLevel ? levelWithoutName : 0) +
    // Ending the row here leaves the text behind it outside.
    (gap.touching ? titleInTable : 0)
  );
}
