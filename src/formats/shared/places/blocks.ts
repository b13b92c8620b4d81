import type { Box } from '../../../model/index.ts';
import { findLabel, findLevel2, findTitle } from '../../../lexicon/index.ts';
import { findFragments, otherLine, overlaps, textOf } from './fragments.ts';
import type { Fragment } from './fragments.ts';
import { joinLines, readLines, turnOf } from './text.ts';
import type { Line } from './text.ts';
import type { Glyph } from './types.ts';

/** Text that stands together as a cell's text does: lines one below the other. */
export interface Block {
  readonly glyphs: readonly Glyph[];
  readonly lines: readonly Line[];
  readonly text: string;
  readonly box: Box;
}

type Row = readonly Block[];

interface Pile {
  readonly fragments: Fragment[];
  left: number;
  right: number;
}

/** Lines of one cell follow each other within these distances, in font sizes. */
const pitch = { least: 0.8, most: 2 };
/** How far, in font sizes, rounding to pixels moves lines apart; and how many lines tell their usual distance. */
const pixel = 0.15;
const usualLines = 3;
/** How much more than the usual distance of lines still belongs to one cell; rows have some padding between them. */
const pitchSlack = 1.1;

/**
 * Puts glyphs together to blocks, in the order in which they were drawn: every producer known draws a table cell by cell,
 * row by row, and each cell line by line, so that this order tells what no border does. Text recognition goes line by line
 * over the whole page: there the lines' places must tell. Glyphs that are not upright are left out.
 */
export function findBlocks(glyphs: readonly Glyph[]): Block[] {
  const fragments = findFragments(glyphs.filter((glyph) => !glyph.vertical && turnOf(glyph) === 0));
  if (isLineByLine(fragments)) return inRows(pileUp(fragments).map(toBlock));
  const usual = usualPitch(fragments);
  const piles: Pile[] = [];
  for (const fragment of fragments) {
    const pile = piles.at(-1);
    if (pile !== undefined && continues(pile, fragment, usual)) {
      pile.fragments.push(fragment);
      pile.left = Math.min(pile.left, fragment.left);
      pile.right = Math.max(pile.right, fragment.right);
    } else {
      piles.push({ fragments: [fragment], left: fragment.left, right: fragment.right });
    }
  }
  return piles.map(toBlock);
}

/** Lines that stand between those beside them by so much, in font sizes, are those of cells with more lines; so many are no accident. */
const between = { least: 0.35, most: 0.85, lines: 4 };
/** Fragments that stand above the one before, as a share of all: drawing goes up again after every cell of several lines. */
const upwards = 0.01;

/** Whether text was drawn line by line over the whole page, though cells of one line stand beside cells of two. */
function isLineByLine(fragments: readonly Fragment[]): boolean {
  const steps = fragments
    .slice(1)
    .map(
      (fragment, index) => (fragment.baseline - (fragments[index]?.baseline ?? 0)) / fragment.em,
    );
  if (steps.filter((step) => step < -otherLine).length > upwards * fragments.length) return false;
  return (
    steps.filter((step) => step >= between.least && step <= between.most).length >= between.lines
  );
}

/** Puts every fragment below the one that stands closest above it, as far apart as a cell's lines are. */
function pileUp(fragments: readonly Fragment[]): Pile[] {
  const closest = closestPitch(fragments);
  const piles: Pile[] = [];
  for (const fragment of fragments) {
    const [pile] = piles.slice(-maxOpen).filter((open) => continues(open, fragment, closest));
    if (pile === undefined) {
      piles.push({ fragments: [fragment], left: fragment.left, right: fragment.right });
      continue;
    }
    pile.fragments.push(fragment);
    pile.left = Math.min(pile.left, fragment.left);
    pile.right = Math.max(pile.right, fragment.right);
  }
  return piles;
}

/** How many pieces of text a line may have beside each other, and those of the lines between. */
const maxOpen = 60;

/** The smallest distance, in font sizes, at which several lines follow one above them. */
function closestPitch(fragments: readonly Fragment[]): number {
  const distances = fragments.flatMap((fragment, index) => {
    const above = fragments
      .slice(Math.max(0, index - maxOpen), index)
      .filter(
        (other) =>
          overlaps(other, fragment) && other.baseline < fragment.baseline - otherLine * fragment.em,
      );
    const nearest = Math.max(...above.map(({ baseline }) => baseline));
    const distance = (fragment.baseline - nearest) / fragment.em;
    return distance >= pitch.least && distance <= pitch.most ? [distance] : [];
  });
  distances.sort((one, other) => one - other);
  return (distances[Math.min(usualLines, distances.length - 1)] ?? 0) + pixel;
}

/** Blocks in rows: cells stand in the middle of their row. */
function inRows(blocks: readonly Block[]): Block[] {
  const rows: Block[][] = [];
  const middleOf = ({ box }: Block): number => (box[1] + box[3]) / 2;
  for (const block of [...blocks].sort((one, other) => middleOf(one) - middleOf(other))) {
    const row = rows.at(-1);
    const isSame = row?.every(
      (other) =>
        Math.abs(middleOf(other) - middleOf(block)) <= otherLine * (block.lines[0]?.em ?? 0) &&
        (other.box[2] <= block.box[0] || other.box[0] >= block.box[2]),
    );
    if (isSame === true) row?.push(block);
    else rows.push([block]);
  }
  return joinLoose(rows.map((row) => row.sort((one, other) => one.box[0] - other.box[0]))).flat();
}

/**
 * Puts a text in the middle of two rows, such as 资金支出计划 beside its months and their shares, into the upper one, where a
 * merged cell's text is looked for.
 */
function joinLoose(rows: readonly Row[]): Row[] {
  if (rows.length > maxRows) return [...rows];
  const joined: Row[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const [block] = row;
    if (
      above === undefined ||
      block === undefined ||
      row.length > 1 ||
      !isLoose(block, rows) ||
      !isFree(above, block)
    )
      joined.push(row);
    else joined[joined.length - 1] = [block, ...above];
  }
  return joined;
}

/** Pages with more rows are none of forms. */
const maxRows = 200;
/** A text stands between rows where another row's reaches over so large a share of its height. */
const beside = 0.2;

/** Whether a text stands to the left of rows that end or begin beside it, and nothing of those to its own left. */
function isLoose({ box: [, top, right, bottom] }: Block, rows: readonly Row[]): boolean {
  const others = rows
    .filter((row) => row.length > 1)
    .flat()
    .filter(
      ({ box }) => Math.min(box[3], bottom) - Math.max(box[1], top) >= beside * (bottom - top),
    );
  return others.length > 0 && others.every(({ box }) => box[0] >= right);
}

/** Whether all of a row stands to the right of a text. */
function isFree(row: Row, { box }: Block): boolean {
  return row.length > 1 && row.every((other) => other.box[0] >= box[2]);
}

/**
 * The distance, in font sizes, at which most lines follow the one drawn before, the largest of those that some producers'
 * rounding to pixels makes of it; 0 where there are none.
 */
function usualPitch(fragments: readonly Fragment[]): number {
  const distances = fragments.flatMap((fragment, index) => {
    const previous = fragments[index - 1];
    if (previous === undefined || !overlaps(previous, fragment)) return [];
    const distance = (fragment.baseline - previous.baseline) / fragment.em;
    return distance >= pitch.least && distance <= pitch.most ? [distance] : [];
  });
  distances.sort((one, other) => one - other);
  let [usual, most] = [0, usualLines - 1];
  for (let first = 0, end = 0; first < distances.length; first += 1) {
    while (end < distances.length && (distances[end] ?? 0) <= (distances[first] ?? 0) + pixel)
      end += 1;
    if (end - first > most) [usual, most] = [distances[end - 1] ?? 0, end - first];
  }
  return usual;
}

function continues(pile: Pile, fragment: Fragment, usual: number): boolean {
  const last = pile.fragments.at(-1);
  if (
    last === undefined ||
    Math.abs(last.em - fragment.em) > 0.2 * last.em ||
    standsAlone(pile, fragment)
  )
    return false;
  const distance = (fragment.baseline - last.baseline) / last.em;
  const most = usual !== 0 ? usual * pitchSlack : pitch.most;
  return distance >= pitch.least && distance <= most && overlaps(pile, fragment);
}

/** Whether a title or two labels that are whole by themselves stand one below the other, and not the parts of one text. */
function standsAlone({ fragments }: Pile, fragment: Fragment): boolean {
  const [upper, lower] = [fragments.map(textOf).join(''), textOf(fragment)];
  if (findTitle(upper) !== null || (findTitle(lower) !== null && findTitle(upper + lower) === null))
    return true;
  const areTwo = (find: (text: string) => unknown): boolean =>
    find(upper) !== null && find(lower) !== null && find(upper + lower) === null;
  return areTwo(findLabel) || (upper.endsWith('指标') && areTwo(findLevel2));
}

/** One block of pieces of text. */
export function toBlock({ fragments }: { readonly fragments: readonly Fragment[] }): Block {
  const glyphs = fragments.flatMap((fragment) => fragment.glyphs);
  const lines = readLines(glyphs);
  const boxes = lines.map((line) => line.box);
  return {
    glyphs,
    lines,
    text: joinLines(lines, null),
    box: [
      Math.min(...boxes.map((box) => box[0])),
      Math.min(...boxes.map((box) => box[1])),
      Math.max(...boxes.map((box) => box[2])),
      Math.max(...boxes.map((box) => box[3])),
    ],
  };
}
