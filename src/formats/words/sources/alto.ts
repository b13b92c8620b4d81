import type { WordSource } from '../types.ts';
import { PageGatherer } from './gather.ts';
import { boxOf, numbersOf, readMarkup } from './markup.ts';

/** ALTO XML: `<String HPOS=… VPOS=… WIDTH=… HEIGHT=… CONTENT=…/>`. */
export const alto: WordSource = {
  looksLike: (head) => /<(?:\w+:)?alto\b/.test(head),
  read: (text) => {
    const found = new PageGatherer();
    readMarkup(text, {
      open: (prefixed, attributes) => {
        const name = prefixed.replace(/^.*:/, '');
        if (name === 'Page') found.page();
        if (name !== 'String') return;
        const place = numbersOf(attributes, ['HPOS', 'VPOS', 'WIDTH', 'HEIGHT']);
        found.word(attributes['CONTENT'] ?? '', boxOf(place));
      },
    });
    return [...found.pages];
  },
};
