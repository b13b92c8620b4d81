import type { Glyph, Ruling, Rulings } from '../shared/places/types.ts';

/** How far, in font sizes, an underline stands below its text's baseline. */
const below = 0.22;
/** How near, in points, its ends are to those of the text. */
const flush = 0.4;
/** A border ends on others, within this distance in points. */
const onBorder = 0.75;

/**
 * Leaves out the lines under words: they begin and end with the text that stands on them, and cut no cell where they reach its
 * borders. A border goes on where its cell's text ends.
 *
 * @param glyphs the page's text, in the frame of its rulings
 */
export function withoutUnderlines(rulings: Rulings, glyphs: readonly Glyph[]): Rulings {
  const byBaseline = [...glyphs].sort((one, other) => one.y - other.y);
  const meets = (at: number, place: number): boolean =>
    rulings.vertical.some(
      (border) =>
        Math.abs(border.at - place) <= onBorder &&
        at >= border.from - onBorder &&
        at <= border.to + onBorder,
    );
  const isBorder = ({ at, from, to }: Ruling): boolean => meets(at, from) && meets(at, to);
  return {
    ...rulings,
    horizontal: rulings.horizontal.filter(
      (ruling) => !isUnderline(ruling, byBaseline) || isBorder(ruling),
    ),
  };
}

function isUnderline({ at, from, to }: Ruling, glyphs: readonly Glyph[]): boolean {
  let [left, right] = [Infinity, -Infinity];
  for (let index = firstBelow(glyphs, at - largest); index < glyphs.length; index += 1) {
    const glyph = glyphs[index];
    if (glyph === undefined || glyph.y > at) break;
    if (
      glyph.y < at + below * glyph.uy ||
      glyph.x + glyph.ax < from - flush ||
      glyph.x > to + flush
    )
      continue;
    left = Math.min(left, glyph.x);
    right = Math.max(right, glyph.x + glyph.ax);
  }
  return Math.abs(left - from) <= flush && Math.abs(right - to) <= flush;
}

/** The largest distance, in points, that is looked at: that of a title of some 36 points. */
const largest = 8;

/** The first of some glyphs, sorted by their baselines, whose baseline is not above a place. */
function firstBelow(glyphs: readonly Glyph[], place: number): number {
  let [low, high] = [0, glyphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((glyphs[middle]?.y ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
