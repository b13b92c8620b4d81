import type { Block } from './blocks.ts';

/** Pieces of text beside one another, from left to right. */
export type Row = readonly Block[];

/** How far up the page, in points, the drawing must go back to begin another pass. */
const backwards = 5;

/** A block that does not stand to the right of the one before begins a row. */
export function splitRows(blocks: readonly Block[]): Row[] {
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
export function splitPasses(rows: readonly Row[]): Row[][] {
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
export function mergePasses(passes: readonly Row[][]): Row[] {
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
