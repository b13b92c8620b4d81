import { findHeading, headingsAt } from '../columns/headings.ts';
import { hasFigures } from '../columns/heading-rows.ts';
import { alignRow } from '../rows/align.ts';
import {
  beginsWithLabel,
  isNumberedTitle,
  isPartTitle,
  isSectionTitle,
  readPairs,
  type PairsRow,
} from '../blocks/label-values.ts';
import { isTotalRow } from '../blocks/total-row.ts';
import { isBareSum } from '../blocks/total-sum.ts';
import type { Item } from '../types.ts';
import { memoAt, memoOf, memoPair } from './memo.ts';

/** What recognisers ask of the same rows again and again, in each state that may reach them. */
export const rowIn = memoPair(alignRow);
/** No heading holds a figure. */
export const headings = memoAt((items: readonly Item[], index: number) => {
  const item = items[index];
  return item === undefined || hasFigures(item) ? [] : headingsAt(items, index);
});
export { findHeading as headingAt };
export const opensWithLabel = memoOf(beginsWithLabel);
export const saysTotal = memoOf(isTotalRow);
export const bareSum = memoPair(isBareSum);

/** What a row that holds nothing but a title is the title of. */
export const titled = memoOf((item: Item) => ({
  numbered: isNumberedTitle(item),
  section: isSectionTitle(item),
  part: isPartTitle(item),
}));

const how = { strict: {}, loose: {} };
const pairsOf = memoPair((item: Item, kind: object): PairsRow =>
  readPairs(item, kind === how.strict),
);

/** What a row says as labels and values, for a reading that is not chosen yet. */
export function pairsIn(item: Item, strict: boolean): PairsRow {
  return pairsOf(item, strict ? how.strict : how.loose);
}
