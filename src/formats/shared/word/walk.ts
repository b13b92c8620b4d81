import { countCharacters, InputError, isBlank, limits } from '../../../model/index.ts';
import type { TextLine } from '../../../model/index.ts';
import type { WordCell, WordRow, WordTable } from './layout.ts';
import type { Numbering } from './numbering.ts';
import type { ListPlace, Styles } from './styles.ts';
import { shownText } from './symbols.ts';

export interface Paragraph {
  text: string;
  style?: string;
  list?: string;
  level?: number;
  /** The paragraph's mark is hidden or deleted: an empty paragraph then shows no number. */
  markGone: boolean;
}

export interface Run {
  style?: string;
  hidden?: boolean;
  font?: string;
}

interface OpenTable {
  readonly table: WordTable;
  row?: WordRow;
  cell?: WordCell;
}

/** What is remembered while a part is read from its start to its end. */
export interface Walk {
  readonly part: string;
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Every table in the order of its start, nested ones after the one that holds them. */
  readonly tables: WordTable[];
  readonly openTables: OpenTable[];
  /** A text box stands inside a paragraph, so that both nest. */
  readonly paragraphs: Paragraph[];
  /** A paragraph opens with undefined: what its own properties say is no run's. */
  readonly runs: (Run | undefined)[];
  /** One entry for each field that is open: its instruction comes first, then its result, which is what is seen. */
  readonly fields: ('instruction' | 'result')[];
  /** For each open mc:AlternateContent, whether one of its variants was taken. */
  readonly alternatives: boolean[];
  /** Whether the text that comes is shown: inside w:t, in a visible run. */
  capturing: boolean;
  /** Lines since the last table. */
  lines: TextLine[];
  /** Paragraphs and cells so far. */
  items: number;
  paragraphNumber: number;
  /** Non-blank characters that were shown, counted as they came. */
  total: number;
  /** Characters that were shown, blank ones too: a list's number may be spaces without end. */
  length: number;
  hiddenCharacters: number;
  hiddenRows: number;
  /** Notes that the text refers to, by their ids. */
  readonly footnotes: Set<string>;
  readonly endnotes: Set<string>;
  /** Relationships of the first section's running heads. */
  readonly headers: string[];
  inFirstSection: boolean;
  /** Relationships of documents that are put in whole (`w:altChunk`). */
  readonly chunks: string[];
  embeddedObjects: number;
  pictures: number;
  /** Whether the form field that is open is a ticked box. */
  ticked: boolean;
}

export function startWalk(part: string, styles: Styles, numbering: Numbering): Walk {
  return {
    part, styles, numbering, tables: [], openTables: [], paragraphs: [], runs: [], fields: [], alternatives: [],
    capturing: false, lines: [], items: 0, paragraphNumber: 0, total: 0, length: 0, hiddenCharacters: 0, hiddenRows: 0,
    footnotes: new Set(), endnotes: new Set(), headers: [], inFirstSection: true, chunks: [], embeddedObjects: 0, pictures: 0, ticked: false,
  };
}

export function currentCell(walk: Walk): WordCell | undefined {
  return walk.openTables.at(-1)?.cell;
}

/** Adds what is seen to the paragraph that is open. */
export function show(walk: Walk, text: string): void {
  const paragraph = walk.paragraphs.at(-1);
  if (paragraph === undefined) return;
  paragraph.text += text;
  count(walk, text);
}

function count(walk: Walk, text: string): void {
  walk.total += countCharacters(text);
  walk.length += text.length;
  if (walk.length > limits.textCharacters) throw new InputError('text-too-large', { limit: limits.textCharacters });
}

/** Text of a run: hidden, an instruction of a field, or shown in the run's font. */
export function showRunText(walk: Walk, text: string): void {
  const run = walk.runs.at(-1);
  if (walk.fields.includes('instruction')) return;
  if (isHidden(walk, run)) walk.hiddenCharacters += countCharacters(text);
  else show(walk, shownText(text, run?.font));
}

/** 17.7.3: what the run says itself goes first; of two styles that both toggle, one undoes the other. */
function isHidden({ styles, paragraphs }: Walk, run: Run | undefined): boolean {
  if (run?.hidden !== undefined) return run.hidden;
  return styles.isHidden(paragraphs.at(-1)?.style) !== styles.isHidden(run?.style);
}

/** Ends the paragraph that is open: its number is put before it, and it goes to its cell or among the lines. */
export function endParagraph(walk: Walk): void {
  const paragraph = walk.paragraphs.pop();
  if (paragraph === undefined) return;
  countItem(walk);
  // An instruction never runs over a paragraph's end: a field without an end must not hide the rest of the document.
  walk.fields.forEach((_, index) => (walk.fields[index] = 'result'));
  const number = numberOf(walk, paragraph);
  count(walk, number);
  const text = number + paragraph.text;
  const cell = currentCell(walk);
  if (cell !== undefined) {
    cell.paragraphs.push(text);
    return;
  }
  walk.paragraphNumber += 1;
  const origin = { part: `${walk.part}/p[${String(walk.paragraphNumber)}]` };
  for (const line of text.split('\n')) if (!isBlank(line)) walk.lines.push({ text: line, origin });
}

export function countItem(walk: Walk): void {
  walk.items += 1;
  if (walk.items > limits.officeItems) throw new InputError('too-many-items', { limit: limits.officeItems });
}

function numberOf(walk: Walk, paragraph: Paragraph): string {
  if (paragraph.markGone && isBlank(paragraph.text)) return '';
  const place = placeOf(walk, paragraph);
  return place === undefined ? '' : walk.numbering.next(place);
}

/** The paragraph's own list, else its style's. List 0 takes a paragraph out of its style's list (17.9.18). */
function placeOf({ styles, numbering }: Walk, { style, list, level }: Paragraph): ListPlace | undefined {
  if (list === '0') return undefined;
  if (list !== undefined) return { list, level: level ?? 0 };
  const styled = styles.listOf(style);
  if (styled === undefined || styled.list === '0') return undefined;
  return { list: styled.list, level: level ?? styled.level ?? numbering.levelOfStyle(styled.list, styled.style) };
}
