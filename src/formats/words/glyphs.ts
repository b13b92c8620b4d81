import { isTight } from '../shared/places/text.ts';
import type { Glyph } from '../shared/places/types.ts';
import type { Word } from './types.ts';
import { widthOf } from './widths.ts';

/** How far below the middle of a line its baseline is, in font sizes. */
const baseline = 0.38;
/** Middles so close, in font sizes, are one line: fonts differ a little, and the middle of another cell may stand not much lower. */
const sameLine = 0.12;
/** Words of one cell are no farther apart, in font sizes: CJK text knows no spaces, and a cell holds one figure. */
const wordGap = { tight: 0.12, figures: 0.1, others: 0.4 };
const figure = /^[<>=≤≥]?[\d,.]+%?$/;
/** Font sizes that heights tell agree to this share. */
const agree = 0.12;

interface Sized {
  readonly word: Word;
  readonly em: number;
  readonly middle: number;
}

/** The characters of a page's words, line by line from the top, each line from left to right. */
export function glyphsOf(words: readonly Word[]): Glyph[] {
  const glyphs: Glyph[] = [];
  let run = 0;
  for (const line of linesOf(sized(words))) {
    let previous: Sized | null = null;
    const y = median(line.map(({ middle, em }) => middle + baseline * em));
    for (const item of line) {
      const { word, em } = item;
      const gap = previous === null ? Infinity : word.box[0] - previous.word.box[2];
      if (previous === null || gap > gapWithin(previous.word.text, word.text) * em) run += 1;
      glyphs.push(...charactersOf(item, y, run));
      previous = item;
    }
  }
  return glyphs;
}

/** How far apart, in font sizes, two words of one cell may stand. */
function gapWithin(left: string, right: string): number {
  if (figure.test(left) && figure.test(right)) return wordGap.figures;
  const [tail, head] = [[...left].at(-1) ?? '', [...right][0] ?? ''];
  return isTight(tail) && isTight(head) ? wordGap.tight : wordGap.others;
}

function charactersOf({ word, em }: Sized, y: number, run: number): Glyph[] {
  const characters = [...word.text];
  const widths = characters.map(widthOf);
  const sum = widths.reduce((total, width) => total + width, 0);
  const scale = (word.box[2] - word.box[0]) / sum;
  let x = word.box[0];
  return characters.map((text, index) => {
    const ax = (widths[index] ?? 0) * scale;
    const glyph = { text, x, y, ax, ay: 0, ux: 0, uy: -em, tracking: 0, vertical: false, run };
    x += ax;
    return glyph;
  });
}

/**
 * Every word with its font's size. CJK characters are as wide as their font is large; for other words it follows from the
 * height, where heights come from fonts, and else is that of most words, since text recognition gives the ink's height.
 */
function sized(words: readonly Word[]): Sized[] {
  const own = words.map(ownSize);
  const known = own.filter((em) => em !== null);
  const usual = known.length > 0 ? median(known) : median(words.map(heightOf)) / 1.2;
  const ratios = words.flatMap((word, index) => {
    const em = own[index] ?? null;
    return em === null ? [] : [heightOf(word) / em];
  });
  const ratio = ratios.length > 0 ? median(ratios) : 1.2;
  const fromFonts =
    ratios.filter((one) => Math.abs(one - ratio) <= agree * ratio).length > 0.8 * ratios.length;
  return words.map((word, index) => ({
    word,
    em: own[index] ?? (fromFonts ? heightOf(word) / ratio : usual),
    middle: (word.box[1] + word.box[3]) / 2,
  }));
}

function ownSize({ text, em, box }: Word): number | null {
  if (em !== undefined) return em;
  const characters = [...text];
  return characters.every(isTight) ? (box[2] - box[0]) / characters.length : null;
}

function heightOf({ box }: Word): number {
  return box[3] - box[1];
}

/** Lines from the top, each from left to right. */
function linesOf(words: readonly Sized[]): Sized[][] {
  const lines: Sized[][] = [];
  let start = 0;
  for (const item of [...words].sort((one, other) => one.middle - other.middle)) {
    const line = lines.at(-1);
    if (line !== undefined && item.middle - start <= sameLine * item.em) line.push(item);
    else {
      lines.push([item]);
      start = item.middle;
    }
  }
  return lines.map((line) => line.sort((one, other) => one.word.box[0] - other.word.box[0]));
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1] ?? 0;
}
