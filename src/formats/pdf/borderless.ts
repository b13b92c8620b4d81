import type { Box } from '../../model/index.ts';
import {
  findLabel,
  findLevel1,
  findLevel2,
  findTitle,
  names,
  splitInline,
} from '../../lexicon/index.ts';
import { findBlocks } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { LaidCell, LaidTable } from './tables.ts';
import { joinLines } from './text.ts';
import type { Glyph } from './types.ts';

/** A gap between two neighbours of a row: a column ends somewhere in it. */
export type Gap = readonly [number, number];

/** A table without borders, with what the next page needs to find the same columns. */
export interface BorderlessTable {
  readonly table: LaidTable;
  readonly gaps: readonly Gap[];
  readonly glyphs: readonly Glyph[];
}

/** What makes rows of text a table: so many rows of at least three cells, and so many of a form's own words; fewer below a title. */
const least = { rows: 2, labels: 3 };
const leastBelowTitle = { rows: 1, labels: 2 };
/** Gaps handed on to the next page at most. */
const maxGaps = 400;
/** How far up the page, in points, the drawing must go back to begin another pass. */
const backwards = 5;
/** What stands no farther, in font sizes, above a table may belong to it. */
const closeBy = 2;
/** More passes than this, and the order of drawing tells nothing. */
const maxPasses = 40;
/** More pieces of text than any page of a form has. */
const maxBlocks = 4_000;

type Row = readonly Block[];
/** The columns that a cell takes: from the first to the one after the last. */
type Place = readonly [number, number];

/** What the labels of a form's head name: one value each. */
const headTerms = [
  'projectName',
  'projectCode',
  'department',
  'implementingUnit',
  'reportingUnit',
] as const;

/**
 * Reads tables out of text that no border holds.
 *
 * @param glyphs the page's text outside ruled tables, in the order in which it was drawn
 * @param earlier the gaps of the page before, where that page ended in such a table
 */
export function findBorderless(
  glyphs: readonly Glyph[],
  earlier: readonly Gap[],
): BorderlessTable[] {
  const blocks = findBlocks(glyphs);
  const passes = splitPasses(splitRows(blocks));
  if (blocks.length > maxBlocks || passes.length > maxPasses) return [];
  const rows = mergePasses(passes);
  const found: BorderlessTable[] = [];
  for (const [index, section] of splitSections(rows).entries()) {
    const table = trim(section, found.length === 0 ? earlier : []);
    const continued =
      found.length === 0 && earlier.length > 0 && table.some((row) => row.length > 2);
    if (!continued && !isTable(table, index > 0 ? leastBelowTitle : least)) continue;
    splitAtHeading(table).forEach((part, place) =>
      found.push(build(part, continued && place === 0 ? earlier : [])),
    );
  }
  return found;
}

/** The indicators have columns of their own, which the rows above them would only blur. */
function splitAtHeading(rows: readonly Row[]): (readonly Row[])[] {
  const heading = rows.findIndex(
    (row) =>
      row.some(({ text }) => names(text, 'level1', 'level2')) &&
      row.some(({ text }) => names(text, 'level3')),
  );
  const parts = heading > 0 ? [rows.slice(0, heading), rows.slice(heading)] : [rows];
  return parts.every((part) => isTable(part, least)) ? parts : [rows];
}

/** A block that does not stand to the right of the one before begins a row. */
function splitRows(blocks: readonly Block[]): Row[] {
  const rows: Block[][] = [];
  for (const block of blocks) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (
      row === undefined ||
      last === undefined ||
      block.box[0] < last.box[2] - 1 ||
      isBelow(block, row)
    )
      rows.push([block]);
    else row.push(block);
  }
  return rows;
}

/** Whether a block stands below all of a row, by their middles: rows may be so tight that their text touches. */
function isBelow(block: Block, row: Row): boolean {
  return row.every(({ box }) => heightOf([block]) > box[3] && block.box[1] > (box[1] + box[3]) / 2);
}

/** Where a row stands: by its last cell, since the first may be a label in the middle of several rows. */
function heightOf(row: Row): number {
  const box = row.at(-1)?.box;
  return box === undefined ? 0 : (box[1] + box[3]) / 2;
}

/** Rows drawn from top to bottom; a row that stands above the one before begins another pass over the page. */
function splitPasses(rows: readonly Row[]): Row[][] {
  const passes: Row[][] = [];
  for (const row of rows) {
    const previous = passes.at(-1)?.at(-1);
    if (previous === undefined || heightOf(row) < heightOf(previous) - backwards)
      passes.push([row]);
    else passes.at(-1)?.push(row);
  }
  return passes;
}

/** Puts the rows of a later pass among those of the passes before: LibreOffice Calc draws cells of several lines last. */
function mergePasses(passes: readonly Row[][]): Row[] {
  const merged: Block[][] = (passes[0] ?? []).map((row) => [...row]);
  for (const row of passes.slice(1).flat()) {
    const beside = merged.some((other) =>
      other.some(({ box }) => row.some((block) => isWithin((box[1] + box[3]) / 2, block))),
    );
    if (beside) for (const block of row) placeBlock(merged, block);
    else insertRow(merged, [...row]);
  }
  return merged;
}

function placeBlock(rows: Block[][], block: Block): void {
  const host = nearest(
    rows.filter((row) => isFree(row, block)),
    heightOf([block]),
  );
  if (host === null || !isWithin(heightOf(host), block)) {
    insertRow(rows, [block]);
    return;
  }
  host.push(block);
  host.sort((one, other) => one.box[0] - other.box[0]);
}

function insertRow(rows: Block[][], row: Block[]): void {
  const next = rows.findIndex((other) => heightOf(other) > heightOf(row));
  rows.splice(next === -1 ? rows.length : next, 0, row);
}

function nearest(rows: readonly Block[][], height: number): Block[] | null {
  let best: Block[] | null = null;
  for (const row of rows)
    if (best === null || Math.abs(heightOf(row) - height) < Math.abs(heightOf(best) - height))
      best = row;
  return best;
}

/** Whether nothing of a row stands where a block stands. */
function isFree(row: Row, { box }: Block): boolean {
  return row.every((other) => other.box[2] <= box[0] + 1 || other.box[0] >= box[2] - 1);
}

function isWithin(height: number, { box }: Block): boolean {
  return height >= box[1] - 1 && height <= box[3] + 1;
}

/** A form's title parts one table from the next. */
function splitSections(rows: readonly Row[]): Row[][] {
  const sections: Row[][] = [[]];
  for (const row of rows) {
    const [only] = row;
    if (row.length === 1 && only !== undefined && findTitle(only.text) !== null) sections.push([]);
    else sections.at(-1)?.push(row);
  }
  return sections;
}

/**
 * Leaves out what stands above and below: lines of one piece, and lines of people, dates and units. Where a table goes on from
 * the page before, the pieces just above it that stand in one column are the ends of cells that the page's end cut.
 */
function trim(rows: readonly Row[], earlier: readonly Gap[]): readonly Row[] {
  const isOutside = (row: Row): boolean =>
    row.length < 2 || row.every(({ text }) => splitInline(text) !== null);
  let first = rows.findIndex((row) => !isOutside(row));
  if (first === -1) return [];
  while (
    earlier.length > 0 &&
    first > 0 &&
    isCutOff(rows[first - 1] ?? [], rows[first] ?? [], earlier)
  )
    first -= 1;
  return rows.slice(first, rows.findLastIndex((row) => !isOutside(row)) + 1);
}

/** Whether a row is one piece of text close above the next row, in a column that the page before shows. */
function isCutOff([block, ...others]: Row, next: Row, earlier: readonly Gap[]): boolean {
  if (
    block === undefined ||
    others.length > 0 ||
    splitInline(block.text) !== null ||
    /^[-—\s\d]*$/.test(block.text)
  )
    return false;
  const { box, lines } = block;
  const distance = Math.min(...next.map((below) => below.box[1])) - box[3];
  const isInColumn = earlier.every(
    ([left, right]) => box[2] <= (left + right) / 2 || box[0] >= (left + right) / 2,
  );
  return isInColumn && distance <= closeBy * (lines[0]?.em ?? 0);
}

function isTable(rows: readonly Row[], needed: typeof least): boolean {
  const labels = rows
    .flat()
    .filter(
      ({ text }) =>
        findLabel(text) !== null || findLevel1(text) !== null || findLevel2(text) !== null,
    );
  return (
    rows.filter((row) => row.length > 2).length >= needed.rows && labels.length >= needed.labels
  );
}

function build(rows: readonly Row[], earlier: readonly Gap[]): BorderlessTable {
  const gaps = rows.flatMap((row) =>
    row.slice(1).map((block, index): Gap => [row[index]?.box[2] ?? 0, block.box[0]]),
  );
  const blocks = rows.flat();
  const edges = [-Infinity, ...stab([...earlier, ...gaps], blocks), Infinity];
  const lines = rowLines(rows);
  const outer: Box = [
    Math.min(...blocks.map(({ box }) => box[0])),
    Math.min(...blocks.map(({ box }) => box[1])),
    Math.max(...blocks.map(({ box }) => box[2])),
    Math.max(...blocks.map(({ box }) => box[3])),
  ];
  const widths = columnWidths(blocks, edges);
  const cells = rows.flatMap((row, index) =>
    layRow(row, index, { rows, edges, outer, lines, widths }),
  );
  return {
    table: { box: outer, rows: rows.length, columns: edges.length - 1, cells, padding: 0 },
    gaps: gaps.slice(0, maxGaps),
    glyphs: blocks.flatMap((block) => block.glyphs),
  };
}

/**
 * The fewest places that meet every gap. All gaps over one true border hold that border, so that cells of one column come to
 * stand between the same two places; within what its gaps share, a place is put where it cuts the fewest blocks.
 */
function stab(gaps: readonly Gap[], blocks: readonly Block[]): number[] {
  const shared: [number, number][] = [];
  for (const [left, right] of gaps
    .map(([a, b]): Gap => [Math.min(a, b), Math.max(a, b)])
    .sort((one, other) => one[1] - other[1])) {
    const last = shared.at(-1);
    if (last !== undefined && left <= last[1]) last[0] = Math.max(last[0], left);
    else shared.push([left, right]);
  }
  return shared.map((gap) => settle(gap, blocks));
}

/** Edges of blocks that are tried for a place. */
const maxCandidates = 60;

/** The place in a gap that lies within the fewest blocks; of several, the one nearest to the middle. */
function settle([left, right]: Gap, blocks: readonly Block[]): number {
  const middle = (left + right) / 2;
  const near = blocks.filter(({ box }) => box[0] < right && box[2] > left);
  const cuts = (place: number): number =>
    near.filter(({ box }) => box[0] < place && box[2] > place).length;
  const places = [
    middle,
    ...near.slice(0, maxCandidates).flatMap(({ box }) => [box[0], box[2]]),
  ].filter((place) => place >= left && place <= right);
  const ranked = places.map((place) => ({
    place,
    cost: cuts(place) * 1000 + Math.abs(place - middle),
  }));
  return ranked.reduce((best, other) => (other.cost < best.cost ? other : best)).place;
}

/** Where each row begins and ends, for the boxes of cells that show nothing. */
function rowLines(rows: readonly Row[]): (readonly [number, number])[] {
  return rows.map((row) => [row.at(-1)?.box[1] ?? 0, row.at(-1)?.box[3] ?? 0]);
}

/** Where the rows and columns of a table stand. */
interface Plan {
  readonly rows: readonly Row[];
  readonly edges: readonly number[];
  readonly outer: Box;
  readonly lines: readonly (readonly [number, number])[];
  readonly widths: ReadonlyMap<number, number>;
}

/** How wide the widest text of each column is, which tells whether a line of it is full. */
function columnWidths(
  blocks: readonly Block[],
  edges: readonly number[],
): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const block of blocks) {
    const [from, to] = placeOf(block, edges);
    if (to === from + 1)
      widths.set(from, Math.max(widths.get(from) ?? 0, block.box[2] - block.box[0]));
  }
  return widths;
}

function layRow(row: Row, index: number, { rows, edges, outer, lines, widths }: Plan): LaidCell[] {
  const cells: LaidCell[] = [];
  const columns = edges.length - 1;
  const [top, bottom] = lines[index] ?? [0, 0];
  let column = 0;
  const put = (from: number, to: number, text: string, box: Box): void => {
    cells.push({
      row: index,
      column: from,
      rowSpan: 1,
      columnSpan: to - from,
      text,
      lines: [],
      box,
      openAbove: false,
      openBelow: false,
    });
    column = to;
  };
  const fillTo = (end: number): void => {
    while (column < end) {
      const [left, right] = [
        Math.max(edges[column] ?? 0, outer[0]),
        Math.min(edges[column + 1] ?? 0, outer[2]),
      ];
      put(column, column + 1, '', [left, top, right, bottom]);
    }
  };
  const places = widen(row, rows[index + 1] ?? [], edges);
  row.forEach(({ lines: own, box }, place) => {
    const from = Math.max(column, places[place]?.[0] ?? column);
    fillTo(from);
    put(
      from,
      Math.min(Math.max(from + 1, places[place]?.[1] ?? 0), columns),
      joinLines(own, { width: widths.get(from) ?? 0, padding: 0 }),
      box,
    );
  });
  fillTo(columns);
  return cells;
}

/** From which column to which a block stands. */
function placeOf({ box }: Block, edges: readonly number[]): Place {
  const from = edges.findLastIndex((edge) => edge <= box[0] + 1);
  return [
    from,
    Math.max(
      from + 1,
      edges.findIndex((edge) => edge >= box[2] - 1),
    ),
  ];
}

/**
 * In a row of names and what they name, such as 项目名称, every name's cell reaches up to the next label; the heading of a goal
 * stands over as many columns as the goal below it.
 */
function widen(row: Row, next: Row, edges: readonly number[]): readonly Place[] {
  const places = row.map((block) => placeOf(block, edges));
  const columns = edges.length - 1;
  const isHead = names(row[0]?.text ?? '', ...headTerms);
  return places.map(([from, to], index): Place => {
    const { text } = row[index] ?? { text: '' };
    const [before, after] = [places[index - 1]?.[1] ?? 0, places[index + 1]?.[0] ?? columns];
    if (isHead && index % 2 === 1 && findLabel(text) === null)
      return [Math.min(before, from), Math.max(to, after)];
    const below = names(text, 'goalExpected', 'goalActual')
      ? next
          .map((block) => placeOf(block, edges))
          .find((place) => place[0] <= from && place[1] >= to)
      : undefined;
    return below !== undefined && below[0] >= before && below[1] <= after ? below : [from, to];
  });
}
