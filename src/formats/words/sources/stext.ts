import { isBlank } from '../../../model/index.ts';
import type { WordSource } from '../types.ts';
import { PageGatherer } from './gather.ts';
import { numbersOf, readMarkup } from './markup.ts';
import type { Attributes } from './markup.ts';

/** From the baseline down and up to where a character ends, in font sizes. */
const reach = { below: 0.12, above: 0.88 };
/** Fonts that a line of its file is written in, where it names none. */
const defaultSize = 10;

/** `mutool draw -F stext`: a character each, with its corners, the place of its baseline and its font's size. */
export const stext: WordSource = {
  looksLike: (head) => /<document\b[^>]*>\s*<page\b[^>]*>/.test(head) && !head.includes('<pdf2xml'),
  read: (text) => {
    const found = new PageGatherer();
    let size = defaultSize;
    readMarkup(text, {
      open: (name, attributes) => {
        if (name === 'page') found.page();
        if (name === 'font') size = Number(attributes['size'] ?? defaultSize) || defaultSize;
        if (name === 'char' && !isBlank(attributes['c'] ?? ''))
          found.word(attributes['c'] ?? '', boxOf(attributes, size), size);
      },
    });
    return [...found.pages];
  },
};

function boxOf(attributes: Attributes, size: number): number[] {
  const corners = (attributes['quad'] ?? attributes['bbox'] ?? '').split(/\s+/).map(Number);
  const xs = corners.filter((_, index) => index % 2 === 0);
  const [y = 0] = numbersOf(attributes, ['y']);
  return [Math.min(...xs), y - reach.above * size, Math.max(...xs), y + reach.below * size];
}
