import {
  findLabel,
  findLevel1,
  findLevel2,
  findTitle,
  names,
  splitInline,
} from '../../../lexicon/index.ts';
import { findBlocks } from './blocks.ts';
import type { Block } from './blocks.ts';
import { layTable } from './borderless-cells.ts';
import type { BorderlessTable } from './borderless-cells.ts';
import type { Gap } from './borderless-columns.ts';
import { mergePasses, splitPasses, splitRows } from './borderless-rows.ts';
import type { Row } from './borderless-rows.ts';
import type { Glyph } from './types.ts';

/** What makes rows of text a table: so many rows of at least three cells, and so many of a form's own words; fewer below a title. */
const least = { rows: 2, labels: 3 };
const leastBelowTitle = { rows: 1, labels: 2 };
/** What stands no farther, in font sizes, above a table may belong to it. */
const closeBy = 2;
/** More passes than this, and the order of drawing tells nothing. */
const maxPasses = 40;
/** More pieces of text than any page of a form has. */
const maxBlocks = 4_000;

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
      found.push(layTable(part, continued && place === 0 ? earlier : [])),
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
export function trim<T extends Block>(
  rows: readonly (readonly T[])[],
  earlier: readonly Gap[],
): readonly (readonly T[])[] {
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

/** Whether rows of text show as many cells and as many of a form's own words as a table does. */
export function isTable(rows: readonly Row[], needed: typeof least): boolean {
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
