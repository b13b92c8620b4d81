import { findYearLine } from '../../lexicon/index.ts';
import type { Recogniser } from '../cover/types.ts';
import { shownSlots } from './label-values.ts';
import { unitsOf } from '../rows/moves.ts';
import { onlyText } from '../segments/segment.ts';

export const year: Recogniser = {
  meta: { id: 'year', reads: 'a year that stands alone: （2024年度）' },
  claims: ({ items }, at, state) => {
    const item = items[at];
    const text = onlyText(item);
    const value = text === null ? null : findYearLine(text);
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
