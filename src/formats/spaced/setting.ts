import type { Setting } from '../shared/places/lattice/index.ts';
import type { Piece } from '../shared/places/lattice/types.ts';
import { unit } from './places.ts';

const costs = { next: 0.25, blank: 1.5, farther: 3 };

/** Lines of a cell and rows stand equally far apart. */
export function settingsOf(): Setting[] {
  return [
    {
      rowDistance: 0,
      join: (upper: Piece, lower: Piece) => {
        const lines = Math.round((lower.y - upper.y) / unit.line);
        return lines <= 1 ? costs.next : lines === 2 ? costs.blank : costs.farther;
      },
    },
  ];
}
