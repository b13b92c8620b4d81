import { bareSum, saysTotal } from '../cover/asked.ts';
import { memoAt, memoPair } from '../cover/memo.ts';
import { costs } from '../cover/settings.ts';
import { changed, inIndicators, toPairs } from '../cover/state.ts';
import type { Claim, Recogniser, Rows, State } from '../cover/types.ts';
import { shownSlots } from './label-values.ts';
import { unitsOf } from '../rows/moves.ts';
import {
  isLoneFigure,
  readSum,
  readTotal,
  readTotalHeading,
  saysScores,
  saysSubtotal,
} from './total-row.ts';
import { addsUp } from './total-sum.ts';
import type { Column, Item, Role } from '../types.ts';

function ended(state: State): State {
  return changed(toPairs(state), { total: true });
}

const headedAt = memoAt(({ items, end }: Rows, at: number) => {
  const item = items[at];
  const below = at + 1 < end ? items[at + 1] : undefined;
  return item?.kind === 'row' ? readTotalHeading(item, below) : null;
});

/** 总分值 | 总得分 | 自评等级 as a heading of their own, the figures in the row below. */
function underHeading(rows: Rows, at: number, state: State): Claim[] {
  const total = headedAt(rows, at);
  if (total === null) return [];
  return [
    {
      length: 2,
      cost: 0,
      state: ended(state),
      reading: 'total under its heading',
      apply: (form) => {
        form.endTotal(total);
      },
    },
  ];
}

/** Below a 总分 that stands alone, the next two numbers are its own; a lone number elsewhere is a page's. */
const rowsOf = memoAt(({ items, end }: Rows, at: number): readonly Item[] => {
  const row = items[at];
  if (row === undefined) return [];
  const rows = [row];
  const alone = shownSlots(row).length === 1;
  for (let next = at + 1; alone && rows.length < 3 && next < end; next += 1) {
    const item = items[next];
    if (item === undefined || !isLoneFigure(item)) break;
    rows.push(item);
  }
  return rows;
});

/** Words that we do not know before the sum of the weights above: told by what it adds up to, not by its words. */
function bySum({ items }: Rows, at: number, state: State): Claim[] {
  const item = items[at];
  const { heading } = state;
  if (item === undefined || heading?.kind !== 'indicators' || state.bare) return [];
  const above = items.slice(Number.parseInt(heading.id, 10) + 1, at);
  if (!bareSum(item, heading.columns) || !addsUp(item, above, heading.columns)) return [];
  const found = readSum(item, heading.columns);
  if (found === null) return [];
  return [
    {
      length: 1,
      cost: costs.byShape,
      state: ended(state),
      reading: 'total by its sum',
      apply: (form) => {
        form.endTotal(found);
      },
    },
  ];
}

/** 指标得分小计 | 90 | 89.6: a sum on the way, which is no indicator's and not the form's. */
function subtotal(item: Item, state: State): Claim[] {
  const columns = state.heading?.columns ?? none;
  const found =
    state.kind === 'indicators' && saysSubtotal(item) && bareSum(item, columns)
      ? readSum(item, columns)
      : null;
  if (found === null) return [];
  const heads = (role: Role): string =>
    columns.find((column) => column.role === role)?.heading?.text ?? '';
  return [
    {
      length: 1,
      cost: 0,
      state: changed(state, { bare: false }),
      reading: 'subtotal',
      apply: (form) => {
        form.addLabels(found.label.units);
        for (const role of ['weight', 'score'] as const) {
          const value = found[role];
          const label = { text: `${heads(role)}（${found.label.text}）`, units: [] };
          if (value !== null) form.addPairs([{ label, terms: [], value }]);
        }
      },
    },
  ];
}

const totalOf = memoPair(readTotal);
const none: readonly Column[] = [];

/** 总得分 behind the money of a form whose indicators stand in front of it. */
function behindFunds(item: Item, { kind, tables, total: had }: State): boolean {
  return kind === 'funds' && tables.indicators !== undefined && !had && saysScores(item);
}

export const total: Recogniser = {
  meta: {
    id: 'total',
    reads: '总分 with its weight and score, in a row, in three lines, or under words of its own',
  },
  claims: (rows, at, state) => {
    const item = rows.items[at];
    if (item === undefined || !(inIndicators(state) || behindFunds(item, state))) return [];
    const claims = [...underHeading(rows, at, state), ...subtotal(item, state)];
    if (saysSubtotal(item)) return claims;
    if (!saysTotal(item)) return [...claims, ...bySum(rows, at, state)];
    const parts = rowsOf(rows, at);
    const found = totalOf(parts, state.tables.indicators?.columns ?? none);
    const claim: Claim = {
      length: parts.length,
      cost: 0,
      state: found === null ? toPairs(state) : ended(state),
      reading: 'total',
      apply: (form) => {
        if (parts.length > 1) form.note('total-rejoined', {}, parts.flatMap(unitsOf));
        if (found !== null) form.endTotal(found);
      },
    };
    // Right below the heading, the rows that it sums up follow.
    return state.bare && found !== null
      ? [...claims, { ...claim, state: { ...state, total: true } }]
      : [...claims, claim];
  },
};
