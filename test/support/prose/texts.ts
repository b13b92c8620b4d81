import { kinds } from './kinds.ts';

/** A text that is no form, though it may hold a form's words. */
export interface ProseText {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** As many texts of each kind. */
export function proseTexts(each: number): ProseText[] {
  return kinds.flatMap(({ kind, extension, write }) =>
    Array.from({ length: each }, (_, index) => ({
      name: `${kind} ${String(index + 1)}`,
      file: `${kind}-${String(index + 1)}.${extension}`,
      text: write(pickerOf(index * 7919 + kind.length * 104_729)),
    })),
  );
}

/** Tells what to write, the same for the same seed. */
export interface Picker {
  readonly one: <T>(from: readonly T[]) => T;
  readonly number: (below: number) => number;
  readonly lines: (count: number, line: (index: number) => string) => string;
}

function pickerOf(seed: number): Picker {
  let state = seed % 2_147_483_647 || 1;
  const number = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return {
    number,
    one: (from) => {
      const [first] = from;
      const found = from[number(from.length)] ?? first;
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    lines: (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n'),
  };
}
