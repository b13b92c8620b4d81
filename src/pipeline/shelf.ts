import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** So many values are packed together: what repeats in them is kept once. */
const packSize = 32;

/** The keys repeat in every form: no more than the least pains are needed. */
const level = 1;

/**
 * Keeps values in their order until the last of a document is known. The first ones stay as they are; of a document with
 * thousands of forms those beyond are kept as packed JSON, and are made anew each time they are asked for.
 */
export class Shelf<T> implements Iterable<T> {
  readonly #open: T[] = [];
  readonly #packs: Buffer[] = [];
  #loose: T[] = [];
  readonly #most: number;

  /** @param most so many values stay as they are */
  constructor(most: number) {
    this.#most = most;
  }

  push(value: T): void {
    if (this.#open.length < this.#most) {
      this.#open.push(value);
      return;
    }
    this.#loose.push(value);
    if (this.#loose.length < packSize) return;
    this.#packs.push(pack(this.#loose));
    this.#loose = [];
  }

  *[Symbol.iterator](): Generator<T> {
    yield* this.#open;
    for (const packed of this.#packs) yield* unpack<T>(packed);
    yield* this.#loose;
  }
}

function pack(values: readonly unknown[]): Buffer {
  const packed = deflateRawSync(JSON.stringify(values), { level });
  // What zlib returns may be the front of a larger piece of memory.
  return Buffer.from(packed);
}

function unpack<T>(packed: Buffer): T[] {
  return JSON.parse(inflateRawSync(packed).toString()) as T[];
}
