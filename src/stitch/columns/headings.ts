import { joinPieces, type Piece } from '../../model/index.ts';
import {
  findLabel,
  findLevel1,
  findLevel2,
  guessHeading,
  names,
  type Term,
} from '../../lexicon/index.ts';
import { printedFigure } from '../../number/index.ts';
import { costs } from '../cover/settings.ts';
import { isOfOtherYear, rowsAsked as contentAsked, withContent } from './content.ts';
import { rowsAsked, withLevelColumns } from './level-columns.ts';
import { headTerms, shownSlots } from '../blocks/label-values.ts';
import { settle } from './settle.ts';
import { lastYear, ownYear, yearAbove } from './years.ts';
import type { Column, Item, Role, Slot, TableKind } from '../types.ts';

/** A row (or up to three rows that together make one) that names a table's columns. */
export interface Heading {
  readonly kind: TableKind;
  readonly columns: readonly Column[];
  /** How many items it takes. */
  readonly length: number;
  /** A level label that strayed into the heading row. */
  readonly stranded: readonly Piece[];
}

const roleOfTerm: Record<TableKind, Partial<Record<Term, Role>>> = {
  indicators: {
    level1: 'level1',
    level2: 'level2',
    level3: 'level3',
    target: 'target',
    goalExpected: 'target',
    targetSign: 'sign',
    targetUnit: 'targetUnit',
    actual: 'actual',
    goalActual: 'actual',
    weight: 'weight',
    score: 'score',
    deviation: 'deviation',
    description: 'description',
    basis: 'basis',
    indicatorBlock: 'block',
    note: 'other',
    scoringRule: 'other',
  },
  funds: {
    fundsBlock: 'block',
    initialBudget: 'initialBudget',
    annualBudget: 'annualBudget',
    executed: 'executed',
    executionRate: 'executionRate',
    weight: 'weight',
    score: 'score',
    fundTotal: 'fundLabel',
    note: 'other',
    deviation: 'other',
  },
  goal: {
    goalBlock: 'block',
    goalExpected: 'goalExpected',
    goalActual: 'goalActual',
    midTermGoal: 'midTermGoal',
  },
};

const termsOf = Object.fromEntries(
  Object.entries(roleOfTerm).map(([kind, roles]) => [kind, new Set(Object.keys(roles) as Term[])]),
) as unknown as Record<TableKind, ReadonlySet<Term>>;

/** Labels that may head a column. */
export const headingTerms: ReadonlySet<Term> = new Set(
  Object.values(roleOfTerm).flatMap((roles) => Object.keys(roles) as Term[]),
);

/** How many different columns of a kind must be named before a row is believed to be its heading. */
const needed: Record<TableKind, (roles: ReadonlySet<Role>) => boolean> = {
  indicators: (roles) =>
    count(roles, ['level1', 'level2', 'level3']) >= 1 &&
    count(roles, ['target', 'actual', 'weight', 'score', 'description', 'basis', 'deviation']) >=
      1 &&
    count(roles, [
      'level1',
      'level2',
      'level3',
      'target',
      'actual',
      'weight',
      'score',
      'description',
      'basis',
      'deviation',
    ]) >= 3,
  funds: (roles) =>
    count(roles, ['initialBudget', 'annualBudget', 'executed', 'executionRate']) >= 2,
  goal: (roles) => count(roles, ['goalExpected', 'goalActual', 'midTermGoal']) >= 1,
};

function count(roles: ReadonlySet<Role>, wanted: readonly Role[]): number {
  return wanted.filter((role) => roles.has(role)).length;
}

/** The texts that stand in one column of the heading rows, from top to bottom. */
interface Stack {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
}

function stacksOf(items: readonly Item[]): Stack[] {
  const byColumn = new Map<number, Piece[]>();
  const begins = new Set(
    items.flatMap((item) =>
      item.slots.filter(({ covered }) => !covered).map(({ piece }) => piece?.units[0]),
    ),
  );
  for (const item of items) {
    for (const slot of item.slots) {
      // A cell that began above counts where it began: the second row of a heading must not be taken for the whole of it.
      if (slot.covered && !begins.has(slot.piece?.units[0])) continue;
      for (let column = slot.column; column < slot.column + slot.span; column += 1) {
        const pieces = byColumn.get(column) ?? [];
        byColumn.set(column, pieces);
        if (slot.piece !== null && !pieces.some((piece) => piece.units[0] === slot.piece?.units[0]))
          pieces.push(slot.piece);
      }
    }
  }
  const stacks: { from: number; to: number; pieces: Piece[] }[] = [];
  for (const [column, pieces] of [...byColumn].sort(([a], [b]) => a - b)) {
    const last = stacks.at(-1);
    const same =
      last !== undefined &&
      pieces.length > 0 &&
      last.pieces.length === pieces.length &&
      last.pieces.every((piece, index) => piece.units[0] === pieces[index]?.units[0]);
    if (same) last.to = column;
    else stacks.push({ from: column, to: column, pieces });
  }
  return stacks;
}

function roleOf(text: string, kind: TableKind): Role | null {
  if (isOfOtherYear(text)) return null;
  const terms = findLabel(text)?.terms ?? [];
  for (const term of terms) {
    const role = roleOfTerm[kind][term];
    if (role !== undefined) return role;
  }
  return null;
}

/** 目标 | 完成 below 指标值: short words that only what stands above them makes a column's. */
function partRole(stack: Stack, kind: TableKind): Role | null {
  const last = stack.pieces.at(-1)?.text ?? '';
  if (kind !== 'indicators' || stack.pieces.length < 2 || last.length > 6) return null;
  const over = roleOf(stack.pieces.at(-2)?.text ?? '', kind);
  if (over !== 'target' && over !== 'actual') return null;
  if (/^(?:全年|年末|实际|目标)*(?:完成|达成|实现|执行)(?:情况|值|数)?$/u.test(last))
    return 'actual';
  return /^(?:年初|年度|全年|计划|预期|设定)*(?:目标|计划|预期)(?:值|数)?$/u.test(last)
    ? 'target'
    : null;
}

/** A column's role: what all its texts say together, else what the lowest says, else the highest. */
function stackRole(stack: Stack, kind: TableKind): Role | null {
  const joined = joinPieces(stack.pieces);
  if (joined === null || isOfOtherYear(joined.text)) return null;
  const part = partRole(stack, kind);
  if (part !== null) return part;
  const candidates = [joined, ...[...stack.pieces].reverse()];
  for (const piece of candidates) {
    const role = roleOf(piece.text, kind);
    if (role !== null) return role;
  }
  return null;
}

function readHeading(items: readonly Item[], kind: TableKind): Heading | null {
  const stacks = stacksOf(items);
  const named = kind === 'goal' ? goalRoles(stacks) : stacks.map((stack) => stackRole(stack, kind));
  const guessed = stacks.map((stack, index) => named[index] ?? guess(stack, kind, named, index));
  const levels = guessed.filter((role) => role.startsWith('level')).length;
  // Words that only resemble some count beside two levels.
  const counted = kind === 'indicators' && levels >= 2 ? guessed : named;
  if (!needed[kind](new Set(counted.filter((role) => role !== null)))) return null;
  if (kind === 'funds' && stacks.some(({ pieces }) => pieces.some(({ text }) => isTaskWord(text))))
    return null;
  const unknown = stacks.filter((stack, index) => named[index] === null && stack.pieces.length > 0);
  const stranded = unknown.filter((stack) =>
    stack.pieces.some((piece) => findLevel1(piece.text) ?? findLevel2(piece.text)),
  );
  if (kind === 'goal' && unknown.some((stack) => !isGoalWord(stack, stack === stacks[0])))
    return null;
  if (
    unknown.some((stack) =>
      stack.pieces.some(
        (piece) => printedFigure(piece.text).kind === 'number' || piece.text.length > 40,
      ),
    )
  )
    return null;
  const columns = stacks.map((stack, index): Column => ({
    role:
      named[index] ??
      (stranded.includes(stack) || (index === 0 && isBlockFragment(stack))
        ? 'block'
        : guess(stack, kind, named, index)),
    from: stack.from,
    to: stack.to,
    heading: joinPieces(kind === 'indicators' ? belowBlock(stack.pieces) : stack.pieces),
  }));
  return {
    kind,
    columns: settle(lastYear(columns), kind),
    length: items.length,
    stranded: stranded.flatMap((stack) => stack.pieces),
  };
}

/** 任务名称 | 主要内容 | 预算数 | 执行数: what a department did, each with its money, is no funds table. */
export function isTaskWord(text: string): boolean {
  return /^(?:(?:年度)?(?:主要|重点)?(?:任务|工作|事项|工作任务|履职)(?:名称|内容|事项))$/u.test(
    text,
  );
}

/** 绩效指标 over the words of several columns is no part of any. */
function belowBlock(pieces: readonly Piece[]): readonly Piece[] {
  const [first] = pieces;
  return first !== undefined && pieces.length > 1 && names(first.text, 'indicatorBlock')
    ? pieces.slice(1)
    : pieces;
}

/** 绩效指标 runs down beside the rows: the heading may hold only its first character. */
function isBlockFragment(stack: Stack): boolean {
  return (
    stack.pieces.length > 0 && stack.pieces.every(({ text }) => /^[绩效指标]{1,4}$/.test(text))
  );
}

/**
 * A column of the goals in words that we do not know (全年调整绩效目标). The first may be half of 年度总体目标, whose other half
 * stands in the row below.
 */
function isGoalWord(stack: Stack, first: boolean): boolean {
  const words = first ? /^[年度总体绩效目标]{1,5}$|目标|情况|绩效/ : /目标|完成情况|完成率|^序号$/;
  return stack.pieces.every(
    ({ text }) => text.length <= 20 && words.test(text) && !/[。；;，,]/.test(text),
  );
}

/** What the goals' columns say in words that we do not know: 年度预期目标 | 具体完成情况, 目标内容 | 完成结果. */
const goalWords = {
  expected: /^(?!.*(?:完成|实际|实现|达成)(?!.*目标)).*(?:目标|预期|计划)/u,
  actual: /完成|实际|实现|达成|结果/u,
  other: /率$|原因|说明|分析|分值|得分/u,
} as const;

/** 目标完成情况 before columns of its own (年度目标 | 实际完成) names the block. */
function leadsGoals(roles: readonly (Role | null)[]): boolean {
  return (
    (roles[0] === 'goalActual' || roles[0] === 'goalExpected') &&
    roles.slice(1).some((role) => role === 'block' || role === 'goalExpected')
  );
}

/** Gives the goals' own roles to columns that lack them: what is expected, and behind it what became of it. */
function withGoalWords(stacks: readonly Stack[], roles: readonly (Role | null)[]): (Role | null)[] {
  const found = [...roles];
  const textAt = (index: number): string => joinPieces(stacks[index]?.pieces ?? [])?.text ?? '';
  const pick = (from: number, word: RegExp): number =>
    found.findIndex(
      (role, index) =>
        index >= from &&
        role === null &&
        textAt(index).length <= 12 &&
        word.test(textAt(index)) &&
        !goalWords.other.test(textAt(index)),
    );
  if (!found.includes('goalExpected') && found.filter((role) => role === 'block').length < 2) {
    const at =
      found.includes('goalActual') || pick(0, goalWords.actual) > 0
        ? pick(0, goalWords.expected)
        : -1;
    if (at >= 0 && !found.slice(0, at).includes('goalActual')) found[at] = 'goalExpected';
  }
  const expected = found.lastIndexOf('goalExpected');
  if (expected < 0 || found.includes('goalActual')) return found;
  const actual = pick(expected + 1, goalWords.actual);
  if (actual >= 0) found[actual] = 'goalActual';
  return found;
}

/** Roles of the goals' columns, of the block's words and of those that we do not know. */
function goalRoles(stacks: readonly Stack[]): (Role | null)[] {
  const printed = stacks.map((stack) => stackRole(stack, 'goal'));
  const led = leadsGoals(printed)
    ? printed.map((role, index) => (index === 0 ? 'block' : role))
    : printed;
  return withGoalWords(stacks, blockRoles(stacks, led));
}

/** Of two whose words both name the block, 项目年度目标 and 年度目标完成情况, the one is expected, the other actual. */
function blockRoles(
  stacks: readonly Stack[],
  roles: readonly (Role | null)[],
): readonly (Role | null)[] {
  const last = roles.lastIndexOf('block');
  if (
    roles.includes('goalActual') ||
    last < 1 ||
    roles.some((role, index) => index > last && role !== null)
  )
    return roles;
  const before = roles.lastIndexOf('block', last - 1);
  const ends = /完成情况$/.test(joinPieces(stacks[last]?.pieces ?? [])?.text ?? '');
  const alone = stacks.every(
    ({ pieces }, index) => pieces.length === 0 || index === before || index === last,
  );
  // 总体目标 | 年度目标 with the text in the row below.
  if (before === 0 && alone && !/情况$/.test(joinPieces(stacks[last]?.pieces ?? [])?.text ?? ''))
    return roles.map((role, index) => (index === last ? 'goalExpected' : role));
  if (before < 0 || !ends) return roles;
  return roles.map((role, index) =>
    index === last
      ? 'goalActual'
      : index === before && !roles.includes('goalExpected')
        ? 'goalExpected'
        : role,
  );
}

function guess(
  stack: Stack,
  kind: TableKind,
  named: readonly (Role | null)[],
  stackIndex: number,
): Role {
  const text = joinPieces(stack.pieces)?.text;
  if (text === undefined || (kind === 'goal' && text === '序号')) return 'blank';
  if (kind === 'goal')
    return named.slice(0, stackIndex).every((role) => role === null || role === 'block')
      ? 'block'
      : 'other';
  const term = isOfOtherYear(text) ? null : guessHeading(text, termsOf[kind]);
  const role = term === null ? undefined : roleOfTerm[kind][term];
  return role === undefined || named.includes(role) ? 'other' : role;
}

const kinds: readonly TableKind[] = ['indicators', 'funds', 'goal'];

function unknownCount(heading: Heading): number {
  return heading.columns.filter(({ role, heading: text }) => role === 'other' && text !== null)
    .length;
}

function hasFigures(item: Item): boolean {
  return item.slots.some(
    (slot) =>
      slot.piece !== null && !slot.covered && printedFigure(slot.piece.text).kind === 'number',
  );
}

/** Digits outside brackets: a heading's words have none, a row's values do. */
function hasDigits(item: Item | undefined): boolean {
  return (item?.slots ?? []).some(
    (slot) =>
      slot.piece !== null &&
      !slot.covered &&
      /\d/.test(slot.piece.text.replace(/[（(][^（）()]*[)）]|^20\d\d年度?$/g, '')),
  );
}

/** Words that at least one cell of a heading row holds, whole or cut: a quick test before the rows are read as one. */
function looksLikeHeading(item: Item | undefined): item is Item {
  return (
    hasShortWords(item) &&
    item.slots.filter((slot) => slot.piece !== null && !slot.covered).length >= 2
  );
}

function hasShortWords(item: Item | undefined): item is Item {
  return (
    item !== undefined &&
    !hasFigures(item) &&
    item.slots.every(
      (slot) =>
        slot.piece === null ||
        slot.covered ||
        (slot.piece.text.length <= 24 && !/[。；;]/.test(slot.piece.text)),
    )
  );
}

/** A row of a form's head, its labels with a value each (主管部门 | 民政局): no part of the heading below. */
function givesHead(item: Item): boolean {
  const shown = shownSlots(item);
  const labels = shown.filter((_, index) => index % 2 === 0);
  const values = shown.filter((_, index) => index % 2 === 1);
  return (
    labels.length === values.length &&
    labels.every(({ piece }) => names(piece.text, 'projectName', ...headTerms)) &&
    values.every(({ piece }) => findLabel(piece.text) === null)
  );
}

/** The heading of a table whose first columns span two rows: those of the indicators are named in the second only. */
export function findHeadingBelow(items: readonly Item[], index: number): Heading | null {
  const below = findHeading(items, index + 1);
  return below?.kind === 'indicators' && looksLikeHeading(items[index]) && !givesHead(items[index])
    ? readHeading(items.slice(index, index + 1 + below.length), 'indicators')
    : null;
}

/** The heading that starts at an item, or null. */
export function findHeading(items: readonly Item[], index: number): Heading | null {
  const heading = headingAt(items, index);
  if (heading?.kind !== 'indicators') return heading;
  return {
    ...heading,
    columns: withLevelColumns(
      heading.columns,
      items.slice(index + heading.length, index + heading.length + rowsAsked),
    ),
  };
}

/** A heading that may begin at an item, with what speaks against it. */
export interface HeadingClaim extends Heading {
  readonly cost: number;
}

/** Every reading of the rows at an item as a heading: of each kind, over one, two or three rows. */
export function headingsAt(items: readonly Item[], index: number): HeadingClaim[] {
  const first = items[index];
  if (first?.kind !== 'row') return [];
  const found = [
    findHeading(items, index),
    ...kinds.flatMap((kind) => readingsOf(items, index, kind)),
  ];
  const claims = new Map<string, HeadingClaim>();
  for (const heading of found) {
    if (heading === null) continue;
    const rows = items.slice(index, index + heading.length);
    const below = items.slice(index + heading.length, index + heading.length + contentAsked);
    const columns = withContent(
      heading.kind === 'indicators'
        ? withLevelColumns(
            ownYear(heading.columns, yearAbove(items, index)),
            items.slice(index + heading.length, index + heading.length + rowsAsked),
          )
        : heading.columns,
      below,
      heading.kind,
    );
    const key = `${heading.kind} ${String(heading.length)} ${columns.map(({ role, from, to }) => `${role}${String(from)}-${String(to)}`).join(' ')}`;
    const claim = {
      ...heading,
      columns,
      cost: headingCost(rows, { ...heading, columns }, items[index + heading.length]),
    };
    if (!claims.has(key)) claims.set(key, claim);
  }
  return [...claims.values()];
}

function readingsOf(items: readonly Item[], index: number, kind: TableKind): (Heading | null)[] {
  const first = items[index];
  if (!looksLikeHeading(first)) return [];
  const found: (Heading | null)[] = [readHeading([first], kind)];
  const parts = kind === 'goal' ? null : partedRows(first, items[index + 1]);
  if (parts !== null) found.push(readHeading(parts, kind));
  for (
    let length = 2;
    kind !== 'goal' && length <= 3 && goesOn(items[index + length - 1]);
    length += 1
  )
    found.push(readHeading(items.slice(index, index + length), kind));
  return found;
}

/** （A）, （B/A）: a letter by which a heading's figures are reckoned with. */
function isMark(text: string): boolean {
  return /^[(（][A-Za-z\d/÷×*+\-=%％]{1,9}[)）]$/u.test(text.replace(/\s/g, ''));
}

/** A row of a heading that holds nothing but such letters: none of the table's body. */
function holdsMarks(item: Item | undefined): boolean {
  const shown = item === undefined ? [] : shownSlots(item);
  return shown.length > 0 && shown.every(({ piece }) => isMark(piece.text));
}

/** What speaks against rows being a heading: words that head no column, rows that add nothing, columns that no such table lacks. */
function headingCost(rows: readonly Item[], heading: Heading, below: Item | undefined): number {
  const { base, unknown, guessed, lacking, needless, told, toldAgainst } = costs.heading;
  const { kind, columns } = heading;
  const joined = new Set(
    columns.flatMap(({ heading: text }) =>
      text !== null && roleOf(text.text, kind) !== null ? text.units : [],
    ),
  );
  let cost = base;
  for (const { piece } of rows.flatMap(shownSlots)) {
    if (piece.units.every((unit) => joined.has(unit)) || roleOf(piece.text, kind) !== null)
      continue;
    if ((kind === 'goal' && piece.text === '序号') || isMark(piece.text)) continue;
    const known = findLabel(piece.text) !== null || guessHeading(piece.text) !== null;
    cost += known
      ? guessed
      : unknown + 0.03 * piece.text.length + (/[。；;，,]/.test(piece.text) ? 1 : 0);
  }
  if (rows.length > 1 && !needsFirst(rows, 0, heading)) cost += needless;
  if (holdsMarks(below)) cost += needless;
  if (rows.length > 1 && !holdsMarks(rows.at(-1))) {
    const shorter = readHeading(rows.slice(0, -1), kind);
    if (
      shorter !== null &&
      knownCount(shorter) >= knownCount(heading) &&
      exactCount(shorter) >= exactCount(heading) &&
      unknownCount(shorter) <= unknownCount(heading)
    )
      cost += 0.3;
  }
  if (bodyBelow(rows.at(-1), kind) && rows.length > 1) cost += needless;
  if (rows.some(givesHead)) cost += needless;
  const has = (...roles: readonly Role[]): boolean =>
    columns.some(({ role }) => roles.includes(role));
  if (kind === 'indicators' && !has('level3')) cost += lacking;
  if (kind === 'indicators' && !has('target', 'actual')) cost += lacking;
  for (const { heading: text, told: byContent } of columns) {
    if (text === null || byContent !== true) continue;
    cost += findLabel(text.text) === null && guessHeading(text.text) === null ? told : toldAgainst;
  }
  if (below === undefined) cost += lacking;
  return cost;
}

/** A heading whose words are cut over two or three rows is read as one where that names more columns than the first row alone. */
function headingAt(items: readonly Item[], index: number): Heading | null {
  const first = items[index];
  if (
    first === undefined ||
    (first.slots.every(({ piece }) => piece === null || findLabel(piece.text) === null) &&
      !looksLikeHeading(first))
  )
    return null;
  const parts = partedRows(first, items[index + 1]);
  for (const kind of kinds) {
    const whole = parts === null || kind === 'goal' ? null : readHeading(parts, kind);
    if (whole !== null && !bodyBelow(items[index + 1], kind)) return whole;
    let best = readHeading([first], kind);
    const parted = best === null ? null : partTarget(best, items[index + 1]);
    if (parted !== null) return parted;
    if (best !== null && unknownCount(best) === 0 && !isWrapped(items, index, best)) return best;
    if (kind === 'goal') {
      if (best !== null) return best;
      continue;
    }
    for (
      let length = 2;
      length <= 3 &&
      looksLikeHeading(first) &&
      !givesHead(first) &&
      goesOn(items[index + length - 1]);
      length += 1
    ) {
      const longer = readHeading(items.slice(index, index + length), kind);
      if (longer === null || !needsFirst(items, index, longer)) continue;
      const better =
        best === null ||
        knownCount(longer) > knownCount(best) ||
        unknownCount(longer) < unknownCount(best) ||
        exactCount(longer) > exactCount(best);
      if (better && !bodyBelow(items[index + length - 1], kind)) best = longer;
    }
    if (best !== null) return best;
  }
  return null;
}

/** Whether a row holds a word that heads a column of an indicator or funds table: two short goals hold none. */
function namesColumn(item: Item): boolean {
  return shownSlots(item).some(({ piece }) =>
    (['indicators', 'funds'] as const).some((kind) => {
      const role = roleOf(piece.text, kind);
      return role !== null && role !== 'block';
    }),
  );
}

/**
 * A heading and the row that names the parts of its wide columns (评价标准 over 优 | 良 | 中 | 差). Real columns show it by cells that
 * span both rows; elsewhere such a column has blanks behind it that the row below fills, and nothing else.
 */
function partedRows(first: Item, below: Item | undefined): readonly Item[] | null {
  if (
    below?.kind !== 'row' ||
    below.geometry !== first.geometry ||
    !hasShortWords(first) ||
    !namesColumn(first) ||
    !goesOn(below)
  )
    return null;
  // 绩效指标 runs down beside both rows, and may stand in the second.
  const filled = new Set(
    below.slots
      .filter(
        ({ piece, covered }) => piece !== null && !covered && !names(piece.text, 'indicatorBlock'),
      )
      .map(({ column }) => column),
  );
  if (filled.size < 2) return null;
  if (first.geometry === 'spans') {
    const spanning = new Set(
      below.slots.filter(({ covered }) => covered).map(({ piece }) => piece?.units[0]),
    );
    const levels = first.slots.filter(
      ({ piece, covered }) =>
        !covered && piece !== null && roleOf(piece.text, 'indicators')?.startsWith('level'),
    );
    const spans =
      levels.length >= 2
        ? levels.every(({ piece }) => spanning.has(piece?.units[0]))
        : spanning.size > 0 && levels.length === 0 && holdsLevels(first, below);
    return spans ? [first, below] : null;
  }
  const spread: Slot[] = [];
  for (const slot of first.slots) {
    const before = spread.at(-1);
    const goes =
      slot.piece === null &&
      before?.piece != null &&
      filled.has(slot.column) &&
      filled.has(before.column);
    spread.push(goes ? { ...slot, piece: before.piece } : slot);
  }
  const parted = spread.filter(
    ({ piece }, index) =>
      piece !== null && (piece === spread[index - 1]?.piece || piece === spread[index + 1]?.piece),
  );
  return parted.length >= 2 && parted.length === filled.size
    ? [{ ...first, slots: spread }, below]
    : null;
}

/** Whether 绩效指标 stands over the names of the levels. */
function holdsLevels(first: Item, below: Item): boolean {
  const block = first.slots.find(
    ({ piece, covered }) => piece !== null && !covered && names(piece.text, 'indicatorBlock'),
  );
  const levels = below.slots.filter(
    ({ piece, covered }) =>
      piece !== null && !covered && roleOf(piece.text, 'indicators')?.startsWith('level'),
  );
  return (
    block !== undefined &&
    levels.length >= 2 &&
    levels.every(({ column }) => column >= block.column && column < block.column + block.span)
  );
}

function goesOn(item: Item | undefined): boolean {
  return item?.kind === 'row' && hasShortWords(item) && !hasDigits(item);
}

/** Whether the first row takes part in the heading, and is not just any row above it. */
function needsFirst(items: readonly Item[], index: number, heading: Heading): boolean {
  const without = readHeading(items.slice(index + 1, index + heading.length), heading.kind);
  return without === null || knownCount(without) < knownCount(heading);
}

/** Columns whose words are known as they stand, not guessed from a part of them. */
function exactCount(heading: Heading): number {
  return heading.columns.filter(
    ({ heading: text }) => text !== null && roleOf(text.text, heading.kind) !== null,
  ).length;
}

function knownCount(heading: Heading): number {
  return heading.columns.filter(({ role }) => role !== 'other' && role !== 'blank').length;
}

const targetParts: ReadonlySet<Role | null> = new Set<Role | null>([
  'sign',
  'target',
  'targetUnit',
]);

/**
 * One cell a line: below 年度指标值, a single cell, stand its parts (指标性质, 指标值, 度量单位). They take the target's place, and
 * the columns behind it move on.
 */
function partTarget(heading: Heading, below: Item | undefined): Heading | null {
  const at = heading.columns.findIndex(({ role }) => role === 'target');
  if (
    heading.kind !== 'indicators' ||
    at < 0 ||
    below?.geometry !== 'ordinal' ||
    below.kind !== 'row'
  )
    return null;
  const parts = below.slots.filter(({ piece }) => piece !== null);
  const roles = parts.map(({ piece }) => roleOf(piece?.text ?? '', 'indicators'));
  if (
    parts.length < 2 ||
    !roles.includes('target') ||
    !roles.every((role) => targetParts.has(role))
  )
    return null;
  const from = heading.columns[at]?.from ?? 0;
  const alone = parts.length === below.slots.length;
  const inPlace =
    parts[0]?.column === from && below.slots.length === heading.columns.length + parts.length - 1;
  if (!alone && !inPlace) return null;
  const columns = parts.map(({ piece }, index): Column => ({
    role: roles[index] ?? 'other',
    from: from + index,
    to: from + index,
    heading: piece,
  }));
  const moved = heading.columns.slice(at + 1).map((column) => ({
    ...column,
    from: column.from + parts.length - 1,
    to: column.to + parts.length - 1,
  }));
  return {
    ...heading,
    columns: [...heading.columns.slice(0, at), ...columns, ...moved],
    length: 2,
  };
}

/** Whether the row below names parts of columns (指标性质 under 年度指标值), so that the heading goes on. */
function isWrapped(items: readonly Item[], index: number, heading: Heading): boolean {
  const below = items[index + 1];
  if (heading.kind !== 'indicators' || !looksLikeHeading(below)) return false;
  const shown = below.slots.filter((slot) => slot.piece !== null && !slot.covered);
  return shown.every(
    (slot) =>
      slot.piece !== null &&
      roleOf(slot.piece.text, 'indicators') !== null &&
      roleOf(slot.piece.text, 'indicators') !== 'block',
  );
}

/** A row that holds level labels or fund labels is a table's body, not its heading. */
function bodyBelow(item: Item | undefined, kind: TableKind): boolean {
  return (item?.slots ?? []).some(({ piece, covered }) => {
    if (piece === null || covered) return false;
    if (kind === 'indicators') return (findLevel1(piece.text) ?? findLevel2(piece.text)) !== null;
    return (
      findLabel(piece.text)?.terms.some(
        (term) => term.startsWith('fund') && term !== 'fundsBlock',
      ) ?? false
    );
  });
}
