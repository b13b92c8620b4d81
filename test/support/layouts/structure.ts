import type { Random } from '../forms/random.ts';

/**
 * What may vary in the structure of a form, and how often: one line a trait, the most common choice first.
 * A structure is one choice for each; words and figures are no part of it.
 */
const common = {
  /** Forms in a document, one below another. */
  forms: { one: 12, two: 2, three: 1, 'one-table': 1 },
  title: { line: 5, row: 2 },
  year: { line: 4, title: 4, none: 1 },
  head: { two: 6, one: 2, three: 2, mixed: 3 },
  codes: { none: 5, dash: 2, brackets: 1, project: 1, everywhere: 1 },
  names: { plain: 9, 'two-levels': 1 },
  sections: { none: 6, rows: 2 },
  blocks: { left: 7, above: 1, none: 2 },
  money: { block: 5, line: 3, headings: 2 },
  lead: { none: 3, left: 4, above: 1 },
  levels: { merged: 8, blank: 2, repeated: 2 },
  joined: { none: 8, 'levels-1-2': 2, 'levels-2-3': 1 },
  weights: { none: 8, label: 3, column: 1 },
  value: { one: 8, split: 3, 'value-unit': 1 },
  heading: { plain: 8, levels: 2, value: 2, both: 2, three: 1, below: 2, behind: 2 },
  words: { listed: 2, composed: 1 },
  filled: { yes: 14, blank: 1 },
  people: { none: 3, rows: 2, lines: 2, note: 2 },
} as const;

const selfEvaluation = {
  funds: { table: 8, transposed: 2, pairs: 2, side: 1, 'in-cell': 1, none: 1 },
  sources: { plain: 5, nested: 2, levels: 2, alone: 1, short: 2 },
  total: { first: 6, last: 1 },
  fundHeading: { plain: 6, below: 3, behind: 3, grouped: 2 },
  fundScores: {
    'weight-rate-score': 6,
    'rate-weight-score': 2,
    'score-rate': 1,
    'weight-score-rate': 1,
    rate: 2,
    none: 1,
  },
  initial: { yes: 5, no: 2 },
  goal: { columns: 8, rows: 2, below: 1, pair: 2, single: 1, terms: 1, none: 1 },
  order: { standard: 6, 'weight-first': 3, 'weight-middle': 2, 'weight-behind': 1 },
  extra: { none: 7, 'after-name': 1, 'before-score': 1, end: 2 },
  rows: { plain: 9, execution: 2, decision: 1 },
  sum: { row: 8, score: 2, heading: 1, above: 2, 'first-row': 1, none: 1 },
  rating: { none: 4, row: 2 },
  tasks: { none: 8, money: 1 },
} as const;

const target = {
  funds: { rows: 4, row: 2, 'in-cell': 2, 'one-cell': 1, 'under-labels': 1, pairs: 1, terms: 1 },
  goal: { single: 4, rows: 2, terms: 3, below: 1 },
  terms: { none: 5, columns: 1 },
  extra: { none: 4, end: 3, 'after-name': 1 },
  plan: { none: 7, row: 1 },
} as const;

type Choices<T> = { readonly [K in keyof T]: keyof T[K] & string };
export type SelfTraits = Choices<typeof common> & Choices<typeof selfEvaluation>;
export type TargetTraits = Choices<typeof common> & Choices<typeof target>;
export type Structure =
  | { readonly kind: 'self-evaluation'; readonly traits: SelfTraits }
  | { readonly kind: 'target'; readonly traits: TargetTraits };

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

const all = (random: Random, table: Weights): Record<string, string> =>
  Object.fromEntries(
    Object.entries(table).map(([trait, choices]) => [trait, choose(random, choices)]),
  );

/** What cannot stand together, or what no person could read, gives way to the plain choice. */
function settle(traits: Record<string, string>): Record<string, string> {
  const settled = { ...traits };
  const unless = (holds: boolean, trait: string, plain: string): void => {
    if (!holds) settled[trait] = plain;
  };
  const split = settled['value'] === 'split' || settled['value'] === 'value-unit';
  unless(
    split || !['value', 'both', 'three'].includes(settled['heading'] ?? ''),
    'heading',
    'levels',
  );
  unless(settled['weights'] !== 'column' || settled['levels'] !== 'blank', 'levels', 'merged');
  unless(settled['weights'] !== 'column', 'joined', 'none');
  unless(settled['weights'] !== 'column' || settled['heading'] !== 'levels', 'heading', 'plain');
  unless(settled['blocks'] !== 'none' || settled['money'] !== 'block', 'money', 'headings');
  unless(settled['filled'] !== 'blank', 'joined', 'none');
  unless(settled['filled'] !== 'blank', 'weights', 'none');
  unless(settled['forms'] !== 'one-table', 'title', 'row');
  unless(settled['forms'] !== 'one-table', 'people', 'none');
  return settled;
}

/** Without a table of sources there is nothing for their traits to shape. */
function settleSelf(traits: Record<string, string>): Record<string, string> {
  const settled = settle(traits);
  const plain = (...names: string[]): void => {
    for (const name of names) settled[name] = Object.keys(selfEvaluation[name as 'funds'])[0] ?? '';
  };
  const { funds } = settled;
  if (funds === 'pairs' || funds === 'none') plain('sources', 'total', 'fundHeading', 'fundScores');
  if (funds === 'side') plain('total', 'fundHeading', 'fundScores');
  if (funds === 'transposed') plain('fundHeading');
  if (funds === 'pairs' || funds === 'side' || funds === 'in-cell') settled['initial'] = 'no';
  if (settled['filled'] === 'blank') {
    plain('tasks', 'rows');
    settled['codes'] = 'none';
    if (funds === 'in-cell') settled['funds'] = 'table';
  }
  return settled;
}

/** A random structure; the same seed gives the same one. */
export function structureOf(random: Random): Structure {
  if (random.chance(0.75)) {
    const traits = settleSelf(all(random, { ...common, ...selfEvaluation }));
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
