import { readAmounts } from './amounts-below.ts';
import { costs } from '../cover/settings.ts';
import { toPairs } from '../cover/state.ts';
import type { Claim, Recogniser, State } from '../cover/types.ts';
import { readSideTable, type SideTable } from './side-table.ts';

function claimOf(found: SideTable, cost: number, state: State, reading: string): Claim {
  return {
    length: found.length,
    cost: cost + (state.bare ? costs.bareHeading : 0),
    state: toPairs(state),
    reading,
    apply: (form) => {
      form.addSide(found);
    },
  };
}

export const side: Recogniser = {
  meta: {
    id: 'side',
    reads:
      '资金管理情况 (Henan), 任务名称 | 预算数 | 执行数: words above rows that name themselves',
  },
  claims: ({ items, end }, at, state) => {
    if (state.kind === 'over' || state.kind === 'indicators' || items[at]?.kind !== 'row')
      return [];
    const found = readSideTable(items, at, end);
    return found === null ? [] : [claimOf(found, costs.side, state, 'side table')];
  },
};

export const amounts: Recogniser = {
  meta: { id: 'amounts', reads: '资金总额 | 财政拨款 | 其他资金 above their amounts' },
  claims: ({ items, end }, at, state) => {
    const item = items[at];
    if (state.kind !== 'pairs' || item?.kind !== 'row') return [];
    const found = readAmounts(item, at + 1 < end ? items[at + 1] : undefined);
    if (found === null) return [];
    return [claimOf({ ...found, indicators: [], length: 2 }, 0, state, 'amounts')];
  },
};
