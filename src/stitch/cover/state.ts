import type { TableKind } from '../types.ts';
import type { State } from './types.ts';

const nothing: State['trail'] = { pairs: [], head: [], goal: null, piece: null, deviation: false };

/** Before a form's first item. */
export const start: State = {
  kind: 'pairs',
  heading: null,
  tables: {},
  bare: false,
  goals: 0,
  total: false,
  closed: false,
  pageBreak: false,
  trail: nothing,
};

/** Labels and their values are read from here on; no row above goes on. */
export function toPairs(state: State): State {
  return { ...state, kind: 'pairs', heading: null, bare: false, trail: nothing };
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
