import { findTitle } from '../../lexicon/index.ts';
import { countCharacters, isBlank, limits } from '../../model/index.ts';
import { Choice, shownInput } from './html-controls.ts';
import { Flow } from './html-flow.ts';
import { hides, HiddenElement } from './html-hidden.ts';
import { HtmlLists } from './html-lists.ts';
import { readSpan, tableItems } from './html-table.ts';
import type { DraftCell, DraftRow } from './html-table.ts';
import { tokenizeHtml } from './html-tokens.ts';
import type { OpenTag, TagReader } from './html-tokens.ts';
import type { ReadHtml } from './pieces.ts';

/** Cells, rows and lines that are told apart in one piece of HTML. */
const mostParts = 2 * limits.cells;

/** Elements that stand on lines of their own. */
const blocks = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'br',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'legend',
  'li',
  'main',
  'nav',
  'ol',
  'option',
  'p',
  'pre',
  'section',
  'select',
  'table',
  'ul',
]);

/** Tags that end a row. */
const rowBorders = new Set(['tr', 'thead', 'tbody', 'tfoot', 'caption']);

/** Tags that no list to choose from holds: one that was left open ends there. */
const choiceBorders = new Set([
  'table',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'tfoot',
  'select',
  'input',
]);

/** A table that is being read. */
interface OpenTable {
  readonly rows: DraftRow[];
  readonly line: number;
  row: DraftRow | null;
  cell: DraftCell | null;
}

/**
 * Reads the tables and lines of HTML. What browsers forgive is forgiven: missing `</td>`, `</tr>` and `</table>`, text between
 * rows (it stands before the table); so is a row whose `<table>` was cut off. Tables nested deeper than the cap are read as text.
 */
export function readHtml(source: string): ReadHtml {
  // Browsers end a comment at `--!>` too; what stands behind it keeps its place.
  const html = source.replaceAll('--!>', '--> ');
  const reader = new HtmlReader(html);
  tokenizeHtml(html, reader);
  return reader.finish();
}

class HtmlReader implements TagReader {
  readonly #html: string;
  readonly #page = new Flow();
  readonly #tables: OpenTable[] = [];
  readonly #lists = new HtmlLists();
  /** The number of a list's item, which stands before the text that comes next. */
  #number = '';
  #choice: Choice | null = null;
  #hidden: HiddenElement | null = null;
  /** How many tables are open beyond the cap on depth. */
  #tooDeep = 0;
  #shown = 0;
  #hiddenCharacters = 0;
  #hidesForm = false;
  #parts = 0;
  #cutAt: number | null = null;
  #line = 1;
  #lineEnd: number;

  constructor(html: string) {
    this.#html = html;
    const end = html.indexOf('\n');
    this.#lineEnd = end === -1 ? html.length : end;
  }

  open(tag: OpenTag): void {
    if (this.#hidden?.outlastsOpen(tag.name) === true) return;
    this.#hidden = null;
    if (this.#isFull(tag)) return;
    if (this.#inChoice(tag)) return;
    this.#closeBefore(tag.name);
    this.#countItems(tag);
    if (hides(tag)) this.#hide(tag);
    else if (tag.name === 'input') this.#show(shownInput(tag.attributes), tag.start);
    else if (tag.name === 'select') this.#choice = new Choice(tag.attributes);
    else if (tag.name === 'table') this.#openTable(tag);
    else if (tag.name === 'tr') this.#openRow(tag.start);
    else if (tag.name === 'td' || tag.name === 'th') this.#openCell(tag);
  }

  close(name: string): void {
    if (this.#hidden !== null) {
      const place = this.#hidden.close(name);
      if (place !== 'inside') this.#hidden = null;
      if (place !== 'beyond') return;
    }
    if (this.#cutAt !== null) return;
    if (choiceBorders.has(name)) this.#endChoice();
    this.#lists.closeTag(name);
    if (name === 'li' || name === 'ol') this.#number = '';
    if (name === 'table') this.#closeTable();
    else this.#closeBefore(name);
  }

  text(text: string, start: number): void {
    if (this.#hidden !== null) {
      if (this.#hidden.holdsText) this.#pass(text);
      return;
    }
    if (this.#choice === null) this.#show(text, start);
    else this.#choice.text(text);
  }

  #pass(text: string): void {
    this.#hiddenCharacters += countCharacters(text);
    this.#hidesForm ||= findTitle(text) !== null;
  }

  #show(text: string, start: number): void {
    const shown =
      this.#number === '' || isBlank(text) ? text : this.#takeNumber() + text.trimStart();
    this.#shown += countCharacters(shown);
    this.#flow().text(shown, this.#lineAt(start + Math.max(0, text.search(/\S/))));
  }

  finish(): ReadHtml {
    this.#endChoice();
    this.#tooDeep = 0;
    while (this.#tables.length > 0) this.#closeTable();
    this.#page.break();
    return {
      items: this.#page.items,
      shown: this.#shown,
      hidden: this.#hiddenCharacters,
      hidesForm: this.#hidesForm,
      cutAt: this.#cutAt,
    };
  }

  /** Where text goes now: the innermost open cell, or the page. Text between the rows of a table stands before it. */
  #flow(): Flow {
    return this.#tables.findLast((table) => table.cell !== null)?.cell?.flow ?? this.#page;
  }

  /** Whether so many parts were opened that the rest stays in one text; what is hidden stays hidden. */
  #isFull(tag: OpenTag): boolean {
    this.#parts += 1;
    if (this.#parts <= mostParts) return false;
    this.#cutAt ??= this.#lineAt(tag.start);
    if (hides(tag)) this.#hidden = new HiddenElement(tag.name, false);
    return true;
  }

  /** Whether a tag says something of the list that is open; what cannot stand in one ends it. */
  #inChoice(tag: OpenTag): boolean {
    if (this.#choice === null) return false;
    if (tag.name === 'option') this.#choice.open(tag.attributes);
    else if (choiceBorders.has(tag.name)) this.#endChoice();
    return this.#choice !== null;
  }

  #endChoice(): void {
    const shown = this.#choice?.shown.trim() ?? '';
    this.#choice = null;
    if (shown !== '') this.#show(shown, this.#lineEnd);
  }

  #hide({ name }: OpenTag): void {
    this.#hidden = new HiddenElement(name, this.#tables.length > 0);
    this.#number = '';
  }

  /** Numbers count in cells only: pages also print their menus as lists, with styles that are not read. */
  #countItems(tag: OpenTag): void {
    const number = this.#lists.openTag(tag);
    if (tag.name === 'li' || tag.name === 'td' || tag.name === 'th')
      this.#number = this.#tables.at(-1)?.cell == null ? '' : number;
  }

  #takeNumber(): string {
    const number = this.#number;
    this.#number = '';
    return number;
  }

  /** What a tag puts an end to, whether it opens or closes. */
  #closeBefore(name: string): void {
    if (name === 'td' || name === 'th') this.#closeCell();
    else if (rowBorders.has(name)) this.#closeRow();
    else if (blocks.has(name)) this.#flow().break();
  }

  #openTable({ start }: OpenTag): void {
    if (this.#tooDeep === 0 && this.#tables.at(-1)?.cell === null) this.#closeTable();
    if (this.#tables.length >= limits.depth) this.#tooDeep += 1;
    else this.#tables.push({ rows: [], line: this.#lineAt(start), row: null, cell: null });
  }

  #openRow(start: number): DraftRow | null {
    if (this.#tooDeep > 0) return null;
    if (this.#tables.length === 0)
      this.#tables.push({ rows: [], line: this.#lineAt(start), row: null, cell: null });
    const table = this.#tables.at(-1);
    const row: DraftRow = { cells: [], whole: true };
    table?.rows.push(row);
    if (table !== undefined) table.row = row;
    return row;
  }

  #openCell({ attributes, start }: OpenTag): void {
    const row = this.#tables.at(-1)?.row ?? this.#openRow(start);
    const table = this.#tables.at(-1);
    if (this.#tooDeep > 0 || row === null || table === undefined) return;
    if (row.cells.length < limits.columns) {
      const [rowSpan, columnSpan] = [
        readSpan(attributes.get('rowspan')),
        readSpan(attributes.get('colspan')),
      ];
      row.cells.push({
        flow: new Flow(),
        rowSpan,
        columnSpan: Math.max(1, columnSpan),
        line: this.#lineAt(start),
      });
    } else row.whole = false;
    table.cell = row.cells.at(-1) ?? null;
  }

  #closeCell(): void {
    this.#flow().break();
    const table = this.#tables.at(-1);
    if (table !== undefined && this.#tooDeep === 0) table.cell = null;
  }

  #closeRow(): void {
    this.#closeCell();
    const table = this.#tables.at(-1);
    if (table !== undefined && this.#tooDeep === 0) table.row = null;
  }

  #closeTable(): void {
    this.#closeRow();
    if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else {
      const table = this.#tables.pop();
      if (table !== undefined) this.#flow().append(tableItems(table.rows, table.line));
    }
  }

  #lineAt(position: number): number {
    while (this.#lineEnd < position) {
      this.#line += 1;
      const next = this.#html.indexOf('\n', this.#lineEnd + 1);
      this.#lineEnd = next === -1 ? this.#html.length : next;
    }
    return this.#line;
  }
}
