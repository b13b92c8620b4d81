import { countCharacters, isBlank } from '../../model/index.ts';
import { limits } from '../../model/index.ts';
import { intersect } from '../shared/places/geometry.ts';
import type { Extent, Size } from '../shared/places/geometry.ts';
import { printed } from '../shared/radicals.ts';
import type { DrawnGlyph, Glyph } from '../shared/places/types.ts';

/** Offset, in font sizes and at most in points, at which the same character counts as the same one drawn again. */
const again = { ems: 0.15, points: 2 };
/** Invisible text is kept where the visible text beside it is no more than this share of it (a stamp on a scan). */
const stampShare = 0.2;

interface Layer {
  readonly glyphs: Glyph[];
  characters: number;
}

/** Gathers a page's characters as they arrive: inside the page, each once, visible and invisible ones apart. */
export class GlyphCollector {
  readonly #page: Extent;
  readonly #visible: Layer = { glyphs: [], characters: 0 };
  readonly #hidden: Layer = { glyphs: [], characters: 0 };
  #run = 0;
  readonly #places = new Map<string, Map<number, Glyph[]>>();
  /** Characters beyond the cap, which were left out. */
  overflow = 0;

  constructor(size: Size) {
    this.#page = { x0: 0, y0: 0, x1: size.width, y1: size.height };
  }

  /** Tells that what follows is drawn by another text operation. */
  startRun(): void {
    this.#run += 1;
  }

  /** Takes a glyph in, unless it stands outside the page or what its clipping path lets show. */
  add(drawn: DrawnGlyph, clip: Extent, invisible: boolean): void {
    if (!isInside(drawn, intersect(this.#page, clip))) return;
    if (this.#visible.glyphs.length + this.#hidden.glyphs.length >= limits.pdfPageGlyphs) {
      this.overflow += 1;
      return;
    }
    const glyph = { ...drawn, text: printed(drawn.text), run: this.#run };
    if (!isBlank(glyph.text) && this.#isRepeated(glyph)) return;
    const layer = invisible ? this.#hidden : this.#visible;
    layer.glyphs.push(glyph);
    layer.characters += countCharacters(glyph.text);
  }

  /** The page's text: what is visible, and the invisible text under a scan where that is the page's text. */
  finish(): { glyphs: readonly Glyph[]; characters: number } {
    const [visible, hidden] = [this.#visible, this.#hidden];
    if (hidden.characters === 0 || visible.characters > stampShare * hidden.characters)
      return visible;
    return {
      glyphs: [...visible.glyphs, ...hidden.glyphs],
      characters: visible.characters + hidden.characters,
    };
  }

  /** Whether the same character stands here already: bold type is often faked by drawing twice. */
  #isRepeated(glyph: Glyph): boolean {
    let places = this.#places.get(glyph.text);
    if (places === undefined) this.#places.set(glyph.text, (places = new Map()));
    const [column, row] = [Math.floor(glyph.x / again.points), Math.floor(glyph.y / again.points)];
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        if (places.get(placeKey(column + dx, row + dy))?.some((other) => isSamePlace(other, glyph)))
          return true;
      }
    }
    const key = placeKey(column, row);
    const here = places.get(key);
    if (here === undefined) places.set(key, [glyph]);
    else here.push(glyph);
    return false;
  }
}

/** Whether the middle of a glyph is in a box. */
function isInside(glyph: DrawnGlyph, { x0, y0, x1, y1 }: Extent): boolean {
  const x = glyph.x + glyph.ax / 2 + 0.35 * glyph.ux;
  const y = glyph.y + glyph.ay / 2 + 0.35 * glyph.uy;
  return x >= x0 && y >= y0 && x <= x1 && y <= y1;
}

function placeKey(column: number, row: number): number {
  return column * 65_536 + row;
}

function isSamePlace(one: Glyph, other: Glyph): boolean {
  const em = Math.hypot(one.ux, one.uy);
  const slack = Math.min(again.ems * em, again.points);
  return (
    Math.abs(one.x - other.x) <= slack &&
    Math.abs(one.y - other.y) <= slack &&
    one.ux * other.ux + one.uy * other.uy > 0
  );
}
