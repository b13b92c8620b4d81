import { isBlank, limits } from '../../model/index.ts';
import { readLines } from '../shared/lines.ts';

/** A line of a cell or of the text around tables. */
export interface Paragraph {
  readonly text: string;
  readonly number: number;
}

/** A cell and its paragraphs. */
export interface CellDraft {
  readonly paragraphs: Paragraph[];
}

/** Lines of text that follow each other, and how many blank lines stand before them. */
export interface Run {
  readonly blanks: number;
  readonly lines: Paragraph[];
}

/**
 * Cells that follow each other without a blank line, and what stands between them and the next ones. A blank line is a row's
 * end or an empty paragraph within a cell; nothing in it tells which.
 */
export interface Segment {
  readonly cells: CellDraft[];
  /** False where cells beyond the cap were joined into the last one. */
  whole: boolean;
  readonly runs: Run[];
  /** Blank lines behind the last run. */
  blanks: number;
  /** A form feed stands behind the cells. */
  newPage: boolean;
}

/** What the segments of a text leave over. */
export interface Leftover {
  readonly text: string;
  readonly line: number;
}

/**
 * Cuts a text into segments. The first one holds no cells where text stands before the first table.
 *
 * @returns the text behind the last cell that may be read, or null
 */
export function cutSegments(text: string): { segments: Segment[]; leftover: Leftover | null } {
  const segments: Segment[] = [];
  let current = openSegment();
  let items = 0;
  for (const line of readLines(text)) {
    if (items >= limits.cells) {
      segments.push(current);
      return { segments, leftover: { text: text.slice(line.start), line: line.number } };
    }
    items += 1;
    if (line.newPage) current.newPage = true;
    if (!line.text.startsWith('\t')) addLine(current, line);
    else {
      if (inGap(current)) {
        segments.push(current);
        current = openSegment();
      }
      addCell(current, { text: line.text.slice(1), number: line.number });
    }
  }
  segments.push(current);
  return { segments, leftover: null };
}

function openSegment(): Segment {
  return { cells: [], whole: true, runs: [], blanks: 0, newPage: false };
}

/** Whether a blank line was seen behind the cells: until then a line without a tab is a paragraph of the last cell. */
function inGap(segment: Segment): boolean {
  return segment.blanks > 0 || segment.runs.length > 0 || segment.newPage;
}

function addCell(segment: Segment, line: Paragraph): void {
  if (segment.cells.length < limits.columns) segment.cells.push({ paragraphs: [line] });
  else {
    segment.whole = false;
    segment.cells.at(-1)?.paragraphs.push(line);
  }
}

function addLine(segment: Segment, line: Paragraph): void {
  const cell = segment.cells.at(-1);
  const run = segment.blanks === 0 ? segment.runs.at(-1) : undefined;
  if (line.text === '') segment.blanks += 1;
  else if (run !== undefined) run.lines.push(line);
  else if (!inGap(segment) && cell !== undefined) cell.paragraphs.push(line);
  // A paragraph of white space that stands alone is as good as a blank line.
  else if (isBlank(line.text)) segment.blanks += 1;
  else {
    segment.runs.push({ blanks: segment.blanks, lines: [line] });
    segment.blanks = 0;
  }
}
