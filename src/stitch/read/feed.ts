import type { Item } from '../types.ts';

/** Readings of a row look at no more rows below it: heads printed again are the longest of what they look for. */
const lookedAt = 64;

/** Stands for a row that was let go. */
const gone: Item = {
  kind: 'line',
  slots: [],
  geometry: 'ordinal',
  page: null,
  gap: true,
  cut: undefined,
};

/** Rows that are made as they are asked for, and let go once they were read: of a document of thousands of forms those of a few. */
export class Feed {
  /** Every row keeps its index. */
  readonly items: Item[] = [];
  private readonly rows: Iterator<Item>;
  private ended = false;
  private released = 0;

  constructor(rows: Iterable<Item>) {
    this.rows = rows[Symbol.iterator]();
  }

  /** Whether there is a row at an index; it and those below it that its reading may look at stand in `items` then. */
  reach(index: number): boolean {
    while (!this.ended && this.items.length <= index + lookedAt) {
      const next = this.rows.next();
      if (next.done === true) this.ended = true;
      else this.items.push(next.value);
    }
    return index < this.items.length;
  }

  /** Lets the rows above an index go. */
  release(index: number): void {
    if (index <= this.released) return;
    this.items.fill(gone, this.released, index);
    this.released = index;
  }
}
