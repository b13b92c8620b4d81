import { cleanText, isWide } from '../../model/index.ts';

/** How many columns of a screen a CJK character takes: two, but one for programs that only count characters. */
export type WideColumns = 1 | 2;

/** The column of a screen at which each character of a line begins, and behind them the line's width. */
export function columnsOf(line: string, wideColumns: WideColumns): number[] {
  const columns: number[] = [];
  let column = 0;
  for (const character of line) {
    // A character beyond the basic plane is two units of a string.
    columns.push(...Array<number>(character.length).fill(column));
    column += isWide(character) ? wideColumns : 1;
  }
  return [...columns, column];
}

/** The width of a line without the spaces at its end. */
export function widthOf(line: string, wideColumns: WideColumns): number {
  return columnsOf(line.trimEnd(), wideColumns).at(-1) ?? 0;
}

/**
 * What a cell says whose text stands on several lines. A line that has no room for the word behind it was broken for that alone, and the two are put together
 * again; every other break stays. A backslash at the end of a line only breaks it.
 *
 * @param room columns between the cell's borders, the space beside them aside
 */
export function cellText(lines: readonly string[], room: number, wideColumns: WideColumns): string {
  let text = '';
  let last = '';
  for (const printed of lines) {
    const line = printed.trim().replace(/\\$/, '');
    const [word = ''] = /^\S*/.exec(line) ?? [];
    const forced = last !== '' && widthOf(cleanText(`${last} ${word}`), wideColumns) > room;
    text += (!forced ? '\n' : isCut(last, word, room, wideColumns) ? '' : ' ') + line;
    last = printed.trim() === line ? line : '';
  }
  return text.trim();
}

/** Whether a break for want of room stands within a word: one that is too long for any line, unless it would be two words of small letters. */
function isCut(line: string, next: string, room: number, wideColumns: WideColumns): boolean {
  const [before = ''] = /\S*$/.exec(line) ?? [];
  const tooLong = widthOf(before + next, wideColumns) > room;
  const words = /[a-z]$/.test(before) && /^[a-z]/i.test(next) && widthOf(line, wideColumns) < room;
  return (
    (tooLong && !words) || cleanText(`${before} ${next}`).length === before.length + next.length
  );
}
