import type { Random } from '../forms/random.ts';

/**
 * What may vary in the structure of a form: one line a trait, the common choice first. The weights tell how often each
 * stands where a form is odd in this trait. A structure is one choice for each; words and figures are no part of it.
 */
const common = {
  /** Forms in a document, one below another. */
  forms: { one: 12, two: 2, three: 1, 'one-table': 1 },
  words: { listed: 5, some: 4, many: 1 },
  filled: { yes: 15, blank: 1 },
  /** A form of a kind that is not read, before ours or behind them. */
  beside: { none: 4, before: 1, behind: 1 },
  title: { line: 1, row: 1 },
  year: { line: 2, title: 2, none: 1 },
  head: { two: 2, one: 2, three: 2, mixed: 3 },
  codes: { none: 1, dash: 2, brackets: 1, project: 1, everywhere: 1 },
  names: { plain: 2, 'two-levels': 1 },
  filer: { none: 2, line: 1 },
  /** Numbers before the labels of the head: 1.项目名称. */
  numbers: { none: 2, labels: 1 },
  sections: { none: 1, rows: 1 },
  parts: { usual: 2, 'goals-first': 1 },
  blocks: { left: 2, above: 1, none: 2 },
  money: { block: 1, line: 3, headings: 2, unsaid: 1 },
  lead: { none: 1, left: 2, above: 1 },
  levels: { merged: 1, blank: 2, repeated: 2 },
  depth: { three: 1, 'name-only': 1, 'one-and-name': 1 },
  joined: { none: 1, 'levels-1-2': 2, 'levels-2-3': 1 },
  weights: { none: 1, label: 3, column: 1, 'each-level': 1 },
  value: { one: 1, split: 3, 'value-unit': 1 },
  heading: { plain: 1, levels: 2, value: 2, both: 2, three: 1, below: 2, behind: 2, counted: 1 },
  /** Labels of levels in words of the form's own: 产出类指标. */
  labels: { usual: 2, own: 1 },
  suffix: { none: 2, heading: 1, label: 1 },
  idle: { none: 2, blank: 1, said: 1 },
  people: { none: 2, rows: 2, lines: 2, note: 2 },
} as const;

const selfEvaluation = {
  funds: { table: 2, transposed: 2, pairs: 2, side: 1, 'in-cell': 1, none: 1 },
  sources: { plain: 2, nested: 2, levels: 2, alone: 1, short: 2 },
  total: { first: 1, last: 1 },
  fundHeading: { plain: 1, below: 3, behind: 3, grouped: 2 },
  fundScores: {
    'weight-rate-score': 2,
    'rate-weight-score': 2,
    'score-rate': 1,
    'weight-score-rate': 1,
    rate: 2,
    none: 1,
  },
  initial: { yes: 1, no: 2 },
  corner: { blank: 2, word: 2, extra: 1 },
  fundExtra: { none: 2, end: 1 },
  goal: { columns: 2, rows: 2, below: 1, pair: 2, single: 1, terms: 1, numbered: 1, none: 1 },
  order: { standard: 1, 'weight-first': 3, 'weight-middle': 2, 'weight-behind': 1 },
  terms: { none: 2, columns: 1 },
  /** What stands behind weights and scores: 10分, 10%. */
  points: { plain: 2, fen: 1, percent: 1 },
  extra: { none: 1, 'after-name': 1, 'before-score': 1, end: 2 },
  rows: { plain: 1, execution: 2, 'execution-below': 1, decision: 1 },
  sum: { row: 2, score: 2, heading: 1, above: 2, 'first-row': 1, graded: 1, none: 1 },
  rating: { none: 2, row: 2 },
  tasks: { none: 4, money: 1 },
} as const;

const target = {
  funds: {
    rows: 1,
    row: 2,
    'in-cell': 2,
    'one-cell': 1,
    'under-labels': 1,
    pairs: 1,
    terms: 1,
    summed: 1,
  },
  goal: { single: 2, rows: 2, terms: 3, below: 1 },
  terms: { none: 2, columns: 3, blocks: 2 },
  extra: { none: 1, end: 3, 'after-name': 1 },
  plan: { none: 2, row: 1 },
} as const;

/** Several projects in one table, one below another, each with its rows. */
const list = {
  of: { 'self-evaluation': 1, target: 1 },
  projects: { merged: 3, blank: 2, repeated: 2 },
  funds: { executed: 1, budget: 1, none: 1 },
  goal: { none: 1, expected: 2, both: 1 },
  listSum: { none: 2, score: 1 },
  order: { standard: 2, 'weight-first': 1, 'weight-middle': 1 },
  extra: { none: 1, end: 1 },
} as const;

type Choices<T> = { readonly [K in keyof T]: keyof T[K] & string };
export type SelfTraits = Choices<typeof common> & Choices<typeof selfEvaluation>;
export type TargetTraits = Choices<typeof common> & Choices<typeof target>;
export type ListTraits = Choices<typeof common> & Choices<typeof list>;
export type Structure =
  | { readonly kind: 'self-evaluation'; readonly traits: SelfTraits }
  | { readonly kind: 'target'; readonly traits: TargetTraits }
  | { readonly kind: 'list'; readonly traits: ListTraits };

type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>;

function choose(random: Random, choices: Readonly<Record<string, number>>): string {
  const entries = Object.entries(choices);
  let left = random.int(entries.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  throw new Error('nothing to choose from');
}

/** Traits that no form's oddness touches: how often they differ is told by their weights alone. */
const untempered = new Set(['forms', 'words', 'filled']);

/** A choice for each trait; most forms differ from the common layout in a few traits, some in many. */
function all(random: Random, table: Weights): Record<string, string> {
  const oddness = random.pick([0.04, 0.08, 0.15, 0.25, 0.45]);
  return Object.fromEntries(
    Object.entries(table).map(([trait, choices]) => {
      const plain = Object.keys(choices)[0] ?? '';
      const odd = untempered.has(trait) || random.chance(oddness);
      return [trait, odd ? choose(random, choices) : plain];
    }),
  );
}

type Rule = readonly [
  when: Readonly<Record<string, readonly string[]>>,
  then: Readonly<Record<string, string>>,
];

const weighted = ['column', 'each-level'];

/** What cannot stand together, or what no person could read, gives way: where all of the first hold, the second follows. */
const rules: readonly Rule[] = [
  [{ value: ['one'], heading: ['value', 'both', 'three'] }, { heading: 'levels' }],
  [{ depth: ['name-only', 'one-and-name'] }, { joined: 'none', weights: 'none' }],
  [{ depth: ['name-only'], heading: ['levels', 'both', 'three'] }, { heading: 'plain' }],
  [{ depth: ['name-only'] }, { rows: 'plain', idle: 'none' }],
  [{ depth: ['one-and-name'] }, { rows: 'plain', idle: 'none' }],
  [{ heading: ['levels', 'both', 'three'], lead: ['left', 'above'] }, { lead: 'none' }],
  [{ weights: weighted, levels: ['blank'] }, { levels: 'merged' }],
  [{ weights: weighted }, { joined: 'none', rows: 'plain' }],
  [{ weights: weighted, heading: ['levels', 'both', 'three'] }, { heading: 'plain' }],
  [
    { filled: ['blank'] },
    { joined: 'none', weights: 'none', codes: 'none', idle: 'none', filer: 'none' },
  ],
  [{ filled: ['blank'] }, { tasks: 'none', rows: 'plain', suffix: 'none', depth: 'three' }],
  [{ filled: ['blank'], words: ['many'] }, { words: 'some' }],
  [{ filled: ['blank'], funds: ['in-cell'], initial: ['yes', 'no'] }, { funds: 'table' }],
  [{ forms: ['one-table'] }, { title: 'row', people: 'none', filer: 'none' }],
  [{ blocks: ['none'], money: ['block'] }, { money: 'headings' }],
  [{ funds: ['pairs', 'none'] }, { sources: 'plain', total: 'first', suffix: 'none' }],
  [{ funds: ['pairs', 'none', 'side', 'transposed'] }, { fundHeading: 'plain', fundExtra: 'none' }],
  [{ funds: ['pairs', 'none', 'side', 'in-cell'] }, { corner: 'blank' }],
  [{ funds: ['pairs', 'none', 'side'] }, { fundScores: 'weight-rate-score', total: 'first' }],
  [{ funds: ['pairs', 'side', 'in-cell'] }, { initial: 'no' }],
  [{ corner: ['extra'], blocks: ['none'] }, { corner: 'word' }],
  [{ labels: ['own'] }, { joined: 'none' }],
  [{ terms: ['columns'], heading: ['value', 'both', 'three'] }, { heading: 'plain' }],
  [{ terms: ['blocks'] }, { lead: 'left', depth: 'three', heading: 'plain', weights: 'none' }],
  [{ terms: ['blocks'], joined: ['levels-1-2', 'levels-2-3'] }, { joined: 'none' }],
  [{ filled: ['blank'] }, { terms: 'none', points: 'plain', numbers: 'none' }],
  [{ sum: ['graded'] }, { rating: 'row', order: 'standard' }],
];

/** A rule names traits of one kind of form at times: those that a form does not have stay away. */
function settle(traits: Readonly<Record<string, string>>): Record<string, string> {
  return rules.reduce<Record<string, string>>(
    (state, [when, then]) => {
      const holds = Object.entries(when).every(([trait, values]) =>
        values.includes(state[trait] ?? ''),
      );
      if (!holds) return state;
      const own = Object.entries(then).filter(([trait]) => trait in state);
      return { ...state, ...Object.fromEntries(own) };
    },
    { ...traits },
  );
}

/** A list has no head, no frames and no joined levels. */
const onePerTable = {
  forms: 'one',
  filled: 'yes',
  head: 'two',
  names: 'plain',
  sections: 'none',
  lead: 'none',
  joined: 'none',
  weights: 'none',
  idle: 'none',
  filer: 'none',
  blocks: 'left',
};

/** A random structure; the same seed gives the same one. */
export function structureOf(random: Random): Structure {
  const kind = random.int(100);
  if (kind < 6) {
    const traits = settle(all(random, { ...common, ...list }));
    return { kind: 'list', traits: { ...traits, ...onePerTable } as unknown as ListTraits };
  }
  if (kind < 76) {
    const traits = settle(all(random, { ...common, ...selfEvaluation }));
    return { kind: 'self-evaluation', traits: traits as SelfTraits };
  }
  const traits = settle(all(random, { ...common, ...target }));
  return { kind: 'target', traits: traits as TargetTraits };
}

/** FNV-1a: small, and the same on every machine. */
export function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const character of text)
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // The low bits of FNV depend on the last characters only a little: mix them.
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 0;
  return (state ^ (state >>> 12)) >>> 0;
}

export type SetName = 'tune' | 'hold';

/** What a family shares: how the money stands, how the headings are built and where the sum is. */
const family: Readonly<Record<Structure['kind'], readonly string[]>> = {
  'self-evaluation': ['funds', 'fundHeading', 'goal', 'heading', 'sum'],
  target: ['funds', 'goal', 'heading', 'value', 'terms'],
  list: ['of', 'projects', 'funds', 'heading', 'value'],
};

/**
 * Families of structures are either tuned on or only measured on: `funds transposed × sum above` never stands in both.
 * Seven in ten are to tune on.
 */
export function setOf(structure: Structure): SetName {
  const traits: Readonly<Record<string, string>> = structure.traits;
  const name = family[structure.kind].map((trait) => `${trait}=${traits[trait] ?? ''}`).join(' ');
  return hash(`${structure.kind} ${name}`) % 10 < 7 ? 'tune' : 'hold';
}

/** Each trait with its choice, as the bench lists them: `funds=transposed`. */
export function featuresOf(structure: Structure): string[] {
  return [
    `kind=${structure.kind}`,
    ...Object.entries(structure.traits).map(([trait, choice]) => `${trait}=${choice}`),
  ];
}
