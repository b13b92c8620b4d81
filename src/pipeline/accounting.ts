import { countCharacters } from '../model/index.ts';
import type { Grid, Note, TableDocument } from '../model/index.ts';
import type { ParsedDocument } from '../schema/index.ts';

type Accounting = ParsedDocument['accounting'];

/**
 * Holds the two identities that no character may escape: what the adapter read against what it counted in the source, and
 * the document's total against what the readers did with it. A difference is our bug: it is told, and no figure is mended.
 */
export function checkAccounting(document: TableDocument, accounting: Accounting): Note[] {
  return checkCounts(document.characters.total, charactersRead(document), accounting);
}

/**
 * The same for a document whose tables were let go.
 *
 * @param counted the characters that the adapter counted in the source
 * @param read those of all that it read
 */
export function checkCounts(counted: number, read: number, accounting: Accounting): Note[] {
  const { total, placed, labels, outside, markup, unplaced } = accounting;
  const used = placed + labels + outside + markup + unplaced;
  if (read !== counted) return [mismatch('format', counted, read)];
  return used === total ? [] : [mismatch('forms', total, used)];
}

function mismatch(stage: 'format' | 'forms', total: number, sum: number): Note {
  return { code: 'accounting-mismatch', severity: 'error', stage, data: { total, sum }, refs: [] };
}

/** The characters of all that an adapter read, counted cell by cell, with those that it took for markup. */
function charactersRead({ grids, after, characters }: TableDocument): number {
  return grids.reduce(
    (sum, grid) => sum + charactersIn(grid),
    characters.markup + charactersOf(after),
  );
}

/** The characters of a table and the text above it. */
export function charactersIn({ before, cells }: Grid): number {
  return charactersOf(before) + charactersOf(cells);
}

export function charactersOf(texts: readonly { readonly text: string }[]): number {
  return texts.reduce((sum, { text }) => sum + countCharacters(text), 0);
}
