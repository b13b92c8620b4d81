import { isBlank } from '../../../model/index.ts';
import { names } from '../../../lexicon/index.ts';
import { roleOf } from './roles.ts';
import { factsOf } from './facts.ts';

/** So many words of a heading stand among so many lines. */
const enoughWords = 3;
const linesTogether = 6;
/** They are enough where a project's name stands on a line of its own. */
const wordsBelowName = 2;
const longestWord = 24;

/** Whether the words of a table's heading stand one a line below each other. */
export function hasHeadingInLines(text: string): boolean {
  let roles: (string | null)[] = [];
  let named = false;
  for (const line of text.split('\n')) {
    if (isBlank(line)) continue;
    const words = line.length > longestWord ? '' : line.trim();
    named ||= words !== '' && names(words, 'projectName');
    roles = [...roles.slice(1 - linesTogether), words === '' ? null : roleOf(factsOf(words))];
    const last = roles.slice(-wordsBelowName);
    if (named && distinct(last) === wordsBelowName) return true;
    if (roles.filter((role) => role !== null).length >= enoughWords && distinct(roles) > 1)
      return true;
  }
  return false;
}

function distinct(roles: readonly (string | null)[]): number {
  return new Set(roles.filter((role) => role !== null)).size;
}
