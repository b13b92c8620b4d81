import { findYearLine } from '../../lexicon/index.ts';
import { memoOf } from '../cover/memo.ts';
import type { Recogniser } from '../cover/types.ts';
import { shownSlots } from './label-values.ts';
import { unitsOf } from '../rows/moves.ts';
import { onlyText } from '../segments/segment.ts';
import type { Item } from '../types.ts';

const yearIn = memoOf((item: Item): number | null => {
  const text = onlyText(item);
  return text === null ? null : findYearLine(text);
});

export const year: Recogniser = {
  meta: { id: 'year', reads: 'a year that stands alone: （2024年度）' },
  claims: ({ items }, at, state) => {
    const item = items[at];
    const value = item === undefined ? null : yearIn(item);
    if (item === undefined || value === null || state.kind === 'over') return [];
    // 2024年 in a column of a table is a piece of that column's text.
    const inColumn = item.kind === 'row' && (shownSlots(item)[0]?.column ?? 0) > 0;
    if (state.kind !== 'pairs' && inColumn) return [];
    return [
      {
        length: 1,
        cost: 0,
        state,
        reading: 'year',
        apply: (form) => {
          form.addYear(value, unitsOf(item));
        },
      },
    ];
  },
};
