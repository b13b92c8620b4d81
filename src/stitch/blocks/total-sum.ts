import { findLevel1, findLevel2, lengths } from '../../lexicon/index.ts';
import { isNil } from '../../model/index.ts';
import { printedDecimal, printedFigure } from '../../number/index.ts';
import { shownSlots } from './label-values.ts';
import type { Column, Item } from '../types.ts';

function isUnder({ column }: { readonly column: number }, { from, to }: Column): boolean {
  return column >= from && column <= to;
}

/**
 * Whether a row has a label and, of all else, figures for weight and score only, though its table asks for values: it says
 * what no indicator's row says.
 */
export function isBareSum(item: Item, columns: readonly Column[]): boolean {
  const marks = columns.filter(({ role }) => role === 'weight' || role === 'score');
  const valued = columns.some(({ role }) => role === 'target' || role === 'actual');
  const [first, ...rest] = shownSlots(item);
  const weight = columns.find(({ role }) => role === 'weight');
  if (weight === undefined || !valued || first === undefined || rest.length === 0) return false;
  const { text } = first.piece;
  const lead = marks.every(({ from }) => first.column < from) && !/[。；;，,]/u.test(text);
  const level = findLevel1(text) ?? findLevel2(text);
  if (
    !lead ||
    text.length > lengths.label ||
    level !== null ||
    printedFigure(text).kind === 'number'
  )
    return false;
  return (
    rest.every(
      (slot) =>
        isNil(slot.piece.text) ||
        (printedFigure(slot.piece.text).kind === 'number' &&
          marks.some((column) => isUnder(slot, column))),
    ) && rest.some((slot) => isUnder(slot, weight) && !isNil(slot.piece.text))
  );
}

function weightIn(item: Item, weight: Column): number {
  const slot = shownSlots(item).find((one) => isUnder(one, weight));
  return Number(printedDecimal(slot?.piece.text ?? '') ?? 0);
}

/** Whether the weight of such a row is 100, or what the weights of the rows above make together. */
export function addsUp(item: Item, above: readonly Item[], columns: readonly Column[]): boolean {
  const weight = columns.find(({ role }) => role === 'weight');
  if (weight === undefined) return false;
  const own = weightIn(item, weight);
  const sum = above.reduce((total, row) => total + weightIn(row, weight), 0);
  return own === 100 || (above.length > 1 && own > 0 && Math.abs(own - sum) < 1e-6);
}
