/**
 * Words as an automaton: lines of slots compiled to a nondeterministic one, and walked as a deterministic one whose states are
 * made as texts need them. So a text costs one step a character, however many lines there are and however they overlap.
 */

/** A place between two characters of a line. */
interface Place<T> {
  readonly id: number;
  /** The code of the character behind this place, and where it leads; null where only `free` leads on. */
  code: number;
  next: Place<T> | null;
  /** Places that are reached without a character; null where there are none, as behind most characters. */
  free: Place<T>[] | null;
  /** What the line stands for that ends here. */
  value: T | null;
}

/** A line written out, and how far it is read. */
interface Line {
  readonly text: string;
  at: number;
}

/** All places where reading may stand after the same characters. */
export interface State<T> {
  readonly accepts: readonly T[];
}

interface Known<T> extends State<T> {
  readonly places: readonly Place<T>[];
  /** By the code of each character that leads on: the state behind it, null where no text needed it yet. */
  readonly next: Map<number, Known<T> | null>;
}

/** More states than any real text needs: hostile texts must not fill the memory. */
const mostStates = 20_000;

/**
 * Compiles lines to an automaton. Slots stand one behind the other, with white space between them that means nothing; `|`
 * divides a slot's words, `?` makes it optional, `*` and `+` let it repeat, `{name}` stands for a class of words.
 */
export class Automaton<T> {
  private places = 0;
  private readonly start: Known<T>;
  private readonly states = new Map<string, Known<T>>();

  constructor(
    lines: readonly (readonly [line: string, value: T])[],
    classes: Readonly<Record<string, string>>,
  ) {
    const whole = Object.fromEntries(
      Object.entries(classes).map(([name, line]) => [name, writtenOut(line, classes)]),
    );
    const start = this.place();
    for (const [line, value] of lines)
      this.words({ text: writtenOut(line, whole), at: 0 }, start).value = value;
    this.start = this.stateOf([start]);
  }

  /** Where reading stands after a text; null where no line begins so. */
  read(text: string, from: State<T> = this.start): State<T> | null {
    let state: Known<T> | null = from as Known<T>;
    for (let at = 0; at < text.length; at += 1) {
      state = this.step(state, text.charCodeAt(at));
      if (state === null) return null;
    }
    return state;
  }

  /** The characters that lead on from a state. */
  charactersAt(state: State<T>): string[] {
    return [...(state as Known<T>).next.keys()].map((code) => String.fromCharCode(code));
  }

  private step(state: Known<T>, code: number): Known<T> | null {
    const known = state.next.get(code);
    if (known === undefined) return null;
    if (known !== null) return known;
    const reached = state.places.flatMap((place) =>
      place.code === code && place.next !== null ? [place.next] : [],
    );
    const next = this.stateOf(reached);
    state.next.set(code, next);
    return next;
  }

  private stateOf(reached: readonly Place<T>[]): Known<T> {
    const places = [...closure(reached)]
      .filter(({ next, value }) => next !== null || value !== null)
      .sort((a, b) => a.id - b.id);
    const key = places.map(({ id }) => id).join();
    const known = this.states.get(key);
    if (known !== undefined) return known;
    const state: Known<T> = {
      places,
      accepts: places.flatMap(({ value }) => (value === null ? [] : [value])),
      next: new Map(places.flatMap(({ code, next }) => (next === null ? [] : [[code, null]]))),
    };
    if (this.states.size >= mostStates) this.forget();
    this.states.set(key, state);
    return state;
  }

  private forget(): void {
    for (const { next } of [...this.states.values(), this.start])
      for (const code of next.keys()) next.set(code, null);
    this.states.clear();
  }

  private place(): Place<T> {
    this.places += 1;
    return { id: this.places, code: 0, next: null, free: null, value: null };
  }

  /** Words divided by `|`, to the closing bracket or the line's end: where all of them end. */
  private words(line: Line, from: Place<T>): Place<T> {
    const end = this.place();
    for (;;) {
      lead(this.sequence(line, from), end);
      if (line.text[line.at] !== '|') return end;
      line.at += 1;
    }
  }

  private sequence(line: Line, from: Place<T>): Place<T> {
    let place = from;
    for (;;) {
      const character = line.text[line.at];
      if (character === undefined || character === '|' || character === ')') return place;
      line.at += 1;
      place = character === '(' ? this.slot(line, place) : this.character(character, place);
    }
  }

  private character(character: string, from: Place<T>): Place<T> {
    const before = from.next === null ? from : this.place();
    if (before !== from) lead(from, before);
    before.code = character.charCodeAt(0);
    before.next = this.place();
    return before.next;
  }

  private slot(line: Line, from: Place<T>): Place<T> {
    const start = this.place();
    lead(from, start);
    const end = this.words(line, start);
    const mark = line.text[line.at + 1] ?? '';
    line.at += '?*+'.includes(mark) ? 1 + mark.length : 1;
    if (mark === '?' || mark === '*') lead(start, end);
    if (mark === '*' || mark === '+') lead(end, start);
    return end;
  }
}

/** A line without its white space, each class replaced by its words. */
export function writtenOut(line: string, classes: Readonly<Record<string, string>>): string {
  return line
    .replace(/\s+/g, '')
    .replace(/\{(\w+)\}/g, (_, name: string) => `(${writtenOut(classes[name] ?? '', classes)})`);
}

/** Lets one place be reached from another without a character. */
function lead<T>(from: Place<T>, to: Place<T>): void {
  if (from.free === null) from.free = [to];
  else from.free.push(to);
}

function closure<T>(reached: readonly Place<T>[]): Set<Place<T>> {
  const all = new Set(reached);
  // A set may grow while it is walked: what is added is walked as well.
  for (const place of all) for (const free of place.free ?? []) all.add(free);
  return all;
}
