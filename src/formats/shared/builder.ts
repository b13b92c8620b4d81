import { countCharacters, isBlank, limits } from '../../model/index.ts';
import type {
  Cell,
  FormatId,
  Grid,
  Note,
  SourceRef,
  Staged,
  TableDocument,
  TextLine,
} from '../../model/index.ts';
import { removeCrumbs } from './crumbs.ts';
import type { DecodedText } from './decode.ts';
import { withoutFrame } from './data-frame.ts';
import { formatNote, widthNote } from './notes.ts';
import { withIdeographs } from './radicals.ts';
import type { CellPlace, PlacedGrid, RawCell, ReadHtml } from './pieces.ts';

const none: readonly Grid[] = [];

/** So many rows of a grid are told together: a file may be one grid of as many rows as it has lines. */
const partRows = 500;

/** A file's doubts are told one by one, as far as this. */
const mostDoubts = 100;

/** Collects a file's rows and lines in reading order, removes exporters' crumbs from them and keeps the account. */
export class DocumentBuilder {
  readonly #format: FormatId;
  #grids: Grid[] = [];
  /** Grids so far, those that were taken included. */
  #tables = 0;
  readonly #notes: Note[] = [];
  readonly #wide: SourceRef[] = [];
  #before: TextLine[] = [];
  #cells: Cell[] = [];
  #rows = 0;
  /** Rows of the open grid that were told in parts. */
  #told = 0;
  /** The open grid is told whole: only all of it shows what is no part of it. */
  #whole = false;
  #columns = 0;
  #items = 0;
  #markup = 0;
  #hidden = 0;
  #hidesForm = false;
  #doubts = 0;
  #incomplete = false;

  constructor(format: FormatId) {
    this.#format = format;
  }

  /** Whether the cap on cells is reached: what is left of the file goes to `rest`. */
  get full(): boolean {
    return this.#items >= limits.cells;
  }

  /** Text outside every table; it ends the grid before it. */
  addLine(text: string, line: number): void {
    this.endGrid();
    const cleaned = this.#clean(text);
    if (!cleaned.includes('\n')) this.#addPiece(cleaned, line);
    else for (const piece of cleaned.split('\n')) this.#addPiece(piece, line);
  }

  #addPiece(piece: string, line: number): void {
    if (isBlank(piece)) return;
    this.#before.push({ text: piece.trim(), origin: { line } });
    this.#items += 1;
  }

  /** One row of an ordinal grid; `whole` is false where cells beyond the cap were joined. */
  addRow(cells: readonly RawCell[], whole = true): void {
    const row = this.#rows;
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (cell !== undefined) this.#push(cell, { row, column, rowSpan: 1, columnSpan: 1 }, 0);
    }
    this.#rows += 1;
    this.#columns = Math.max(this.#columns, cells.length);
    if (!whole) this.#noteWideRow(row, cells[0]?.line);
    if (this.#rows >= partRows && !this.#whole) this.#tellPart();
  }

  /** What was read from HTML that begins on `firstLine`. */
  addHtml({ items, hidden, hidesForm, cutAt }: ReadHtml, firstLine = 1): void {
    this.#hidden += hidden;
    this.#hidesForm ||= hidesForm;
    const shift = firstLine - 1;
    for (const item of items) {
      if (item.kind === 'line') this.addLine(item.text, item.line + shift);
      else this.addGrid(item.grid, shift);
    }
    if (cutAt !== null) this.#noteCut(cutAt + shift);
  }

  endGrid(): void {
    if (this.#rows + this.#told > 0) this.#close('ordinal');
  }

  /** The grids that are whole, which are kept no longer: a file may hold more than memory does. */
  taken(): readonly Grid[] {
    if (this.#grids.length === 0) return none;
    const grids = this.#grids;
    this.#grids = [];
    return grids;
  }

  /** Counts what the caller removed. */
  addMarkup(characters: number): void {
    this.#markup += characters;
  }

  /** Says that the reading of a text which begins on a line is not sure. */
  doubt(text: string, line: number): void {
    if (this.#doubts >= mostDoubts) return;
    this.#doubts += 1;
    const words = text.trim().slice(0, 40);
    this.#notes.push(formatNote('reading-uncertain', 'warning', { text: words }, [{ line }]));
  }

  /** Says that only places tell the columns of the file's tables, which no border proves: the document is then at best `partial`. */
  tellByPlace(): void {
    if (this.#tables === 0 && this.#rows === 0) return;
    this.#notes.push(formatNote('columns-by-place', 'warning', {}));
    this.#incomplete = true;
  }

  /** What stands behind the last cell that may be read: kept as one text, so that nothing is dropped in silence. */
  rest(text: string, line: number): void {
    this.endGrid();
    if (isBlank(text)) return;
    this.#before.push({ text, origin: { line } });
    this.#noteCut(line);
  }

  /** @param total non-blank characters of the source, counted on their own */
  finish(total: number, decoded: DecodedText): Staged<TableDocument> {
    this.endGrid();
    const { replaced, encoding } = decoded;
    if (replaced > 0)
      this.#notes.push(formatNote('damaged-characters', 'warning', { count: replaced, encoding }));
    if (this.#hidden > 0)
      this.#notes.push(
        formatNote('hidden-text-left-out', this.#hidesForm ? 'warning' : 'info', {
          characters: this.#hidden,
          rows: 0,
        }),
      );
    if (this.#wide.length > 0) this.#notes.push(widthNote(this.#wide));
    const value: TableDocument = {
      format: this.#format,
      pages: null,
      grids: this.#grids,
      after: this.#before,
      characters: { total, markup: this.#markup },
      ...(this.#incomplete || replaced > 0 ? { incomplete: true } : {}),
    };
    return { value, notes: this.#notes };
  }

  /** Finishes a text format, where the decoded file is the source. */
  finishText(decoded: DecodedText): Staged<TableDocument> {
    return this.finish(countCharacters(decoded.text), decoded);
  }

  /** A grid with believable columns; `shift` is added to its lines. */
  addGrid({ rows, columns, cells, wideRows }: PlacedGrid, shift = 0): void {
    this.endGrid();
    for (const cell of cells) this.#push(cell, cell, shift);
    for (const { row, line } of wideRows) this.#noteWideRow(row, line + shift);
    this.#rows = rows;
    this.#columns = columns;
    this.#close('spans');
  }

  // A file holds millions of cells: written out, since spreading objects takes ten times as long.
  #push(cell: RawCell, { row, column, rowSpan, columnSpan }: CellPlace, shift: number): void {
    const table = this.#tables;
    const line = cell.line + shift;
    const endLine = (cell.endLine ?? cell.line) + shift;
    const at = this.#told + row;
    const origin =
      endLine > line ? { table, row: at, column, line, endLine } : { table, row: at, column, line };
    this.#cells.push({
      text: this.#clean(cell.text),
      row,
      column,
      rowSpan,
      columnSpan,
      origins: [origin],
    });
    this.#items += 1;
  }

  #noteWideRow(row: number, line = 1): void {
    this.#wide.push({ table: this.#tables, row: this.#told + row, line });
  }

  #noteCut(line: number): void {
    this.#notes.push(
      formatNote('too-many-cells', 'error', { limit: limits.cells, line }, [{ line }]),
    );
    this.#incomplete = true;
  }

  /** The rows since the last part; where a library's frame is around them, the grid is kept whole. */
  #tellPart(): void {
    const part = this.#grid('ordinal');
    this.#whole = this.#told === 0 && withoutFrame(part) !== part;
    if (this.#whole) return;
    this.#grids.push(part);
    this.#told += this.#rows;
    this.#cells = [];
    this.#before = [];
    this.#rows = 0;
  }

  #close(geometry: Grid['geometry']): void {
    if (this.#rows > 0) this.#grids.push(this.#grid(geometry));
    this.#tables += 1;
    this.#cells = [];
    this.#before = [];
    this.#rows = 0;
    this.#told = 0;
    this.#whole = false;
    this.#columns = 0;
  }

  #grid(geometry: Grid['geometry']): Grid {
    return {
      id: this.#tables,
      page: null,
      rows: this.#rows,
      columns: this.#columns,
      cells: this.#cells,
      geometry,
      before: this.#before,
      ...(this.#told > 0 ? { goesOn: true } : {}),
    };
  }

  #clean(text: string): string {
    const cleaned = removeCrumbs(withIdeographs(text));
    this.#markup += cleaned.markup;
    return cleaned.text;
  }
}
