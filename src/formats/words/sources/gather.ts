import { isBlank } from '../../../model/index.ts';
import type { Box } from '../../../model/index.ts';
import { printed } from '../../shared/radicals.ts';
import { widthOf } from '../widths.ts';
import type { Word, WordPage } from '../types.ts';

/** Gathers words page by page; words without a text or a place on the page are none. */
export class PageGatherer {
  readonly #pages: { number: number; words: Word[] }[] = [];

  /** The pages so far. */
  get pages(): readonly WordPage[] {
    return this.#pages;
  }

  /** Begins a page; without a number it is the next one. */
  page(number = (this.#pages.at(-1)?.number ?? 0) + 1): void {
    this.#pages.push({ number, words: [] });
  }

  /** Takes a word in. Its box may be damaged: then it stands at the page's corner, since no text may be lost. */
  word(text: string, sides: readonly number[], em = 0): void {
    if (isBlank(text)) return;
    if (this.#pages.length === 0) this.page();
    const size = em > 0 && Number.isFinite(em) ? { em } : {};
    const shown = [...text].map(printed).join('');
    for (const word of partsOf(shown, boxOf(sides)))
      this.#pages.at(-1)?.words.push({ ...word, ...size });
  }
}

function boxOf(sides: readonly number[]): Box {
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map((index) => {
    const side = sides[index] ?? 0;
    return Number.isFinite(side) ? side : 0;
  }) as [number, number, number, number];
  return [x0, y0, Math.max(x0, x1), Math.max(y0, y1)];
}

/** The words of a text with white space, each with its share of the text's width. */
function partsOf(text: string, [x0, y0, x1, y1]: Box): Word[] {
  const sum = widthOf(text);
  return [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => {
    const left = x0 + ((x1 - x0) * widthOf(text.slice(0, index))) / sum;
    const right = left + ((x1 - x0) * widthOf(word)) / sum;
    return { text: word, box: [left, y0, right, y1] };
  });
}
