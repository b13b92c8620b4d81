import { isLevelFragment, readsAsSentence } from '../../lexicon/index.ts';
import { countCharacters } from '../../model/index.ts';
import { parseMeasure } from '../../number/index.ts';
import { opensWithLabel } from '../cover/asked.ts';
import { memoAt } from '../cover/memo.ts';
import { costs } from '../cover/settings.ts';
import type { FormBuilder } from '../cover/build.ts';
import { changed, isTable, trailOf } from '../cover/state.ts';
import type { Claim, Recogniser, Rows, State } from '../cover/types.ts';
import { shownSlots } from './label-values.ts';
import { unitsOf } from '../rows/moves.ts';
import { onlyText } from '../segments/segment.ts';
import type { Item } from '../types.ts';
import { rowClaim } from './body.ts';

/** A line without any tab inside a table: the end of a cell that holds a line break, or a row that lost its other cells. */
function partOfTable(item: Item, state: State, alone: boolean): Claim[] {
  const table = state.heading;
  if (table === null || !isTable(state.kind)) return [];
  const lone = alone && !isLevelFragment(onlyText(item) ?? '') ? costs.adjoiningLine : 0;
  const row = rowClaim(item, table, state, lone);
  const { piece, deviation } = state.trail;
  const goesOn = (state.kind === 'goal' && item.gap) || deviation;
  if (piece === null || !goesOn) return [row];
  const kind = state.kind;
  const end: Claim = {
    length: 1,
    cost: lone,
    state: changed(state, { trail: trailOf({ ...state.trail, goal: null }) }),
    reading: 'continued',
    apply: (form) => {
      form.continueRow(kind, piece, shownSlots(item)[0]?.piece ?? null);
    },
  };
  return [end, { ...row, cost: row.cost + costs.byShape }];
}

export const line: Recogniser = {
  meta: {
    id: 'line',
    reads: 'a line between a table’s rows: the rest of a cell that a line break cut',
  },
  claims: ({ items }, at, state) => {
    const item = items[at];
    if (item?.kind !== 'line' || state.kind === 'over') return [];
    const alone = item.gap && (items[at + 1]?.gap ?? true);
    return partOfTable(item, state, alone);
  },
};

/** What it costs to leave an item out, with all that it says. */
const leftOutCost = memoAt(({ items }: Rows, at: number): number => {
  const item = items[at] as Item;
  const { leftOut: base, leftOutCharacter, leftOutMost, loneLine } = costs;
  const alone = item.kind === 'line' && item.gap && (items[at + 1]?.gap ?? true);
  if (alone && !isLevelFragment(onlyText(item) ?? '') && !opensWithLabel(item)) return loneLine;
  const size = unitsOf(item).reduce((sum, { raw }) => sum + countCharacters(raw), 0);
  return Math.min(leftOutMost, base + leftOutCharacter * size);
});

/** 90人, ≥3%: no page prints that between a table's rows. */
function isMeasured(text: string): boolean {
  const { number, unit, comparator } = parseMeasure(text);
  return (
    number !== null && (comparator !== null || unit !== null) && !/[页年月日号次期]/u.test(text)
  );
}

/** A sentence or value between a table's rows is more likely one that lost its cell than what a page prints. */
function noteLine(form: FormBuilder, item: Item): void {
  const text = onlyText(item) ?? '';
  const data = { text: text.slice(0, 40) };
  if (readsAsSentence(text) || isMeasured(text))
    form.note('reading-uncertain', data, unitsOf(item), 'warning');
  else form.note('line-between-pages', data, unitsOf(item));
}

/** What no block takes: a line between the form's rows is outside, a row inside it is unplaced. */
export const leftOut: Recogniser = {
  meta: { id: 'left-out', reads: 'what nothing else takes' },
  claims: (rows, at, state) => {
    const item = rows.items[at];
    if (item === undefined || state.kind === 'over') return [];
    return [
      {
        length: 1,
        cost: leftOutCost(rows, at),
        state: changed(state, { trail: trailOf({ ...state.trail, pairs: [] }) }),
        reading: 'left out',
        apply: (form) => {
          if (item.kind !== 'line') return;
          form.leaveOut(unitsOf(item));
          if (isTable(state.kind)) noteLine(form, item);
        },
      },
    ];
  },
};
