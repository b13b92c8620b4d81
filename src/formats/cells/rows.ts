import { continuesNumbering, isBlankCell, isClosingRow, looksOutside, opensForm, opensRow } from './evidence.ts';
import type { CellDraft, Run, Segment } from './segments.ts';

/** A row, and what stands between it and the next one: text or a page's end, and the table ends with it. */
export interface RowDraft {
  readonly cells: CellDraft[];
  whole: boolean;
  outside: readonly Run[];
  newPage: boolean;
}

/** A row is cut into this many pieces at most. */
const mostPieces = 4;

/** Up to this width pieces are joined that no other row's width confirms. */
const plausibleWidth = 40;

/**
 * Puts segments together to rows. A blank line ends a row unless what follows shows that it was an empty paragraph: the pieces
 * together are as wide as the row above or below, or a line without a tab stands right before the next cell.
 */
export function* assembleRows(segments: readonly Segment[]): Generator<RowDraft> {
  let above: number | null = null;
  for (let index = 0; index < segments.length; ) {
    const row: RowDraft = { cells: [], whole: true, outside: [], newPage: false };
    do {
      addSegment(row, segments, index, above);
      index += 1;
    } while (goesOn(row, segments, index, above));
    yield row;
    above = row.outside.length > 0 || row.newPage ? null : row.cells.length;
  }
}

function addSegment(row: RowDraft, segments: readonly Segment[], index: number, above: number | null): void {
  const segment = segments[index];
  if (segment === undefined) return;
  row.cells.push(...segment.cells);
  row.whole &&= segment.whole;
  row.newPage = segment.newPage;
  const inside = countInside(row.cells, segments, index, above);
  for (const run of segment.runs.slice(0, inside)) row.cells.at(-1)?.paragraphs.push(...run.lines);
  row.outside = segment.runs.slice(inside);
}

/** How many of the runs behind a row are paragraphs of its last cell; the others stand outside the table. */
function countInside(cells: readonly CellDraft[], segments: readonly Segment[], index: number, above: number | null): number {
  const segment = segments[index];
  const last = cells.at(-1);
  if (segment === undefined || last === undefined) return 0;
  const next = segments[index + 1];
  const paragraphs = last.paragraphs.slice(-20);
  const ended = segment.newPage || next === undefined || isClosingRow(cells) || opensForm(next.cells);
  for (const [position, { blanks, lines }] of segment.runs.entries()) {
    if (!continuesNumbering(paragraphs, lines[0]?.text ?? '')) {
      if (ended || blanks > 1 || lines.some(({ text }) => looksOutside(text))) return position;
      const title = position === segment.runs.length - 1 && segment.blanks === 0 && above !== null && cells.length >= above;
      if (title && !fits(cells, segments, index + 1, above)) return position;
    }
    paragraphs.push(...lines);
  }
  return segment.runs.length;
}

/** Whether the segment at `index` belongs to the row before it. */
function goesOn(row: RowDraft, segments: readonly Segment[], index: number, above: number | null): boolean {
  const [before, next] = [segments[index - 1], segments[index]];
  if (before === undefined || next === undefined || row.cells.length === 0) return false;
  if (row.newPage || row.outside.length > 0 || isClosingRow(row.cells)) return false;
  if (fits(row.cells, segments, index, above)) return true;
  // Text right before a cell has no blank line to end the row.
  const touching = before.runs.length > 0 && before.blanks === 0;
  const narrow = row.cells.length + next.cells.length <= plausibleWidth && (above === null || row.cells.length < above);
  return touching && narrow;
}

/** Whether a row and the segments from `index` on have together the width of a row beside them. */
function fits(cells: readonly CellDraft[], segments: readonly Segment[], index: number, above: number | null): boolean {
  const before = segments[index - 1];
  let width = cells.length;
  for (let pieces = 1; pieces < mostPieces; pieces += 1) {
    const segment = segments[index + pieces - 1];
    if (before === undefined || segment === undefined || segment.cells.length === 0) return false;
    width += segment.cells.length;
    const below = segments[index + pieces]?.cells.length ?? null;
    if (width === above && isCut(cells, before, segments[index], below === above)) return true;
    if (width === below && isCut(cells, before, segments[index], false)) return true;
    if (segment.newPage || segment.runs.some(({ lines }) => lines.some(({ text }) => looksOutside(text)))) return false;
  }
  return false;
}

/** Whether a row may have been cut here: there is text in the gap, or the cell before it is blank, or both neighbours say so. */
function isCut(cells: readonly CellDraft[], before: Segment, next: Segment | undefined, confirmed: boolean): boolean {
  if (before.runs.length > 0) return true;
  const last = cells.at(-1);
  if (last === undefined || next === undefined || opensRow(next.cells)) return false;
  return confirmed || isBlankCell(last);
}
