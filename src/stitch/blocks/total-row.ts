import { names } from '../../lexicon/index.ts';
import { isNil, type Piece } from '../../model/index.ts';
import { printedFigure } from '../../number/index.ts';
import { shownSlots } from './label-values.ts';
import type { Column, Item, Slot } from '../types.ts';

/** What the row of 总分 says. */
export interface TotalRow {
  readonly label: Piece;
  readonly weight: Piece | null;
  readonly score: Piece | null;
  /** A rating that stands in the same row. */
  readonly rating: { readonly label: Piece; readonly value: Piece | null } | null;
  /** Figures of other columns (主管部门复核得分), with their headings. */
  readonly others: readonly { readonly heading: Piece; readonly value: Piece }[];
  /** Pieces whose place does not tell what they are. */
  readonly unclear: readonly Piece[];
}

type Shown = Slot & { readonly piece: Piece };

/** Digits, some of which OCR took for letters: `l00`, `9O.5`. */
const misreadFigure = /^(?=.*\d)[\dlIOoSBZ.,]+分?$/u;

function isFigure({ text }: Piece): boolean {
  return printedFigure(text).kind === 'number' || isNil(text) || misreadFigure.test(text);
}

/** Whether a row is that of 总分: its label, and beside it only figures, a rating or short remarks. */
export function isTotalRow(item: Item): boolean {
  const shown = shownSlots(item);
  const at = shown.findIndex(({ piece }) => names(piece.text, 'total'));
  if (at < 0) return false;
  const others = shown.filter((_, index) => index !== at);
  const figures = others.filter(({ piece }) => isFigure(piece)).length;
  const rest = others.length - figures;
  return (
    shown.slice(0, at).every(({ piece }) => !isFigure(piece)) &&
    (rest === 0 || (figures > 0 && rest <= 2))
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
  const words = shownSlots(heading).map((slot) => ({ ...slot, role: totalRole(slot.piece.text) }));
  const [first] = words;
  if (below === undefined || first === undefined || words.some(({ role }) => role === null))
    return null;
  const columns = words.filter(({ role }) => role !== 'label');
  const values = shownSlots(below);
  if (columns.length < 2 || values.length === 0 || !values.some(({ piece }) => isFigure(piece)))
    return null;
  const valueOf = (role: string): Piece | null => {
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
    unclear: [],
  };
}

function totalRole(text: string): 'label' | 'weight' | 'score' | 'rating' | null {
  if (names(text, 'rating')) return 'rating';
  if (/^总分值$|^分值$|^满分$/.test(text)) return 'weight';
  if (/得分$/.test(text)) return 'score';
  return names(text, 'total') ? 'label' : null;
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

/** Reads 总分: two figures are weight and score in the heading's order; one is what its place says, or unclear. */
export function readTotal(items: readonly Item[], columns: readonly Column[]): TotalRow | null {
  const row = items[0];
  if (row === undefined) return null;
  const shown = items.flatMap((item) => shownSlots(item));
  const at = shown.findIndex(({ piece }) => names(piece.text, 'total'));
  const label = shown[at]?.piece;
  if (label === undefined) return null;
  const ratingAt = shown.findIndex(({ piece }) => names(piece.text, 'rating'));
  const ratingLabel = shown[ratingAt]?.piece;
  const ratingValue =
    ratingAt < 0
      ? undefined
      : shown.slice(ratingAt + 1).find(({ piece }) => !isFigure(piece))?.piece;
  // 总分 | 100 | 97 | 优 (Yunnan): a grade needs no label.
  const grade =
    ratingLabel === undefined
      ? shown.find(({ piece }) => /^(?:优秀?|良好?|中等?|差)$/u.test(piece.text))?.piece
      : undefined;
  const rating =
    grade !== undefined
      ? { label: { text: '', units: [] }, value: grade }
      : ratingLabel === undefined
        ? null
        : { label: ratingLabel, value: ratingValue ?? null };
  const rest = shown.filter(
    ({ piece }) =>
      piece !== label && piece !== ratingLabel && piece !== ratingValue && piece !== grade,
  );
  const figures = rest.filter(({ piece }) => isFigure(piece));
  const remarks = rest.flatMap((slot) => {
    const column = isFigure(slot.piece) ? undefined : columnOf(slot, row, columns);
    return (column?.role === 'deviation' || column?.role === 'other') && column.heading !== null
      ? [{ heading: column.heading, value: slot.piece }]
      : [];
  });
  const texts = rest
    .filter(({ piece }) => !isFigure(piece) && !remarks.some(({ value }) => value === piece))
    .map(({ piece }) => piece);
  const order = columns
    .filter(({ role }) => role === 'weight' || role === 'score')
    .map(({ role }) => role);
  const first = figures[0];
  const second = figures[1];
  const base = { label, rating, others: remarks };
  if (figures.length === 2 && first !== undefined && second !== undefined && order.length === 2) {
    const weightFirst = order[0] === 'weight';
    return {
      ...base,
      weight: weightFirst ? first.piece : second.piece,
      score: weightFirst ? second.piece : first.piece,
      unclear: texts,
    };
  }
  if (figures.length === 1 && first !== undefined) {
    const role = order.length === 1 ? order[0] : columnOf(first, row, columns)?.role;
    if (role === 'weight') return { ...base, weight: first.piece, score: null, unclear: texts };
    if (role === 'score') return { ...base, weight: null, score: first.piece, unclear: texts };
    if (columns.length === 0) return { ...base, weight: null, score: first.piece, unclear: texts };
  }
  const placed = figures.map((slot) => ({ slot, role: columnOf(slot, row, columns)?.role }));
  const weight = placed.find(({ role }) => role === 'weight')?.slot.piece ?? null;
  const score = placed.find(({ role }) => role === 'score')?.slot.piece ?? null;
  const others = figures.flatMap((slot) => {
    const column = columnOf(slot, row, columns);
    return column?.role === 'other' && column.heading !== null && !isNil(slot.piece.text)
      ? [{ heading: column.heading, value: slot.piece }]
      : [];
  });
  const unclear = [
    ...texts,
    ...figures
      .map(({ piece }) => piece)
      .filter((piece) => piece !== weight && piece !== score && !isNil(piece.text)),
  ];
  return { ...base, weight, score, others: [...remarks, ...others], unclear };
}
