import { findLabel, names } from '../../../../lexicon/index.ts';
import type { Box } from '../../../../model/index.ts';
import type { Block } from '../blocks.ts';
import { headTerms } from '../borderless-columns.ts';
import type { LaidCell, LaidTable } from '../tables.ts';
import { joinLines } from '../text.ts';
import type { Glyph } from '../types.ts';
import type { Lattice } from './edges.ts';
import { meets } from './piles.ts';
import type { Columns } from './types.ts';

/** A table of one page, with what it took of it. */
export interface PlacedTable {
  readonly page: number;
  readonly table: LaidTable;
  readonly glyphs: readonly Glyph[];
}

/** A text with its place in a table. */
export interface PlacedBlock extends Block {
  readonly columns: Columns;
  readonly rowSpan: number;
}

/** The table that placed texts make; what no text covers is a blank cell. */
export function layTable(
  rows: readonly (readonly PlacedBlock[])[],
  { edges }: Lattice,
  em: number,
  page: number,
): PlacedTable {
  const blocks = rows.flat();
  const box = boxOf(blocks);
  const columns = edges.length - 1;
  const widths = widthsOf(blocks);
  const covered = rows.map(() => new Set<number>());
  const cells = rows.flatMap((row, index) => {
    const taken = takeCells(rows, index, { covered, widths, columns });
    const [, top, , bottom] = boxOf(row);
    const blanks = Array.from({ length: columns }, (_, column) => column)
      .filter((column) => covered[index]?.has(column) !== true)
      .map((column) => {
        const left = Math.max((edges[column] ?? 0) * em, box[0]);
        const right = Math.min((edges[column + 1] ?? 0) * em, box[2]);
        return toCell([column, column + 1], index, 1, '', [left, top, right, bottom]);
      });
    return [...taken, ...blanks].sort((one, other) => one.column - other.column);
  });
  return {
    page,
    table: { box, rows: rows.length, columns, cells, padding: 0 },
    glyphs: blocks.flatMap((block) => block.glyphs),
  };
}

function boxOf(blocks: readonly PlacedBlock[]): Box {
  return [
    Math.min(...blocks.map(({ box }) => box[0])),
    Math.min(...blocks.map(({ box }) => box[1])),
    Math.max(...blocks.map(({ box }) => box[2])),
    Math.max(...blocks.map(({ box }) => box[3])),
  ];
}

/** How wide the widest text of the same columns is, which tells whether a line of it is full. */
function widthsOf(blocks: readonly PlacedBlock[]): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  for (const { columns, box } of blocks) {
    const key = columns.join(' ');
    widths.set(key, Math.max(widths.get(key) ?? 0, box[2] - box[0]));
  }
  return widths;
}

/** The cells that show text, which cover the places of their rows. */
function takeCells(
  rows: readonly (readonly PlacedBlock[])[],
  index: number,
  {
    covered,
    widths,
    columns,
  }: {
    covered: readonly Set<number>[];
    widths: ReadonlyMap<string, number>;
    columns: number;
  },
): LaidCell[] {
  const row = rows[index] ?? [];
  const own = widenHead(row, columns);
  return row.map((block, place) => {
    const [from, to] = freePart(own[place] ?? block.columns, covered[index] ?? new Set());
    const below = rows.slice(index + 1, index + block.rowSpan);
    const free = below.findIndex((other) => other.some((one) => meets(one.columns, [from, to])));
    const rowSpan = (free === -1 ? below.length : free) + 1;
    for (const places of covered.slice(index, index + rowSpan))
      for (let column = from; column < to; column += 1) places.add(column);
    const width = widths.get(block.columns.join(' ')) ?? 0;
    return toCell(
      [from, to],
      index,
      rowSpan,
      joinLines(block.lines, { width, padding: 0 }),
      block.box,
    );
  });
}

function toCell(
  [column, end]: Columns,
  row: number,
  rowSpan: number,
  text: string,
  box: Box,
): LaidCell {
  const cut = { openAbove: false, openBelow: false };
  return { row, column, rowSpan, columnSpan: end - column, text, lines: [], box, ...cut };
}

/** The part of some columns that nothing covers; the first of them where all are covered. */
function freePart([from, to]: Columns, covered: ReadonlySet<number>): Columns {
  let start = from;
  while (start < to && covered.has(start)) start += 1;
  if (start === to) return [from, to];
  let end = start + 1;
  while (end < to && !covered.has(end)) end += 1;
  return [start, end];
}

/** In a row of names and what they name, such as 项目名称, every name's cell reaches up to the next label. */
function widenHead(row: readonly PlacedBlock[], columns: number): Columns[] {
  const isHead = names(row[0]?.text ?? '', ...headTerms);
  return row.map(({ text, columns: own }, index): Columns => {
    if (!isHead || index % 2 === 0 || findLabel(text) !== null) return own;
    return [
      Math.min(own[0], row[index - 1]?.columns[1] ?? 0),
      Math.max(own[1], row[index + 1]?.columns[0] ?? columns),
    ];
  });
}
