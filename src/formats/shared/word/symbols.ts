import { codePoint } from 'dingbat-to-unicode';

/** Fonts that draw a symbol for every letter. People tick a box by typing R and choosing the font Wingdings 2. */
const symbolFonts = new Set(['Symbol', 'Webdings', 'Wingdings', 'Wingdings 2', 'Wingdings 3']);

/** What a run's text shows in its font. */
export function shownText(text: string, font: string | undefined): string {
  if (font === undefined || !symbolFonts.has(font)) return text;
  return Array.from(text, (character) => symbol(font, character.codePointAt(0) ?? 0)).join('');
}

/** `w:sym`: a character of a symbol font by its code, which Word moves to U+F000. */
export function shownSymbol(font: string, hexadecimal: string): string {
  const code = Number.parseInt(hexadecimal, 16);
  return Number.isSafeInteger(code) && code > 0 && code <= 0xffff ? symbol(font, code) : '';
}

/** An unknown symbol stays the character it is. */
function symbol(font: string, code: number): string {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  return codePoint(font, own)?.string ?? String.fromCodePoint(code);
}
