import type { WordSource } from '../types.ts';
import { PageGatherer } from './gather.ts';
import { numbersOf, readMarkup } from './markup.ts';

/** `pdftotext -bbox` and `-bbox-layout`: `<word xMin=… yMin=… xMax=… yMax=…>text</word>`. */
export const bbox: WordSource = {
  looksLike: (head) =>
    /<(?:word|page|flow)\s[^<>]*(?:xMin|width)=/.test(head) && /<doc>/.test(head),
  read: (text) => {
    const found = new PageGatherer();
    let box: number[] | null = null;
    let word = '';
    readMarkup(text, {
      open: (name, attributes) => {
        if (name === 'page') found.page();
        if (name !== 'word') return;
        box = numbersOf(attributes, ['xMin', 'yMin', 'xMax', 'yMax']);
        word = '';
      },
      text: (data) => {
        word += data;
      },
      close: (name) => {
        if (name === 'word' && box !== null) found.word(word, box);
        if (name === 'word') box = null;
      },
    });
    return [...found.pages];
  },
};
