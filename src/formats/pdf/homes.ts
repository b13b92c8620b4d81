import { boxOfRegion, isCovered } from './frames.ts';
import type { Frame } from './frames.ts';
import { middleOf, turnOf } from '../shared/places/text.ts';
import type { Glyph } from '../shared/places/types.ts';

/** The table in which each character stands, in the order in which they were drawn; null outside all. */
export type Homes = ReadonlyMap<Glyph, Frame | null>;

/** A cell of a ruled table. */
interface Home {
  readonly frame: Frame;
  readonly region: number;
}

type Places = Map<Glyph, Home | null>;

/** Gives every character to the cell that its middle is in, but for text that runs over its cell's side or a page's end. */
export function putIntoCells(glyphs: readonly Glyph[], frames: readonly Frame[]): Homes {
  const places: Places = new Map(glyphs.map((glyph) => [glyph, homeOf(glyph, frames)]));
  for (const run of findRuns(glyphs)) keepTogether(run, places);
  for (const frame of frames) takeOverrun(frame, places);
  for (const [glyph, home] of places) home?.frame.inside[home.region]?.push(glyph);
  return new Map([...places].map(([glyph, home]) => [glyph, home?.frame ?? null]));
}

/** A glyph belongs where its middle is. */
function homeOf(glyph: Glyph, frames: readonly Frame[]): Home | null {
  const [x, y] = middleOf(glyph);
  for (const frame of frames) {
    const region = frame.lattice.locate(x, y);
    if (region !== null) return { frame, region };
  }
  return null;
}

/** How far, in font sizes, a glyph may stand from the end of the one before and from its baseline, to be the next of a word. */
const contiguous = 0.03;

/** Upright text that was drawn without any gap. */
function findRuns(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && goesOn(last, glyph)) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
  }
  return runs.filter((run) => run.length > 1);
}

function goesOn(one: Glyph, next: Glyph): boolean {
  const slack = contiguous * Math.hypot(next.ux, next.uy);
  const gap = next.x - one.x - one.ax - one.tracking;
  return (
    Math.abs(gap) <= slack &&
    Math.abs(next.y - one.y) <= slack &&
    turnOf(one) === 0 &&
    turnOf(next) === 0 &&
    !next.vertical
  );
}

/** How much of a character, in font sizes, stands beyond a border that it runs over: cells without padding end with their text. */
const straddle = 0.04;
/** Text begins within this distance, in font sizes, of its cell's side, unless it is centred. */
const indent = 1;

/** Text too long for its cell runs on over the cell's side: all of it belongs where it begins, or where its middle is. */
function keepTogether(run: readonly Glyph[], places: Places): void {
  const homes = run.map((glyph) => places.get(glyph) ?? null);
  const [first, last] = [run[0], run.at(-1)];
  if (
    first === undefined ||
    last === undefined ||
    homes.every((home) => isSame(home, homes[0] ?? null))
  )
    return;
  if (!run.some((glyph, index) => runsOver(glyph, homes[index] ?? null))) return;
  const home = [
    startHome(first, homes[0] ?? null),
    endHome(last, homes.at(-1) ?? null),
    homes[run.length >> 1],
    homes[0],
  ].find((found) => found != null);
  if (home !== undefined) for (const glyph of run) places.set(glyph, home);
}

function isSame(one: Home | null, other: Home | null): boolean {
  return one?.frame === other?.frame && one?.region === other?.region;
}

function runsOver(glyph: Glyph, home: Home | null): boolean {
  if (home === null) return false;
  const [left, , right] = boxOfRegion(home.frame, home.region);
  const slack = straddle * Math.hypot(glyph.ux, glyph.uy);
  return glyph.x < left - slack || glyph.x + glyph.ax > right + slack;
}

function startHome(glyph: Glyph, home: Home | null): Home | null {
  return home !== null &&
    glyph.x - boxOfRegion(home.frame, home.region)[0] <= indent * Math.hypot(glyph.ux, glyph.uy)
    ? home
    : null;
}

function endHome(glyph: Glyph, home: Home | null): Home | null {
  return home !== null &&
    boxOfRegion(home.frame, home.region)[2] - glyph.x - glyph.ax <=
      indent * Math.hypot(glyph.ux, glyph.uy)
    ? home
    : null;
}

/** The next line of a cell's text is no farther down than this, in font sizes. */
const pitch = 2;

/** Chromium prints on below the frame, which it leaves open there, what a merged cell says at a page's end. */
function takeOverrun(frame: Frame, places: Places): void {
  const bottom = frame.box[3];
  const below = [...places]
    .filter(([glyph, home]) => home === null && turnOf(glyph) === 0 && glyph.y > bottom)
    .map(([glyph]) => glyph);
  if (below.length === 0) return;
  const lowest = lowestOf(frame, places);
  const open = openBelow(frame);
  for (const glyph of below.sort((one, other) => one.y - other.y)) {
    const region = frame.lattice.locate(glyph.x + glyph.ax / 2, bottom);
    if (region === null || !open.has(region)) continue;
    const [left, , right] = boxOfRegion(frame, region);
    if (glyph.x < left || glyph.x + glyph.ax > right) continue;
    // What does not follow within a line's distance ends the cell's text: nothing farther down is near enough.
    if (glyph.y - (lowest.get(region) ?? -Infinity) > pitch * -glyph.uy) continue;
    lowest.set(region, glyph.y);
    places.set(glyph, { frame, region });
  }
}

/** Where the last line of every cell of a frame stands. */
function lowestOf(frame: Frame, places: Places): Map<number, number> {
  const lowest = new Map<number, number>();
  for (const [glyph, home] of places)
    if (home?.frame === frame)
      lowest.set(home.region, Math.max(lowest.get(home.region) ?? -Infinity, glyph.y));
  return lowest;
}

/** The cells of a frame's last row that it leaves open. */
function openBelow(frame: Frame): ReadonlySet<number> {
  const {
    lattice: { regions, ys },
    outline,
  } = frame;
  const isOpen = (region: number): boolean => {
    const [left, , right, bottom] = boxOfRegion(frame, region);
    return !isCovered(outline.painted, bottom, left, right);
  };
  return new Set(
    [...regions.keys()].filter(
      (region) =>
        (regions[region]?.row ?? 0) + (regions[region]?.rowSpan ?? 0) === ys.length - 1 &&
        isOpen(region),
    ),
  );
}
