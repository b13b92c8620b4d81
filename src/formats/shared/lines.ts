import { limits } from '../../model/index.ts';

/** One line of a text file. */
export interface Line {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  /** Where the line begins in the text that `readLines` was given. */
  readonly start: number;
  /** A form feed stood before it. */
  readonly newPage: boolean;
}

/** Line ends of every system as `\n`: those of mainframes (U+0085) and of Unicode (U+2028, U+2029) too. */
export function unifyLineEnds(text: string): string {
  return /[\r\u0085\u2028\u2029]/.test(text)
    ? text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    : text;
}

/** The lines of a text with unified line ends, one at a time: a file may hold tens of millions. */
export function* readLines(text: string): Generator<Line> {
  let start = 0;
  for (let number = 1; start <= text.length; number += 1) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const newPage = text.charCodeAt(start) === 0x0c;
    yield { text: text.slice(newPage ? start + 1 : start, end), number, start, newPage };
    start = end + 1;
  }
}

/** The pieces between separators. Beyond the cap on columns the rest stays together in the last piece, and `whole` is false. */
export function splitRow(text: string, separator: string): { parts: string[]; whole: boolean } {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, from)) {
    if (parts.length === limits.columns - 1)
      return { parts: [...parts, text.slice(from)], whole: false };
    parts.push(text.slice(from, at));
    from = at + separator.length;
  }
  return { parts: [...parts, text.slice(from)], whole: true };
}
