import { isBlank } from '../../model/index.ts';
import type { Cell, Grid } from '../../model/index.ts';

/** What libraries of data frames print where a value is missing. */
const missing: ReadonlySet<string> = new Set(['nan', 'NaN', 'NaT', '<NA>', 'None']);
/** The name that such a library gives to a column without one. */
const unnamed = /^Unnamed: \d{1,4}(?:_level_\d)?$/;
/** Rows down to which names of columns are looked for. */
const headRows = 3;
/** Numbered rows that may stand in a table by chance. */
const fewRows = 4;

/**
 * Takes away what a library of data frames (pandas and its like) writes around a table: the numbers of its rows, the names of nameless columns, marks for missing
 * values. None of it stood in the document; it is counted as markup.
 *
 * @returns the same grid where nothing of it is
 */
export function withoutFrame(grid: Grid): Grid {
  return withoutNumbers(withoutNames(grid));
}

function withoutNames(grid: Grid): Grid {
  const counted = countsColumns(grid);
  const isName = ({ text, row, column }: Cell): boolean =>
    (row < headRows && unnamed.test(text.trim())) ||
    (row === 0 && counted) ||
    (row === 0 && column > 0 && text.trim() === `Col${column + 1}`);
  if (!grid.cells.some((cell) => isName(cell) || missing.has(cell.text.trim()))) return grid;
  return {
    ...grid,
    cells: grid.cells.map((cell) =>
      isName(cell) || missing.has(cell.text.trim()) ? { ...cell, text: '' } : cell,
    ),
  };
}

/** Whether the first row only counts the columns: from 0, with nothing above the numbers of the rows. */
function countsColumns({ cells, columns }: Grid): boolean {
  const first = cells.filter(({ row }) => row === 0);
  return (
    columns > fewRows &&
    first.length === columns &&
    first.every(({ text, column }) => text.trim() === (column === 0 ? '' : String(column - 1)))
  );
}

/** Without its first column where that only counts the rows: from 0, or from 1 where even the first row has its number. */
function withoutNumbers(grid: Grid): Grid {
  const first = grid.cells.filter(({ column }) => column === 0);
  if (
    first.length !== grid.rows ||
    first.some(({ rowSpan, columnSpan }) => rowSpan * columnSpan !== 1)
  )
    return grid;
  const numbers = isBlank(first[0]?.text ?? '') ? first.slice(1) : first;
  const start = Number(numbers[0]?.text);
  if (numbers.length < fewRows || !(start === 0 || (start === 1 && numbers.length === grid.rows)))
    return grid;
  if (numbers.some(({ text }, index) => text.trim() !== String(start + index))) return grid;
  const cells = grid.cells
    .filter(({ column }) => column > 0)
    .map((cell) => ({ ...cell, column: cell.column - 1 }));
  return { ...grid, columns: grid.columns - 1, cells };
}
