/**
 * Words as an automaton: lines of slots compiled to a nondeterministic one, and walked as a deterministic one whose states are
 * made as texts need them. So a text costs one step a character, however many lines there are and however they overlap.
 */

/** A place between two characters of a line. */
interface Place<T> {
  readonly id: number;
  /** The character behind this place, and where it leads; '' where only `free` leads on. */
  readonly character: string;
  readonly next: Place<T> | null;
  /** Places that are reached without a character. */
  readonly free: Place<T>[];
  readonly accepts: T[];
}

/** All places where reading may stand after the same characters. */
export interface State<T> {
  readonly accepts: readonly T[];
  /** The characters that lead on. */
  readonly characters: ReadonlySet<string>;
}

interface Known<T> extends State<T> {
  readonly places: readonly Place<T>[];
  readonly next: Map<string, Known<T> | null>;
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
  private readonly classes: Readonly<Record<string, string>>;

  constructor(
    lines: readonly (readonly [line: string, value: T])[],
    classes: Readonly<Record<string, string>>,
  ) {
    this.classes = classes;
    const start = this.place();
    for (const [line, value] of lines)
      this.words({ rest: this.plain(line) }, start).accepts.push(value);
    this.start = this.stateOf([start]);
  }

  /** Where reading stands after a text; null where no line begins so. */
  read(text: string, from: State<T> = this.start): State<T> | null {
    let state: Known<T> | null = from as Known<T>;
    for (const character of text) {
      state = this.step(state, character);
      if (state === null) return null;
    }
    return state;
  }

  /** What the lines that a whole text fits stand for. */
  match(text: string): readonly T[] {
    return this.read(text)?.accepts ?? [];
  }

  private step(state: Known<T>, character: string): Known<T> | null {
    const known = state.next.get(character);
    if (known !== undefined) return known;
    if (!state.characters.has(character)) return null;
    const next = this.stateOf(
      state.places.flatMap((place) =>
        place.character === character && place.next !== null ? [place.next] : [],
      ),
    );
    state.next.set(character, next);
    return next;
  }

  private stateOf(reached: readonly Place<T>[]): Known<T> {
    const places = [...closure(reached)]
      .filter(({ next, accepts }) => next !== null || accepts.length > 0)
      .sort((a, b) => a.id - b.id);
    const key = places.map(({ id }) => id).join();
    const known = this.states.get(key);
    if (known !== undefined) return known;
    const state: Known<T> = {
      places,
      accepts: places.flatMap(({ accepts }) => accepts),
      characters: new Set(places.map(({ character }) => character)),
      next: new Map(),
    };
    if (this.states.size >= mostStates) this.forget();
    this.states.set(key, state);
    return state;
  }

  private forget(): void {
    for (const state of this.states.values()) state.next.clear();
    this.states.clear();
  }

  private place(character = '', next: Place<T> | null = null): Place<T> {
    this.places += 1;
    return { id: this.places, character, next, free: [], accepts: [] };
  }

  /** A line without white space, its classes written out. */
  private plain(line: string): string {
    return line
      .replace(/\s+/g, '')
      .replace(/\{(\w+)\}/g, (_, name: string) => `(${this.plain(this.classes[name] ?? '')})`);
  }

  /** Words divided by `|`, to the closing bracket or the line's end: where all of them end. */
  private words(line: { rest: string }, from: Place<T>): Place<T> {
    const end = this.place();
    for (;;) {
      this.sequence(line, from).free.push(end);
      if (!line.rest.startsWith('|')) return end;
      line.rest = line.rest.slice(1);
    }
  }

  private sequence(line: { rest: string }, from: Place<T>): Place<T> {
    let at = from;
    while (line.rest !== '' && !/^[|)]/.test(line.rest)) {
      const [character = ''] = line.rest;
      line.rest = line.rest.slice(character.length);
      at = character === '(' ? this.slot(line, at) : this.character(character, at);
    }
    return at;
  }

  private character(character: string, from: Place<T>): Place<T> {
    const next = this.place();
    from.free.push(this.place(character, next));
    return next;
  }

  private slot(line: { rest: string }, from: Place<T>): Place<T> {
    const start = this.place();
    from.free.push(start);
    const end = this.words(line, start);
    const [, mark = ''] = /^\)([?*+]?)/.exec(line.rest) ?? [];
    line.rest = line.rest.slice(1 + mark.length);
    if (mark === '?' || mark === '*') start.free.push(end);
    if (mark === '*' || mark === '+') end.free.push(start);
    return end;
  }
}

function closure<T>(reached: readonly Place<T>[]): Set<Place<T>> {
  const all = new Set(reached);
  // A set may grow while it is walked: what is added is walked as well.
  for (const place of all) for (const free of place.free) all.add(free);
  return all;
}
