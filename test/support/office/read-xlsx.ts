import { expect } from 'vitest';
import { adapter } from '../../../src/formats/xlsx/index.ts';
import type { Staged, TableDocument } from '../../../src/model/index.ts';
import { oneSheet, sheetData, sheetRow } from './excel.ts';
import type { WorkbookSpec } from './excel.ts';
import { accountedFor } from './look.ts';

/** Reads a workbook; every character must be accounted for. */
export async function read(bytes: Buffer): Promise<Staged<TableDocument>> {
  const staged = await adapter.read(bytes, {});
  expect(accountedFor(staged.value)).toBe(staged.value.characters.total);
  return staged;
}

/** What the first cell of a workbook shows. */
export async function shown(
  cellXml: string,
  spec: Omit<WorkbookSpec, 'sheets'> = {},
  before = '',
): Promise<string | undefined> {
  return (await read(oneSheet(before + sheetData(sheetRow(1, cellXml)), spec))).value.grids[0]
    ?.cells[0]?.text;
}
