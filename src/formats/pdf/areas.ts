import type { Extent } from '../shared/places/geometry.ts';
import { middleOf } from '../shared/places/text.ts';
import { noRulings } from '../shared/places/types.ts';
import type { Glyph, Ruling, Rulings } from '../shared/places/types.ts';

/** Fewer cells are no table worth the name; more backgrounds than any page of forms has. */
const counts = { least: 12, most: 4_000 };
/** The share of the text between the outermost cells that stands in one of them. */
const inCells = 0.97;
/** Rounding of coordinates, in points. */
const rounding = 0.5;

/**
 * The sides of the cells that backgrounds make: a table whose cells are painted one by one, with gaps between them or none.
 * Null where most of the text stands on no background of its own: stripes and coloured labels are no cells.
 */
export function edgesOfCells(
  { areas, horizontal, vertical, dots }: Rulings,
  glyphs: readonly Glyph[],
): Rulings | null {
  if (areas.length < counts.least || areas.length > counts.most) return null;
  const cells = findCells(areas);
  if (cells.length < counts.least || !holdText(cells, glyphs)) return null;
  const edges: Rulings = {
    ...noRulings(),
    horizontal: [...horizontal],
    vertical: [...vertical],
    dots,
  };
  const put = (rulings: Ruling[], at: number, from: number, to: number): void => {
    rulings.push({ at, from, to, thickness: 0 });
  };
  for (const { x0, y0, x1, y1 } of cells) {
    put(edges.horizontal, y0, x0, x1);
    put(edges.horizontal, y1, x0, x1);
    put(edges.vertical, x0, y0, y1);
    put(edges.vertical, x1, y0, y1);
  }
  return edges;
}

/** The backgrounds that are neither a whole table's or page's, which hold some others, nor words' within a cell. */
function findCells(areas: readonly Extent[]): Extent[] {
  const byKey = new Map(
    areas.map((area) => [
      Object.values(area)
        .map((side: number) => Math.round(side / rounding))
        .join(),
      area,
    ]),
  );
  const sorted = [...byKey.values()].sort((one, other) => sizeOf(other) - sizeOf(one));
  const cells: Extent[] = [];
  sorted.forEach((area, index) => {
    if (cells.some((cell) => holds(cell, area))) return;
    let held = 0;
    for (let other = index + 1; other < sorted.length && held < 2; other += 1)
      if (holds(area, sorted[other] ?? area)) held += 1;
    if (held < 2) cells.push(area);
  });
  return cells;
}

function sizeOf({ x0, y0, x1, y1 }: Extent): number {
  return (x1 - x0) * (y1 - y0);
}

function holds(outer: Extent, inner: Extent): boolean {
  return (
    inner.x0 >= outer.x0 - rounding &&
    inner.y0 >= outer.y0 - rounding &&
    inner.x1 <= outer.x1 + rounding &&
    inner.y1 <= outer.y1 + rounding
  );
}

function holdText(cells: readonly Extent[], glyphs: readonly Glyph[]): boolean {
  const hull = cells.reduce((all, { x0, y0, x1, y1 }) => ({
    x0: Math.min(all.x0, x0),
    y0: Math.min(all.y0, y0),
    x1: Math.max(all.x1, x1),
    y1: Math.max(all.y1, y1),
  }));
  const isIn = (box: Extent, [x, y]: readonly [number, number]): boolean =>
    x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
  const within = glyphs
    .filter(({ text }) => text.trim() !== '')
    .map(middleOf)
    .filter((place) => isIn(hull, place));
  const held = within.filter((place) => cells.some((cell) => isIn(cell, place)));
  return held.length >= inCells * within.length;
}
