import type { WordSource } from '../types.ts';
import { PageGatherer } from './gather.ts';
import { boxOf, numbersOf, readMarkup } from './markup.ts';

/** `pdftohtml -xml`: `<text top=… left=… width=… height=… font=…>`, and the size of each font. */
export const pdftohtml: WordSource = {
  looksLike: (head) => /<pdf2xml\b/.test(head),
  read: (text) => {
    const found = new PageGatherer();
    const sizes = new Map<string, number>();
    let place: number[] | null = null;
    let em: number | undefined;
    let word = '';
    readMarkup(text, {
      open: (name, attributes) => {
        if (name === 'page') found.page();
        if (name === 'fontspec') sizes.set(attributes['id'] ?? '', Number(attributes['size']));
        if (name !== 'text') return;
        place = numbersOf(attributes, ['left', 'top', 'width', 'height']);
        em = sizes.get(attributes['font'] ?? '');
        word = '';
      },
      text: (data) => {
        word += data;
      },
      close: (name) => {
        if (name !== 'text' || place === null) return;
        found.word(word, boxOf(place), em);
        place = null;
      },
    });
    return [...found.pages];
  },
};
