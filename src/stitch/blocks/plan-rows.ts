import { names } from '../../lexicon/index.ts';
import type { Unit } from '../../model/index.ts';
import { printedFigure } from '../../number/index.ts';
import { shownSlots } from './label-values.ts';
import type { Item, PlanStep } from '../types.ts';

interface Plan {
  readonly steps: PlanStep[];
  readonly labels: readonly Unit[];
  readonly length: number;
}

/** 资金支出计划: dates in one row, percentages in the next; null where a row is none. */
export function readPlan(item: Item, below: Item | undefined): Plan | null {
  const [first, ...steps] = shownSlots(item);
  if (first === undefined || steps.length === 0 || !names(first.piece.text, 'planBlock'))
    return null;
  const figures =
    below === undefined
      ? []
      : shownSlots(below).filter(({ piece }) => !names(piece.text, 'planBlock'));
  const paired =
    figures.length > 0 &&
    figures.length <= steps.length &&
    figures.every(({ piece }) => printedFigure(piece.text).kind !== 'text');
  return {
    steps: steps.map((step, at) => {
      const exact = figures.find(({ column }) => column === step.column);
      const figure = figures.length === steps.length ? figures[at] : exact;
      return { by: step.piece, percent: paired ? (figure?.piece ?? null) : null };
    }),
    labels: first.piece.units,
    length: paired ? 2 : 1,
  };
}
