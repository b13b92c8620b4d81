import { memoAt } from '../cover/memo.ts';
import { bareCost, toPairs } from '../cover/state.ts';
import type { Recogniser, Rows } from '../cover/types.ts';
import { readPlan } from './plan-rows.ts';
import type { Item } from '../types.ts';

const planAt = memoAt(({ items, end }: Rows, at: number) =>
  readPlan(items[at] as Item, at + 1 < end ? items[at + 1] : undefined),
);

export const plan: Recogniser = {
  meta: { id: 'plan', reads: '资金支出计划: dates above their percentages' },
  claims: (rows, at, state) => {
    const isRow = rows.items[at]?.kind === 'row';
    const found = isRow && state.kind !== 'over' ? planAt(rows, at) : null;
    if (found === null) return [];
    return [
      {
        length: found.length,
        cost: bareCost(state),
        state: toPairs(state),
        reading: 'plan',
        apply: (form) => {
          form.addPlan(found.steps, found.labels);
        },
      },
    ];
  },
};
