import type { WordSource } from '../types.ts';
import { PageGatherer } from './gather.ts';
import { boxOf } from './markup.ts';

/** The level of a word; pages, blocks, paragraphs and lines have smaller ones. */
const wordLevel = '5';
/** Columns before the text, which may hold anything. */
const textColumn = 11;

/** TSV of tesseract and of `pdftotext -tsv`: level, page_num, … left, top, width, height, conf, text. */
export const tsv: WordSource = {
  looksLike: (head) => /^\ufeff?level\tpage_num\t(?:\w+\t){4}left\ttop\twidth\theight\t/.test(head),
  read: (text) => {
    const found = new PageGatherer();
    let current = '';
    for (const line of text.split('\n')) {
      const parts = line.split('\t');
      const [level, page = ''] = parts;
      if (level !== wordLevel) continue;
      if (page !== current) found.page(Number.parseInt(page, 10) || undefined);
      current = page;
      const place = parts.slice(6, 10).map(Number.parseFloat);
      found.word(parts.slice(textColumn).join(' '), boxOf(place));
    }
    return [...found.pages];
  },
};
