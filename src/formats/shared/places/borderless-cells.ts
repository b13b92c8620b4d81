import type { Box } from '../../../model/index.ts';
import { columnWidths, stab, widen } from './borderless-columns.ts';
import type { Gap } from './borderless-columns.ts';
import type { Row } from './borderless-rows.ts';
import type { LaidCell, LaidTable } from './tables.ts';
import { joinLines } from './text.ts';
import type { Glyph } from './types.ts';

/** A table without borders, with what the next page needs to find the same columns. */
export interface BorderlessTable {
  readonly table: LaidTable;
  readonly gaps: readonly Gap[];
  readonly glyphs: readonly Glyph[];
}

/** Gaps handed on to the next page at most. */
const maxGaps = 400;

/** The table that rows of text make; gaps of the page before part its columns too. */
export function layTable(rows: readonly Row[], earlier: readonly Gap[]): BorderlessTable {
  const gaps = rows.flatMap((row) =>
    row.slice(1).map((block, index): Gap => [row[index]?.box[2] ?? 0, block.box[0]]),
  );
  const blocks = rows.flat();
  const edges = [-Infinity, ...stab([...earlier, ...gaps], blocks), Infinity];
  const lines = rowLines(rows);
  const outer: Box = [
    Math.min(...blocks.map(({ box }) => box[0])),
    Math.min(...blocks.map(({ box }) => box[1])),
    Math.max(...blocks.map(({ box }) => box[2])),
    Math.max(...blocks.map(({ box }) => box[3])),
  ];
  const widths = columnWidths(blocks, edges);
  const cells = rows.flatMap((row, index) =>
    layRow(row, index, { rows, edges, outer, lines, widths }),
  );
  return {
    table: { box: outer, rows: rows.length, columns: edges.length - 1, cells, padding: 0 },
    gaps: gaps.slice(0, maxGaps),
    glyphs: blocks.flatMap((block) => block.glyphs),
  };
}

/** Where each row begins and ends, for the boxes of cells that show nothing. */
function rowLines(rows: readonly Row[]): (readonly [number, number])[] {
  return rows.map((row) => [row.at(-1)?.box[1] ?? 0, row.at(-1)?.box[3] ?? 0]);
}

/** Where the rows and columns of a table stand. */
interface Plan {
  readonly rows: readonly Row[];
  readonly edges: readonly number[];
  readonly outer: Box;
  readonly lines: readonly (readonly [number, number])[];
  readonly widths: ReadonlyMap<number, number>;
}

function layRow(row: Row, index: number, { rows, edges, outer, lines, widths }: Plan): LaidCell[] {
  const cells: LaidCell[] = [];
  const columns = edges.length - 1;
  const [top, bottom] = lines[index] ?? [0, 0];
  let column = 0;
  const put = (from: number, to: number, text: string, box: Box): void => {
    cells.push({
      row: index,
      column: from,
      rowSpan: 1,
      columnSpan: to - from,
      text,
      lines: [],
      box,
      openAbove: false,
      openBelow: false,
    });
    column = to;
  };
  const fillTo = (end: number): void => {
    while (column < end) {
      const [left, right] = [
        Math.max(edges[column] ?? 0, outer[0]),
        Math.min(edges[column + 1] ?? 0, outer[2]),
      ];
      put(column, column + 1, '', [left, top, right, bottom]);
    }
  };
  const places = widen(row, rows[index + 1] ?? [], edges);
  row.forEach(({ lines: own, box }, place) => {
    const from = Math.max(column, places[place]?.[0] ?? column);
    fillTo(from);
    put(
      from,
      Math.min(Math.max(from + 1, places[place]?.[1] ?? 0), columns),
      joinLines(own, { width: widths.get(from) ?? 0, padding: 0 }),
      box,
    );
  });
  fillTo(columns);
  return cells;
}
