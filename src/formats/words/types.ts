import type { Box } from '../../model/index.ts';

/** A piece of one line with its place on the page, in the source's own units. */
export interface Word {
  readonly text: string;
  readonly box: Box;
  /** The size of its font, where the source names it. */
  readonly em?: number;
}

/** One page's words in the order in which the source lists them. */
export interface WordPage {
  /** Counted from 1. */
  readonly number: number;
  readonly words: readonly Word[];
}

/** How one program's output is recognised and read. */
export interface WordSource {
  /** Whether the beginning of a file looks like this output. */
  readonly looksLike: (head: string) => boolean;
  readonly read: (text: string) => WordPage[];
}
