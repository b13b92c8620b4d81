import { isBlank } from '../../../model/index.ts';
import { isTight } from './text.ts';
import type { Glyph } from './types.ts';

/** A piece of one line, drawn in one go. */
export interface Fragment {
  readonly glyphs: Glyph[];
  readonly left: number;
  right: number;
  /** Where the pen stands after it, white space included. */
  pen: number;
  readonly baseline: number;
  readonly em: number;
}

/** Gaps, in font sizes, that part two pieces of text: within one text operation, and between two. */
const parts = { sameRun: 1.5, sameScript: 0.12, otherScript: 0.4 };
/** How far back, in font sizes, a piece of the same line may begin: typesetters push punctuation marks together. */
const pushedBack = 0.75;
/** A baseline this much higher or lower, in font sizes, is another line. */
export const otherLine = 0.3;

/** Pieces of lines, in the order in which they were drawn: glyphs that follow each other without a gap. */
export function findFragments(glyphs: readonly Glyph[]): Fragment[] {
  const fragments: Fragment[] = [];
  let blanks: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = fragments.at(-1);
    if (isBlank(glyph.text)) {
      if (last !== undefined && Math.abs(glyph.y - last.baseline) <= otherLine * last.em)
        last.pen = Math.max(last.pen, glyph.x + glyph.ax);
      blanks.push(glyph);
      continue;
    }
    if (last !== undefined && extendsLine(last, glyph)) {
      last.glyphs.push(...blanks, glyph);
      last.right = Math.max(last.right, glyph.x + glyph.ax);
      last.pen = glyph.x + glyph.ax;
    } else {
      const right = glyph.x + glyph.ax;
      fragments.push({
        glyphs: [glyph],
        left: glyph.x,
        right,
        pen: right,
        baseline: glyph.y,
        em: Math.hypot(glyph.ux, glyph.uy),
      });
    }
    blanks = [];
  }
  return fragments;
}

function extendsLine(fragment: Fragment, glyph: Glyph): boolean {
  const em = Math.max(fragment.em, Math.hypot(glyph.ux, glyph.uy));
  if (Math.abs(glyph.y - fragment.baseline) > otherLine * em || glyph.x < fragment.left)
    return false;
  const previous = fragment.glyphs.at(-1);
  if (previous === undefined) return false;
  if (glyph.run === previous.run)
    return glyph.x - fragment.right - previous.tracking <= parts.sameRun * em;
  const gap = glyph.x - fragment.pen - previous.tracking;
  return (
    gap >= -pushedBack * em &&
    gap <=
      (isTight(previous.text) === isTight(glyph.text) ? parts.sameScript : parts.otherScript) * em
  );
}

/** Whether two pieces of text share half of the narrower one's width. */
export function overlaps(
  one: { left: number; right: number },
  other: { left: number; right: number },
): boolean {
  const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return shared >= 0.5 * Math.min(one.right - one.left, other.right - other.left);
}

/** What a piece of text says. */
export function textOf({ glyphs }: Fragment): string {
  return glyphs.map(({ text }) => text).join('');
}
