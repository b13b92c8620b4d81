import { basename } from 'node:path';
import type { ExplainedBlock, ExplainedForm } from '../../src/model/index.ts';
import { readTables } from '../../src/pipeline/tables.ts';

/** Blocks whose rivals differ only in what is no part of the JSON. */
const idle: ReadonlySet<string> = new Set(['title', 'year', 'over']);

/** The least margin to each rival. */
function leastOf(blocks: readonly ExplainedBlock[]): Map<string, number> {
  const least = new Map<string, number>();
  for (const { claim, margins } of blocks)
    for (const [rival, margin] of idle.has(claim) ? [] : Object.entries(margins))
      least.set(rival, Math.min(margin, least.get(rival) ?? Infinity));
  return least;
}

/** What a form's best reading costs, `?` and how many of its blocks are doubted, all margins in sum, and the least to each rival. */
function formLine({ cost, blocks }: ExplainedForm): string {
  const doubted = blocks.filter(({ doubt }) => doubt !== null).length;
  const sum = blocks
    .filter(({ claim }) => !idle.has(claim))
    .flatMap(({ margins }) => Object.values(margins))
    .reduce((whole, margin) => whole + margin, 0);
  return [
    cost.toFixed(2).padStart(6),
    ...(doubted === 0 ? [] : [`?${doubted}`]),
    sum.toFixed(2).padStart(9),
    ...[...leastOf(blocks)]
      .sort(([a, left], [b, right]) => left - right || (a < b ? -1 : 1))
      .map(([rival, margin]) => `${rival} ${margin.toFixed(2)}`),
  ].join('  ');
}

/** How surely a document's forms are read: a line a form, with the document's name. */
export async function readingLines(
  name: string,
  path: string,
  bytes: Uint8Array,
): Promise<string[]> {
  const { explained } = await readTables(bytes, { name: basename(path) }, 'explained');
  return explained.map((form) => `${name.padEnd(44)} ${formLine(form)}`);
}
