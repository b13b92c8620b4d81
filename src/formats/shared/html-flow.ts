import { isBlank } from '../../model/index.ts';
import type { HtmlItem } from './pieces.ts';

/** What stands in one cell, or in the page: lines of text and the tables between them, as they come. */
export class Flow {
  readonly items: HtmlItem[] = [];
  #text = '';
  #line = 0;

  /** Adds text as HTML shows it: runs of white space are one space. */
  text(text: string, line: number): void {
    if (this.#line === 0 && !isBlank(text)) this.#line = line;
    this.#text += text.replace(/[ \t\n\r\f]+/g, ' ');
  }

  /** Ends the line that is being written. */
  break(): void {
    const text = this.#text.replace(/ {2,}/g, ' ').replace(/^ | $/g, '');
    if (!isBlank(text)) this.items.push({ kind: 'line', text, line: this.#line });
    this.#text = '';
    this.#line = 0;
  }

  /** Adds what a finished table left. */
  append(items: readonly HtmlItem[]): void {
    this.break();
    for (const item of items) this.items.push(item);
  }

  get holdsTable(): boolean {
    return this.items.some((item) => item.kind === 'grid');
  }
}
