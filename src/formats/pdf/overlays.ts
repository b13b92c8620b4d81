import { isBlank } from '../../model/index.ts';
import { middleOf, turnOf } from '../shared/places/text.ts';
import type { Glyph } from '../shared/places/types.ts';

/** Glyphs drawn one after the other are parts of one text up to this distance, in font sizes. */
const sameText = 3;
/** Sizes of one text agree to this share. */
const sameSize = 0.2;
/** Watermarks are so much larger than most of the text, and so large a share of their characters stand on other text. */
const mark = { times: 1.8, share: 0.5 };
/** More large characters than this are no watermark. */
const maxLarge = 200;

/**
 * The text that stands over a page and is no part of what is written there: seals and slanted watermarks, which run askew,
 * and large words across the text.
 */
export function findOverlays(glyphs: readonly Glyph[]): ReadonlySet<Glyph> {
  return new Set([...findCurved(glyphs), ...findMarks(glyphs)]);
}

/** Text that runs askew or round a seal; its top stands upright. */
function findCurved(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.flatMap((glyph, index) => {
    if (turnOf(glyph) !== null) return [];
    const reach = sameText * emOf(glyph);
    const beside = [glyphs[index - 1], glyphs[index + 1]].filter((other) => other !== undefined);
    return [
      glyph,
      ...beside.filter(
        (other) =>
          Math.hypot(other.x - glyph.x, other.y - glyph.y) <= reach && isSameSize(glyph, other),
      ),
    ];
  });
}

/** Words far larger than the rest, of which most characters stand on smaller ones. */
function findMarks(glyphs: readonly Glyph[]): Glyph[] {
  const sizes = Float64Array.from(glyphs, emOf).sort();
  const largest = mark.times * (sizes[sizes.length >> 1] ?? 0);
  if ((sizes.at(-1) ?? 0) <= largest) return [];
  const large = glyphs.filter((glyph) => emOf(glyph) > largest && !isBlank(glyph.text));
  if (large.length === 0 || large.length > maxLarge) return [];
  const others = glyphs
    .filter((glyph) => emOf(glyph) <= largest && !isBlank(glyph.text))
    .map(middleOf);
  const isMark = (text: readonly Glyph[]): boolean =>
    text.filter((glyph) => standsOn(glyph, others)).length >= mark.share * text.length;
  return large.filter((glyph) => isMark(large.filter((other) => isSameSize(glyph, other))));
}

function isSameSize(one: Glyph, other: Glyph): boolean {
  return Math.abs(emOf(one) - emOf(other)) <= sameSize * emOf(one);
}

/** Whether any of some places is within the square of a character. */
function standsOn(glyph: Glyph, places: readonly (readonly [number, number])[]): boolean {
  const reach = emOf(glyph) / 2;
  const [x, y] = middleOf(glyph);
  return places.some((place) => Math.abs(place[0] - x) <= reach && Math.abs(place[1] - y) <= reach);
}

function emOf({ ux, uy }: Glyph): number {
  return Math.hypot(ux, uy);
}
