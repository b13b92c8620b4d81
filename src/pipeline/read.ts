import {
  detectFormat,
  extensionNotes,
  loadAdapter,
  spreadHeadings,
  withoutCopies,
  withoutFrame,
} from '../formats/index.ts';
import { appendGrid, InputError } from '../model/index.ts';
import type { FormatId, Grid, GridStream, Note, Staged, TableDocument } from '../model/index.ts';
import { charactersIn, charactersOf } from './accounting.ts';
import type { ParseOptions } from './options.ts';

/** What is said of a document besides its tables. */
export interface Facts extends Pick<TableDocument, 'format' | 'pages' | 'characters'> {
  readonly incomplete: boolean;
  /** Characters that the adapter read, counted cell by cell. */
  readonly read: number;
}

/** What programs write into tables that stood in no document: it counts as markup, and is told by these codes. */
const added: readonly { readonly code: string; readonly without: (grid: Grid) => Grid }[] = [
  { code: 'data-frame', without: withoutFrame },
  { code: 'merged-repeated', without: withoutCopies },
];

function addedNote(code: string, table: number, count: number): Note {
  return { code, severity: 'info', stage: 'format', data: { count }, refs: [{ table }] };
}

/** A document whose tables are given one at a time, so that none need be kept. */
export class DocumentTables {
  readonly format: FormatId;
  readonly #open: () => GridStream;
  readonly #notes: readonly Note[];
  #told: { readonly facts: Facts; readonly notes: readonly Note[] } | undefined;

  constructor(format: FormatId, open: () => GridStream, notes: readonly Note[]) {
    this.format = format;
    this.#open = open;
    this.#notes = notes;
  }

  /** Its tables, anew each time, and then what is left. */
  *grids(): Generator<Grid, Pick<TableDocument, 'grids' | 'after'>> {
    // By the table's number: what a long one held is counted over its parts.
    const steps = added.map((step) => ({ ...step, removed: new Map<number, number>() }));
    let read = 0;
    const bare = (raw: Grid): Grid => {
      const grid = steps.reduce((whole, { without, removed }) => {
        const left = without(whole);
        if (left !== whole) {
          const taken = charactersIn(whole) - charactersIn(left);
          removed.set(whole.id, (removed.get(whole.id) ?? 0) + taken);
        }
        return left;
      }, spreadHeadings(raw));
      read += charactersIn(grid);
      return grid;
    };
    const stream = this.#open();
    let next = stream.next();
    for (; next.done !== true; next = stream.next()) yield bare(next.value);
    const { value, notes } = next.value;
    for (const grid of value.grids) yield bare(grid);
    const { pages, characters, incomplete, after } = value;
    const said = steps.flatMap(({ code, removed }) =>
      [...removed].map(([table, count]) => ({ count, note: addedNote(code, table, count) })),
    );
    const markup = said.reduce((sum, { count }) => sum + count, characters.markup);
    const facts = {
      format: this.format,
      pages,
      characters: { ...characters, markup },
      incomplete: incomplete === true,
      read: read + charactersOf(after) + markup,
    };
    this.#told = { facts, notes: [...this.#notes, ...notes, ...said.map(({ note }) => note)] };
    return { grids: [], after };
  }

  /** What is known once all tables were asked for. */
  get told(): { readonly facts: Facts; readonly notes: readonly Note[] } {
    if (this.#told === undefined) throw new Error('the tables were not asked for');
    return this.#told;
  }
}

/**
 * Opens bytes by the adapter that the content asks for.
 *
 * @throws InputError where the bytes are no document that can be read
 */
export async function openDocument(
  bytes: Uint8Array,
  options: ParseOptions,
): Promise<DocumentTables> {
  if (bytes.length === 0) throw new InputError('empty-file');
  const { as, name = '', ...how } = options;
  const format = as ?? detectFormat(bytes, name);
  const adapter = await loadAdapter(format);
  const reading = { name, ...how };
  const open = adapter.stream?.(bytes, reading) ?? whole(await adapter.read(bytes, reading));
  return new DocumentTables(format, open, as === undefined ? extensionNotes(format, name) : []);
}

/** Tables that are all there. */
function whole(read: Staged<TableDocument>): () => GridStream {
  return () => ({ next: () => ({ done: true, value: read }) });
}

/**
 * Bytes → tables, all at once.
 *
 * @throws InputError where the bytes are no document that can be read
 */
export async function readDocument(
  bytes: Uint8Array,
  options: ParseOptions,
): Promise<Staged<TableDocument>> {
  const tables = await openDocument(bytes, options);
  const grids: Grid[] = [];
  const stream = tables.grids();
  let next = stream.next();
  for (; next.done !== true; next = stream.next()) appendGrid(grids, next.value);
  const { facts, notes } = tables.told;
  const { format, pages, characters, incomplete } = facts;
  const { after } = next.value;
  return { value: { format, pages, characters, incomplete, grids, after }, notes };
}
