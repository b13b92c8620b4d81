import { isBlank } from '../../../model/index.ts';
import type { LaidTable } from './tables.ts';
import { middleOf, readLines } from './text.ts';
import type { Line } from './text.ts';
import type { Glyph } from './types.ts';

/** What is read together: tables and the lines around them, each from top to bottom. */
export interface Part {
  readonly tables: readonly LaidTable[];
  readonly lines: readonly Line[];
}

/** What a page shows before its lines are made out. */
interface Content {
  readonly tables: readonly LaidTable[];
  /** The characters outside the tables. */
  readonly glyphs: readonly Glyph[];
}

/** The strip between two tables side by side. */
interface Gutter {
  readonly left: number;
  readonly right: number;
}

/** Tables side by side leave so much room between them, in points, and so large a share of the lower one stands beside the other. */
const beside = { gap: 6, share: 0.2 };

/**
 * The parts of a page in reading order: one, but where tables stand side by side, as on a sheet with two forms. What crosses
 * the strip between them, such as a title over both, is a part of its own.
 */
export function readParts(content: Content): Part[] {
  const gutter = findGutter(content.tables);
  if (gutter === null)
    return content.tables.length + content.glyphs.length === 0 ? [] : [toPart(content)];
  const middle = (gutter.left + gutter.right) / 2;
  const across = [...tablesAcross(content, gutter), ...rowsAcross(content, gutter)].sort(
    (one, other) => placeOf(one) - placeOf(other),
  );
  const taken = new Set<LaidTable | Glyph>(
    across.flatMap(({ tables, glyphs }) => [...tables, ...glyphs]),
  );
  const bounds = [-Infinity, ...across.map(placeOf), Infinity];
  return bounds.slice(1).flatMap((bottom, index) => {
    const isHere = (y: number): boolean => y >= (bounds[index] ?? 0) && y < bottom;
    const tables = content.tables.filter((table) => !taken.has(table) && isHere(table.box[1]));
    const glyphs = content.glyphs.filter(
      (glyph) => !taken.has(glyph) && isHere(middleOf(glyph)[1]),
    );
    const sides = [true, false].map((isLeft) => ({
      tables: tables.filter(({ box }) => box[0] < middle === isLeft),
      glyphs: glyphs.filter((glyph) => middleOf(glyph)[0] < middle === isLeft),
    }));
    const crossing = across[index];
    return [...sides.flatMap(readParts), ...(crossing === undefined ? [] : [toPart(crossing)])];
  });
}

function toPart({ tables, glyphs }: Content): Part {
  return {
    tables: [...tables].sort(
      (one, other) => one.box[1] - other.box[1] || one.box[0] - other.box[0],
    ),
    lines: readLines(glyphs),
  };
}

/** The strip beside the leftmost table that has another to its right. */
function findGutter(tables: readonly LaidTable[]): Gutter | null {
  for (const { box } of [...tables].sort((one, other) => one.box[2] - other.box[2])) {
    const next = tables.filter(
      (other) => other.box[0] - box[2] >= beside.gap && standBeside(box, other.box),
    );
    if (next.length > 0)
      return { left: box[2], right: Math.min(...next.map((other) => other.box[0])) };
  }
  return null;
}

function standBeside(one: LaidTable['box'], other: LaidTable['box']): boolean {
  const shared = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return shared > beside.share * Math.min(one[3] - one[1], other[3] - other[1]);
}

function tablesAcross({ tables }: Content, { left, right }: Gutter): Content[] {
  return tables
    .filter(({ box }) => box[0] < right - 1 && box[2] > left + 1)
    .map((table) => ({ tables: [table], glyphs: [] }));
}

/** The lines of text of which something stands in the strip. */
function rowsAcross({ glyphs }: Content, { left, right }: Gutter): Content[] {
  const rows: Content[] = [];
  const taken = new Set<Glyph>();
  for (const glyph of glyphs) {
    const [x, y] = middleOf(glyph);
    if (taken.has(glyph) || isBlank(glyph.text) || x < left || x > right) continue;
    const row = glyphs.filter(
      (other) =>
        !taken.has(other) && Math.abs(middleOf(other)[1] - y) <= Math.hypot(glyph.ux, glyph.uy) / 2,
    );
    for (const other of row) taken.add(other);
    rows.push({ tables: [], glyphs: row });
  }
  return rows;
}

/** How far down a crossing part stands. */
function placeOf({ tables, glyphs }: Content): number {
  return Math.min(...tables.map(({ box }) => box[1]), ...glyphs.map((glyph) => middleOf(glyph)[1]));
}
