import { countCharacters } from '../../model/index.ts';
import type { FormatAdapter, Grid, Staged, TableDocument, TextLine } from '../../model/index.ts';
import { decodeText } from '../shared/decode.ts';
import { unifyLineEnds } from '../shared/lines.ts';
import { formatNote } from '../shared/notes.ts';
import { readParts } from '../shared/places/columns.ts';
import type { Part } from '../shared/places/columns.ts';
import { findPlacedTables } from '../shared/places/lattice/index.ts';
import type { LaidCell } from '../shared/places/tables.ts';
import { glyphsOf } from './glyphs.ts';
import { settingsOf } from './setting.ts';
import { extensions, sniff } from './sniff.ts';
import { sources } from './sources/index.ts';
import type { WordPage } from './types.ts';

/** Bytes that show which program wrote a file. */
const headCharacters = 16 * 1024;

/** Words with their places, whoever wrote them; columns are told as in a PDF without borders. What is counted is the words. */
export const adapter: FormatAdapter = {
  id: 'words',
  extensions,
  sniff,
  read: async (bytes, { encoding }) => {
    const decoded = decodeText(bytes, encoding);
    const text = unifyLineEnds(decoded.text);
    const head = text.slice(0, headCharacters);
    const source = sources.find(({ looksLike }) => looksLike(head));
    return readPages(source?.read(text) ?? []);
  },
};

function readPages(pages: readonly WordPage[]): Staged<TableDocument> {
  const grids: Grid[] = [];
  const lines: TextLine[] = [];
  let total = 0;
  const glyphs = pages.map(({ words }) => glyphsOf(words));
  const found = findPlacedTables(glyphs, settingsOf);
  pages.forEach(({ words, number }, page) => {
    for (const { text } of words) total += countCharacters(text);
    const tables = found.filter((table) => table.page === page);
    const taken = new Set(tables.flatMap((table) => table.glyphs));
    const parts = readParts({
      tables: tables.map(({ table }) => table),
      glyphs: (glyphs[page] ?? []).filter((glyph) => !taken.has(glyph)),
    });
    for (const part of parts) gatherPart(grids, lines, part, number);
  });
  const value: TableDocument = {
    format: 'words',
    pages: pages.length,
    grids,
    after: lines,
    characters: { total, markup: 0 },
    // No border proves where a cell ends or how far a label reaches.
    ...(grids.length > 0 ? { incomplete: true } : {}),
  };
  const notes = grids.length > 0 ? [formatNote('columns-by-place', 'warning', {})] : [];
  return { value, notes };
}

function gatherPart(grids: Grid[], lines: TextLine[], part: Part, page: number): void {
  let next = 0;
  const tell = (bottom: number): void => {
    for (; next < part.lines.length; next += 1) {
      const line = part.lines[next];
      if (line === undefined || (line.box[1] + line.box[3]) / 2 >= bottom) return;
      lines.push({ text: line.text, origin: { page, boxes: [rounded(line.box)] } });
    }
  };
  for (const table of part.tables) {
    tell(table.box[3]);
    const id = grids.length;
    grids.push({
      id,
      page,
      rows: table.rows,
      columns: table.columns,
      cells: table.cells.map((cell) => toCell(cell, page, id)),
      geometry: 'spans',
      before: lines.splice(0),
    });
  }
  tell(Infinity);
}

function toCell(cell: LaidCell, page: number, table: number): Grid['cells'][number] {
  const { text, row, column, rowSpan, columnSpan, box } = cell;
  const origins = [{ table, row, column, page, boxes: [rounded(box)] }];
  return { text, row, column, rowSpan, columnSpan, origins };
}

function rounded([x0, y0, x1, y1]: LaidCell['box']): LaidCell['box'] {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return [round(x0), round(y0), round(x1), round(y1)];
}
