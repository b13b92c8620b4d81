import * as SheetJs from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import { InputError, isBlank } from '../../model/index.ts';
import type { FormatAdapter, Note } from '../../model/index.ts';
import { expectKind, isOpenSheet, officeKind } from '../shared/office.ts';
import { displayed } from '../shared/sheet/format.ts';
import { readSheets } from '../shared/sheet/read.ts';
import type { Sheet, SheetCell } from '../shared/sheet/source.ts';
import { openZip } from '../shared/zip.ts';
import { readOpenDocument } from './opendocument.ts';
import { isSpreadsheetMl, readSpreadsheetMl } from './spreadsheetml.ts';

/** Workbooks of Excel 5 to 2003, binary or as XML, the binary successor .xlsb, and OpenDocument sheets. */
export const adapter: FormatAdapter = {
  id: 'xls',
  extensions: ['xls', 'xlt', 'et', 'xlsb', 'ods'],
  sniff: (head) => (officeKind(head) === 'xls' ? 1 : 0),
  read: async (bytes) => {
    expectKind(bytes, 'xls');
    if (isSpreadsheetMl(bytes) || isOpenSheet(bytes)) {
      const { sheets, damaged } = isOpenSheet(bytes)
        ? await readOpenDocument(bytes)
        : readSpreadsheetMl(bytes);
      return readSheets(sheets, 'xls', damaged);
    }
    await measureParts(bytes);
    const workbook = open(bytes);
    const missing = workbook.SheetNames.filter((name) => workbook.Sheets[name] === undefined);
    return readSheets(sheetsOf(workbook), 'xls', missing.map(damage));
  },
};

/** SheetJS inflates a zip whole: what that comes to is measured before. */
async function measureParts(bytes: Uint8Array): Promise<void> {
  if (bytes[0] !== 0x50) return;
  const zip = await openZip(bytes);
  for (const name of zip.names) await zip.read(name);
}

function open(bytes: Uint8Array): SheetJs.WorkBook {
  // Excel 5 and 95 write text in the system's code page, for us GBK.
  SheetJs.set_cptable(codepages);
  try {
    return SheetJs.read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: true,
      cellHTML: false,
      cellNF: true,
      cellStyles: true,
    });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    if (/password/i.test(cause)) throw new InputError('office-encrypted');
    throw new InputError('office-damaged', { part: 'Workbook', cause });
  }
}

function* sheetsOf(workbook: SheetJs.WorkBook): Iterable<Sheet> {
  const date1904 = workbook.Workbook?.WBProps?.date1904 ?? false;
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined || sheet['!type'] === 'chart') continue;
    const rows = sheet['!rows'];
    const columns = sheet['!cols'];
    yield {
      name,
      hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      cells: cellsOf(sheet, date1904),
      merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
        top: s.r,
        left: s.c,
        bottom: e.r,
        right: e.c,
      })),
      isRowHidden: (row) => rows?.[row]?.hidden === true,
      isColumnHidden: (column) => columns?.[column]?.hidden === true,
    };
  }
}

function cellsOf(sheet: SheetJs.WorkSheet, date1904: boolean): SheetCell[] {
  const cells: SheetCell[] = [];
  sheet['!data']?.forEach((columns, row) => {
    columns.forEach((cell, column) => {
      const text = textOf(cell, date1904);
      const number = cell.t === 'n' && typeof cell.v === 'number' ? { number: cell.v } : {};
      const formula = cell.f === undefined ? {} : { formula: cell.f, calculated: cell.t !== 'z' };
      if (!isBlank(text) || cell.f !== undefined)
        cells.push({ row, column, text, ...number, ...formula });
    });
  });
  return cells;
}

/** SheetJS shows dates in American order; the format that Excel keeps by number alone is the user's own. */
function textOf(cell: SheetJs.CellObject, date1904: boolean): string {
  if (cell.t !== 'n' || typeof cell.v !== 'number' || typeof cell.z !== 'string')
    return cell.w ?? String(cell.v ?? '');
  return displayed(cell.v, cell.z === 'm/d/yy' ? 'yyyy/m/d' : cell.z, date1904);
}

function damage(part: string): Note {
  return {
    code: 'part-damaged',
    severity: 'error',
    stage: 'format',
    data: { part, cause: 'unreadable' },
    refs: [],
  };
}
