import { edgesOfCells } from './areas.ts';
import { withBareRows } from './bare-rows.ts';
import { findBorderless } from '../shared/places/borderless.ts';
import type { BorderlessTable } from '../shared/places/borderless-cells.ts';
import type { Gap } from '../shared/places/borderless-columns.ts';
import { readParts } from '../shared/places/columns.ts';
import type { Part } from '../shared/places/columns.ts';
import { findOutlines } from './components.ts';
import { findFrames, isCovered } from './frames.ts';
import type { Frame } from './frames.ts';
import { turnPoint, turnSize, turnVector } from '../shared/places/geometry.ts';
import type { Size, Turn } from '../shared/places/geometry.ts';
import { putIntoCells } from './homes.ts';
import type { Homes } from './homes.ts';
import { joinAll } from './rulings.ts';
import { findOverlays } from './overlays.ts';
import type { LaidTable } from '../shared/places/tables.ts';
import { joinLines, middleOf, paddingOf, readLines, turnOf } from '../shared/places/text.ts';
import type { Line } from '../shared/places/text.ts';
import { noRulings } from '../shared/places/types.ts';
import type { Glyph, Ruling, Rulings } from '../shared/places/types.ts';
import { withoutUnderlines } from './underlines.ts';

/** A page read: its parts in reading order, in the frame that `turn` makes upright. */
export interface Layout {
  readonly turn: Turn;
  readonly parts: readonly Part[];
  /** What stands over the page: seals and watermarks. */
  readonly overlays: readonly Line[];
  /** The column gaps of the last table without borders, for the next page. */
  readonly gaps: readonly Gap[];
  /** The page has so many lines that no borders were made out. */
  readonly crowded: boolean;
}

/**
 * Reads tables and lines out of a page's glyphs and borders.
 *
 * @param earlier the column gaps of the page before, where that one ended in a table without borders
 */
export function layOut(
  glyphs: readonly Glyph[],
  rulings: Rulings,
  size: Size,
  earlier: readonly Gap[],
): Layout {
  const turn = mainTurn(glyphs);
  const upright = turn === 0 ? glyphs : glyphs.map((glyph) => turnGlyph(glyph, turn, size));
  const ruled = withBareRows(withoutUnderlines(turnRulings(rulings, turn, size), upright));
  const { frames, crowded } = framesOf(ruled, turnSize(size, turn), upright);
  const overlays = findOverlays(upright);
  const homes = putIntoCells(
    upright.filter((glyph) => !overlays.has(glyph)),
    frames,
  );
  const { whole, borderless } = chooseFrames(frames, homes, earlier);
  const tables = [...whole.map(layTable), ...borderless.map(({ table }) => table)];
  const taken = new Set(borderless.flatMap((found) => found.glyphs));
  const parts = readParts({
    tables,
    glyphs: outside(homes, new Set(whole)).filter((glyph) => !taken.has(glyph)),
  });
  return {
    turn,
    parts,
    overlays: readLines([...overlays]),
    gaps: borderless.at(-1)?.gaps ?? [],
    crowded,
  };
}

/** The page's ruled tables; where its lines make none, those that its backgrounds make. */
function framesOf(
  ruled: Rulings,
  size: Size,
  glyphs: readonly Glyph[],
): { frames: readonly Frame[]; crowded: boolean } {
  const places = glyphs.map(middleOf);
  const outlines = findOutlines(joinAll(ruled, size, places));
  const frames = findFrames(outlines ?? []);
  const filled = frames.some(isFine) ? null : edgesOfCells(ruled, glyphs);
  const others =
    filled === null ? [] : findFrames(findOutlines(joinAll(filled, size, places)) ?? []);
  return {
    frames: others.some(({ lattice }) => lattice.xs.length - 1 > coarse) ? others : frames,
    crowded: outlines === null,
  };
}

/** The glyphs that stand in none of the given frames, in the order in which they were drawn. */
function outside(homes: Homes, frames: ReadonlySet<Frame>): Glyph[] {
  return [...homes]
    .filter(([, home]) => home === null || !frames.has(home))
    .map(([glyph]) => glyph);
}

/** Lattices of so many rows or columns may be what is left of a table whose other borders are missing. */
const coarse = 3;

function isFine({ lattice }: Frame): boolean {
  return lattice.xs.length - 1 > coarse && lattice.ys.length - 1 > coarse;
}

/**
 * Tells tables from frames whose inner borders are missing, wholly or in one direction: there the text, read without
 * borders, shows far more cells than the borders do.
 */
function chooseFrames(
  frames: readonly Frame[],
  homes: Homes,
  earlier: readonly Gap[],
): { whole: readonly Frame[]; borderless: readonly BorderlessTable[] } {
  const fine = frames.filter(isFine);
  if (fine.length < frames.length) {
    const found = findBorderless(outside(homes, new Set(fine)), earlier);
    const shown = frames
      .filter((frame) => !fine.includes(frame))
      .flatMap(({ inside }) => inside.filter((glyphs) => glyphs.length > 0));
    const cells = found.flatMap(({ table }) => table.cells.filter(({ text }) => text !== ''));
    if (cells.length >= 2 * shown.length) return { whole: fine, borderless: found };
  }
  return { whole: frames, borderless: findBorderless(outside(homes, new Set(frames)), earlier) };
}

/** The turn that makes most of a page's text upright. */
function mainTurn(glyphs: readonly Glyph[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const glyph of glyphs) {
    const turn = turnOf(glyph);
    if (turn !== null) counts[turn] = (counts[turn] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts)) as Turn;
}

function turnGlyph(glyph: Glyph, turn: Turn, size: Size): Glyph {
  const [x, y] = turnPoint(glyph.x, glyph.y, turn, size);
  const [ax, ay] = turnVector(glyph.ax, glyph.ay, turn);
  const [ux, uy] = turnVector(glyph.ux, glyph.uy, turn);
  return { ...glyph, x, y, ax, ay, ux, uy };
}

function turnRulings(rulings: Rulings, turn: Turn, size: Size): Rulings {
  if (turn === 0) return rulings;
  const { horizontal, vertical, dots, areas } = rulings;
  const turned = noRulings();
  const put = (piece: Ruling, xa: number, ya: number, xb: number, yb: number): void => {
    const [x0, y0] = turnPoint(xa, ya, turn, size);
    const [x1, y1] = turnPoint(xb, yb, turn, size);
    const { thickness } = piece;
    if (Math.abs(x1 - x0) >= Math.abs(y1 - y0))
      turned.horizontal.push({ at: y0, from: Math.min(x0, x1), to: Math.max(x0, x1), thickness });
    else turned.vertical.push({ at: x0, from: Math.min(y0, y1), to: Math.max(y0, y1), thickness });
  };
  for (const piece of horizontal) put(piece, piece.from, piece.at, piece.to, piece.at);
  for (const piece of vertical) put(piece, piece.at, piece.from, piece.at, piece.to);
  for (const dot of dots) {
    const [x, y] = turnPoint(dot.x, dot.y, turn, size);
    turned.dots.push({ x, y, size: dot.size });
  }
  for (const area of areas) {
    const [xa, ya] = turnPoint(area.x0, area.y0, turn, size);
    const [xb, yb] = turnPoint(area.x1, area.y1, turn, size);
    turned.areas.push({
      x0: Math.min(xa, xb),
      y0: Math.min(ya, yb),
      x1: Math.max(xa, xb),
      y1: Math.max(ya, yb),
    });
  }
  return turned;
}

function layTable({ lattice, outline, box, inside }: Frame): LaidTable {
  const { xs, ys, regions } = lattice;
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const filled = regions.map(({ column, columnSpan }, index) => {
    return {
      lines: readLines(inside[index] ?? []),
      left: xs[column] ?? 0,
      right: xs[column + columnSpan] ?? 0,
    };
  });
  const padding = paddingOf(filled);
  const cells = regions.map(({ row, column, rowSpan, columnSpan }, index) => {
    const { lines, left, right } = filled[index] ?? { lines: [], left: 0, right: 0 };
    const [top, bottom] = [ys[row] ?? 0, ys[row + rowSpan] ?? 0];
    return {
      row,
      column,
      rowSpan,
      columnSpan,
      text: joinLines(lines, { width: right - left, padding }),
      lines,
      box: [left, top, right, bottom] as const,
      openAbove: row === 0 && !isCovered(outline.painted, top, left, right),
      openBelow: row + rowSpan === rows && !isCovered(outline.painted, bottom, left, right),
    };
  });
  return { box, rows, columns, cells, padding };
}
