import { countCharacters } from '../../../src/model/index.ts';
import type { Grid, Staged, TableDocument } from '../../../src/model/index.ts';

/** A grid's cells as `row,column: text`, spans told where there are any: `0,0+2x1: 产出指标`. */
export function look(grid: Grid | undefined): string[] {
  return (grid?.cells ?? []).map(({ row, column, rowSpan, columnSpan, text }) => {
    const span = rowSpan > 1 || columnSpan > 1 ? `+${rowSpan}x${columnSpan}` : '';
    return `${row},${column}${span}: ${text}`;
  });
}

/** The texts of a grid in rows. */
export function rowsOf(grid: Grid | undefined): string[][] {
  const rows: string[][] = [];
  for (const { row, text } of grid?.cells ?? []) (rows[row] ??= []).push(text);
  return rows;
}

/** All lines outside tables, in order. */
export function linesOf({ grids, after }: TableDocument): string[] {
  return [...grids.flatMap(({ before }) => before), ...after].map(({ text }) => text);
}

/** Non-blank characters in cells, lines and markup: what the adapter says it counted must be the same. */
export function accountedFor({ grids, after, characters }: TableDocument): number {
  const texts = [...grids.flatMap(({ before, cells }) => [...before, ...cells]), ...after];
  return texts.reduce((sum, { text }) => sum + countCharacters(text), characters.markup);
}

export function codesOf({ notes }: Staged<unknown>): string[] {
  return notes.map(({ code }) => code);
}
