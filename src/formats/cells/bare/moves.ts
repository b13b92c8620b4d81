import type { Term } from '../../../lexicon/index.ts';
import { alignRows } from './align.ts';
import type { Aligned } from './align.ts';
import { columnsOf, fundTerms, isTable } from './columns.ts';
import { isBlock, likelyRoleOf, roleOf } from './roles.ts';
import type { Columns } from './columns.ts';
import { valueTerms } from '../evidence.ts';
import { isOneOf, isPartTitle } from './facts.ts';
import type { Facts } from './facts.ts';
import type { Token } from './tokens.ts';

/** A way to go on from a cell: the cells that it takes, and what they are. */
export interface Move {
  readonly kind:
    'outside' | 'spacer' | 'section' | 'line' | 'block' | 'pair' | 'heading' | 'body' | 'total';
  readonly length: number;
  readonly cost: number;
  /** The columns of what follows. */
  readonly columns: Columns | null;
  readonly aligned: Aligned | null;
}

const widestHeading = 24;
const longestPair = 30;

/** Labels whose value stands beside them. */
const pairTerms: ReadonlySet<Term> = new Set<Term>([
  ...valueTerms,
  'note',
  'formUnit',
  'budget',
  'fundPurpose',
  'midTermGoal',
]);
const longTerms: ReadonlySet<Term> = new Set<Term>([
  'goalBlock',
  'goalExpected',
  'goalActual',
  'fundPurpose',
  'midTermGoal',
  'note',
]);
const totalTerms: ReadonlySet<Term> = new Set<Term>(['total', 'fundTotal']);

/** What costs nothing to explain stands in the form; what stands outside costs little. */
const outsideCost = 1.6;
/** The title of a part of the form stands in a row of its own. */
const sectionCost = 0.05;
const otherSection = 0.4;
const unknownLabel = 1.4;
const likelyLabel = 0.7;
const likelyHeading = 0.4;
const headingAsLabel = 2;
const dearestHeading = 4;
const longestHeading = 12;
const noValue = 0.7;
const labelAsValue = 1.6;

/** Every way to go on at a cell, whichever heading is open there: the same columns for the same heading. */
export function movesAt(
  tokens: readonly Token[],
  at: number,
  regular: boolean,
): (columns: Columns | null) => readonly Move[] {
  const token = tokens[at];
  if (token === undefined) return () => [];
  const opening = headings(tokens, at);
  const labelled = pairs(tokens, at);
  return (columns) => {
    const moves = [single(token, columns), ...labelled.map((one) => ({ ...one, columns }))];
    const below = columns === null ? [] : bodies(tokens, at, columns, regular);
    const sums = columns === null ? [] : totals(tokens, at, columns);
    const numbers = columns === null ? [] : numbered(tokens, at, columns);
    return [...moves, ...opening, ...below, ...sums, ...numbers];
  };
}

function single({ facts }: Token, columns: Columns | null): Move {
  const base = { length: 1, aligned: null };
  if (facts.blank) return { ...base, kind: 'spacer', cost: 0.3, columns };
  if (facts.inline)
    return { ...base, kind: columns === null ? 'outside' : 'line', cost: 0.1, columns };
  return facts.aside
    ? { ...base, kind: 'outside', cost: 0, columns: null }
    : { ...base, kind: 'outside', cost: columns === null ? outsideCost : 2 * outsideCost, columns };
}

function pairs(tokens: readonly Token[], at: number): Move[] {
  const label = tokens[at];
  const own = label === undefined ? null : labelCost(label.facts);
  if (label === undefined || own === null) return [];
  const base = { columns: null, aligned: null } as const;
  const alone: Move = label.facts.section
    ? {
        ...base,
        kind: 'section',
        length: 1,
        cost: isPartTitle(label.facts) ? sectionCost : otherSection,
      }
    : isBlock(label.facts)
      ? { ...base, kind: 'block', length: 1, cost: 0.3 }
      : { ...base, kind: 'pair', length: 1, cost: own + noValue };
  const values = valueCosts(
    tokens.slice(at + 1, at + longestPair),
    isOneOf(label.facts, longTerms),
  );
  return [
    alone,
    ...values.map((cost, index): Move => {
      return { ...base, kind: 'pair', length: index + 2, cost: own + cost };
    }),
  ];
}

/** What values of one line, of two and so on cost. */
function valueCosts(tokens: readonly Token[], long: boolean): number[] {
  const costs: number[] = [];
  let cost = 0;
  for (const { facts, rowBreak } of tokens) {
    if (facts.aside || facts.level1 || facts.inline || isPartTitle(facts)) break;
    cost += rowBreak ? 1.5 : 0;
    const next = tokens[costs.length + 1]?.facts;
    cost += costs.length === 0 ? valueCost(facts, next) : moreCost(facts, long);
    if (cost > 8) break;
    costs.push(cost);
    if (facts.blank) break;
  }
  return costs;
}

function labelCost(facts: Facts): number | null {
  if (facts.blank || facts.aside || facts.inline) return null;
  if (isOneOf(facts, pairTerms) || isOneOf(facts, longTerms)) return facts.labelCost * 0.2;
  if (facts.terms.length > 0) return isBlock(facts) ? 0.4 : headingAsLabel;
  if (!mayBeLabel(facts)) return null;
  return facts.besideValue === null ? unknownLabel : likelyLabel;
}

function mayBeLabel({ level1, level2, number, measure, dash, length }: Facts): boolean {
  return !level1 && !level2 && !number && !measure && !dash && length <= 24;
}

function valueCost(facts: Facts, next: Facts | undefined): number {
  if (facts.blank) return 0.2;
  if (facts.level2) return 2;
  // 资金性质 | 一般公共预算: a kind of money, not a row of its amounts.
  if (isOneOf(facts, fundTerms)) return next?.number === true || next?.blank === true ? 1.6 : 0.2;
  return facts.labelCost < 2 ? labelAsValue : 0;
}

/** Another line of the same value. */
function moreCost(facts: Facts, long: boolean): number {
  if (facts.blank) return Infinity;
  if (facts.labelCost < 2 || facts.level2) return 3;
  if (facts.number || facts.measure || facts.month) return 2.5;
  if (long) return facts.numbering > 1 ? 0 : 0.2;
  return facts.numbering > 1 ? 0.3 : 1.3;
}

/** Words of a heading one behind the other, the last of them no blank. */
function headings(tokens: readonly Token[], at: number): Move[] {
  const moves: Move[] = [];
  let cost = 0.1;
  let named = false;
  for (let length = 1; length <= widestHeading; length += 1) {
    const token = tokens[at + length - 1];
    if (token === undefined || token.facts.aside) break;
    // Amounts stand below names of funds only where nothing but such names heads them.
    named ||= roleOf(token.facts) !== null;
    if (named && isOneOf(token.facts, fundTerms)) break;
    cost += headingCost(token.facts, length === 1) + (length > 1 && token.rowBreak ? 1.5 : 0);
    if (cost > dearestHeading) break;
    if (length < 2) continue;
    const columns = columnsOf(tokens.slice(at, at + length));
    if (columns !== null) moves.push({ kind: 'heading', length, cost, columns, aligned: null });
  }
  return moves;
}

function isNoHeading({ level1, level2, number, measure, length }: Facts): boolean {
  return level1 || level2 || number || measure || length > longestHeading;
}

function headingCost(facts: Facts, first: boolean): number {
  if (facts.blank) return 0.1;
  if (isOneOf(facts, fundTerms)) return 0.2;
  if (first && isBlock(facts)) return facts.section ? 0.5 : 0;
  if (roleOf(facts) !== null) return Math.min(2, facts.labelCost) * 0.1;
  if (isNoHeading(facts)) return 4;
  if (likelyRoleOf(facts) !== null) return likelyHeading;
  if (facts.terms.length > 0) return 0.5;
  return facts.prose ? 4 : 0.7;
}

function bodies(tokens: readonly Token[], at: number, columns: Columns, regular: boolean): Move[] {
  const longest = columns.roles.length + 12;
  const rows = alignRows(
    tokens.slice(at, at + longest),
    columns.roles,
    regular && isTable(columns),
  );
  return rows.map((aligned) => ({
    kind: 'body',
    length: aligned.length,
    cost: aligned.cost,
    columns: columns.kind === 'goals' || columns.kind === 'plan' ? null : columns,
    aligned,
  }));
}

/** 1 | 2 | 3 …: a row that counts the columns. */
function numbered(tokens: readonly Token[], at: number, columns: Columns): Move[] {
  const { length } = columns.roles;
  const counted = tokens.slice(at, at + length);
  const counts = counted.every(({ text }, index) => text.trim() === String(index + 1));
  if (!counts || counted.length < Math.max(3, length)) return [];
  return [{ kind: 'line', length, cost: 0.1, columns, aligned: null }];
}

/** `总分 | 100 | 92.10`, with the cells that it covers before its figures. */
function totals(tokens: readonly Token[], at: number, columns: Columns): Move[] {
  const label = tokens[at];
  if (label === undefined || columns.kind !== 'indicators' || !isOneOf(label.facts, totalTerms))
    return [];
  const moves: Move[] = [];
  let cost = 0;
  for (let length = 1; length <= columns.roles.length; length += 1) {
    const token = tokens[at + length - 1];
    if (token === undefined) break;
    if (length > 1) cost += totalCost(token.facts) + (token.rowBreak ? 1 : 0);
    if (cost > 4) break;
    const figures = length < 2 ? 1.5 : 0;
    moves.push({ kind: 'total', length, cost: cost + figures, columns, aligned: null });
  }
  return moves;
}

function totalCost(facts: Facts): number {
  if (facts.blank) return 0.02;
  return facts.number || facts.dash || facts.grade ? 0 : 2;
}
