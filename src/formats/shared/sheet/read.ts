import { countCharacters, InputError, limits } from '../../../model/index.ts';
import type {
  FormatId,
  Grid,
  Note,
  SourceRef,
  Staged,
  TableDocument,
  TextLine,
} from '../../../model/index.ts';
import { linesBeside } from './beside.ts';
import { uncalculated } from './formulas.ts';
import { layOutSheet, visibleCells } from './layout.ts';
import { splitPanels } from './panels.ts';
import { partOf } from './source.ts';
import type { Sheet, SheetCell } from './source.ts';
import { oneAtEachPlace, withoutOverlaps } from './tidy.ts';

/** What was found on the way through all sheets, told once a document. */
interface Tally {
  total: number;
  cells: number;
  hiddenSheets: number;
  hiddenRows: number;
  hiddenColumns: number;
  readonly covered: SourceRef[];
  readonly errors: SourceRef[];
  readonly blank: SourceRef[];
  readonly wide: SourceRef[];
  /** Lines that no grid stands below so far. */
  lines: readonly TextLine[];
}

/** What Excel shows where a formula has no result (18.17.3). */
const errorValue = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/;

/** As many places as a note names. */
const mostRefs = 20;

/**
 * A workbook's sheets as one grid each, or one for each of the forms side by side on it; blank and hidden ones left out. A
 * formula that was never calculated reads as blank.
 *
 * @param damaged notes about parts that could not be read whole: the document is then incomplete
 * @throws InputError `too-many-items`
 */
export function readSheets(
  sheets: Iterable<Sheet>,
  format: FormatId,
  damaged: readonly Note[],
): Staged<TableDocument> {
  const tally: Tally = {
    total: 0,
    cells: 0,
    hiddenSheets: 0,
    hiddenRows: 0,
    hiddenColumns: 0,
    covered: [],
    errors: [],
    blank: [],
    wide: [],
    lines: [],
  };
  const grids: Grid[] = [];
  for (const sheet of sheets) {
    tally.cells += sheet.cells.length;
    if (tally.cells > limits.officeItems)
      throw new InputError('too-many-items', { limit: limits.officeItems });
    if (sheet.hidden) tally.hiddenSheets += sheet.cells.length > 0 ? 1 : 0;
    else readSheet(sheet, grids, tally);
  }
  const incomplete = damaged.length > 0 || tally.wide.length > 0;
  const value: TableDocument = {
    format,
    pages: null,
    grids,
    after: tally.lines,
    characters: { total: tally.total, markup: 0 },
    ...(incomplete ? { incomplete } : {}),
  };
  return { value, notes: [...damaged, ...notesOf(tally)] };
}

function readSheet(found: Sheet, grids: Grid[], tally: Tally): void {
  const { cells, replaced } = oneAtEachPlace(found.cells);
  const sheet = { ...found, cells, merges: withoutOverlaps(found.merges) };
  const blank = uncalculated(sheet.cells);
  const visible = visibleCells(sheet, (cell) => blank.has(cell));
  const first = visible.shown.reduce((least, { column }) => Math.min(least, column), Infinity);
  const shown = visible.shown.filter(({ column }) => column - first < limits.columns);
  tally.hiddenRows += visible.hiddenRows.size;
  tally.hiddenColumns += visible.hiddenColumns.size;
  for (const cell of blank)
    if (!sheet.isRowHidden(cell.row) && !sheet.isColumnHidden(cell.column))
      tally.blank.push(refOf(sheet, cell));
  for (const cell of [...visible.covered, ...replaced]) tally.covered.push(refOf(sheet, cell));
  if (shown.length < visible.shown.length)
    tally.wide.push({ part: partOf(sheet.name, 0, first + limits.columns) });
  const { above, below } = linesBeside(sheet, shown);
  for (const { text } of [...above, ...below, ...shown]) tally.total += countCharacters(text);
  tally.lines = [...tally.lines, ...above];
  if (shown.length > 0) addGrids(sheet, shown, grids, tally);
  tally.lines = [...tally.lines, ...below];
}

function addGrids(sheet: Sheet, shown: readonly SheetCell[], grids: Grid[], tally: Tally): void {
  for (const cell of shown) if (errorValue.test(cell.text)) tally.errors.push(refOf(sheet, cell));
  for (const panel of splitPanels(sheet, shown)) {
    grids.push({ ...layOutSheet(sheet, panel, grids.length), before: tally.lines });
    tally.lines = [];
  }
}

function refOf(sheet: Sheet, { row, column }: SheetCell): SourceRef {
  return { part: partOf(sheet.name, row, column) };
}

function notesOf({
  hiddenSheets,
  hiddenRows,
  hiddenColumns,
  covered,
  errors,
  blank,
  wide,
}: Tally): Note[] {
  const notes: Note[] = [];
  const note = (
    code: string,
    severity: Note['severity'],
    data: Note['data'],
    refs: readonly SourceRef[] = [],
  ): void => {
    notes.push({ code, severity, stage: 'format', data, refs: refs.slice(0, mostRefs) });
  };
  if (hiddenSheets + hiddenRows + hiddenColumns > 0) {
    note('hidden-left-out', 'info', {
      sheets: hiddenSheets,
      rows: hiddenRows,
      columns: hiddenColumns,
    });
  }
  if (covered.length > 0) note('covered-left-out', 'info', { cells: covered.length }, covered);
  if (errors.length > 0) note('error-values', 'warning', { cells: errors.length }, errors);
  if (blank.length > 0) note('formula-not-calculated', 'warning', { cells: blank.length }, blank);
  if (wide.length > 0) note('too-many-columns', 'error', { limit: limits.columns }, wide);
  return notes;
}
