import type { Line } from '../shared/lines.ts';
import { tokensOf } from './places.ts';
import type { Counting } from './places.ts';

/** Lines with fewer words tell nothing of columns. */
const leastWords = 3;

/** How a program counted columns: as the one under which more words begin or end below each other. */
export function countingOf(lines: readonly Line[]): Counting {
  const score = (counting: Counting): number => {
    const starts = new Map<number, number>();
    const ends = new Map<number, number>();
    for (const { text } of lines) {
      const tokens = tokensOf(text, counting);
      if (tokens.length < leastWords) continue;
      for (const { from, to } of tokens) {
        starts.set(from, (starts.get(from) ?? 0) + 1);
        ends.set(to, (ends.get(to) ?? 0) + 1);
      }
    }
    return [...starts.values(), ...ends.values()].reduce((sum, count) => sum + count * count, 0);
  };
  return score('characters') > score('widths') ? 'characters' : 'widths';
}
