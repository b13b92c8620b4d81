import { findLabel, findTitle, isLevelFragment } from '../../../../lexicon/index.ts';
import { toBlock } from '../blocks.ts';
import { isTable, trim } from '../borderless.ts';
import type { Gap } from '../borderless-columns.ts';
import { findFragments } from '../fragments.ts';
import type { Glyph } from '../types.ts';
import { findBands, usualSize } from './bands.ts';
import { findLattice } from './edges.ts';
import type { Lattice } from './edges.ts';
import { layTable } from './lay.ts';
import type { PlacedBlock, PlacedTable } from './lay.ts';
import { levelsCost, placePiles } from './labels.ts';
import type { PlacedPile } from './labels.ts';
import { isWhole, meets, pileUp, widenLabels } from './piles.ts';
import { findRows } from './rows.ts';
import type { FoundRows } from './rows.ts';
import type { Band, Columns, Piece, Setting } from './types.ts';
import { partZones } from './zones.ts';

export type { Setting } from './types.ts';
export type { PlacedTable } from './lay.ts';

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
    if (
      alone &&
      !band.pieces.some((piece) => findLabel(piece.text) !== null) &&
      findTitle(text) !== null
    )
      sections.push([]);
    else sections.at(-1)?.push(band);
  });
  return sections;
}

/** Whether so many pieces of text are words of a form or parts of them: in prose nothing else need be looked for. */
function mayHoldTable(bands: readonly Band[], labels: number): boolean {
  let count = 0;
  for (const { pieces } of bands)
    for (const { text } of pieces) {
      if (isWhole(text) || isLevelFragment(text)) count += 1;
      if (count >= labels) return true;
    }
  return false;
}

function tablesOfSection(
  bands: readonly Band[],
  em: number,
  needed: typeof least,
  settingsOf: (bands: readonly Band[], em: number) => readonly Setting[],
): PlacedTable[] {
  if (!mayHoldTable(bands, needed.labels)) return [];
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

function settle(
  readings: readonly { setting: Setting; pages: readonly PageRows[] }[],
): readonly PageRows[] {
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
  const columns = lattice.edges.length - 1;
  const found = findRows(piles, bands.length, setting, (rows) => levelsCost(rows, columns));
  return { page, found };
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
    const cell = cells.find(
      (one) => one.row === row && row !== -1 && meets(one.columns, pile.columns),
    );
    if (cell === undefined) {
      cells.push({ pieces: [...pile.pieces], columns: pile.columns, row, rowSpan });
      continue;
    }
    cell.pieces.push(...pile.pieces);
    cell.columns = [
      Math.min(cell.columns[0], pile.columns[0]),
      Math.max(cell.columns[1], pile.columns[1]),
    ];
  }
  return cells;
}
