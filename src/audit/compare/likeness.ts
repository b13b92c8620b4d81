import { foldWidth } from '../../model/index.ts';

/** A name without what two people write differently: widths, spaces, signs, the word 项目 at its end. */
export function bareName(text: string | null): string {
  return foldWidth(text ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?:项目|经费|专项)+$/u, '');
}

function pairsOf(text: string): Map<string, number> {
  const characters = [...text];
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < characters.length; at += 1) {
    const pair = `${characters[at] ?? ''}${characters[at + 1] ?? ''}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** How alike two names are, 0 to 1: the share of neighbouring characters that both have (Dice). */
export function likeness(one: string | null, other: string | null): number {
  const [a, b] = [bareName(one), bareName(other)];
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  let shared = 0;
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0);
  const all = [...a].length + [...b].length - 2;
  return all <= 0 ? 0 : (2 * shared) / all;
}

/**
 * Pairs the items of two lists, the most alike first, each once.
 *
 * @param least what is less alike than this is no pair
 */
export function paired<A, B>(
  ones: readonly A[],
  others: readonly B[],
  alike: (one: A, other: B) => number,
  least: number,
): { readonly one: A; readonly other: B; readonly likeness: number }[] {
  const all = ones.flatMap((one) =>
    others.map((other) => ({ one, other, likeness: alike(one, other) })),
  );
  const [left, right] = [new Set(ones), new Set(others)];
  return all
    .filter((pair) => pair.likeness >= least)
    .sort((a, b) => b.likeness - a.likeness)
    .filter(({ one, other }) => {
      const free = left.has(one) && right.has(other);
      if (free) {
        left.delete(one);
        right.delete(other);
      }
      return free;
    });
}
