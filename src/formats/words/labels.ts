import type { Block } from '../shared/places/blocks.ts';
import { splitRows } from '../shared/places/borderless-rows.ts';
import type { Row } from '../shared/places/borderless-rows.ts';

/** Rows on either side in which a label's place is looked for, in heights of the label. */
const reach = 2.5;

/**
 * Blocks row by row, those of merged cells among them: a label in the middle of an even number of rows stands between two of
 * them, to the left of all that they hold, and goes to the upper one.
 */
export function withLabels(blocks: readonly Block[]): Block[] {
  const rows = splitRows(blocks).map((row) => [...row]);
  const full = rows.filter((row) => row.length > 2);
  for (const row of rows) {
    if (row.length > 2) continue;
    for (const block of [...row]) {
      const host = hostOf(block, full);
      if (host === null) continue;
      row.splice(row.indexOf(block), 1);
      host.push(block);
      host.sort((one, other) => one.box[0] - other.box[0]);
    }
  }
  return rows.flat();
}

/** The full row closest above a label whose text is free to take it; one below it must be so too. */
function hostOf(block: Block, full: readonly Block[][]): Block[] | null {
  const height = block.box[3] - block.box[1];
  const near = full.filter(
    (row) => isLeft(block, row) && Math.abs(middleOf(row) - middleOf([block])) <= reach * height,
  );
  const above = near.filter((row) => middleOf(row) <= middleOf([block])).at(-1);
  const below = near.find((row) => middleOf(row) > middleOf([block]));
  return above !== undefined && below !== undefined ? above : null;
}

/** Whether a row's figures stand to the right of a label, and nothing where it stands. */
function isLeft({ box }: Block, row: Row): boolean {
  const right = row.filter((other) => other.box[0] >= box[2]);
  return right.length > 1 && row.every((other) => other.box[0] >= box[2] || other.box[2] <= box[0]);
}

function middleOf(row: Row): number {
  const box = row.at(-1)?.box;
  return box === undefined ? 0 : (box[1] + box[3]) / 2;
}
