/** A cell that shows something, or holds a formula. Rows and columns count from 0 here. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** As displayed, in the cell's number format. */
  readonly text: string;
  /** The value behind the text, where it is a number. */
  readonly number?: number;
  /** The formula in A1 notation, for cells that have one. */
  readonly formula?: string;
  /** Whether the file holds the formula's result. */
  readonly calculated?: boolean;
}

/** First and last row and column of a merge. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Text of a box or shape that floats above the cells, and the cell that it is anchored to. */
export interface SheetText {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** A worksheet as a file of any kind gives it. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** By row, then column. */
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Range[];
  readonly texts?: readonly SheetText[];
  /** What is printed above each page, in the codes of Excel (`&C`: in the middle). */
  readonly head?: string;
  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
}

const letters = 26;

/** `C7`. */
export function addressOf(row: number, column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / letters)) {
    name = String.fromCharCode(65 + ((rest - 1) % letters)) + name;
  }
  return name + String(row + 1);
}

/** A sheet ends at XFD1048576. */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** Row and column of `C7` or `$C$7`; null where it is no address of a sheet. */
export function parseAddress(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (match === null) return null;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase())
    column = column * letters + letter.charCodeAt(0) - 64;
  const row = Number(match[2]) - 1;
  return row < mostRows && column <= mostColumns ? { row, column: column - 1 } : null;
}

/** `A1:C2`, or one address. */
export function parseRange(reference: string): Range | null {
  const [first = '', last = first] = reference.split(':');
  const start = parseAddress(first);
  const end = parseAddress(last);
  if (start === null || end === null) return null;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}

/** `Sheet1!C7`, the name quoted where Excel would quote it. */
export function partOf(sheet: string, row: number, column: number): string {
  return `${quoted(sheet)}!${addressOf(row, column)}`;
}

/** A sheet's name, quoted where Excel would quote it. */
export function quoted(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}
