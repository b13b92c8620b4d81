import { isBlank, limits } from '../../../model/index.ts';
import { addressOf, parseAddress, parseRange } from './source.ts';
import type { Range, SheetCell } from './source.ts';

/**
 * Cells whose formula was never calculated: programs that write a workbook without calculating it leave the result out, or
 * leave 0. A 0 is believed unless its formula only adds, multiplies and divides cells that show something else.
 */
export function uncalculated(cells: readonly SheetCell[]): ReadonlySet<SheetCell> {
  const found = new Set(cells.filter((cell) => cell.calculated === false || isBlankSum(cell)));
  const zeros = cells.filter((cell) => cell.formula !== undefined && cell.number === 0);
  if (zeros.length === 0) return found;
  const index = indexOf(cells);
  const budget = { left: limits.formulaLooks };
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const cell of zeros)
      if (!found.has(cell) && cannotBeZero(cell, index, found, budget)) found.add(cell);
  }
  // Where one was not calculated and none shows anything else, none was.
  const idle =
    found.size > 0 &&
    cells.every(
      ({ formula, calculated, number }) =>
        formula === undefined || calculated === false || number === 0,
    );
  return idle ? new Set([...found, ...zeros]) : found;
}

/** Sums and products never give a blank text: xlwt writes one for every formula. */
function isBlankSum({ text, formula, number }: SheetCell): boolean {
  return (
    formula !== undefined && number === undefined && isBlank(text) && isPlain(formula.toUpperCase())
  );
}

/** Whether a formula only adds, multiplies and divides cells. */
function isPlain(formula: string): boolean {
  return (
    formula !== '' && formula.length <= longestFormula && formula.replace(plainPiece, '') === ''
  );
}

type Index = ReadonlyMap<number, readonly SheetCell[]>;

function indexOf(cells: readonly SheetCell[]): Index {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  return rows;
}

/** As long as Excel lets a formula be. */
export const longestFormula = 8192;

const reference = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
/** What a formula of sums, products and quotients is made of. */
const plainPiece = new RegExp(
  String.raw`SUM\(|PRODUCT\(|AVERAGE\(|${reference}|\d+(?:\.\d+)?%?|[()+*/,:\s]`,
  'g',
);
const references = new RegExp(`${reference}(?::${reference})?`, 'g');
/** A sum over more rows than this is looked at no further. */
const mostRows = 5000;

interface Budget {
  left: number;
}

function cannotBeZero(
  cell: SheetCell,
  index: Index,
  found: ReadonlySet<SheetCell>,
  budget: Budget,
): boolean {
  const formula = (cell.formula ?? '').toUpperCase();
  if (!isPlain(formula)) return false;
  const ranges = (formula.match(references) ?? []).map(parseRange);
  const shows = (range: Range | null): boolean =>
    range !== null && positive(range, index, found, budget);
  if (ranges.length === 0) return false;
  return /[*/]|PRODUCT/.test(formula) ? ranges.every(shows) : ranges.some(shows);
}

/** Whether a range holds a figure above 0, and none below that could cancel it. */
function positive(
  { top, left, bottom, right }: Range,
  index: Index,
  found: ReadonlySet<SheetCell>,
  budget: Budget,
): boolean {
  let above = false;
  for (let row = top; row <= Math.min(bottom, top + mostRows); row += 1) {
    budget.left -= 1;
    for (const cell of index.get(row) ?? []) {
      budget.left -= 1;
      if (budget.left < 0) return false;
      if (cell.column < left || cell.column > right) continue;
      if ((cell.number ?? 0) < 0) return false;
      if ((cell.number ?? 0) > 0 || found.has(cell)) above = true;
    }
  }
  return above;
}

/** The formula of a cell that shares another's: its relative references move with it (18.3.1.40). */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(
    /(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\d(])/g,
    (whole, fixedColumn: string, _letters, fixedRow: string) => {
      const at = parseAddress(whole.replaceAll('$', ''));
      if (at === null) return whole;
      const row = at.row + (fixedRow === '' ? rows : 0);
      const column = at.column + (fixedColumn === '' ? columns : 0);
      return row < 0 || column < 0 ? '#REF!' : addressOf(row, column);
    },
  );
}
