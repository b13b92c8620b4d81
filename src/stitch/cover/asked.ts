import { findHeading, headingsAt } from '../columns/headings.ts';
import { alignRow } from '../rows/align.ts';
import { memoAt, memoPair } from './memo.ts';

/** What recognisers ask of the same rows again and again, in each state that may reach them. */
export const rowIn = memoPair(alignRow);
export const headings = memoAt(headingsAt);
export const headingAt = memoAt(findHeading);
