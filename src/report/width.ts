import { isWide } from '../model/index.ts';

/** Columns that a text takes on a terminal: two for a CJK or full-width character. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
  return width;
}

/** A text with spaces after it up to a width in columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** A text cut to a width in columns, with `…` where something was cut. */
export function cutTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let cut = '';
  let used = 1;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    cut += character;
  }
  return `${cut}…`;
}

/** What a line may break before or after: single wide characters, and Latin words and numbers whole with their spaces. */
const pieces = /[（“《「]*(?:[\w.,%/()<>=≥≤÷×+～-]+|.)[，。；：、）”！？》」]*\s*/gu;

/** A text of one line in lines of at most `width` columns; no closing mark begins a line. */
export function wrapTo(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of (text.match(pieces) ?? []).flatMap((whole) =>
    displayWidth(whole) > width ? [...whole] : [whole],
  )) {
    if (line !== '' && displayWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
