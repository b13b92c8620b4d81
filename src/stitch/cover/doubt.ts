import type { Note } from '../../model/index.ts';
import { note } from '../notes.ts';
import { unitsOf } from '../rows/moves.ts';
import type { Item } from '../types.ts';
import type { Step } from './path.ts';
import { costs } from './settings.ts';

/** Readings that give the same JSON by other ways, or that differ only in what is no part of it. */
function isIdle(step: Step): boolean {
  return step.by === 'title' || step.by === 'over' || step.by === 'year';
}

/** How dear a block is for each of its rows. */
function dearness({ claim }: Step): number {
  return claim.cost / claim.length;
}

/** Why a block is told as uncertain: a rival would read it almost as cheaply, or its rows lie badly in what took them. */
export function doubtIn(step: Step): 'close' | 'dear' | null {
  if (isIdle(step)) return null;
  // What differs by just so much, but for what floating point makes of it, is not close.
  if (step.margin < costs.doubt.margin - 1e-9) return 'close';
  return dearness(step) > costs.doubt.row && step.by !== 'left-out' ? 'dear' : null;
}

/**
 * What the path is not sure of: blocks that a rival would read almost as cheaply, and rows that lie badly in what took them.
 * One note a run of such blocks.
 */
export function doubts(path: readonly Step[], items: readonly Item[]): Note[] {
  const notes: Note[] = [];
  let before = false;
  for (const step of path) {
    const doubt = doubtIn(step);
    if (doubt !== null && !before) notes.push(doubtOf(step, items, doubt === 'close'));
    before = doubt !== null;
  }
  return notes;
}

function doubtOf(step: Step, items: readonly Item[], close: boolean): Note {
  const units = items.slice(step.at, step.at + step.claim.length).flatMap(unitsOf);
  const text = units
    .map(({ raw }) => raw.trim())
    .join(' ')
    .slice(0, 40);
  const data = { text, as: step.by, rival: close ? (step.rival?.by ?? '') : '' };
  return note('reading-uncertain', data, units, 'warning');
}
