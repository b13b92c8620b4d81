import { findHeading, headingsAt } from '../columns/headings.ts';
import { alignRow } from '../rows/align.ts';
import { readPairs, type PairsRow, shownSlots } from '../blocks/label-values.ts';
import { traitsOf } from '../rows/fit.ts';
import type { Item } from '../types.ts';
import { memoAt, memoPair } from './memo.ts';

/** What recognisers ask of the same rows again and again, in each state that may reach them. */
export const rowIn = memoPair(alignRow);
export const headings = memoAt((items: readonly Item[], index: number) =>
  hasFigure(items[index]) ? [] : headingsAt(items, index),
);
export const headingAt = memoAt(findHeading);

/** No heading holds a figure. */
function hasFigure(item: Item | undefined): boolean {
  return item !== undefined && shownSlots(item).some(({ piece }) => traitsOf(piece).figure);
}

const how = { strict: {}, loose: {} };
const pairsOf = memoPair((item: Item, kind: object): PairsRow =>
  readPairs(item, kind === how.strict),
);

/** What a row says as labels and values, for a reading that is not chosen yet. */
export function pairsIn(item: Item, strict: boolean): PairsRow {
  return pairsOf(item, strict ? how.strict : how.loose);
}
