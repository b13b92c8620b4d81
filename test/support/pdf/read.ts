import { adapter } from '../../../src/formats/pdf/index.ts';
import type { Grid, Note, ReadOptions, TableDocument } from '../../../src/model/index.ts';
import { writePdf } from './write.ts';
import type { FileSpec, PageSpec } from './write.ts';

export interface Read {
  readonly document: TableDocument;
  readonly notes: readonly Note[];
}

/** Writes a file and reads it back. */
export async function readFile(spec: FileSpec, options: ReadOptions = {}): Promise<Read> {
  const { value, notes } = await adapter.read(writePdf(spec), options);
  return { document: value, notes };
}

export async function readPage(
  content: string,
  rest: Omit<PageSpec, 'content'> = {},
): Promise<Read> {
  return readFile({ pages: [{ content, ...rest }] });
}

/** A grid's cells as `row,column rows×columns text`. */
export function cellsOf(grid: Grid | undefined): string[] {
  return (grid?.cells ?? []).map(
    ({ row, column, rowSpan, columnSpan, text }) =>
      `${String(row)},${String(column)} ${String(rowSpan)}×${String(columnSpan)} ${text}`,
  );
}

/** All lines outside the grids, in order. */
export function linesOf({ grids, after }: TableDocument): string[] {
  return [...grids.flatMap(({ before }) => before), ...after].map(({ text }) => text);
}

/** All text of a document: what the accounting must find. */
export function textOf(document: TableDocument): string {
  return [
    ...document.grids.flatMap(({ cells }) => cells.map(({ text }) => text)),
    ...linesOf(document),
  ].join('');
}
