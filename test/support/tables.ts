import { countCharacters } from '../../src/model/index.ts';
import type {
  Cell,
  FormatAdapter,
  Grid,
  ReadOptions,
  SourceRef,
  Staged,
  TableDocument,
  TextLine,
} from '../../src/model/index.ts';

/** What an adapter read, short enough to be looked over by eye. */
export function viewOf({ value, notes }: Staged<TableDocument>) {
  const { format, pages, grids, after, characters, incomplete } = value;
  return {
    format,
    pages,
    characters,
    incomplete,
    grids: grids.map(viewOfGrid),
    after: after.map(viewOfLine),
    notes,
  };
}

function viewOfGrid({ id, page, rows, columns, geometry, before, cells }: Grid) {
  const size = `${String(rows)} rows, ${String(columns)} columns, ${geometry}`;
  return { id, page, size, before: before.map(viewOfLine), cells: cells.map(viewOfCell) };
}

function viewOfLine({ text, origin }: TextLine): string {
  return `@${linesOf(origin)} ${text}`;
}

/** `2,0 3x1 @7-9 text`: row, column, rows x columns where it spans, lines. */
function viewOfCell({ text, row, column, rowSpan, columnSpan, origins }: Cell): string {
  const spans =
    rowSpan === 1 && columnSpan === 1 ? '' : ` ${String(rowSpan)}x${String(columnSpan)}`;
  return `${String(row)},${String(column)}${spans} @${origins.map(linesOf).join('+')} ${text}`;
}

function linesOf({ line, endLine, part }: SourceRef): string {
  if (line === undefined) return part ?? '';
  return endLine === undefined ? String(line) : `${String(line)}-${String(endLine)}`;
}

/** The texts of each grid, row by row. */
export function textsOf({ value }: Staged<TableDocument>): string[][][] {
  return value.grids.map(({ rows, cells }) =>
    Array.from({ length: rows }, (_, row) =>
      cells.filter((cell) => cell.row === row).map(({ text }) => text),
    ),
  );
}

/** The lines outside the tables, in order. */
export function linesOutside({ value }: Staged<TableDocument>): string[] {
  return [...value.grids.flatMap(({ before }) => before), ...value.after].map(({ text }) => text);
}

/** What the account says and what stands in the document: the same, or a character was lost or made up. */
export function account({ value }: Staged<TableDocument>): { total: number; found: number } {
  const texts = [
    ...value.grids.flatMap(({ cells, before }) => [...cells, ...before]),
    ...value.after,
  ];
  const found = texts.reduce(
    (sum, { text }) => sum + countCharacters(text),
    value.characters.markup,
  );
  return { total: value.characters.total, found };
}

/** Reads a text with an adapter. */
export async function readText(
  adapter: FormatAdapter,
  text: string,
  options: ReadOptions = {},
): Promise<Staged<TableDocument>> {
  return adapter.read(new TextEncoder().encode(text), options);
}
