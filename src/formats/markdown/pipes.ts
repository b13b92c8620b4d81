import { limits } from '../../model/index.ts';

/** A row of a pipe table, its cells as printed but for escaped pipes. */
export interface PipeRow {
  readonly cells: readonly string[];
  /** Pipes and backslashes that were removed. */
  readonly markup: number;
  readonly whole: boolean;
}

/**
 * Cuts a row at its pipes; `\|` is a pipe within a cell.
 *
 * @param outer whether a pipe at the beginning is the table's edge; else it ends a blank cell
 */
export function splitPipes(line: string, outer = true): PipeRow {
  const row = line.trim();
  const cells: string[] = [];
  let markup = 0;
  let from = 0;
  for (let at = row.indexOf('|'); at !== -1; at = row.indexOf('|', at + 1)) {
    if (isEscaped(row, at)) continue;
    if (cells.length === limits.columns - 1)
      return { cells: [...cells, row.slice(from)], markup, whole: false };
    markup += 1;
    if (at > 0 || !outer) cells.push(row.slice(from, at));
    from = at + 1;
  }
  if (from < row.length) cells.push(row.slice(from));
  return { cells: cells.map((cell) => cell.trim()), markup, whole: true };
}

/** Whether a line is a row of a pipe table by itself: it begins with a pipe and has another. */
export function isPipeRow(line: string): boolean {
  const row = line.trimStart();
  return row.startsWith('|') && hasPipe(row.slice(1));
}

/** Whether a line ends with a pipe, and holds another if it is to begin a table by itself: `项目名称 ||绿道养护 |`. */
export function isEndedRow(line: string, begins: boolean): boolean {
  const row = line.trimEnd();
  const last = row.length - 1;
  return row.endsWith('|') && !isEscaped(row, last) && (!begins || hasPipe(row.slice(0, last)));
}

/** Whether a line holds a pipe that is not escaped. */
export function hasPipe(line: string): boolean {
  for (let at = line.indexOf('|'); at !== -1; at = line.indexOf('|', at + 1)) {
    if (!isEscaped(line, at)) return true;
  }
  return false;
}

/** How many pipes a line holds that are not escaped. */
export function countPipes(line: string): number {
  let count = 0;
  for (let at = line.indexOf('|'); at !== -1; at = line.indexOf('|', at + 1))
    if (!isEscaped(line, at)) count += 1;
  return count;
}

/** Whether every cell of an alignment row has three dashes: a row of single ones may be a row of empty values. */
export function isWideAlignment(line: string): boolean {
  return splitPipes(line).cells.every((cell) => /^:?-{3,}:?$/.test(cell));
}

function isEscaped(text: string, at: number): boolean {
  return text.charAt(at - 1) === '\\' && text.charAt(at - 2) !== '\\';
}
