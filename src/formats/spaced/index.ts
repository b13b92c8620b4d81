import { countCharacters } from '../../model/index.ts';
import type { FormatAdapter, Grid, Staged, TableDocument, TextLine } from '../../model/index.ts';
import { decodeText } from '../shared/decode.ts';
import { readLines, unifyLineEnds } from '../shared/lines.ts';
import type { Line } from '../shared/lines.ts';
import { formatNote } from '../shared/notes.ts';
import { findPlacedTables } from '../shared/places/lattice/index.ts';
import type { LaidCell } from '../shared/places/tables.ts';
import type { Glyph } from '../shared/places/types.ts';
import { withIdeographs } from '../shared/radicals.ts';
import { countingOf } from './counting.ts';
import { glyphsOf, unit } from './places.ts';
import { settingsOf } from './setting.ts';
import { extensions, sniff } from './sniff.ts';

/** Lines in which runs of spaces keep cells apart; columns are told as those of words with places. */
export const adapter: FormatAdapter = {
  id: 'spaced',
  extensions,
  sniff,
  read: async (bytes, { encoding }) => {
    const decoded = decodeText(bytes, encoding);
    return readText(withIdeographs(unifyLineEnds(decoded.text)));
  },
};

function readText(text: string): Staged<TableDocument> {
  const grids: Grid[] = [];
  const outside: TextLine[] = [];
  const pages = pagesOf(text);
  const counting = countingOf(pages.flat());
  const glyphs = pages.map((lines) => glyphsOf(lines, counting));
  const found = findPlacedTables(glyphs, settingsOf);
  const taken = new Set(found.flatMap((table) => table.glyphs));
  pages.forEach((_, page) => {
    const loose = linesOf((glyphs[page] ?? []).filter((glyph) => !taken.has(glyph)));
    let next = 0;
    for (const { table } of found.filter((one) => one.page === page)) {
      const end = lineAt(table.box[3] - 0.12);
      for (; next < loose.length && (loose[next]?.origin.line ?? 0) <= end; next += 1)
        outside.push(...loose.slice(next, next + 1));
      const id = grids.length;
      grids.push({
        id,
        page: null,
        rows: table.rows,
        columns: table.columns,
        cells: table.cells.map((cell) => toCell(cell, id)),
        geometry: 'spans',
        before: outside.splice(0),
      });
    }
    outside.push(...loose.slice(next));
  });
  const value: TableDocument = {
    format: 'spaced',
    pages: null,
    grids,
    after: outside,
    characters: { total: countCharacters(text), markup: 0 },
    ...(grids.length > 0 ? { incomplete: true } : {}),
  };
  const notes = grids.length > 0 ? [formatNote('columns-by-place', 'warning', {})] : [];
  return { value, notes };
}

function pagesOf(text: string): Line[][] {
  const pages: Line[][] = [[]];
  for (const line of readLines(text)) {
    if (line.newPage) pages.push([]);
    pages.at(-1)?.push(line);
  }
  return pages;
}

function lineAt(y: number): number {
  return Math.round(y / unit.line);
}

function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const lines: { text: string; run: number; origin: { line: number } }[] = [];
  for (const { text, y, run } of glyphs) {
    const line = lineAt(y);
    const last = lines.at(-1);
    if (last === undefined || last.origin.line !== line) lines.push({ text, run, origin: { line } });
    else {
      last.text += run === last.run ? text : ` ${text}`;
      last.run = run;
    }
  }
  return lines.map(({ text, origin }) => ({ text, origin }));
}

function toCell(cell: LaidCell, table: number): Grid['cells'][number] {
  const { text, row, column, rowSpan, columnSpan, box } = cell;
  const [line, endLine] = [lineAt(box[1] + 0.88), lineAt(box[3] - 0.12)];
  const origin = { table, row, column, line, ...(endLine > line ? { endLine } : {}) };
  return { text, row, column, rowSpan, columnSpan, origins: [origin] };
}
