import { findLabel, findTitle, names } from '../../../../lexicon/index.ts';
import type { Box } from '../../../../model/index.ts';
import { toBlock } from '../blocks.ts';
import type { Block } from '../blocks.ts';
import { isTable, trim } from '../borderless.ts';
import { headTerms } from '../borderless-columns.ts';
import type { Gap } from '../borderless-columns.ts';
import { findFragments } from '../fragments.ts';
import type { LaidCell, LaidTable } from '../tables.ts';
import { joinLines } from '../text.ts';
import type { Glyph } from '../types.ts';
import { findBands, usualSize } from './bands.ts';
import { findLattice } from './edges.ts';
import type { Lattice } from './edges.ts';
import { placePiles } from './labels.ts';
import type { PlacedPile } from './labels.ts';
import { meets, pileUp, widenLabels } from './piles.ts';
import { findRows } from './rows.ts';
import type { FoundRows } from './rows.ts';
import type { Band, Columns, Piece, Setting } from './types.ts';
import { partZones } from './zones.ts';

export type { Setting } from './types.ts';

/** A table of one page, with what it took of it. */
export interface PlacedTable {
  readonly page: number;
  readonly table: LaidTable;
  readonly glyphs: readonly Glyph[];
}

/** A text with its place in a table. */
interface PlacedBlock extends Block {
  readonly columns: Columns;
  readonly rowSpan: number;
}

/** What makes rows a table, in the first section and below a title. */
const least = { rows: 2, labels: 3 };
const leastBelowTitle = { rows: 1, labels: 2 };

/**
 * The tables of a document that shows words in their places and no borders.
 *
 * @param pages the characters of each page, line by line
 */
export function findPlacedTables(
  pages: readonly (readonly Glyph[])[],
  settingsOf: (bands: readonly Band[], em: number) => readonly Setting[],
): PlacedTable[] {
  const fragments = pages.map((glyphs) => findFragments(glyphs));
  const em = usualSize(fragments.flat());
  const bands = fragments.flatMap((list, page) => findBands(list, em, page));
  return splitAtTitles(bands).flatMap((section, index) =>
    tablesOfSection(section, em, index > 0 ? leastBelowTitle : least, settingsOf),
  );
}

/** Beside a title stands nothing: other lines are farther away, in font sizes. */
const besideTitle = 0.9;

function splitAtTitles(bands: readonly Band[]): Band[][] {
  const sections: Band[][] = [[]];
  bands.forEach((band, index) => {
    const text = band.pieces.map((piece) => piece.text).join('');
    const alone = [bands[index - 1], bands[index + 1]].every(
      (other) => other?.page !== band.page || Math.abs(other.y - band.y) >= besideTitle,
    );
    if (alone && !band.pieces.some((piece) => findLabel(piece.text) !== null) && findTitle(text) !== null)
      sections.push([]);
    else sections.at(-1)?.push(band);
  });
  return sections;
}

function tablesOfSection(
  bands: readonly Band[],
  em: number,
  needed: typeof least,
  settingsOf: (bands: readonly Band[], em: number) => readonly Setting[],
): PlacedTable[] {
  if (bands.length === 0) return [];
  const lattice = findLattice(bands, partZones(bands));
  const pages = pagesOf(bands);
  const best = settle(
    settingsOf(bands, em).map((setting) => ({
      setting,
      pages: pages.map((page) => readPage(page, lattice, setting)),
    })),
  );
  const found: PlacedTable[] = [];
  best.forEach(({ found: rowsFound, page }) => {
    const rows = blocksOf(rowsFound, lattice);
    const earlier = found.length > 0 ? gapsOf(lattice, em) : [];
    const table = trim(rows, earlier);
    const continued = found.length > 0 && table.some((row) => row.length > 2);
    if (continued || isTable(table, needed)) found.push(layTable(table, lattice, em, page));
  });
  return found;
}

/** Readings that cost so little more than the cheapest are as good: then lines that stand close are rather rows. */
const asGood = { share: 1.06, more: 1 };

function settle(readings: readonly { setting: Setting; pages: readonly PageRows[] }[]): readonly PageRows[] {
  const costs = readings.map(({ pages }) => pages.reduce((sum, { found }) => sum + found.cost, 0));
  const most = Math.min(...costs) * asGood.share + asGood.more;
  const [best] = readings
    .filter((_, index) => (costs[index] ?? Infinity) <= most)
    .sort((one, other) => one.setting.rowDistance - other.setting.rowDistance);
  return best?.pages ?? [];
}

/** The bands of one page of a section. */
interface PageBands {
  readonly page: number;
  readonly bands: readonly Band[];
  /** Where they begin in the section. */
  readonly start: number;
}

interface PageRows {
  readonly page: number;
  readonly found: FoundRows;
}

function pagesOf(bands: readonly Band[]): PageBands[] {
  const pages: { page: number; bands: Band[]; start: number }[] = [];
  bands.forEach((band, start) => {
    const last = pages.at(-1);
    if (last?.page === band.page) last.bands.push(band);
    else pages.push({ page: band.page, bands: [band], start });
  });
  return pages;
}

function readPage({ page, bands, start }: PageBands, lattice: Lattice, setting: Setting): PageRows {
  const piles = widenLabels(pileUp(bands, start, lattice, setting), lattice);
  return { page, found: findRows(piles, bands.length, setting) };
}

function gapsOf({ edges }: Lattice, em: number): Gap[] {
  return edges.slice(1, -1).map((edge) => [edge * em, edge * em]);
}

function blocksOf(found: FoundRows, lattice: Lattice): PlacedBlock[][] {
  const columns = lattice.edges.length - 1;
  const rows: PlacedBlock[][] = found.rows.map(() => []);
  const loose: PlacedBlock[] = [];
  for (const { pieces, columns: own, row, rowSpan } of joinCells(placePiles(found, columns))) {
    const block = toBlock({ fragments: pieces.map(({ fragment }) => fragment) });
    (rows[row] ?? loose).push({ ...block, columns: own, rowSpan });
  }
  for (const row of rows) row.sort((a, b) => a.columns[0] - b.columns[0] || a.box[0] - b.box[0]);
  return [...rows.filter((row) => row.length > 0), ...loose.map((block) => [block])];
}

interface CellDraft {
  readonly pieces: Piece[];
  columns: Columns;
  readonly row: number;
  readonly rowSpan: number;
}

/** What stands in one row and in columns of which some are the same is one cell. */
function joinCells(placed: readonly PlacedPile[]): CellDraft[] {
  const cells: CellDraft[] = [];
  for (const { pile, row, rowSpan } of placed) {
    const cell = cells.find((one) => one.row === row && row !== -1 && meets(one.columns, pile.columns));
    if (cell === undefined) {
      cells.push({ pieces: [...pile.pieces], columns: pile.columns, row, rowSpan });
      continue;
    }
    cell.pieces.push(...pile.pieces);
    cell.columns = [Math.min(cell.columns[0], pile.columns[0]), Math.max(cell.columns[1], pile.columns[1])];
  }
  return cells;
}

function layTable(
  rows: readonly (readonly PlacedBlock[])[],
  { edges }: Lattice,
  em: number,
  page: number,
): PlacedTable {
  const blocks = rows.flat();
  const outer: Box = [
    Math.min(...blocks.map(({ box }) => box[0])),
    Math.min(...blocks.map(({ box }) => box[1])),
    Math.max(...blocks.map(({ box }) => box[2])),
    Math.max(...blocks.map(({ box }) => box[3])),
  ];
  const columns = edges.length - 1;
  const widths = new Map<string, number>();
  for (const { columns: own, box } of blocks) {
    const key = own.join(' ');
    widths.set(key, Math.max(widths.get(key) ?? 0, box[2] - box[0]));
  }
  const covered = rows.map(() => new Set<number>());
  const cells: LaidCell[] = [];
  rows.forEach((row, index) => {
    const [top, bottom] = [Math.min(...row.map(({ box }) => box[1])), Math.max(...row.map(({ box }) => box[3]))];
    const put = (from: number, to: number, rowSpan: number, text: string, box: Box): void => {
      cells.push({ row: index, column: from, rowSpan, columnSpan: to - from, text, lines: [], box, openAbove: false, openBelow: false });
      for (let at = index; at < index + rowSpan; at += 1)
        for (let column = from; column < to; column += 1) covered[at]?.add(column);
    };
    const own = widenHead(row, columns);
    row.forEach((block, place) => {
      const [from, to] = freePart(own[place] ?? block.columns, covered[index] ?? new Set());
      const text = joinLines(block.lines, { width: widths.get(block.columns.join(' ')) ?? 0, padding: 0 });
      put(from, to, Math.min(block.rowSpan, rows.length - index), text, block.box);
    });
    for (let column = 0; column < columns; column += 1) {
      if (covered[index]?.has(column) === true) continue;
      const [left, right] = [Math.max((edges[column] ?? 0) * em, outer[0]), Math.min((edges[column + 1] ?? 0) * em, outer[2])];
      put(column, column + 1, 1, '', [left, top, right, bottom]);
    }
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    page,
    table: { box: outer, rows: rows.length, columns, cells, padding: 0 },
    glyphs: blocks.flatMap((block) => block.glyphs),
  };
}

/** The part of some columns that nothing covers; the first of them where all are covered. */
function freePart([from, to]: Columns, covered: ReadonlySet<number>): Columns {
  let start = from;
  while (start < to && covered.has(start)) start += 1;
  if (start === to) return [from, to];
  let end = start + 1;
  while (end < to && !covered.has(end)) end += 1;
  return [start, end];
}

/** In a row of names and what they name, such as 项目名称, every name's cell reaches up to the next label. */
function widenHead(row: readonly PlacedBlock[], columns: number): Columns[] {
  const isHead = names(row[0]?.text ?? '', ...headTerms);
  return row.map(({ text, columns: own }, index): Columns => {
    if (!isHead || index % 2 === 0 || findLabel(text) !== null) return own;
    return [
      Math.min(own[0], row[index - 1]?.columns[1] ?? 0),
      Math.max(own[1], row[index + 1]?.columns[0] ?? columns),
    ];
  });
}
