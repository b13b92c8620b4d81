import { closes } from '../number/index.ts';
import type { FundRow } from '../schema/index.ts';
import { amount, opensSubRows, partGroups, readParts } from './fund-parts.ts';
import { type AmountColumn, amountColumns, read } from './funds.ts';

/** An amount that is blank where the rest of the table asks for one. */
export interface NeededAmount {
  readonly index: number;
  readonly column: AmountColumn;
}

/** Blank amounts of a total: its other columns are filled, and its parts print something there, or its own rate does. */
function neededInTotal(rows: readonly FundRow[], index: number): NeededAmount[] {
  const total = rows[index];
  if (total === undefined) return [];
  const { groups, certain } = partGroups(rows, index);
  const parts = certain ? groups.flat() : [];
  const isFilled = amountColumns.some((column) => total[column] !== null);
  const hasRate = read(total.executionRate)?.value.isZero() === false;
  return amountColumns
    .filter((column) => total[column] === null && isFilled)
    .filter(
      (column) =>
        parts.some((row) => amount(row, column)?.isZero() === false) ||
        (hasRate && column !== 'initialBudget'),
    )
    .map((column) => ({ index, column }));
}

/** Blank amounts of parts that are filled otherwise, in columns that do not close without them. */
function neededInParts(rows: readonly FundRow[], index: number): NeededAmount[] {
  const total = rows[index];
  const { groups, certain } = partGroups(rows, index);
  if (total === undefined || !certain) return [];
  return amountColumns.flatMap((column) => {
    const whole = amount(total, column);
    const readings = groups.flatMap((group) => readParts(group, column));
    if (whole === null || readings.some((one) => closes(one.sum, whole))) return [];
    const needs = readings.find((one) => one.blanks.length > 0 && one.sum.lt(whole));
    // A column that no part fills is one for the total only.
    if (groups.flat().every((row) => row[column] === null)) return [];
    const blanks = (needs?.blanks ?? []).filter((row) =>
      amountColumns.some((one) => amount(row, one)?.isZero() === false),
    );
    return blanks.map((row) => ({ index: rows.indexOf(row), column }));
  });
}

/** Blank amounts of a part whose own rate was reckoned from them, or whose breakdown is filled. */
function neededInRow(rows: readonly FundRow[], index: number): NeededAmount[] {
  const row = rows[index];
  const next = opensSubRows(rows, index + 1) ? rows[index + 1] : undefined;
  if (row === undefined) return [];
  const hasRate = read(row.executionRate)?.value.isZero() === false;
  const isFilled = amountColumns.some((column) => amount(row, column)?.isZero() === false);
  return amountColumns
    .filter((column) => row[column] === null && isFilled)
    .filter((column) => {
      const below = next === undefined ? null : amount(next, column);
      return (hasRate && column !== 'initialBudget') || below?.isZero() === false;
    })
    .map((column) => ({ index, column }));
}

/**
 * Amounts that are left blank though the rows and columns around them need them.
 *
 * @param printed the roles of the columns that the table prints, as far as they are known
 */
export function neededAmounts(
  rows: readonly FundRow[],
  printed: readonly string[] = [],
): NeededAmount[] {
  const all = rows.flatMap((row, index) =>
    row.source === 'total'
      ? [...neededInTotal(rows, index), ...neededInParts(rows, index)]
      : neededInRow(rows, index),
  );
  // A column that neither prints a heading nor a figure is not there.
  const isThere = ({ column }: NeededAmount): boolean =>
    printed.includes(column) || rows.some((row) => row[column] !== null);
  const key = ({ index, column }: NeededAmount): string => `${index} ${column}`;
  return [...new Map(all.filter(isThere).map((one) => [key(one), one])).values()];
}
