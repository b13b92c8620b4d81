import { isBlank } from '../../model/index.ts';
import { decodeText } from './decode.ts';
import { readLines, unifyLineEnds } from './lines.ts';

/** Bytes from which a text format is recognised. */
const headBytes = 256 * 1024;

/** What the lines of a text look like, counted. */
export interface TextShape {
  /** Lines with at least one tab. */
  tabLines: number;
  /** Tab lines that begin with their only tab, or hold text in one place only. */
  cellLines: number;
  /** Lines that begin with a tab. */
  indentedLines: number;
  /** Lines that begin or end with a pipe and hold another. */
  pipeLines: number;
  /** Other lines that hold a pipe: rows without outer ones. */
  barLines: number;
  /** `{|` and `|===`, with which wikis and AsciiDoc open tables that are not read. */
  foreignTables: number;
  /** `|---|:--:|` */
  alignmentLines: number;
  /** `+----+----+`, or dashes that show columns: `-----  ----`. */
  drawnLines: number;
  /** `# …` */
  headings: number;
  /** Plain lines outside HTML tables that hold no tag. */
  proseLines: number;
  /** The first visible character opens an HTML document (`<!doctype html`, `<html`, `<head`, `<body`, `<meta`). */
  htmlDocument: boolean;
  htmlTables: number;
  /** Tags of any kind that HTML knows. */
  htmlTags: number;
}

const structuralTag = /<\/?(?:!doctype|html|head|body|meta|table|thead|tbody|tr|td|th|div)\b/i;

const drawn =
  /^ *(?:\+(?:[-=:]{2,}\+)+|[\u250c-\u254b\u2552-\u256c][\u2500-\u257f]{2,}|[-=]{2,}(?: +[-=]{2,})+) *$/;

const measured = new WeakMap<Uint8Array, TextShape | null>();

/** Looks at the beginning of a file; null where it is no text. Four sniffers ask, so the answer is kept. */
export function measureText(bytes: Uint8Array): TextShape | null {
  const known = measured.get(bytes);
  if (known !== undefined) return known;
  const shape = tryMeasure(bytes);
  measured.set(bytes, shape);
  return shape;
}

/** The text with which a file begins; throws where it is none. */
export function headText(bytes: Uint8Array): string {
  return unifyLineEnds(decodeText(bytes.subarray(0, headBytes)).text);
}

function tryMeasure(bytes: Uint8Array): TextShape | null {
  try {
    return measure(headText(bytes));
  } catch {
    return null;
  }
}

function measure(text: string): TextShape {
  const shape: TextShape = {
    tabLines: 0,
    cellLines: 0,
    indentedLines: 0,
    pipeLines: 0,
    barLines: 0,
    foreignTables: count(text, /^(?:\{\||\|===)[^|\n]*$/gm),
    alignmentLines: 0,
    drawnLines: 0,
    headings: 0,
    proseLines: 0,
    htmlDocument:
      /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body|meta)\b/i.test(
        text,
      ),
    htmlTables: count(text, /<table\b/gi),
    htmlTags: count(text, /<\/?(?:table|tr|td|th|div|p|span|br|ul|li|h[1-6])\b[^<>]{0,2000}>/gi),
  };
  let depth = 0;
  for (const { text: line } of readLines(text)) {
    const opened = count(line, /<table\b/gi);
    if (depth + opened === 0 && !structuralTag.test(line)) measureLine(line, shape);
    depth = Math.max(0, depth + opened - count(line, /<\/table\b/gi));
  }
  return shape;
}

function measureLine(line: string, shape: TextShape): void {
  if (line.includes('\t')) measureTabs(line, shape);
  else if (drawn.test(line)) shape.drawnLines += 1;
  else if (isAlignmentRow(line)) shape.alignmentLines += 1;
  else if (/^\s*\|.*\||\|[^|]*\|\s*$/.test(line)) shape.pipeLines += 1;
  else if (line.includes('|')) shape.barLines += 1;
  else if (/^ {0,3}#{1,6}[ \t]*[^\s#\d]/.test(line)) shape.headings += 1;
  else if (!/<\/?[a-z!]/i.test(line) && !isBlank(line)) shape.proseLines += 1;
}

function measureTabs(line: string, shape: TextShape): void {
  shape.tabLines += 1;
  if (!line.startsWith('\t')) return;
  shape.indentedLines += 1;
  const places = line.split('\t').filter((part) => !isBlank(part)).length;
  // A cell that is blank stands on a line of one tab; a row of blank cells has several.
  if (places === 1 || (places === 0 && line.lastIndexOf('\t') === 0)) shape.cellLines += 1;
}

/** Whether a line of a pipe table only says how columns are aligned: at least one dash a cell, and nothing else. */
export function isAlignmentRow(line: string): boolean {
  let dashes = 0;
  let pipes = 0;
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    if (character === '-') dashes += 1;
    else if (character === '|') pipes += 1;
    else if (character !== ':' && character !== ' ') return false;
  }
  return pipes > 0 && dashes > 0;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const match of text.matchAll(pattern)) found += match.length;
  return found;
}
