import { costs } from './settings.ts';
import type { TableKind } from '../types.ts';
import type { OpenHeading, State } from './types.ts';

const nothing = trailOf({});

/** Before a form's first item. */
export const start: State = {
  kind: 'pairs',
  heading: null,
  tables: { indicators: undefined, funds: undefined, goal: undefined },
  bare: false,
  goals: 0,
  total: false,
  closed: false,
  pageBreak: false,
  trail: nothing,
};

/** A state with some of what it says changed. All states are made here, and look alike: code that reads them is compiled once. */
export function changed(state: State, now: Partial<State>): State {
  return {
    kind: now.kind ?? state.kind,
    heading: now.heading === undefined ? state.heading : now.heading,
    tables: now.tables ?? state.tables,
    bare: now.bare ?? state.bare,
    goals: now.goals ?? state.goals,
    total: now.total ?? state.total,
    closed: now.closed ?? state.closed,
    pageBreak: now.pageBreak ?? state.pageBreak,
    trail: now.trail ?? state.trail,
  };
}

/** What it costs that the heading above had no row. Goals are often left blank. */
export function bareCost({ bare, kind }: State): number {
  if (!bare) return 0;
  return kind === 'goal' ? costs.bareGoal : costs.bareHeading;
}

/** The headings that a form has had, with one more. */
export function withTable(
  tables: State['tables'],
  kind: TableKind,
  open: OpenHeading,
): State['tables'] {
  return {
    indicators: kind === 'indicators' ? open : tables.indicators,
    funds: kind === 'funds' ? open : tables.funds,
    goal: kind === 'goal' ? open : tables.goal,
  };
}

/** What a row leaves for the next; what is not said is left open by none. */
export function trailOf(left: Partial<State['trail']>): State['trail'] {
  return {
    pairs: left.pairs ?? [],
    head: left.head ?? [],
    goal: left.goal ?? null,
    piece: left.piece ?? null,
    deviation: left.deviation ?? false,
  };
}

/** Labels and their values are read from here on; no row above goes on. */
export function toPairs(state: State): State {
  return changed(state, { kind: 'pairs', heading: null, bare: false, trail: nothing });
}

/** Whether indicators are being read, or may go on behind what interrupted them. */
export function inIndicators(state: State): boolean {
  return (
    state.kind === 'indicators' ||
    (state.kind === 'pairs' && state.tables.indicators !== undefined && !state.total)
  );
}

export function isTable(kind: State['kind']): kind is TableKind {
  return kind !== 'pairs' && kind !== 'over';
}
