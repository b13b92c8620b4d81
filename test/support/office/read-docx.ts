import { expect } from 'vitest';
import { adapter } from '../../../src/formats/docx/index.ts';
import type { Staged, TableDocument } from '../../../src/model/index.ts';
import { accountedFor, look } from './look.ts';
import { cell, docxOf, row, table } from './word.ts';
import type { WordParts } from './word.ts';

/** Reads a document of this body; every character must be accounted for. */
export async function read(body: string, parts: WordParts = {}): Promise<Staged<TableDocument>> {
  const staged = await adapter.read(docxOf(body, parts), {});
  expect(accountedFor(staged.value)).toBe(staged.value.characters.total);
  return staged;
}

/** What a table of these rows looks like. */
export async function cellsOf(...rows: readonly string[]): Promise<string[]> {
  return look((await read(table(...rows))).value.grids[0]);
}

/** What a cell with this content shows. */
export async function textOf(content: string, parts: WordParts = {}): Promise<string | undefined> {
  return (await read(table(row([cell(content)])), parts)).value.grids[0]?.cells[0]?.text;
}
