import { costs } from '../cover/settings.ts';
import { toPairs } from '../cover/state.ts';
import type { Recogniser } from '../cover/types.ts';
import { readPlan } from './plan-rows.ts';

export const plan: Recogniser = {
  meta: { id: 'plan', reads: '资金支出计划: dates above their percentages' },
  claims: ({ items, end }, at, state) => {
    const item = items[at];
    const below = at + 1 < end ? items[at + 1] : undefined;
    const found = item?.kind === 'row' && state.kind !== 'over' ? readPlan(item, below) : null;
    if (found === null) return [];
    return [
      {
        length: found.length,
        cost: state.bare ? costs.bareHeading : 0,
        state: toPairs(state),
        reading: 'plan',
        apply: (form) => {
          form.addPlan(found.steps, found.labels);
        },
      },
    ];
  },
};
