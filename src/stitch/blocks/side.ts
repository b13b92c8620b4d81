import { readAmounts } from './amounts-below.ts';
import { memoAt } from '../cover/memo.ts';
import { costs } from '../cover/settings.ts';
import { bareCost, toPairs } from '../cover/state.ts';
import type { Claim, Recogniser, Rows, State } from '../cover/types.ts';
import { readSideTable, type SideTable } from './side-table.ts';
import type { Item } from '../types.ts';

function claimOf(found: SideTable, cost: number, state: State, reading: string): Claim {
  return {
    length: found.length,
    cost: cost + bareCost(state),
    state: toPairs(state),
    reading,
    apply: (form) => {
      form.addSide(found);
    },
  };
}

const sideAt = memoAt(({ items, end }: Rows, at: number) => readSideTable(items, at, end));

const amountsAt = memoAt(({ items, end }: Rows, at: number) =>
  readAmounts(items[at] as Item, at + 1 < end ? items[at + 1] : undefined),
);

export const side: Recogniser = {
  meta: {
    id: 'side',
    reads:
      '资金管理情况 (Henan), 任务名称 | 预算数 | 执行数: words above rows that name themselves',
  },
  claims: (rows, at, state) => {
    if (state.kind === 'over' || state.kind === 'indicators' || rows.items[at]?.kind !== 'row')
      return [];
    const found = sideAt(rows, at);
    return found === null ? [] : [claimOf(found, costs.byShape, state, 'side table')];
  },
};

export const amounts: Recogniser = {
  meta: { id: 'amounts', reads: '资金总额 | 财政拨款 | 其他资金 above their amounts' },
  claims: (rows, at, state) => {
    if (state.kind !== 'pairs' || rows.items[at]?.kind !== 'row') return [];
    const found = amountsAt(rows, at);
    if (found === null) return [];
    return [claimOf({ ...found, indicators: [], length: 2 }, 0, state, 'amounts')];
  },
};
