import { lengths, names } from '../../lexicon/index.ts';
import { isNil, type Piece } from '../../model/index.ts';
import { printedFigure, remarkedDecimal } from '../../number/index.ts';
import { shownSlots } from './label-values.ts';
import type { Column, Item, Role, Slot } from '../types.ts';

/** What the row of 总分 says. */
export interface TotalRow {
  readonly label: Piece;
  readonly weight: Piece | null;
  readonly score: Piece | null;
  /** A rating that stands in the same row. */
  readonly rating: { readonly label: Piece; readonly value: Piece | null } | null;
  /** Figures of other columns (主管部门复核得分), with their headings. */
  readonly others: readonly { readonly heading: Piece; readonly value: Piece }[];
  /** Words of its own before its figures. */
  readonly words: readonly Piece[];
  /** Pieces whose place does not tell what they are. */
  readonly unclear: readonly Piece[];
}

type Shown = Slot & { readonly piece: Piece };

/** What a word of the row of 总分 heads. */
type TotalRole = 'label' | 'weight' | 'score' | 'rating';

/** Digits, some of which OCR took for letters: `l00`, `9O.5`. */
const misreadFigure = /^(?=.*\d)[\dlIOoSBZ.,]+分?$/u;

function isFigure({ text }: Piece): boolean {
  return (
    printedFigure(text).kind === 'number' ||
    isNil(text) ||
    misreadFigure.test(text) ||
    remarkedDecimal(text) !== null
  );
}

function isGrade({ text }: Piece): boolean {
  return /^(?:优秀?|良好?|中等?|差)(?:[（(][^（）()]{1,16}[）)])?$/u.test(text);
}

function totalRole(text: string): TotalRole | null {
  if (names(text, 'rating')) return 'rating';
  if (/^总分值$|^分值$|^满分$/.test(text)) return 'weight';
  if (/得分$/.test(text)) return 'score';
  return names(text, 'total') ? 'label' : null;
}

/** A sum of scores in words that nobody listed: 各项得分合计, 自评总计得分. */
function soundsLikeTotal(text: string): boolean {
  return (
    text.length <= lengths.label &&
    /总|合计/u.test(text) &&
    /(?:分|合计|总计)$/u.test(text) &&
    !/资金|预算|金额|[。；;，,]/u.test(text)
  );
}

/** Whether a row is that of 总分: its label, and beside it only figures, a rating, its own words or short remarks. */
export function isTotalRow(item: Item): boolean {
  const shown = shownSlots(item);
  const at = shown.findIndex(({ piece }) => names(piece.text, 'total'));
  if (at < 0) return isOnlyTotal(shown);
  const others = shown.filter((_, index) => index !== at);
  const figures = others.filter(({ piece }) => isFigure(piece)).length;
  const rest = others.filter(
    ({ piece }) => !isFigure(piece) && totalRole(piece.text) === null && !isGrade(piece),
  ).length;
  const words = others.length - figures - rest;
  return (
    shown.slice(0, at).every(({ piece }) => !isFigure(piece)) &&
    ((rest === 0 && (words === 0 || figures > 0)) || (figures > 0 && rest <= 2))
  );
}

/** Whether a row is that of 总分, and says so: 合计 is as often a sum of money, also beside 预算执行情况（10分）. */
export function saysScores(item: Item): boolean {
  const text = shownSlots(item)[0]?.piece.text ?? '';
  return text.replace(/[(（][\d.]+分[)）]/gu, '').includes('分') && isTotalRow(item);
}

/** Whether a row sums up a part of the scores only: 小计, 指标得分小计, 预算执行得分. */
export function saysSubtotal(item: Item): boolean {
  const text = shownSlots(item)[0]?.piece.text ?? '';
  return /小计[:：]?$/u.test(text) || /^(?:预算|资金)执行(?:情况)?得分$/u.test(text);
}

/** Words that sound like 总分 with nothing but figures behind them, or a score with a row of its own. */
function isOnlyTotal([first, ...figures]: readonly Shown[]): boolean {
  return (
    first !== undefined &&
    (soundsLikeTotal(first.piece.text)
      ? figures.length >= 1 && figures.length <= 3
      : // 自评得分（含执行率10分） | 99.5
        names(first.piece.text, 'score') && first.piece.text !== '得分' && figures.length === 1) &&
    figures.every(({ piece }) => isFigure(piece)) &&
    figures.some(({ piece }) => !isNil(piece.text))
  );
}

/** A line that holds nothing but a number: below a lone 总分 it is one of its figures. */
export function isLoneFigure(item: Item): boolean {
  const shown = shownSlots(item);
  return (
    shown.length === 1 &&
    shown[0] !== undefined &&
    printedFigure(shown[0].piece.text).kind === 'number'
  );
}

/**
 * Reads a heading of its own for 总分 (总分 | 总分值 | 总得分 | 自评等级) with the figures in the row below; null where the row
 * is none.
 */
export function readTotalHeading(heading: Item, below: Item | undefined): TotalRow | null {
  const words = shownSlots(heading).map(({ piece, column }) => ({
    piece,
    column,
    role: totalRole(piece.text),
  }));
  const [first] = words;
  if (below === undefined || first === undefined || words.some(({ role }) => role === null))
    return null;
  const columns = words.filter(({ role }) => role !== 'label');
  const values = shownSlots(below);
  if (columns.length < 2 || values.length === 0 || !values.some(({ piece }) => isFigure(piece)))
    return null;
  const valueOf = (role: TotalRole): Piece | null => {
    const at = columns.findIndex((column) => column.role === role);
    const slot =
      values.length === columns.length
        ? values[at]
        : values.find(({ column }) => column === columns[at]?.column);
    return at < 0 ? null : (slot?.piece ?? null);
  };
  const grade = columns.find(({ role }) => role === 'rating');
  return {
    label: first.piece,
    weight: valueOf('weight'),
    score: valueOf('score'),
    rating: grade === undefined ? null : { label: grade.piece, value: valueOf('rating') },
    others: [],
    words: words.map(({ piece }) => piece),
    unclear: [],
  };
}

/**
 * 总分 with words of its own before its figures, in one row: 总分 | 100 | 自评得分 | 99.8 | 自评等级 | 优 (Guangxi), 总分 | 总分值 |
 * 100 | 总得分 | 99.8. Null where it has none.
 */
function readLabelled(shown: readonly Shown[]): TotalRow | null {
  const words = shown.map(({ piece }) => (isFigure(piece) ? null : totalRole(piece.text)));
  const [label] = shown;
  if (label === undefined || words[0] === null || words[0] === 'rating') return null;
  if (!words.slice(1).some((word) => word === 'weight' || word === 'score')) return null;
  const found = new Map<TotalRole, { word: Piece; value: Piece | null }>();
  for (const [index, { piece }] of shown.entries()) {
    const role = words[index];
    const next = shown[index + 1];
    if (role === undefined || role === null || found.has(role)) continue;
    const valued = next !== undefined && words[index + 1] === null;
    found.set(role, { word: piece, value: valued ? next.piece : null });
  }
  const score = found.get('score')?.value ?? null;
  const weight = found.get('weight')?.value ?? found.get('label')?.value ?? null;
  const used = new Set([...found.values()].flatMap(({ word, value }) => [word, value]));
  const grade = found.get('rating');
  return {
    label: label.piece,
    weight,
    score,
    rating: grade === undefined ? null : { label: grade.word, value: grade.value },
    others: [],
    words: [...found.values()].map(({ word }) => word),
    unclear: shown.map(({ piece }) => piece).filter((piece) => !used.has(piece)),
  };
}

/** The column a lone figure stands in: its own place, where the row is as wide as the heading or the place is real. */
function columnOf(slot: Shown, item: Item, columns: readonly Column[]): Column | undefined {
  const width = Math.max(...columns.map(({ to }) => to)) + 1;
  const fromRight = width - (Math.max(...item.slots.map(({ column }) => column)) + 1);
  const exact = columns.find(({ from, to }) => slot.column >= from && slot.column <= to);
  if (item.geometry === 'spans' || item.slots.length === width) return exact;
  const shifted = columns.find(
    ({ from, to }) => slot.column + fromRight >= from && slot.column + fromRight <= to,
  );
  const fits = (column: Column | undefined): boolean =>
    column?.role === 'weight' || column?.role === 'score';
  if (fits(exact) && fits(shifted)) return exact?.role === shifted?.role ? exact : undefined;
  return fits(exact) ? exact : shifted;
}

/** The rating of a row of 总分, and its pieces. A grade needs no label: 总分 | 100 | 97 | 优 (Yunnan). */
function ratingOf(shown: readonly Shown[]): {
  rating: TotalRow['rating'];
  pieces: readonly Piece[];
} {
  const at = shown.findIndex(({ piece }) => names(piece.text, 'rating'));
  const label = shown[at]?.piece;
  if (label === undefined) {
    const grade = shown.find(({ piece }) => isGrade(piece))?.piece;
    return grade === undefined
      ? { rating: null, pieces: [] }
      : { rating: { label: { text: '', units: [] }, value: grade }, pieces: [grade] };
  }
  const value = shown.slice(at + 1).find(({ piece }) => !isFigure(piece))?.piece ?? null;
  return { rating: { label, value }, pieces: value === null ? [label] : [label, value] };
}

/** Weight and score among the figures: two stand in the heading's order, one is told by its place. */
function figuresOf(
  figures: readonly Shown[],
  row: Item,
  columns: readonly Column[],
): { weight: Piece | null; score: Piece | null } {
  const order = columns.flatMap(({ role }) => (role === 'weight' || role === 'score' ? role : []));
  const [first, second] = figures.map(({ piece }) => piece);
  if (figures.length === 2 && first !== undefined && second !== undefined && order.length === 2)
    return order[0] === 'weight'
      ? { weight: first, score: second }
      : { weight: second, score: first };
  const lone = figures.length === 1 ? figures[0] : undefined;
  if (lone !== undefined) {
    const told = order.length === 1 ? order[0] : columnOf(lone, row, columns)?.role;
    const role = columns.length === 0 ? 'score' : told;
    if (role === 'weight' || role === 'score')
      return { weight: null, score: null, [role]: lone.piece };
  }
  const at = (role: Role): Piece | null =>
    figures.find((slot) => columnOf(slot, row, columns)?.role === role)?.piece ?? null;
  return { weight: at('weight'), score: at('score') };
}

/** Texts and figures in columns of other roles, with the words that head them. */
function othersOf(
  rest: readonly Shown[],
  row: Item,
  columns: readonly Column[],
): TotalRow['others'] {
  return rest.flatMap((slot) => {
    const column = columnOf(slot, row, columns);
    const kept =
      column?.role === 'other' || (column?.role === 'deviation' && !isFigure(slot.piece));
    return kept && column.heading !== null && !isNil(slot.piece.text)
      ? [{ heading: column.heading, value: slot.piece }]
      : [];
  });
}

/** Reads 总分: two figures are weight and score in the heading's order; one is what its place says, or unclear. */
export function readTotal(items: readonly Item[], columns: readonly Column[]): TotalRow | null {
  const row = items[0];
  if (row === undefined) return null;
  const shown = items.flatMap((item) => shownSlots(item));
  const known = shown.find(({ piece }) => names(piece.text, 'total'))?.piece;
  const label = known ?? (isOnlyTotal(shown) ? shown[0]?.piece : undefined);
  if (label === undefined) return null;
  return readLabelled(shown) ?? readPlaced(shown, label, row, columns);
}

/** A row that its sums tell as the total, whatever its first words. */
export function readSum(row: Item, columns: readonly Column[]): TotalRow | null {
  const shown = shownSlots(row);
  const [first] = shown;
  return first === undefined ? null : readPlaced(shown, first.piece, row, columns);
}

/** Reads the figures of a total by their places under the heading of the table. */
function readPlaced(
  shown: readonly Shown[],
  label: Piece,
  row: Item,
  columns: readonly Column[],
): TotalRow {
  const { rating, pieces } = ratingOf(shown);
  const rest = shown.filter(({ piece }) => piece !== label && !pieces.includes(piece));
  const { weight, score } = figuresOf(
    rest.filter(({ piece }) => isFigure(piece)),
    row,
    columns,
  );
  const left = rest.filter(({ piece }) => piece !== weight && piece !== score);
  const others = othersOf(left, row, columns);
  const unclear = left
    .map(({ piece }) => piece)
    .filter((piece) => !others.some(({ value }) => value === piece))
    .filter((piece) => !isFigure(piece) || !isNil(piece.text));
  return { label, weight, score, rating, others, words: [label], unclear };
}
