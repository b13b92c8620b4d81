import type { WordSource } from '../types.ts';
import { PageGatherer } from './gather.ts';
import { readMarkup } from './markup.ts';

/** hOCR of tesseract, ocropus and others: `<span class='ocrx_word' title='bbox 1 2 3 4; x_wconf 96'>text</span>`. */
export const hocr: WordSource = {
  looksLike: (head) => /class=["']?(?:ocr_page|ocrx_word)\b/.test(head),
  read: (text) => {
    const found = new PageGatherer();
    let box: number[] | null = null;
    let word = '';
    let depth = 0;
    readMarkup(text, {
      open: (_, attributes) => {
        if (box !== null) depth += 1;
        const kinds = (attributes['class'] ?? '').split(/\s+/);
        if (kinds.includes('ocr_page')) found.page();
        if (!kinds.includes('ocrx_word') || box !== null) return;
        box = placeIn(attributes['title'] ?? '');
        word = '';
        depth = 0;
      },
      text: (data) => {
        word += data;
      },
      close: () => {
        if (box === null) return;
        depth -= 1;
        if (depth >= 0) return;
        found.word(word, box);
        box = null;
      },
    });
    return [...found.pages];
  },
};

function placeIn(title: string): number[] {
  const [, ...sides] = /\bbbox\s+(\S+)\s+(\S+)\s+(\S+)\s+([^\s;]+)/.exec(title) ?? [];
  return sides.map(Number.parseFloat);
}
