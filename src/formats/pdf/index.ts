import { InputError } from '../../model/index.ts';
import type {
  Cell,
  FormatAdapter,
  Grid,
  Note,
  ReadOptions,
  Staged,
  TableDocument,
  TextLine,
} from '../../model/index.ts';
import { limits } from '../../model/index.ts';
import type { Part } from '../shared/places/columns.ts';
import { joinCutCells } from './cuts.ts';
import type { OpenCell } from './cuts.ts';
import { unturnBox } from '../shared/places/geometry.ts';
import type { LaidCell, LaidTable } from '../shared/places/tables.ts';
import { PdfFile } from './file.ts';
import { pageReader } from './page.ts';
import type { PageContent } from './page.ts';

/** How many pages are read before pdfjs lets go of their fonts: memory stays flat, and fonts are seldom parsed twice. */
const tidyEvery = 40;
/** A page with a picture and no more text than this, such as its number, may be a scan. */
const stampCharacters = 20;
/** How many pages a note refers to at most; its words name them all. */
const maxRefs = 50;
/** The header may stand anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1). */
const headerWithin = 1024;

export const adapter: FormatAdapter = { id: 'pdf', extensions: ['.pdf'], sniff, read };

function sniff(head: Uint8Array, name: string): number {
  const start = Buffer.from(
    head.buffer,
    head.byteOffset,
    Math.min(head.byteLength, headerWithin),
  ).indexOf('%PDF-');
  if (start === 0) return 1;
  if (start > 0) return 0.9;
  return name.toLowerCase().endsWith('.pdf') ? 0.1 : 0;
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Staged<TableDocument>> {
  const file = await PdfFile.open(bytes, options.password);
  try {
    return await readPages(file);
  } finally {
    await file.close();
  }
}

/** What is gathered over the pages. */
interface Gathering {
  readonly grids: Grid[];
  readonly lines: TextLine[];
  /** What stands over the pages: it is no part of what is written above the next table. */
  readonly overlays: TextLine[];
  /** Cells that the last page left open. */
  open: readonly OpenCell[];
  characters: number;
  readonly damaged: number[];
  readonly overflowing: number[];
  readonly pictures: number[];
  readonly garbled: number[];
}

async function readPages(file: PdfFile): Promise<Staged<TableDocument>> {
  const readPage = await pageReader(file);
  const pages = file.document.numPages;
  const found: Gathering = {
    grids: [],
    lines: [],
    overlays: [],
    open: [],
    characters: 0,
    damaged: [],
    overflowing: [],
    pictures: [],
    garbled: [],
  };
  for (let number = 1; number <= Math.min(pages, limits.pdfPages); number += 1) {
    const page = await readPage(number);
    if (page === null) found.damaged.push(number);
    else gather(found, page, number);
    if (number % tidyEvery === 0) await file.tidy();
  }
  if (found.characters === 0) throw nothingRead(found, pages);
  const notes = notesOf(found, file);
  const document: TableDocument = {
    format: 'pdf',
    pages,
    grids: found.grids,
    after: [...found.lines, ...found.overlays],
    characters: { total: found.characters, markup: 0 },
    ...(notes.length > 0 ? { incomplete: true } : {}),
  };
  return { value: document, notes };
}

/** Why a document gave not a single character. */
function nothingRead({ damaged, overflowing }: Gathering, pages: number): InputError {
  if (damaged.length > 0)
    return new InputError('pdf-damaged', { cause: `pages ${listPages(damaged)}` });
  if (overflowing.length > 0)
    return new InputError('pdf-page-too-large', { pages: listPages(overflowing) });
  return new InputError('pdf-no-text', { pages });
}

function gather(found: Gathering, page: PageContent, number: number): void {
  const { layout } = page;
  found.characters += page.characters;
  if (page.damaged) found.damaged.push(number);
  if (page.overflow) found.overflowing.push(number);
  if (page.garbled) found.garbled.push(number);
  if (page.characters <= stampCharacters && page.hasPicture) found.pictures.push(number);
  const tables = layout.parts.flatMap((part) => part.tables);
  const { open } = found;
  if (tables.length === 0) found.open = [];
  for (const part of layout.parts)
    gatherPart(found, part, page, number, { first: tables[0], open });
  for (const line of layout.overlays)
    found.overlays.push(toTextLine(line.text, line.box, page, number));
}

/** @param start the page's first table, and what the page before left open for it */
function gatherPart(
  found: Gathering,
  part: Part,
  page: PageContent,
  number: number,
  start: { first: LaidTable | undefined; open: readonly OpenCell[] },
): void {
  const lines = part.lines.map((line) => ({ middle: (line.box[1] + line.box[3]) / 2, line }));
  for (const table of part.tables) {
    const above = lines.findIndex(({ middle }) => middle >= table.box[3]);
    for (const { line } of lines.splice(0, above === -1 ? lines.length : above))
      found.lines.push(toTextLine(line.text, line.box, page, number));
    found.grids.push(toGrid(table, page, number, found.grids.length, found.lines.splice(0)));
    found.open = joinCutCells(found.grids, table, table === start.first ? start.open : []);
  }
  for (const { line } of lines) found.lines.push(toTextLine(line.text, line.box, page, number));
}

function toTextLine(
  text: string,
  box: LaidCell['box'],
  page: PageContent,
  number: number,
): TextLine {
  return { text, origin: { page: number, boxes: [unturnBox(box, page.layout.turn, page.size)] } };
}

function toGrid(
  table: LaidTable,
  page: PageContent,
  number: number,
  id: number,
  before: TextLine[],
): Grid {
  const cells = table.cells.map((cell) => toCell(cell, page, number, id));
  return {
    id,
    page: number,
    rows: table.rows,
    columns: table.columns,
    cells,
    geometry: 'spans',
    before,
  };
}

function toCell(cell: LaidCell, page: PageContent, number: number, table: number): Cell {
  const { text, row, column, rowSpan, columnSpan, openAbove, openBelow } = cell;
  const box = unturnBox(cell.box, page.layout.turn, page.size);
  const cut = { ...(openAbove ? { above: true } : {}), ...(openBelow ? { below: true } : {}) };
  return {
    text,
    row,
    column,
    rowSpan,
    columnSpan,
    origins: [{ table, row, column, page: number, boxes: [box] }],
    ...(openAbove || openBelow ? { cut } : {}),
  };
}

/** Every note of this adapter says that something is missing. */
function notesOf(found: Gathering, file: PdfFile): Note[] {
  const notes: Note[] = [];
  const add = (code: string, data: Note['data'], refs: Note['refs'] = []): void => {
    notes.push({ code, severity: 'warning', stage: 'format', data, refs });
  };
  const addPages = (code: string, numbers: readonly number[]): void => {
    if (numbers.length === 0) return;
    add(
      code,
      { pages: listPages(numbers), count: numbers.length },
      numbers.slice(0, maxRefs).map((page) => ({ page })),
    );
  };
  addPages('page-without-text', found.pictures);
  addPages('page-damaged', found.damaged);
  addPages('page-garbled', found.garbled);
  addPages('page-too-large', found.overflowing);
  if (found.damaged.length === 0 && file.spoilt.length > 0)
    add('stream-damaged', { objects: file.spoilt.join(', ') });
  if (file.mended) add('file-truncated', {});
  const pages = file.document.numPages;
  if (pages > limits.pdfPages) add('pages-left-out', { pages, limit: limits.pdfPages });
  return notes;
}

/** `1, 2, 3, 7` as `1-3, 7`. */
function listPages(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([from, to]) => (from === to ? String(from) : `${String(from)}-${String(to)}`))
    .join(', ');
}
