import type { Extent } from '../shared/places/geometry.ts';
import type { Dot, Ruling, Rulings } from '../shared/places/types.ts';

/** More backgrounds than any page of forms has: where there are more, none hides anything. */
const most = 4_000;
/** How far, in points, a background reaches beyond a line that it hides: the borders at its own sides stay. */
const within = 0.75;
/** Rounding of coordinates, in points. */
const rounding = 0.1;

/** Something opaque, and how many lines had been painted before it. */
interface Cover {
  readonly box: Extent;
  /** How much farther than a line's thickness it reaches where it hides the line. */
  readonly reach: number;
  readonly before: Readonly<Record<Kind, number>>;
}

type Kind = 'horizontal' | 'vertical' | 'dots';

/**
 * What hides lines that were painted before it: report tools and spreadsheets draw a full grid, and then a merged cell's
 * background over the lines within it, or white lines over them.
 */
export class Covers {
  readonly #covers: Cover[] = [];

  /** Takes an opaque background, before the lines of its own path are added to `painted`. */
  addArea(box: Extent, painted: Rulings): void {
    this.#covers.push({ box, reach: within, before: countsOf(painted) });
  }

  /** Takes lines in the paper's colour. */
  addWhite(
    { horizontal, vertical }: Pick<Rulings, 'horizontal' | 'vertical'>,
    painted: Rulings,
  ): void {
    const before = countsOf(painted);
    const put = (box: Extent): void => {
      this.#covers.push({ box, reach: -rounding, before });
    };
    for (const { at, from, to, thickness } of horizontal)
      put({ x0: from, x1: to, y0: at - thickness / 2, y1: at + thickness / 2 });
    for (const { at, from, to, thickness } of vertical)
      put({ x0: at - thickness / 2, x1: at + thickness / 2, y0: from, y1: to });
  }

  /** The lines that still show, in the order in which they were painted. */
  showing(painted: Rulings): Rulings {
    const covers = this.#covers;
    if (covers.length === 0 || covers.length > most) return painted;
    const hides = ({ x, y }: Dot, { box }: Cover): boolean =>
      x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
    const across = covers.map(({ box, reach, before }) => ({
      across: [box.y0, box.y1] as const,
      along: [box.x0, box.x1] as const,
      reach,
      before: before.horizontal,
    }));
    const down = covers.map(({ box, reach, before }) => ({
      across: [box.x0, box.x1] as const,
      along: [box.y0, box.y1] as const,
      reach,
      before: before.vertical,
    }));
    return {
      ...painted,
      horizontal: cutAll(painted.horizontal, across),
      vertical: cutAll(painted.vertical, down),
      dots: painted.dots.filter(
        (dot, index) => !covers.some((cover) => index < cover.before.dots && hides(dot, cover)),
      ),
    };
  }
}

function countsOf({ horizontal, vertical, dots }: Rulings): Cover['before'] {
  return { horizontal: horizontal.length, vertical: vertical.length, dots: dots.length };
}

type Span = readonly [number, number];

/** A cover as the lines of one direction meet it. */
interface Band {
  readonly across: Span;
  readonly along: Span;
  readonly reach: number;
  readonly before: number;
}

function cutAll(lines: readonly Ruling[], bands: readonly Band[]): Ruling[] {
  const places = [...lines.keys()].sort(
    (one, other) => (lines[one]?.at ?? 0) - (lines[other]?.at ?? 0),
  );
  const hidden = new Map<number, Span[]>();
  for (const { across, along, reach, before } of bands) {
    for (let place = firstFrom(places, lines, across[0]); place < places.length; place += 1) {
      const index = places[place] ?? 0;
      const line = lines[index];
      if (line === undefined || line.at > across[1]) break;
      const room = line.thickness / 2 + reach;
      if (
        index >= before ||
        line.at - room < across[0] ||
        line.at + room > across[1] ||
        along[1] <= line.from ||
        along[0] >= line.to
      )
        continue;
      const parts = hidden.get(index);
      if (parts === undefined) hidden.set(index, [along]);
      else parts.push(along);
    }
  }
  return lines.flatMap((line, index) => cut(line, hidden.get(index) ?? []));
}

/** The first of some lines, sorted by their places, that does not stand before a place. */
function firstFrom(places: readonly number[], lines: readonly Ruling[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[places[middle] ?? 0]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is left of a line where some parts of it are hidden; crumbs at the ends of what hides it are nothing. */
function cut(line: Ruling, parts: readonly Span[]): Ruling[] {
  const left: Ruling[] = [];
  let { from } = line;
  for (const [start, end] of [...parts].sort((one, other) => one[0] - other[0])) {
    if (start - from > within) left.push({ ...line, from, to: start });
    from = Math.max(from, end);
  }
  return parts.length === 0
    ? [line]
    : line.to - from > within
      ? [...left, { ...line, from }]
      : left;
}
