import { findTitle } from '../../lexicon/index.ts';
import { costs } from '../cover/settings.ts';
import { changed } from '../cover/state.ts';
import type { Recogniser, Rows, State } from '../cover/types.ts';
import { beginsOtherTable, goesOnBelow, namesOtherTable } from './other-tables.ts';
import { headingAt } from '../cover/asked.ts';
import { isLateIndicator } from './leaving.ts';
import { unitsOf } from '../rows/moves.ts';
import { isFurniture, onlyText } from '../segments/segment.ts';
import type { OpenHeading } from '../cover/types.ts';

/** Before 总分, what interrupts the indicators does not end them. */
function goesOn({ items, end }: Rows, at: number, state: State, { columns }: OpenHeading): boolean {
  return !state.total && goesOnBelow(items, at, end, columns);
}

/** Whether the form ended above an item: behind its indicators another table of the report begins. */
function isOver(rows: Rows, at: number, state: State): boolean {
  const { items } = rows;
  const item = items[at];
  const table = state.tables.indicators;
  if (item === undefined || table === undefined || (state.kind === 'indicators' && state.bare))
    return false;
  const text = onlyText(item) ?? '';
  const closed = state.total || state.closed;
  const named =
    namesOtherTable(item) &&
    !isFurniture(text, rows.title) &&
    !rows.repeated.has(text) &&
    findTitle(text) === null;
  const unscored = !table.columns.some(({ role }) => role === 'score');
  if ((closed || unscored) && named && !goesOn(rows, at + 1, state, table)) return true;
  if (!closed || !item.gap || goesOn(rows, at, state, table)) return false;
  if (beginsOtherTable(item, items[at + 1]) && !isLateIndicator(item, table.columns)) return true;
  return state.tables.funds !== undefined && headingAt(items, at)?.kind === 'funds';
}

export const over: Recogniser = {
  meta: { id: 'over', reads: 'what stands behind the form: another table of the same report' },
  claims: (rows, at, state) => {
    if (state.kind !== 'over' && !isOver(rows, at, state)) return [];
    const left = rows.items.slice(at, rows.end);
    return [
      {
        length: left.length,
        cost: costs.byShape,
        state: changed(state, { kind: 'over', heading: null, bare: false }),
        reading: 'over',
        apply: (form) => {
          form.leaveOut(left.flatMap(unitsOf));
        },
      },
    ];
  },
};
