import { findTitle } from '../../../lexicon/index.ts';
import type { TextLine } from '../../../model/index.ts';
import type { WordTable } from './layout.ts';
import type { Walk } from './walk.ts';
import { linesOf } from './walk.ts';

/** What a running head says, and how many non-blank characters of it. */
export interface Head {
  readonly lines: readonly TextLine[];
  readonly total: number;
}

/**
 * Puts the running head of a section above its first table, where the head says a form's title and the section does not. A section that says again what the one before
 * said only runs on: its head, like one that every page repeats, belongs to no form.
 *
 * @param read the running head behind a relationship
 */
export async function addTitlesOfHeads(
  body: Walk,
  read: (relationship: string) => Promise<Head>,
): Promise<void> {
  let said = '';
  let waiting: Head | null = null;
  for (const [index, { headers, from }] of body.sections.entries()) {
    const head = await titleHead(headers, read);
    const words = head === null ? said : head.lines.map(({ text }) => text).join('\n');
    if (words !== said) waiting = head;
    said = words;
    const tables: readonly WordTable[] = body.tables.slice(from, body.sections[index + 1]?.from);
    const [first] = tables;
    if (first === undefined) continue;
    if (waiting !== null && !saysTitle(linesOf({ tables, lines: [], part: body.part }))) {
      first.before = [...waiting.lines, ...first.before];
      body.total += waiting.total;
    }
    waiting = null;
  }
}

async function titleHead(
  headers: readonly string[],
  read: (relationship: string) => Promise<Head>,
): Promise<Head | null> {
  for (const header of headers) {
    const head = await read(header);
    if (saysTitle(head.lines)) return head;
  }
  return null;
}

function saysTitle(lines: readonly TextLine[]): boolean {
  return lines.some(({ text }) => findTitle(text) !== null);
}
