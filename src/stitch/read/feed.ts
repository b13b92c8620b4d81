import type { Item } from '../types.ts';

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
  private readonly below: number;

  /** @param below how many rows below a row its reading may look at */
  constructor(rows: Iterable<Item>, below: number) {
    this.rows = rows[Symbol.iterator]();
    this.below = below;
  }

  /** Whether there is a row at an index; it and those below it that its reading may look at stand in `items` then. */
  reach(index: number): boolean {
    while (!this.ended && this.items.length <= index + this.below) {
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
