import type { DocumentBuilder } from '../shared/builder.ts';
import type { Line } from '../shared/lines.ts';
import { findPlacedTables } from '../shared/places/lattice/index.ts';
import type { PlacedTable } from '../shared/places/lattice/index.ts';
import type { Glyph } from '../shared/places/types.ts';
import { glyphsOf, unit } from './places.ts';
import type { Counting } from './places.ts';
import { settingsOf } from './setting.ts';

/** So many lines are laid out together where no form feed parts them. */
const mostLines = 300;

/** Adds tables and lines whose columns only their places on a page tell. */
export function addPlaced(
  builder: DocumentBuilder,
  lines: readonly Line[],
  counting: Counting,
): void {
  const glyphs = pagesOf(lines).map((page) => glyphsOf(page, counting));
  const found = findPlacedTables(glyphs, settingsOf);
  const taken = new Set(found.flatMap((table) => table.glyphs));
  const tables = glyphs.map((): PlacedTable[] => []);
  for (const table of found) tables[table.page]?.push(table);
  glyphs.forEach((page, index) => {
    const loose = linesOf(page.filter((glyph) => !taken.has(glyph)));
    let next = 0;
    const tell = (end: number): void => {
      for (let line = loose[next]; line !== undefined && line.number <= end; line = loose[next]) {
        builder.addLine(line.text, line.number);
        next += 1;
      }
    };
    for (const table of tables[index] ?? []) {
      tell(lineAt(table.table.box[3] - descent));
      const first = table.table.cells.find(({ text }) => text !== '');
      if (first !== undefined) builder.doubt(first.text, lineAt(first.box[1] + ascent));
      addTable(builder, table);
    }
    tell(Infinity);
  });
}

/** How far a line's box reaches below and above its baseline, in font sizes. */
const descent = 0.12;
const ascent = 0.88;

function addTable(builder: DocumentBuilder, { table }: PlacedTable): void {
  builder.addGrid({
    rows: table.rows,
    columns: table.columns,
    cells: table.cells.map(({ box, text, row, column, rowSpan, columnSpan }) => {
      const line = lineAt(box[1] + ascent);
      const endLine = Math.max(line, lineAt(box[3] - descent));
      return { text, line, endLine, row, column, rowSpan, columnSpan };
    }),
    wideRows: [],
  });
}

function pagesOf(lines: readonly Line[]): Line[][] {
  const pages: Line[][] = [[]];
  for (const line of lines) {
    if (line.newPage || pages.at(-1)?.length === mostLines) pages.push([]);
    pages.at(-1)?.push(line);
  }
  return pages;
}

function lineAt(y: number): number {
  return Math.round(y / unit.line);
}

interface LooseLine {
  readonly text: string;
  readonly number: number;
}

/** What is left of lines, without their gaps. */
function linesOf(glyphs: readonly Glyph[]): LooseLine[] {
  const lines: { text: string; run: number; number: number }[] = [];
  for (const { text, y, run } of glyphs) {
    const number = lineAt(y);
    const last = lines.at(-1);
    if (last?.number !== number) lines.push({ text, run, number });
    else {
      last.text += run === last.run ? text : ` ${text}`;
      last.run = run;
    }
  }
  return lines;
}
