import type { Extent } from '../shared/places/geometry.ts';
import type { Ruling, Rulings } from '../shared/places/types.ts';

/** Sides that agree to this, in points, are one. */
const flush = 1.5;
/** Fewer backgrounds side by side are a banner and no row of cells. */
const leastCells = 2;
/** Rows that are added on one side of a table at most; and more backgrounds than any page of forms has. */
const most = { rows: 3, areas: 4_000 };

/**
 * Adds the borders of rows that only their backgrounds show, at the upper or lower end of a ruled table: headings and sums on
 * a colour, as jsPDF-AutoTable prints them. Their cells' sides go on in the table's vertical borders.
 */
export function withBareRows(ruled: Rulings): Rulings {
  if (ruled.areas.length < leastCells || ruled.areas.length > most.areas) return ruled;
  let all = ruled;
  for (let round = 0; round < most.rows; round += 1) {
    const cells = [...findRows(all, 'above'), ...findRows(all, 'below')].flat();
    if (cells.length === 0) break;
    all = {
      ...all,
      horizontal: [...all.horizontal, ...cells.flatMap(acrossOf)],
      vertical: [...all.vertical, ...cells.flatMap(downOf)],
    };
  }
  return all;
}

function acrossOf({ x0, y0, x1, y1 }: Extent): Ruling[] {
  return [y0, y1].map((at) => ({ at, from: x0, to: x1, thickness: 0 }));
}

function downOf({ x0, y0, x1, y1 }: Extent): Ruling[] {
  return [x0, x1].map((at) => ({ at, from: y0, to: y1, thickness: 0 }));
}

/** The rows of backgrounds that stand where vertical borders begin or end, with no border on their other side. */
function findRows({ areas, horizontal, vertical }: Rulings, side: 'above' | 'below'): Extent[][] {
  const ends = new Set(vertical.map(({ at, from, to }) => keyOf(at, side === 'above' ? from : to)));
  const rows = new Map<string, Extent[]>();
  for (const area of areas) {
    const [touching, other] = side === 'above' ? [area.y1, area.y0] : [area.y0, area.y1];
    if (!has(ends, area.x0, touching) || !has(ends, area.x1, touching)) continue;
    const key = keyOf(touching, other);
    rows.set(key, [...(rows.get(key) ?? []), area]);
  }
  const isBare = (row: Extent[]): boolean => {
    const far = side === 'above' ? (row[0]?.y0 ?? 0) : (row[0]?.y1 ?? 0);
    return !horizontal.some(
      ({ at, from, to }) =>
        Math.abs(at - far) <= flush &&
        row.some(({ x0, x1 }) => from < x1 - flush && to > x0 + flush),
    );
  };
  return [...rows.values()].filter((row) => row.length >= leastCells && isBare(row));
}

function keyOf(one: number, other: number): string {
  return `${String(Math.round(one / flush))},${String(Math.round(other / flush))}`;
}

/** Whether a border ends at a place, or next to it. */
function has(ends: ReadonlySet<string>, x: number, y: number): boolean {
  return [-flush, 0, flush].some((dx) =>
    [-flush, 0, flush].some((dy) => ends.has(keyOf(x + dx, y + dy))),
  );
}
