import { fitCost, isFundPart, missingCost } from './columns.ts';
import type { Role } from './roles.ts';
import { isPartTitle } from './facts.ts';
import type { Facts } from './facts.ts';
import type { Token } from './tokens.ts';

/** The cells of a row in the columns of its heading. */
export interface Aligned {
  readonly cost: number;
  /** How many cells. */
  readonly length: number;
  /** The column of each cell. */
  readonly places: readonly number[];
}

interface Step {
  readonly cost: number;
  /** The column of the cell before; -1 where there is none. */
  readonly from: number;
}

/** More lines than columns: a cell may go on over so many. */
const moreLines = 10;

/** Cells of these columns have one line. */
const oneLineRoles: ReadonlySet<Role> = new Set<Role>([
  'sign',
  'unit',
  'points',
  'groupPoints',
  'money',
  'fundPoints',
]);

/** Whether a text can only be the first line of its cell. */
function beginsCell(facts: Facts): boolean {
  const { blank, level1, level2, aside, inline } = facts;
  return blank || level1 || level2 || aside || inline || isPartTitle(facts);
}

/** What it costs that a line goes on with the cell of the line before it. */
function joinCost({ facts }: Token, role: Role): number {
  if (beginsCell(facts)) return Infinity;
  if (facts.labelCost < 2) return 2.5;
  if (role === 'goal') return goalJoin(facts);
  if (oneLineRoles.has(role) || facts.number || facts.measure) return 3;
  return role === 'text' && facts.numbering > 1 ? 0.4 : 1.2;
}

/** The next number goes on with a goal, the first one begins another. */
function goalJoin({ numbering, section }: Facts): number {
  if (section) return 1.5;
  if (numbering > 1) return 0;
  return numbering === 1 ? 1.5 : 0.3;
}

function startCost(token: Token, role: Role): number {
  return fitCost(token.facts, role) + (role === 'goal' && token.facts.numbering > 1 ? 1 : 0);
}

/** A cell that may not stand in a column. */
interface Banned {
  readonly index: number;
  readonly column: number;
}

/** The best rows of each length that begin with the first of some cells. */
export function alignRows(
  tokens: readonly Token[],
  roles: readonly Role[],
  regular: boolean,
  banned?: Banned,
): Aligned[] {
  const skipped = skippedCosts(roles, missingIn(tokens), regular);
  const steps: Step[][] = [];
  const rows: Aligned[] = [];
  let goesOn = 0;
  for (const [index, token] of tokens.slice(0, roles.length + moreLines).entries()) {
    goesOn += steps.length > 0 && token.rowBreak ? rowBreakInside : 0;
    const last = steps.at(-1);
    const closed = banned?.index === index ? banned.column : -1;
    steps.push(
      roles.map((_, column) =>
        column === closed ? nowhere : place(token, roles, column, last, skipped),
      ),
    );
    const row = finish(steps, skipped, goesOn + regularCost(steps.length, roles, regular));
    if (row !== null) rows.push(banned === undefined ? idleRow(tokens, roles, row) : row);
    if (token.facts.aside) break;
  }
  return rows;
}

/** What it costs that nothing stands for the first columns, for none of them to all of them. */
function skippedCosts(
  roles: readonly Role[],
  missing: (role: Role) => number,
  regular: boolean,
): number[] {
  const skipped = [0];
  for (const role of roles) {
    const more = regular && role !== 'block' ? irregular : 0;
    skipped.push((skipped.at(-1) ?? 0) + missing(role) + more);
  }
  return skipped;
}

const nowhere: Step = { cost: Infinity, from: -1 };

/** How much dearer it is to put a cell of a row into another of its columns. */
export function spareOf(
  tokens: readonly Token[],
  roles: readonly Role[],
  regular: boolean,
  aligned: Aligned,
): number {
  const others = aligned.places.map((column, index) => {
    if (tokens[index]?.facts.blank !== false) return Infinity;
    const rows = alignRows(tokens.slice(0, aligned.length), roles, regular, { index, column });
    return rows.find(({ length }) => length === aligned.length)?.cost ?? Infinity;
  });
  return Math.min(...others) - aligned.cost;
}

/** A part of the funds has neither weight nor score of its own, and an indicator that is none has nothing. */
const missingOfPart = 0.15;
const missingOfNone = 0.2;

function missingIn(tokens: readonly Token[]): (role: Role) => number {
  const at = tokens.findIndex(({ facts }) => !facts.blank && !facts.level1 && !facts.level2);
  const first = tokens[at]?.facts;
  const part = first !== undefined && isFundPart(first);
  const none = first?.dash === true && tokens[at - 1]?.facts.blank === false;
  return (role) => {
    if (part && role === 'fundPoints') return missingOfPart;
    const cost = missingCost(role);
    return none && role !== 'name' ? Math.min(cost, missingOfNone) : cost;
  };
}

/** Where each row has as many lines as its heading, this is said for a row that has them, and against each line that lacks or is too many. */
const closes = 0.25;
const irregular = 1;

function regularCost(lines: number, roles: readonly Role[], regular: boolean): number {
  if (!regular) return 0;
  const more = lines - roles.length;
  const whole = more === 0 || (more === -1 && roles[0] === 'block');
  return whole ? -closes : irregular * Math.max(0, more);
}

/** A level without an indicator: 成本指标, and a blank line for each of the other cells. */
const idle = 0.5;

function idleRow(tokens: readonly Token[], roles: readonly Role[], row: Aligned): Aligned {
  const [first, second] = tokens;
  if (row.length !== roles.length || first === undefined || second === undefined) return row;
  const shown = tokens.slice(0, row.length).filter(({ facts }) => !facts.blank);
  const levels = shown.length > 0 && shown.every(({ facts }) => facts.level1 || facts.level2);
  if (!levels || (first.facts.blank && second.facts.blank)) return row;
  const places = roles.map((_, column) => column);
  return { ...row, places, cost: Math.min(row.cost, idle) };
}

/** A row goes on where one surely begins. */
const rowBreakInside = 1.5;

function place(
  token: Token,
  roles: readonly Role[],
  column: number,
  last: readonly Step[] | undefined,
  skipped: readonly number[],
): Step {
  const role = roles[column] ?? 'unknown';
  const fit = startCost(token, role);
  if (last === undefined) return { cost: (skipped[column] ?? 0) + fit, from: -1 };
  let best: Step = { cost: (last[column]?.cost ?? Infinity) + joinCost(token, role), from: column };
  for (let from = 0; from < column; from += 1) {
    const between = (skipped[column] ?? 0) - (skipped[from + 1] ?? 0);
    const cost = (last[from]?.cost ?? Infinity) + between + fit + leapCost(roles, from, column);
    if (cost < best.cost) best = { cost, from };
  }
  return best;
}

/** 成本指标 before an indicator names its group of the second level, which has its first one above. */
const leapOverLevel = 0.6;

function leapCost(roles: readonly Role[], from: number, to: number): number {
  if (roles[from] !== 'level1' || to - from < 2) return 0;
  return roles.slice(from + 1, to).includes('level2') ? leapOverLevel : 0;
}

function finish(
  steps: readonly (readonly Step[])[],
  skipped: readonly number[],
  more: number,
): Aligned | null {
  const all = skipped.at(-1) ?? 0;
  const ends = (steps.at(-1) ?? []).map(
    ({ cost }, column) => cost + all - (skipped[column + 1] ?? 0),
  );
  const cost = Math.min(...ends);
  if (!Number.isFinite(cost)) return null;
  const places: number[] = [];
  let column = ends.indexOf(cost);
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    places.unshift(column);
    column = steps[at]?.[column]?.from ?? 0;
  }
  return { cost: cost + more, length: steps.length, places };
}
