import { joinPieces, type Piece, type Unit } from '../../model/index.ts';
import {
  bareLevel,
  completeLevel,
  findLevel1,
  findLevel2,
  isLevelFragment,
  isListedLevel2,
  type Level1,
  levelKey,
  names,
} from '../../lexicon/index.ts';
import { findExtents } from './extents.ts';
import type { JoinedRow, JoinedRows, LevelToken } from '../rows/join.ts';
import type { Group, GroupWeight, LevelLabel } from '../types.ts';

export interface RowLevels {
  readonly level1: LevelLabel | null;
  readonly level2: LevelLabel | null;
}

export interface Levels {
  readonly rows: readonly RowLevels[];
  readonly groupWeights: readonly GroupWeight[];
  /** Units of tokens that are no label and no part of one. */
  readonly leftover: readonly Unit[];
  readonly labelUnits: readonly Unit[];
  readonly rejoined: readonly Piece[];
  readonly completed: readonly Piece[];
  readonly inferred: readonly number[];
}

type Level = 1 | 2;

/** So many pieces at the most make one label. */
const longest = 6;

function isWhole(text: string, level: Level): boolean {
  return level === 1 ? findLevel1(text) !== null : findLevel2(text) !== null;
}

/** Whether pieces make a label together: a listed one, since whatever stands in front of 满意度指标 composes. */
function isJoined(text: string, level: Level): boolean {
  return level === 1 ? isWhole(text, 1) : isListedLevel2(text);
}

/** A cell that spans several rows gives its token in each: they are one. */
function distinct(tokens: readonly LevelToken[]): (LevelToken & { readonly last: number })[] {
  const found = new Map<Unit | undefined, { piece: Piece; at: number; last: number }>();
  for (const token of tokens) {
    const same = found.get(token.piece.units[0]);
    if (same === undefined)
      found.set(token.piece.units[0], { piece: token.piece, at: token.at, last: token.at });
    else same.last = token.at;
  }
  return [...found.values()];
}

/** The heading of the whole block (绩效指标), which a narrow row may print in a level's column. */
function isBlockWord(token: LevelToken): boolean {
  return names(token.piece.text, 'indicatorBlock');
}

/** Whether a token ends a label that the token before it began: 社会 + 效益指标 is one label, though 效益指标 is one too. */
function endsLabel(tokens: readonly LevelToken[], index: number, level: Level): boolean {
  let text = tokens[index]?.piece.text ?? '';
  for (let before = index - 1; before >= Math.max(0, index - longest); before -= 1) {
    const piece = tokens[before]?.piece.text ?? '';
    if (!isLevelFragment(piece) || isSettled(levelKey(piece).key)) return false;
    text = piece + text;
    if (isJoined(text, level)) return true;
  }
  return false;
}

/** Tokens that stray into the other level's column (时效指标 in a row that slid left) go where they belong. */
function sortOut(joined: Pick<JoinedRows, 'level1' | 'level2'>): {
  level1: LevelToken[];
  level2: LevelToken[];
} {
  const isStrayed = (tokens: readonly LevelToken[], index: number, own: Level): boolean => {
    const { piece, at = 0 } = tokens[index] ?? {};
    const text = piece?.text ?? '';
    // 满意度指标 is a label of both levels: alone above rows that have their own, it is the upper one.
    const title = own === 2 && joined.level1.length === 0 && !Number.isInteger(at);
    return (
      isWhole(text, own === 1 ? 2 : 1) &&
      (title || !isWhole(text, own)) &&
      !endsLabel(tokens, index, own)
    );
  };
  const order = (a: LevelToken, b: LevelToken): number => a.at - b.at;
  const strays1 = new Set(joined.level1.filter((_, index) => isStrayed(joined.level1, index, 1)));
  const strays2 = new Set(joined.level2.filter((_, index) => isStrayed(joined.level2, index, 2)));
  return {
    level1: [...joined.level1.filter((token) => !strays1.has(token)), ...strays2].sort(order),
    level2: [...joined.level2.filter((token) => !strays2.has(token)), ...strays1].sort(order),
  };
}

interface Assembled {
  readonly groups: Group[];
  readonly leftover: { readonly piece: Piece; readonly at: number }[];
  readonly rejoined: Piece[];
  readonly completed: Piece[];
}

/** Puts labels together from their pieces in order: the longest run that is a label, else the one that lacks least. */
function assemble(
  tokens: readonly (LevelToken & { readonly last: number })[],
  level: Level,
  rows: readonly JoinedRow[],
): Assembled {
  const result: Assembled = { groups: [], leftover: [], rejoined: [], completed: [] };
  let index = 0;
  while (index < tokens.length) {
    const run = wholeRun(tokens, index, level) ?? completedRun(tokens, index, level);
    const token = tokens[index];
    if (token === undefined) break;
    if (run !== null) {
      const used = tokens.slice(index, index + run.length);
      const piece = joinPieces(used.map((part) => part.piece)) ?? token.piece;
      if (run.length > 1) result.rejoined.push(piece);
      if (run.completed) result.completed.push(piece);
      result.groups.push(
        makeGroup(piece, run.text, level, token.at, Math.max(...used.map((part) => part.last))),
      );
      index += run.length;
      continue;
    }
    if (isCrumb(token, rows)) result.leftover.push(token);
    else
      result.groups.push(
        makeGroup(token.piece, levelKey(token.piece.text).printed, level, token.at, token.last),
      );
    index += 1;
  }
  return result;
}

interface Run {
  readonly length: number;
  readonly text: string;
  readonly completed: boolean;
}

function wholeRun(tokens: readonly LevelToken[], index: number, level: Level): Run | null {
  let best: Run | null = null;
  let text = '';
  for (let length = 1; length <= longest; length += 1) {
    const token = tokens[index + length - 1];
    if (token === undefined) break;
    const stem = levelKey(token.piece.text).key;
    // 产出指 | 标(1 | 0.0 | 0分): inside a weight's bracket digits go on.
    const inWeight = /[(（][\d.]*$/.test(text) && /^[\d.]+$/.test(stem);
    // 社会公众或 | 服务对象满意度指标: what is whole in itself may still end a longer label that only both make.
    const endsBegun =
      isSettled(stem) && !isWhole(text, level) && isJoined(text + token.piece.text, level);
    if (
      length > 1 &&
      !inWeight &&
      !endsBegun &&
      (!isLevelFragment(token.piece.text) || isSettled(stem))
    )
      break;
    text += token.piece.text;
    if (length === 1 ? isWhole(text, level) : isJoined(text, level))
      best = { length, text: levelKey(text).printed, completed: false };
  }
  return best;
}

/** A label with its closing 指标 is whole in itself and continues nothing, except 成本指标 and 满意度指标, which also end longer ones. */
function isSettled(key: string): boolean {
  return (
    key.length >= 4 &&
    /指标$/.test(key) &&
    findLevel2(key) !== null &&
    key !== '成本指标' &&
    key !== '满意度指标' &&
    key !== '影响指标'
  );
}

function completedRun(tokens: readonly LevelToken[], index: number, level: Level): Run | null {
  let best: Run | null = null;
  let text = '';
  for (let length = 1; length <= longest; length += 1) {
    const token = tokens[index + length - 1];
    if (token === undefined || !isLevelFragment(token.piece.text)) break;
    text += token.piece.text;
    const whole = completeLevel(text, level);
    if (whole !== null) best = { length, text: whole, completed: true };
  }
  return best;
}

/** Pieces of 服务对象满意度指标 and the like that some print for the whole. */
const shortLabel = /^(?:服务对象|社会公众)$/u;

/** A text that the row's own name repeats, or a piece of a label that nothing completes: what a bad cut left behind. */
function isCrumb(token: LevelToken, rows: readonly JoinedRow[]): boolean {
  const { text } = token.piece;
  // A real cell holds a whole label: 社会, 可持续.
  const real = Number.isInteger(token.at) && rows[token.at]?.parts[0]?.geometry === 'spans';
  if (isLevelFragment(text) && !/指标$/.test(text))
    return !shortLabel.test(text) && !(real && text.length >= 2);
  if (text === '指标') return true;
  // 效益类指标 beside 经济效益类指标: a label of the form's own, also where another ends in it.
  if (/指标$/.test(text)) return false;
  const row = rows[Math.ceil(token.at)];
  return (
    row?.pieces.some(
      (piece) =>
        piece !== null &&
        piece.units[0] !== token.piece.units[0] &&
        piece.text.length > text.length &&
        piece.text.endsWith(text),
    ) ?? false
  );
}

function makeGroup(piece: Piece, text: string, level: Level, from: number, to: number): Group {
  const own = findLevel1(text);
  const level1 = level === 2 ? (findLevel2(text)?.groups ?? []) : own === null ? [] : [own];
  return {
    label: { text: own === null ? text : bareLevel(text), units: piece.units },
    weight: levelKey(piece.text).weight,
    level1,
    from,
    to,
    start: Number.isInteger(from) && to > from ? from : null,
  };
}

/** A crumb marks where a cell began: a label that stands between two rows further down is that cell's. */
function reachBack(groups: readonly Group[], crumbs: readonly { readonly at: number }[]): Group[] {
  if (crumbs.length === 0) return [...groups];
  let next = 0;
  return groups.map((group, index) => {
    const before = groups[index - 1]?.to ?? -1;
    while (next < crumbs.length && (crumbs[next]?.at ?? 0) <= before) next += 1;
    const crumb = crumbs[next];
    return Number.isInteger(group.from) || crumb === undefined || crumb.at >= group.from
      ? group
      : { ...group, start: Math.ceil(crumb.at) };
  });
}

/**
 * 满意度指标 and 成本指标 name a group of both levels. Where one is printed at level 1 only and no level-2 label of the form
 * stands under it, it is its own level 2, so that the label above it does not run on.
 */
function doubled(first: readonly Group[], second: readonly Group[]): Group[] {
  if (second.length === 0) return [];
  const under = new Set(second.flatMap((group) => group.level1));
  const beside = new Set(second.map(({ from }) => from));
  return first.filter(
    ({ label, level1, from }) =>
      level1[0] !== undefined &&
      !beside.has(from) &&
      findLevel2(label.text) !== null &&
      !under.has(level1[0]),
  );
}

/**
 * Whether a level-1 label ends the level-2 label above it, so that its rows have none: the one may not stand under the other.
 * Where columns are not real, a level-2 label of its own may reach up to it, if there is one.
 */
function endsLabelAbove(
  carried: Group,
  above: Group,
  index: number,
  groups2: readonly Group[],
  explicit: boolean,
): boolean {
  const [level] = carried.level1;
  if (level === undefined || above.level1.length === 0 || above.level1.includes(level))
    return false;
  if (carried.from > index || above.to >= carried.from) return false;
  // Wherever in its cell a label stands, the row beside it is one of its own.
  const beside = carried.from === index;
  return explicit || beside || !groups2.some((group) => group.level1.includes(level));
}

function resolveLevel1(
  own: Group | null,
  carried: Group | null,
  printed: ReadonlyMap<Level1, LevelLabel>,
  { explicit, trusted, certain }: { explicit: boolean; trusted: boolean; certain: boolean },
): { label: LevelLabel | null; inferred: boolean } {
  const allowed = own?.level1 ?? [];
  const carriedLevel = carried?.level1[0];
  if (allowed.length === 0 || (carriedLevel !== undefined && allowed.includes(carriedLevel)))
    return { label: carried?.label ?? null, inferred: false };
  const ownWord =
    carried !== null &&
    carriedLevel === undefined &&
    (trusted || /指标$|^(?:决策|过程|投入|管理|效果)$/.test(carried.label.text));
  if (ownWord || (certain && carried !== null))
    return { label: carried?.label ?? null, inferred: false };
  for (const level of allowed) {
    const label = printed.get(level);
    if (label !== undefined) return { label, inferred: false };
  }
  if (explicit && carried !== null) return { label: carried.label, inferred: false };
  const standard = allowed[0];
  return {
    label: standard === undefined ? (carried?.label ?? null) : { text: standard, units: [] },
    inferred: standard !== undefined,
  };
}

/** Some forms count satisfaction among the benefits (Henan). */
function isBenefit(level1: Group, level2: Group | null): boolean {
  return level1.level1[0] === '效益指标' && (level2?.level1.includes('满意度指标') ?? false);
}

/** The rows that a page begins with; one that a page cuts stands on the page before. */
function pageBreaks(rows: readonly JoinedRow[]): number[] {
  return rows.flatMap(({ parts: [head, ...rest] }, row) => [
    ...(head?.gap === true ? [row] : []),
    ...(rest.some(({ gap }) => gap) ? [row + 1] : []),
  ]);
}

/** Labels that are printed in every row that they hold for: a row above or below prints the same. */
function repeatedGroups(groups: readonly Group[]): ReadonlySet<Group> {
  const alike = (group: Group, other: Group | undefined): boolean =>
    other !== undefined &&
    other.label.text === group.label.text &&
    Math.abs(other.from - group.from) === 1;
  return new Set(
    groups.filter(
      (group, index) => alike(group, groups[index - 1]) || alike(group, groups[index + 1]),
    ),
  );
}

/**
 * Gives every row its labels. A label printed once belongs to the rows its cell spans: from its own row down, or on both
 * sides where labels stand at the middle of their cells. The level-2 label decides level 1 through the lexicon.
 */
export function resolveLevels(joined: JoinedRows, stranded: readonly Piece[]): Levels {
  const blockWords = [...joined.level1, ...joined.level2].filter(isBlockWord);
  const sorted = sortOut({
    level1: joined.level1.filter((token) => !isBlockWord(token)),
    level2: joined.level2.filter((token) => !isBlockWord(token)),
  });
  const start = stranded.map((piece) => ({ piece, at: -0.5 }));
  const first = assemble(
    [...distinct([...start.filter(({ piece }) => isWhole(piece.text, 1)), ...sorted.level1])],
    1,
    joined.rows,
  );
  const second = assemble(
    [...distinct([...start.filter(({ piece }) => !isWhole(piece.text, 1)), ...sorted.level2])],
    2,
    joined.rows,
  );
  const groups2 = reachBack(
    [...second.groups, ...doubled(first.groups, second.groups)].sort((a, b) => a.from - b.from),
    second.leftover,
  );
  const breaks = pageBreaks(joined.rows);
  const extents = findExtents(first.groups, groups2, joined.rows.length, breaks);
  const printed = new Map<Level1, LevelLabel>();
  for (const group of first.groups)
    if (group.level1[0] !== undefined && !printed.has(group.level1[0]))
      printed.set(group.level1[0], group.label);
  const spans = joined.rows.map((row) => row.parts[0]?.geometry === 'spans');
  // A label that stands beside a level-2 label that we know stands in its own column.
  const besideLevel2 = new Set(
    sorted.level2.filter(({ piece }) => isWhole(piece.text, 2)).map(({ at }) => at),
  );
  const repeated = repeatedGroups(first.groups);
  const inferred: number[] = [];
  const rows = joined.rows.map((_, index): RowLevels => {
    const above = groups2[extents.level2[index] ?? -1] ?? null;
    // A level-2 label over both levels has no label above it.
    const apart = above !== null && joined.ownLevel2.has(Math.ceil(above.from));
    const carried = apart ? null : (first.groups[extents.level1[index] ?? -1] ?? null);
    const explicit = spans[index] ?? false;
    const own =
      above !== null && carried !== null && endsLabelAbove(carried, above, index, groups2, explicit)
        ? null
        : above;
    const trusted =
      explicit || extents.centred || (carried !== null && besideLevel2.has(carried.from));
    const level1 = resolveLevel1(own, carried, printed, {
      explicit,
      trusted,
      certain:
        carried !== null &&
        (explicit || (repeated.has(carried) && isBenefit(carried, own))) &&
        carried.from <= index &&
        index <= carried.to,
    });
    if (level1.inferred) inferred.push(index);
    return { level1: level1.label, level2: own?.label ?? null };
  });
  return {
    rows,
    groupWeights: weightsOf(first.groups),
    leftover: [...first.leftover, ...second.leftover].flatMap(({ piece }) => piece.units),
    labelUnits: [
      ...blockWords.flatMap(({ piece }) => piece.units),
      ...[...first.groups, ...groups2].flatMap((group) => group.label.units),
    ],
    rejoined: [...first.rejoined, ...second.rejoined],
    completed: [...first.completed, ...second.completed],
    inferred,
  };
}

function weightsOf(groups: readonly Group[]): GroupWeight[] {
  const found = new Map<string, GroupWeight>();
  for (const { label, weight } of groups) {
    if (weight !== null && !found.has(label.text))
      found.set(label.text, { level1: label.text, weight, units: label.units });
  }
  return [...found.values()];
}
