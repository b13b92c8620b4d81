import { Automaton, type State } from './automaton.ts';
import { grammar } from './grammar.ts';
import { morphemes } from './morphemes.ts';
import { type Term, words } from './terms.ts';

/** What a word names by its morphemes. */
export interface Composed {
  readonly terms: readonly Term[];
  /** 1, or 2 where values and indicator names are worded so as well. */
  readonly cost: 1 | 2;
}

interface Reading {
  readonly term: Term;
  readonly cost: 1 | 2;
}

/** Begins the lines of which values and indicator names are made as well. */
const doubtful = '~';
const order = Object.keys(words) as Term[];

function linesOf(term: Term, text: string): [string, Reading][] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) =>
      line.startsWith(doubtful)
        ? [line.slice(doubtful.length), { term, cost: 2 }]
        : [line, { term, cost: 1 }],
    );
}

const automaton = new Automaton<Reading>(
  (Object.entries(grammar) as [Term, string][])
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .flatMap(([term, text]) => linesOf(term, text)),
  morphemes,
);

const composed = new WeakMap<State<Reading>, Composed>();

function composedOf(state: State<Reading> | null): Composed | null {
  if (state === null || state.accepts.length === 0) return null;
  const known = composed.get(state);
  if (known !== undefined) return known;
  const found: Composed = {
    terms: [...new Set(state.accepts.map(({ term }) => term))],
    cost: state.accepts.some(({ cost }) => cost === 1) ? 1 : 2,
  };
  composed.set(state, found);
  return found;
}

/** The parts that a word names by the morphemes of which it is made, or null. */
export function composeTerms(key: string): Composed | null {
  return composedOf(automaton.read(key));
}

/** The characters with which a word would compose at one place: `未达标?因分析` → 原. */
export function composingCharacters(key: string, at: number): string[] {
  const before = automaton.read(key.slice(0, at));
  if (before === null) return [];
  return automaton
    .charactersAt(before)
    .filter(
      (character) => composedOf(automaton.read(character + key.slice(at + 1), before)) !== null,
    );
}

/** Every character that stands in a morpheme. */
export const morphemeCharacters: ReadonlySet<string> = new Set(
  [...Object.values(morphemes), ...Object.values(grammar)].join('').match(/[\p{Script=Han}\d]/gu),
);

/** The words of two and more characters that the grammar is made of. */
export const morphemeWords: readonly string[] = [
  ...new Set(
    [...Object.values(morphemes), ...Object.values(grammar)]
      .join(' ')
      .match(/\p{Script=Han}{2,}/gu),
  ),
];
