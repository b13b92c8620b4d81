import { multiply } from '../shared/places/geometry.ts';
import type { Matrix } from '../shared/places/geometry.ts';
import type { Font, GraphicsState, TextCursor } from './state.ts';
import type { DrawnGlyph } from '../shared/places/types.ts';

/** A glyph as pdfjs hands it over in the arguments of showText. */
interface FontGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

const defaultMatrix = [0.001, 0, 0, 0.001, 0, 0];
const defaultVerticalMetrics = [-1000, 500, 880];

/**
 * Walks the glyphs of one showText operation and moves the pen, as ISO 32000-1, 9.4.4 says; numbers among the glyphs are
 * the adjustments of TJ.
 */
export function showText(
  state: GraphicsState,
  cursor: TextCursor,
  items: readonly unknown[],
  emit: (glyph: DrawnGlyph) => void,
): void {
  const { font } = state;
  if (font === null || state.fontSize === 0) return;
  const place = placer(state, cursor, font);
  const vertical = font.vertical === true;
  let pen = 0;
  for (const item of items) {
    if (typeof item === 'number') {
      pen += ((vertical ? 1 : -1) * item * state.fontSize) / 1000;
    } else if (isGlyph(item)) {
      const spacing = (item.isSpace ? state.wordSpacing : 0) + state.characterSpacing;
      const { advance, offsetX, offsetY } = metrics(item, state, font);
      if (item.unicode !== '') emit(place(item.unicode, pen, advance, offsetX, offsetY));
      pen += vertical
        ? advance - spacing * state.fontDirection
        : advance + spacing * state.fontDirection;
    }
  }
  if (vertical) cursor.y -= pen;
  else cursor.x += pen * state.horizontalScale * state.fontDirection;
}

function isGlyph(item: unknown): item is FontGlyph {
  return (
    typeof item === 'object' &&
    item !== null &&
    'unicode' in item &&
    typeof item.unicode === 'string'
  );
}

/** How far a glyph moves the pen, and where it stands from the pen (vertical writing hangs it from the top middle). */
function metrics(
  glyph: FontGlyph,
  state: GraphicsState,
  font: Font,
): { advance: number; offsetX: number; offsetY: number } {
  const scale = state.fontSize * (font.fontMatrix?.[0] ?? defaultMatrix[0] ?? 0);
  if (font.vertical !== true) return { advance: glyph.width * scale, offsetX: 0, offsetY: 0 };
  const own = glyph.vmetric ?? font.defaultVMetrics ?? defaultVerticalMetrics;
  const x = glyph.vmetric ? (own[1] ?? 0) : glyph.width * 0.5;
  return {
    advance: -(own[0] ?? -1000) * scale,
    offsetX: -x * scale,
    offsetY: (own[2] ?? 0) * scale,
  };
}

type Place = (
  text: string,
  pen: number,
  advance: number,
  offsetX: number,
  offsetY: number,
) => DrawnGlyph;

/** Turns pen positions of this text state into glyphs on the page. */
function placer(state: GraphicsState, cursor: TextCursor, font: Font): Place {
  const scaleX = state.horizontalScale * state.fontDirection;
  const local: Matrix = [scaleX, 0, 0, state.fontDirection, cursor.x, cursor.y + state.rise];
  const [a, b, c, d, e, f] = multiply(multiply(state.matrix, cursor.matrix), local);
  const em = emHeight(state.fontSize, font);
  const [ux, uy] = [c * em, d * em];
  const tracking = Math.abs(state.characterSpacing) * Math.hypot(a, b);
  if (font.vertical !== true) {
    return (text, pen, advance) => ({
      text,
      x: a * pen + e,
      y: b * pen + f,
      ax: a * advance,
      ay: b * advance,
      ux,
      uy,
      tracking,
      vertical: false,
    });
  }
  // The origin is moved to the left end of the baseline, so that the middle of the glyph is found as in horizontal writing.
  return (text, pen, _advance, offsetX, offsetY) => {
    const [x, y] = [offsetX, -(pen + offsetY)];
    return {
      text,
      x: a * x + c * y + e,
      y: b * x + d * y + f,
      ax: -a * 2 * offsetX,
      ay: -b * 2 * offsetX,
      ux,
      uy,
      tracking,
      vertical: true,
    };
  };
}

/** The font size in text space; Type 3 fonts have no em, so their box stands for it. */
function emHeight(fontSize: number, font: Font): number {
  if (font.isType3Font !== true) return fontSize;
  const box = (font.bbox?.[3] ?? 0) - (font.bbox?.[1] ?? 0);
  const height = Math.abs(box * (font.fontMatrix?.[3] ?? 0));
  return height > 0.2 && height < 5 ? fontSize * height : fontSize;
}
