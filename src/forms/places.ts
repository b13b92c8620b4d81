import type { SourceRef } from '../model/index.ts';

/** What a place in a text file says. */
const fields = ['table', 'row', 'column', 'line', 'endLine'] as const;

function isPlain(ref: SourceRef): boolean {
  return ref.page === undefined && ref.boxes === undefined && ref.part === undefined;
}

/** Small whole numbers, of either sign, in a byte or two each. */
class Packed {
  readonly #bytes: number[] = [];

  push(number: number): void {
    let rest = number < 0 ? -2 * number - 1 : 2 * number;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.#bytes.push((rest % 128) + 128);
    this.#bytes.push(rest);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

function* unpacked(bytes: Uint8Array): Generator<number> {
  let [rest, factor] = [0, 1];
  for (const byte of bytes) {
    rest += (byte % 128) * factor;
    factor *= 128;
    if (byte > 127) continue;
    yield rest % 2 === 0 ? rest / 2 : -(rest + 1) / 2;
    [rest, factor] = [0, 1];
  }
}

/**
 * Keeps where the values of thousands of forms stand, until all are read: a hundred places a form, which as objects take more
 * room than the forms. They are kept as differences, each from the place before it; 0 stands for a field that a place has not.
 */
export class PlaceBook {
  readonly #numbers = new Map<string, number>();
  readonly #pointers: string[] = [];

  /** Keeps places by JSON Pointer; they can be asked for later. */
  keep(places: Iterable<readonly [string, SourceRef]>): () => Record<string, SourceRef> {
    const packed = new Packed();
    /** Places that have more than numbers. */
    const others = new Map<number, SourceRef>();
    const before = Array.from({ length: fields.length + 1 }, () => 0);
    const push = (at: number, number: number): void => {
      packed.push(number - (before[at] ?? 0));
      before[at] = number;
    };
    let index = 0;
    for (const [path, ref] of places) {
      const plain = isPlain(ref);
      if (!plain) others.set(index, ref);
      push(0, this.#numberOf(path));
      fields.forEach((field, at) => push(at + 1, plain ? (ref[field] ?? -1) + 1 : 0));
      index += 1;
    }
    return this.#later(packed.bytes(), others.size === 0 ? null : others);
  }

  /** Keeps nothing alive but these. */
  #later(
    bytes: Uint8Array,
    others: ReadonlyMap<number, SourceRef> | null,
  ): () => Record<string, SourceRef> {
    return () => this.#read(bytes, others);
  }

  #numberOf(path: string): number {
    const known = this.#numbers.get(path);
    if (known !== undefined) return known;
    this.#numbers.set(path, this.#pointers.length);
    return this.#pointers.push(path) - 1;
  }

  #read(
    bytes: Uint8Array,
    others: ReadonlyMap<number, SourceRef> | null,
  ): Record<string, SourceRef> {
    const refs: Record<string, SourceRef> = {};
    const now = Array.from({ length: fields.length + 1 }, () => 0);
    let [at, index] = [0, 0];
    for (const difference of unpacked(bytes)) {
      now[at] = (now[at] ?? 0) + difference;
      at += 1;
      if (at < now.length) continue;
      const [pointer = 0, ...place] = now;
      refs[this.#pointers[pointer] ?? ''] = others?.get(index) ?? refOf(place);
      at = 0;
      index += 1;
    }
    return refs;
  }
}

function refOf(place: readonly number[]): SourceRef {
  const ref: Partial<Record<(typeof fields)[number], number>> = {};
  fields.forEach((field, at) => {
    const number = place[at] ?? 0;
    if (number > 0) ref[field] = number - 1;
  });
  return ref;
}
