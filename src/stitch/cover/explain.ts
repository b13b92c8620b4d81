import type { ExplainedBlock } from '../../model/index.ts';
import { shownSlots } from '../blocks/label-values.ts';
import { unitsOf } from '../rows/moves.ts';
import type { Item } from '../types.ts';
import { doubtIn } from './doubt.ts';
import type { Step } from './path.ts';

function rounded(cost: number): number {
  return Math.round(cost * 1000) / 1000;
}

/** A path for people who ask why a row was read as it was. */
export function explainPath(path: readonly Step[], items: readonly Item[]): ExplainedBlock[] {
  return path.map((step): ExplainedBlock => {
    const { at, by, claim, margin, rival, margins } = step;
    const rows = items.slice(at, at + claim.length);
    return {
      rows: rows.map((item) => shownSlots(item).map(({ piece }) => piece.text)),
      claim: by,
      reading: claim.reading,
      cost: rounded(claim.cost),
      rival:
        rival === null
          ? null
          : { claim: rival.by, reading: rival.reading, margin: rounded(margin) },
      margins: Object.fromEntries(
        [...margins].map(([rivals, dearer]) => [rivals, rounded(dearer)]),
      ),
      doubt: doubtIn(step),
      refs: rows.flatMap(unitsOf).flatMap(({ origins }) => origins),
    };
  });
}
