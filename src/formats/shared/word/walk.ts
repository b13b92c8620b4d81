import { countCharacters, InputError, isBlank, limits } from '../../../model/index.ts';
import type { TextLine } from '../../../model/index.ts';
import { drawnField } from './fields.ts';
import type { Field } from './fields.ts';
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

export interface Section {
  /** Relationships of its own running heads. */
  readonly headers: string[];
  /** How many tables stand before it. */
  readonly from: number;
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
  readonly fields: Field[];
  /** For each open content control, whether it shows only a prompt to fill it. */
  readonly controls: boolean[];
  /** For each open mc:AlternateContent, whether one of its variants was taken. */
  readonly alternatives: boolean[];
  /** Whether the text that comes is shown: inside w:t, in a visible run. */
  capturing: boolean;
  /** Whether the text that comes is a field's instruction. */
  instructing: boolean;
  /** Lines since the last table. */
  lines: TextLine[];
  /** Paragraphs and cells so far. */
  items: number;
  paragraphNumber: number;
  /** Non-blank characters that were shown, counted as they came. */
  total: number;
  /** Those among them that are prompts to fill a control. */
  prompts: number;
  /** Characters that were shown, blank ones too: a list's number may be spaces without end. */
  length: number;
  hiddenCharacters: number;
  hiddenRows: number;
  /** Notes that the text refers to, by their ids. */
  readonly footnotes: Set<string>;
  readonly endnotes: Set<string>;
  /** In order; the last one is open. */
  readonly sections: Section[];
  embeddedObjects: number;
  pictures: number;
  /** Whether the form field that is open is a ticked box. */
  ticked: boolean;
}

/** What Word asks in a control that nobody filled. Programs fill controls and leave the mark that nobody did, so that the mark alone says nothing. */
const prompt = /^\s*(?:请|单击|点击|点按|Click|Tap)/i;

export function startWalk(part: string, styles: Styles, numbering: Numbering): Walk {
  return {
    part,
    styles,
    numbering,
    tables: [],
    openTables: [],
    paragraphs: [],
    runs: [],
    fields: [],
    controls: [],
    alternatives: [],
    capturing: false,
    instructing: false,
    lines: [],
    items: 0,
    paragraphNumber: 0,
    total: 0,
    prompts: 0,
    length: 0,
    hiddenCharacters: 0,
    hiddenRows: 0,
    footnotes: new Set(),
    endnotes: new Set(),
    sections: [{ headers: [], from: 0 }],
    embeddedObjects: 0,
    pictures: 0,
    ticked: false,
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
  if (walk.length > limits.textCharacters)
    throw new InputError('text-too-large', { limit: limits.textCharacters });
}

/** Text of a run: hidden, an instruction of a field, or shown in the run's font. */
export function showRunText(walk: Walk, text: string): void {
  const run = walk.runs.at(-1);
  if (walk.fields.some(({ part }) => part === 'instruction')) return;
  if (isHidden(walk, run)) walk.hiddenCharacters += countCharacters(text);
  else if (walk.controls.includes(true) && prompt.test(text)) {
    count(walk, text);
    walk.prompts += countCharacters(text);
  } else show(walk, shownText(text, run?.font));
}

/** Ends the innermost field; one without a result shows what its instruction draws. */
export function endField(walk: Walk): void {
  const field = walk.fields.pop();
  if (field === undefined || (field.part === 'result' && field.from !== walk.length)) return;
  showRunText(walk, drawnField(field));
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
  for (const field of walk.fields) field.part = 'result';
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

interface Shown {
  readonly tables: readonly WordTable[];
  readonly lines: readonly TextLine[];
  readonly part: string;
}

/** All that a part shows, as lines: those of its tables' cells too. */
export function linesOf({ tables, lines, part }: Shown): TextLine[] {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const inTables = cells.flatMap(({ paragraphs }) =>
    paragraphs.filter((text) => !isBlank(text)).map((text) => ({ text, origin: { part } })),
  );
  return [...tables.flatMap(({ before }) => before), ...inTables, ...lines];
}

export function countItem(walk: Walk): void {
  walk.items += 1;
  if (walk.items > limits.officeItems)
    throw new InputError('too-many-items', { limit: limits.officeItems });
}

function numberOf(walk: Walk, paragraph: Paragraph): string {
  if (paragraph.markGone && isBlank(paragraph.text)) return '';
  const place = placeOf(walk, paragraph);
  return place === undefined ? '' : walk.numbering.next(place);
}

/** The paragraph's own list, else its style's. List 0 takes a paragraph out of its style's list (17.9.18). */
function placeOf(
  { styles, numbering }: Walk,
  { style, list, level }: Paragraph,
): ListPlace | undefined {
  if (list === '0') return undefined;
  if (list !== undefined) return { list, level: level ?? 0 };
  const styled = styles.listOf(style);
  if (styled === undefined || styled.list === '0') return undefined;
  return {
    list: styled.list,
    level: level ?? styled.level ?? numbering.levelOfStyle(styled.list, styled.style),
  };
}
