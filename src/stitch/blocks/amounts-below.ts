import { findLabel, findUnit, names, type Term, sourceTerms } from '../../lexicon/index.ts';
import { isNil, type Piece, type Unit } from '../../model/index.ts';
import { printedFigure } from '../../number/index.ts';
import { type PlacedPair, shownSlots } from './label-values.ts';
import type { Item } from '../types.ts';

interface Amounts {
  readonly pairs: readonly PlacedPair[];
  readonly labels: readonly Unit[];
}

const amountTerms: readonly Term[] = [
  'budget',
  ...sourceTerms,
  'initialBudget',
  'annualBudget',
  'executed',
  'executionRate',
];

function isFigure(piece: Piece): boolean {
  return printedFigure(piece.text).kind === 'number' || isNil(piece.text);
}

/** Amounts whose labels stand in the row above them: 资金总额 | 财政拨款 | 其他资金, beside a block's heading or not; null where a row is none. */
export function readAmounts(item: Item, below: Item | undefined): Amounts | null {
  const values = below?.kind === 'row' && !below.gap ? shownSlots(below) : [];
  if (item.kind !== 'row' || values.length < 2 || !values.every(({ piece }) => isFigure(piece)))
    return null;
  const shown = shownSlots(item);
  const heads = shown.filter(({ column }) => column >= (values[0]?.column ?? 0));
  // A source that gives nothing may be left blank.
  const inPlace = values.every(({ column }) => heads.some((head) => head.column === column));
  const [block, ...more] = shown.filter((slot) => !heads.includes(slot));
  if (!inPlace || more.length > 0 || !heads.every(({ piece }) => names(piece.text, ...amountTerms)))
    return null;
  const pairs = heads.map((head): PlacedPair => ({
    label: head.piece,
    terms: findLabel(head.piece.text)?.terms ?? [],
    value: values.find(({ column }) => column === head.column)?.piece ?? null,
    column: -1,
  }));
  if (block === undefined || findUnit(block.piece.text) === null)
    return { pairs, labels: block?.piece.units ?? [] };
  return {
    pairs: [
      ...pairs,
      { label: { text: '', units: [] }, terms: ['formUnit'], value: block.piece, column: -1 },
    ],
    labels: [],
  };
}
