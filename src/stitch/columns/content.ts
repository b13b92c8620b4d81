import { findLabel, findLevel1, findLevel2, guessHeading, lengths } from '../../lexicon/index.ts';
import { isNil, type Piece } from '../../model/index.ts';
import { parseMeasure, printedFigure } from '../../number/index.ts';
import { costs } from '../cover/settings.ts';
import { isSign } from '../rows/fit.ts';
import { hasFigures, isMark } from './heading-rows.ts';
import { areWeights, isBelow, isRatio, saysRates } from './ratios.ts';
import { isTaskWord } from './roles.ts';
import { toldRole, withRole } from './with-role.ts';
import { isOfOtherYear } from './years.ts';
import type { Column, Item, Role, TableKind } from '../types.ts';

/** What stands below a heading, column by column; a column of nothing but blanks is empty. */
type Below = readonly (readonly Piece[])[];

/** So many rows below a heading are asked what they hold. */
export const rowsAsked = 12;

/** How well the texts below a heading suit a role: 0 not at all, 1 in every row. */
type Suits = (texts: readonly string[]) => number;

function share(texts: readonly string[], passes: (text: string) => boolean): number {
  const said = texts.filter((text) => !isNil(text));
  return said.length === 0 ? 0 : said.filter(passes).length / said.length;
}

function isFigure(text: string): boolean {
  return printedFigure(text).kind === 'number';
}

/** A unit beside the number that it measures: 个, 万元, 平方米, %. */
function isUnit(text: string): boolean {
  return text.length <= 3 && !/\d/.test(text) && !isSign(text) && findLevel2(text) === null;
}

/** A value to reach or reached: a number with its sign or unit, or a short verdict (及时, 完成). */
function isValue(text: string): boolean {
  if (parseMeasure(text).number !== null || /\d/.test(text)) return true;
  return text.length <= lengths.word && !/[。；;]/.test(text);
}

function isAmount(text: string): boolean {
  return isFigure(text) && !/[%％]/.test(text);
}

const suits: Partial<Record<Role, Suits>> = {
  level1: (texts) => share(texts, (text) => findLevel1(text) !== null),
  level2: (texts) => share(texts, (text) => findLevel2(text) !== null),
  level3: (texts) =>
    share(
      texts,
      (text) =>
        !isFigure(text) &&
        parseMeasure(text).number === null &&
        text.length > 2 &&
        text.length <= lengths.name,
    ),
  target: (texts) => share(texts, isValue),
  actual: (texts) => share(texts, isValue),
  sign: (texts) => share(texts, isSign),
  targetUnit: (texts) => share(texts, isUnit),
  weight: (texts) => share(texts, (text) => isFigure(text) && !/[%％]/.test(text)),
  score: (texts) => share(texts, (text) => isFigure(text) && !/[%％]/.test(text)),
  initialBudget: (texts) => share(texts, isAmount),
  annualBudget: (texts) => share(texts, isAmount),
  executed: (texts) => share(texts, isAmount),
  executionRate: (texts) => share(texts, (text) => isFigure(text) && /[%％]/.test(text)),
};

/** The roles of a kind of table that what stands below a column may tell, in the order in which forms print them. */
const told: Record<TableKind, readonly Role[]> = {
  indicators: [
    'level1',
    'level2',
    'level3',
    'sign',
    'target',
    'targetUnit',
    'actual',
    'weight',
    'score',
  ],
  funds: ['initialBudget', 'annualBudget', 'executed', 'weight', 'executionRate', 'score'],
  goal: [],
};

/** What is scored was reached: columns of figures alone make no form one that scores. */
const company: Record<TableKind, Partial<Record<Role, readonly Role[]>>> = {
  indicators: { actual: ['score'], weight: ['score'], score: ['weight', 'actual'] },
  funds: { initialBudget: ['executed'], weight: ['score'], score: ['weight'] },
  goal: {},
};

function textsBelow({ from, to }: Column, rows: readonly Item[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { slots } of rows) {
    for (const { piece, column, covered } of slots)
      if (piece !== null && !covered && column >= from && column <= to) pieces.push(piece);
  }
  return pieces;
}

/** Whether a heading's words leave open what its column holds: unknown ones, and those of rules and grounds, which some print over the value. */
function isOpen({ role, heading }: Column): boolean {
  if (role !== 'other' || heading === null) return false;
  return (
    !(findLabel(heading.text)?.terms ?? []).some(
      (term) => term === 'note' || term === 'deviation',
    ) && !isOfOtherYear(heading.text)
  );
}

/** 优 | 良 | 中 | 差 under 评价标准: columns of one heading are parts of what it says. */
function sharesHeading(columns: readonly Column[], index: number): boolean {
  const [first, ...more] = columns[index]?.heading?.units ?? [];
  // Words of its own below the common ones say what it holds; grades say how it is valued.
  const own = more.at(-1)?.raw.trim() ?? '';
  if (own.length > 2 && !isMark(own)) return false;
  return columns.some(({ heading }, at) => at !== index && heading?.units[0] === first);
}

/** A choice of columns for the roles that no heading names. */
interface Choice {
  readonly roles: ReadonlyMap<number, Role>;
  readonly gain: number;
}

/**
 * Gives the roles that no heading names to columns in words that we do not know, by what stands below them: all together,
 * so that the values' order holds (the target before what was reached, no score above its weight).
 */
export function withContent(
  named: readonly Column[],
  below: readonly Item[],
  kind: TableKind,
): readonly Column[] {
  const rows = bodyRows(below, kind);
  const columns = kind === 'funds' ? withAmounts(named, rows) : named;
  const taken = new Set(columns.map(({ role }) => role));
  const missing = told[kind].filter(
    (role) => !taken.has(role) && (company[kind][role] ?? []).every((other) => taken.has(other)),
  );
  const open = columns.flatMap((column, index) =>
    isOpen(column) &&
    !isTaskWord(column.heading?.text ?? '') &&
    (kind === 'funds' || !sharesHeading(columns, index))
      ? [index]
      : [],
  );
  if (missing.length === 0 || open.length === 0 || rows.length === 0) return columns;
  const texts: Below = columns.map((column) => textsBelow(column, rows));
  const best = choose(columns, texts, missing, open, 0, { roles: new Map(), gain: 0 });
  return columns.map((column, index) => {
    const role = best.roles.get(index);
    return role === undefined ? column : toldRole(column, role);
  });
}

/** The rows below a heading; those of the funds end where no figure stands. */
function bodyRows(below: readonly Item[], kind: TableKind): readonly Item[] {
  const rows = below.filter(({ kind: own }) => own === 'row').slice(0, rowsAsked);
  const end = kind === 'funds' ? rows.findIndex((row) => !hasFigures(row)) : -1;
  return end < 0 ? rows : rows.slice(0, end);
}

/**
 * Words in front of the known amounts head the rows' labels, unless amounts stand below them and labels in a column before
 * (rows that slid to the left show amounts below the labels' own heading).
 */
function withAmounts(columns: readonly Column[], rows: readonly Item[]): readonly Column[] {
  const labels = columns.findIndex(({ role }) => role === 'fundLabel');
  const holdsAmounts = (column: Column): boolean =>
    share(
      textsBelow(column, rows).map(({ text }) => text),
      isAmount,
    ) > costs.columns.unsure;
  // As many cells as headings, the last of them filled: none has slid, and the corner stands over the labels.
  const [corner] = columns;
  const end = columns.findLast(({ heading }) => heading !== null)?.from ?? 0;
  const inPlace =
    labels === 1 &&
    corner?.role === 'block' &&
    rows.some(({ slots }) => slots.some(({ piece, column }) => piece !== null && column >= end)) &&
    rows.every((row) => row.slots.length >= columns.length && hasOwnWords(row, corner));
  return columns.map((column, index) => {
    if (inPlace && index === 0 && columns[1] !== undefined && holdsAmounts(columns[1]))
      return withRole(column, 'fundLabel');
    return column.role === 'fundLabel' &&
      (index > labels || inPlace) &&
      column.heading !== null &&
      holdsAmounts(column)
      ? withRole(column, 'other')
      : column;
  });
}

/** Whether a row has words of its own, not a cell's that began above, below a heading. */
function hasOwnWords({ slots }: Item, { from, to }: Column): boolean {
  return slots.some(
    ({ piece, covered, column }) =>
      piece !== null && !covered && column >= from && column <= to && !isFigure(piece.text),
  );
}

function choose(
  columns: readonly Column[],
  below: Below,
  missing: readonly Role[],
  open: readonly number[],
  next: number,
  done: Choice,
): Choice {
  const role = missing[next];
  if (role === undefined) return done;
  let best = choose(columns, below, missing, open, next + 1, done);
  for (const index of open) {
    if (done.roles.has(index) || !inOrder(columns, role, index, done.roles)) continue;
    // 评分标准 says itself that it is no unit, whatever stands below it.
    if (role === 'targetUnit' && saysElse(columns[index])) continue;
    const gain = gainOf(index, role, below, columns, done.roles);
    if (gain <= 0) continue;
    const found = choose(columns, below, missing, open, next + 1, {
      roles: new Map([...done.roles, [index, role]]),
      gain: done.gain + gain,
    });
    if (found.gain > best.gain + 1e-9) best = found;
  }
  return best;
}

function saysElse(column: Column | undefined): boolean {
  const text = column?.heading?.text ?? '';
  return findLabel(text) !== null || guessHeading(text) !== null;
}

function saysMoney(column: Column | undefined): boolean {
  return /金额|资金|余额|结余|结转|经费/u.test(column?.heading?.text ?? '');
}

/** Where a role stands, named or chosen; -1 where it stands nowhere. */
function placeOf(
  columns: readonly Column[],
  chosen: ReadonlyMap<number, Role>,
  wanted: Role,
): number {
  return columns.findIndex((column, index) => (chosen.get(index) ?? column.role) === wanted);
}

function gainOf(
  index: number,
  role: Role,
  below: Below,
  columns: readonly Column[],
  chosen: ReadonlyMap<number, Role>,
): number {
  const texts = (below[index] ?? []).map(({ text }) => text);
  const textsOf = (wanted: Role): readonly string[] =>
    (below[placeOf(columns, chosen, wanted)] ?? []).map(({ text }) => text);
  const told =
    (role === 'executionRate' && isRatio(texts, textsOf('executed'), textsOf('annualBudget'))) ||
    (isBesideLevels(columns, chosen, role, index) && share(texts, isGroup) === 1);
  const suit = told ? 1 : (suits[role]?.(texts) ?? 0);
  const fit = suit - costs.columns.unsure;
  // Units stand beside bare numbers.
  if (role === 'targetUnit' && !isBare(columns, below, chosen)) return 0;
  if (role === 'annualBudget' && saysRates(textsOf('executionRate'), textsOf('executed')))
    return isRatio(textsOf('executionRate'), textsOf('executed'), texts) ? 1 : 0;
  // 资金结余金额 says itself that no points stand below it, however small the amounts are.
  if ((role === 'weight' || role === 'score') && saysMoney(columns[index])) return 0;
  if (role === 'weight' && !areWeights(texts)) return 0;
  if (role === 'weight') return isBelow(textsOf('score'), texts) ? fit : 0;
  if (role === 'score') return isBelow(texts, textsOf('weight')) ? fit : 0;
  return fit;
}

/** Whether a column stands next to the level below it: where provinces name groups of their own (投入, 决策), its place tells it. */
function isBesideLevels(
  columns: readonly Column[],
  chosen: ReadonlyMap<number, Role>,
  role: Role,
  index: number,
): boolean {
  if (role === 'level1') return placeOf(columns, chosen, 'level2') === index + 1;
  return (
    role === 'level2' &&
    placeOf(columns, chosen, 'level1') === index - 1 &&
    placeOf(columns, chosen, 'level3') === index + 1
  );
}

/** A group's word: short, and no figure. */
function isGroup(text: string): boolean {
  return text.length <= lengths.label && /^\p{Script=Han}/u.test(text) && !/\d/.test(text);
}

/** 26, and ≥26 with its sign beside it. */
function isBareNumber(text: string): boolean {
  return isAmount(text.replace(/^[=＝≥≧≤≦><＞＜]{1,2}/u, ''));
}

/** Whether the values to reach, where they are figures, are mostly numbers without a unit. */
function isBare(
  columns: readonly Column[],
  below: Below,
  chosen: ReadonlyMap<number, Role>,
): boolean {
  const at = placeOf(columns, chosen, 'target');
  return (
    share(
      (below[at] ?? []).flatMap(({ text }) => (/\d/.test(text) ? [text] : [])),
      isBareNumber,
    ) >= costs.columns.unsure
  );
}

/** The roles that stand in front of a role. */
const before: Partial<Record<Role, readonly Role[]>> = {
  level2: ['level1'],
  level3: ['level1', 'level2'],
  sign: ['level1', 'level2', 'level3'],
  target: ['level1', 'level2', 'level3', 'sign'],
  targetUnit: ['target'],
  actual: ['level1', 'level2', 'level3', 'target'],
  weight: ['level1', 'level2', 'executed'],
  score: ['level1', 'level2', 'level3', 'weight', 'executed'],
  annualBudget: ['initialBudget'],
  executed: ['annualBudget', 'initialBudget'],
  executionRate: ['annualBudget'],
};

/**
 * Names stand behind their levels, values behind their names, and what was reached behind what was to be. A score may stand
 * in front of a weight that is named, as a weight may behind a score: the figures tell them.
 */
function inOrder(
  columns: readonly Column[],
  role: Role,
  index: number,
  chosen: ReadonlyMap<number, Role>,
): boolean {
  const at = (wanted: Role): number => placeOf(columns, chosen, wanted);
  const free = (other: Role): boolean =>
    (other === 'weight' || other === 'score') && !chosen.has(at(other));
  const behind = (Object.keys(before) as Role[]).filter((other) => before[other]?.includes(role));
  return (
    (before[role] ?? []).every((other) => free(other) || at(other) < index) &&
    behind.every((other) => free(other) || at(other) < 0 || at(other) > index)
  );
}
