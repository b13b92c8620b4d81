import { isTight } from '../shared/places/text.ts';
import type { Glyph } from '../shared/places/types.ts';
import type { Line } from '../shared/lines.ts';

/** How many columns a character takes: a program counts characters, or wide ones twice. */
export type Counting = 'characters' | 'widths';

/** How places are told: at which side of a column its texts begin. */
export interface Measure {
  readonly counting: Counting;
  readonly side: 'left' | 'right';
}

/** A column's width and a line's height, in font sizes. */
export const unit = { column: 0.5, line: 1.2 };

/** A word with the columns in which it stands. */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a line. */
function tokensOf(line: string, counting: Counting): Token[] {
  const tokens: { text: string; from: number; to: number }[] = [];
  let column = 0;
  let open = false;
  for (const character of line) {
    if (character === '\t') column += 8 - (column % 8);
    else if (/\s/u.test(character)) column += widthOf(character, counting);
    else {
      const to = column + widthOf(character, counting);
      const last = tokens.at(-1);
      if (open && last !== undefined) {
        last.text += character;
        last.to = to;
      } else tokens.push({ text: character, from: column, to });
      column = to;
      open = true;
      continue;
    }
    open = false;
  }
  return tokens;
}

/** Words of one cell are no farther apart, in columns. */
const wordGap = 1;

/** The texts of a line that wide gaps keep apart, from left to right; seen from the right, places are negative. */
export function cellsOf(
  line: string,
  { counting, side }: Measure,
  starts?: ReadonlySet<number>,
): Token[] {
  const cells: { text: string; from: number; to: number }[] = [];
  for (const { text, from, to } of tokensOf(line, counting)) {
    const last = cells.at(-1);
    const begins = side === 'left' ? starts?.has(from) : starts?.has(-(last?.to ?? 0));
    if (last !== undefined && from - last.to <= wordGap && begins !== true) {
      last.text += ` ${text}`;
      last.to = to;
    } else cells.push({ text, from, to });
  }
  return side === 'left'
    ? cells
    : cells.map(({ text, from, to }) => ({ text, from: -to, to: -from }));
}

const zeroWidth = /[\u200b-\u200d\ufeff\p{Mn}]/u;

function widthOf(character: string, counting: Counting): number {
  if (counting === 'characters') return 1;
  if (zeroWidth.test(character)) return 0;
  return isTight(character) ? 2 : 1;
}

/** The characters of lines in their places. */
export function glyphsOf(lines: readonly Line[], counting: Counting): Glyph[] {
  const glyphs: Glyph[] = [];
  let run = 0;
  for (const { text, number } of lines) {
    for (const token of tokensOf(text, counting)) {
      run += 1;
      const characters = [...token.text];
      const widths = characters.map((character) => widthOf(character, counting));
      let column = token.from;
      characters.forEach((character, index) => {
        const width = widths[index] ?? 1;
        glyphs.push({
          text: character,
          x: column * unit.column,
          y: number * unit.line,
          ax: Math.max(width, 0.01) * unit.column,
          ay: 0,
          ux: 0,
          uy: -1,
          tracking: 0,
          vertical: false,
          run,
        });
        column += width;
      });
    }
  }
  return glyphs;
}
