import {
  findLabel,
  findUnit,
  guessHeading,
  lengths,
  names,
  type Term,
  sourceTerms,
} from '../../lexicon/index.ts';
import { isNil, joinPieces, type Piece, type Unit } from '../../model/index.ts';
import { printedFigure } from '../../number/index.ts';
import { isTaskTitle, isTaskWord } from '../columns/roles.ts';
import type { OpenTable } from '../tables/tables.ts';
import { isTaskTotal, readTaskTotal } from './task-total.ts';
import { type PlacedPair, shownSlots } from './label-values.ts';
import type { IndicatorRow, Item, Role, Slot } from '../types.ts';

type Shown = Slot & { readonly piece: Piece };
/** A word above a column, and the one that stands above it and others. */
type Word = Shown & { readonly group?: Piece };

/** A table of a form that is none of the three kinds: 资金管理情况 beside rows that name themselves, words above their values. */
export interface SideTable {
  readonly pairs: readonly PlacedPair[];
  /** Rows that are scored count in 总分 like any indicator (Henan). */
  readonly indicators: readonly IndicatorRow[];
  readonly labels: readonly Unit[];
  /** The tasks' money summed up, which is the form's where it has no funds of their own. */
  readonly funds?: OpenTable;
  readonly length: number;
}

const amountTerms: readonly Term[] = [
  'fundsBlock',
  'initialBudget',
  'annualBudget',
  'executed',
  'executionRate',
  'weight',
  'score',
];
const sideTerms: readonly Term[] = [
  'weight',
  'score',
  'note',
  'description',
  'deviation',
  'scoringRule',
  'basis',
];

function isColumnWord(piece: Piece): boolean {
  const guessed = guessHeading(piece.text);
  return (
    piece.text.length <= lengths.label &&
    !/\d/.test(piece.text) &&
    (names(piece.text, ...sideTerms) || (guessed !== null && sideTerms.includes(guessed)))
  );
}

function isNumber(piece: Piece | undefined): boolean {
  return piece !== undefined && printedFigure(piece.text).kind === 'number';
}

/** The words of a side table's heading. */
interface SideHeading {
  /** What stands to the left of its rows: 资金管理情况. */
  readonly block: Shown;
  /** The heading of the rows' names, where they have one: 任务名称. */
  readonly names: Shown | null;
  readonly words: readonly Shown[];
}

/** Of the words that may head the tasks' names, the one above the first of them. */
function taskAt(shown: readonly Shown[], below: Item | undefined): number {
  const words = shown.flatMap(({ piece }, index) => (isTaskWord(piece.text) ? [index] : []));
  const name = below === undefined ? undefined : shownSlots(below)[0];
  const over = words.find((index) => shown[index]?.column === name?.column);
  const named = words.find((index) => !isTaskTitle(shown[index]?.piece.text ?? ''));
  const at = over ?? named ?? words[0] ?? -1;
  const amounts = shown.some(({ piece }) => names(piece.text, 'budget', ...amountTerms));
  return amounts || !isTaskTitle(shown[at]?.piece.text ?? '') ? at : -1;
}

function readSideHeading(item: Item | undefined, below: Item | undefined): SideHeading | null {
  const shown = item?.kind === 'row' ? shownSlots(item) : [];
  const [block, ...words] = shown;
  if (block === undefined || block.piece.text.length > lengths.label || isNumber(block.piece))
    return null;
  const task = taskAt(shown, below);
  if (task >= 0) {
    const behind = shown.slice(task + 1);
    const plain =
      task < 2 &&
      behind.length > 0 &&
      behind.every(({ piece }) => piece.text.length <= lengths.label && !isNumber(piece));
    return plain ? { block, names: shown[task] ?? null, words: behind } : null;
  }
  const known = findLabel(block.piece.text);
  if (
    words.length < 2 ||
    !words.every(({ piece }) => isColumnWord(piece)) ||
    (known !== null && !known.terms.includes('fundsBlock'))
  )
    return null;
  return { block, names: null, words };
}

/** 总额 under 全年预算数 and under 全年执行数 again: only with the word above it does a part say which. */
function isTwice({ piece }: Shown, shown: readonly Shown[]): boolean {
  return shown.filter((other) => other.piece.text === piece.text).length > 1;
}

/** The words of a heading over two rows: 预算金额 over 总额 | 财政拨款 | 其他资金. */
function partWords(
  { names: heading, words }: SideHeading,
  below: Item | undefined,
): readonly Word[] | null {
  const shown = below?.kind === 'row' && !below.gap ? shownSlots(below) : [];
  const first = shown[0];
  if (
    heading === null ||
    first === undefined ||
    shown.length < 2 ||
    first.column < (words[0]?.column ?? 0)
  )
    return null;
  if (
    !shown.every(
      ({ piece }) =>
        piece.text.length <= lengths.label &&
        names(piece.text, ...amountTerms, ...sourceTerms, 'budget'),
    )
  )
    return null;
  return words.flatMap((word, index) => {
    const parts = shown.filter(
      ({ column }) => column >= word.column && column < (words[index + 1]?.column ?? Infinity),
    );
    return parts.length === 0
      ? [word]
      : parts.map((part): Word => (isTwice(part, shown) ? { ...part, group: word.piece } : part));
  });
}

/** The row's name: under its heading, or between the block's heading and the first column's words. */
function nameOf(
  row: Item | undefined,
  { block, names: heading, words }: SideHeading,
): Shown | null {
  const first = row?.kind === 'row' && !row.gap ? shownSlots(row)[0] : undefined;
  if (first === undefined) return null;
  if (heading !== null) {
    const shown = shownSlots(row as Item);
    const named = shown.find(({ column }) => column === heading.column);
    // Where cells are not merged, the block's word stands beside any of its rows.
    const before = shown.filter(({ column }) => column < heading.column).length;
    return named !== undefined &&
      before <= 1 &&
      findLabel(named.piece.text) === null &&
      shown.length > before + 1
      ? named
      : null;
  }
  return first.column > block.column && first.column < (words[0]?.column ?? 0) ? first : null;
}

/** What stands in front of a row's name: the block's word. */
function wordsBefore(row: Item, name: Shown): Unit[] {
  return shownSlots(row)
    .filter(({ column }) => column < name.column)
    .flatMap(({ piece }) => piece.units);
}

/** Reads a side table whose heading is the item at an index; null where none begins there. */
export function readSideTable(
  items: readonly Item[],
  index: number,
  end: number,
): SideTable | null {
  const heading = readSideHeading(items[index], items[index + 1]);
  if (heading === null) return null;
  const parts = partWords(heading, items[index + 1]);
  const { block } = heading;
  const words: readonly Word[] = parts ?? heading.words;
  const pairs: PlacedPair[] = [];
  const indicators: IndicatorRow[] = [];
  const start = index + (parts === null ? 1 : 2);
  const labels: Unit[] = items
    .slice(index, start)
    .flatMap((item) => shownSlots(item))
    .flatMap(({ piece }) => piece.units);
  let at = start;
  for (; at < end; at += 1) {
    const row = items[at];
    const name = nameOf(row, heading);
    if (row === undefined || name === null) break;
    labels.push(...wordsBefore(row, name));
    const values = valuesOf(row, name, words);
    const scored = indicatorOf(block.piece, name.piece, words, values);
    if (scored !== null) indicators.push(scored);
    else {
      const told = pairsOf(name.piece, words, values);
      pairs.push(...told.pairs);
      labels.push(...told.labels);
    }
  }
  if (at === start) return null;
  const sum = sumOf(items[at], heading, words);
  return {
    pairs: [...pairs, ...(sum?.pairs ?? [])],
    indicators,
    labels: [...labels, ...(sum?.labels ?? [])],
    ...(sum === null ? {} : { funds: sum.funds }),
    length: at - index + (sum === null ? 0 : 1),
  };
}

/** A row's values, each under its word and the row's name; those that are taken elsewhere apart. */
function pairsOf(
  name: Piece,
  words: readonly Word[],
  values: readonly (Piece | null)[],
  taken: ReadonlySet<number> = new Set(),
): Pick<SideTable, 'pairs' | 'labels'> {
  const pairs: PlacedPair[] = [];
  const labels: Unit[] = [...name.units];
  words.forEach(({ piece: word, group }, index) => {
    const value = taken.has(index) ? null : (values[index] ?? null);
    if (value === null || isNil(value.text)) labels.push(...(value?.units ?? []));
    else {
      const text = `${group?.text ?? ''}${word.text}（${name.text}）`;
      pairs.push({ label: { text, units: [] }, terms: [], value, column: -1 });
    }
  });
  return { pairs, labels };
}

/** 金额合计 below the tasks. */
function sumOf(
  row: Item | undefined,
  { names: heading }: SideHeading,
  words: readonly Word[],
): (Pick<SideTable, 'pairs' | 'labels'> & { readonly funds: OpenTable }) | null {
  const first = row?.kind === 'row' && !row.gap ? shownSlots(row)[0] : undefined;
  if (row === undefined || first === undefined || heading === null) return null;
  if (!isTaskTotal(first.piece.text)) return null;
  const values = valuesOf(row, first, words);
  const total = readTaskTotal(first.piece, words, values);
  return total === null
    ? null
    : { ...pairsOf(first.piece, words, values, total.taken), funds: total.table };
}

/** A row's values under the words: each from its word's column up to the next word's. */
function valuesOf(row: Item, name: Shown, words: readonly Shown[]): (Piece | null)[] {
  const shown = shownSlots(row).filter((slot) => slot !== name);
  return words.map(({ column }, index) => {
    const next = words[index + 1]?.column ?? Infinity;
    return joinPieces(
      shown
        .filter((slot) => slot.column >= (index === 0 ? name.column : column) && slot.column < next)
        .map(({ piece }) => piece),
    );
  });
}

function indicatorOf(
  block: Piece,
  name: Piece,
  words: readonly Shown[],
  values: readonly (Piece | null)[],
): IndicatorRow | null {
  const at = (term: Term): number => words.findIndex(({ piece }) => names(piece.text, term));
  const [weight, score] = [values[at('weight')] ?? undefined, values[at('score')] ?? undefined];
  if (weight === undefined || score === undefined || !isNumber(weight) || !isNumber(score))
    return null;
  const rest = words.flatMap(({ piece: label }, index) => {
    const value = values[index] ?? null;
    return value === null || value === weight || value === score
      ? []
      : [{ label, terms: [], value }];
  });
  const [said, ...others] = rest;
  const pieces = new Map<Role, Piece>([
    ['level3', name],
    ['weight', weight],
    ['score', score],
  ]);
  if (said !== undefined) pieces.set('actual', said.value);
  return { level1: { text: block.text, units: block.units }, level2: null, pieces, others };
}

/** Words that stand above labels with their values: 预算安排情况 | 资金到位情况 | 资金执行情况 | 预算执行进度 (Hebei), 来源项目 | 金额 | 来源项目 | 金额. */
export function readPairsHead(item: Item, below: Item | undefined): readonly Shown[] {
  const shown = shownSlots(item);
  const values = below?.kind === 'row' && !below.gap ? shownSlots(below) : [];
  const again = (text: string): boolean =>
    shown.filter(({ piece }) => piece.text === text).length > 1;
  const known = (text: string): boolean =>
    names(text, ...amountTerms, 'note') ||
    findUnit(text) !== null ||
    /情况(?:[(（][^()（）]*[)）])?$/u.test(text);
  const isWord = ({ piece }: Shown): boolean =>
    piece.text.length <= lengths.label &&
    !isNumber(piece) &&
    (known(piece.text) || again(piece.text));
  const valued =
    values.filter(({ piece }) => isNumber(piece)).length >= 2 && !isNumber(values[0]?.piece);
  return shown.length >= 3 && valued && shown.every(isWord) ? shown : [];
}

/** The pair of a figure that stands beside no label, under a word that says what it is. */
export function pairUnder(head: readonly Shown[], stray: Piece, column: number): PlacedPair | null {
  const word = head.find((slot) => column >= slot.column && column < slot.column + slot.span);
  const terms =
    word === undefined
      ? []
      : (findLabel(word.piece.text)?.terms ?? []).filter(
          (term) => term === 'executionRate' || term === 'weight' || term === 'score',
        );
  return word === undefined || terms.length === 0 || !isNumber(stray)
    ? null
    : { label: { text: word.piece.text, units: [] }, terms, value: stray, column };
}
