import type { SourceRef } from '../model/index.ts';

/** A place in a text file, number by number; -1 where it has none. A document has a hundred places a form. */
const fields = ['table', 'row', 'column', 'line', 'endLine'] as const;
const width = fields.length;

/** Pointers recur in every form. */
const pointers = new Map<string, string>();
const mostPointers = 10_000;

function samePointer(path: string): string {
  const known = pointers.get(path);
  if (known !== undefined) return known;
  if (pointers.size >= mostPointers) pointers.clear();
  pointers.set(path, path);
  return path;
}

function isPlain(ref: SourceRef): boolean {
  return ref.page === undefined && ref.boxes === undefined && ref.part === undefined;
}

/** Where the values of a form stand, by JSON Pointer, in as little room as that takes: it is kept until all forms are read. */
export class Places {
  readonly #paths: string[] = [];
  readonly #numbers: Int32Array;
  /** Places that have more than numbers. */
  readonly #others = new Map<number, SourceRef>();

  constructor(places: readonly (readonly [string, SourceRef])[]) {
    this.#numbers = new Int32Array(places.length * width);
    places.forEach(([path, ref], index) => {
      this.#paths.push(samePointer(path));
      if (!isPlain(ref)) this.#others.set(index, ref);
      else
        fields.forEach((field, at) => {
          this.#numbers[index * width + at] = ref[field] ?? -1;
        });
    });
  }

  refs(): Record<string, SourceRef> {
    return Object.fromEntries(
      this.#paths.map((path, index) => [path, this.#others.get(index) ?? this.#plain(index)]),
    );
  }

  #plain(index: number): SourceRef {
    const entries = fields.flatMap((field, at): [string, number][] => {
      const number = this.#numbers[index * width + at] ?? -1;
      return number < 0 ? [] : [[field, number]];
    });
    return Object.fromEntries(entries);
  }
}
