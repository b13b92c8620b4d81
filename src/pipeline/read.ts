import {
  detectFormat,
  extensionNotes,
  frameNote,
  loadAdapter,
  repeatsNote,
  withoutFrame,
  withoutRepeats,
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

/** A grid without what a program wrote into it, and how many characters that was. */
interface Taken {
  readonly grid: Grid;
  readonly removed: number;
}

/** What programs write into tables that stood in no document; it counts as markup. */
const added: readonly {
  readonly without: (grid: Grid) => Taken;
  readonly note: (grid: Grid, removed: number) => Note;
}[] = [
  { without: withoutFrame, note: frameNote },
  { without: withoutRepeats, note: repeatsNote },
];

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
    const steps = added.map((step) => ({ ...step, taken: new Map<number, Taken>() }));
    const counted = { read: 0, removed: 0 };
    const bare = (raw: Grid): Grid => {
      const grid = steps.reduce((whole, { without, taken }) => {
        const found = without(whole);
        const before = taken.get(whole.id)?.removed ?? 0;
        if (found.grid !== whole)
          taken.set(whole.id, { ...found, removed: found.removed + before });
        counted.removed += found.removed;
        return found.grid;
      }, raw);
      counted.read += charactersIn(grid);
      return grid;
    };
    const stream = this.#open();
    let next = stream.next();
    for (; next.done !== true; next = stream.next()) yield bare(next.value);
    const { value, notes } = next.value;
    for (const grid of value.grids) yield bare(grid);
    const { pages, characters, incomplete, after } = value;
    const markup = characters.markup + counted.removed;
    const facts = {
      format: this.format,
      pages,
      characters: { ...characters, markup },
      incomplete: incomplete === true,
      read: counted.read + charactersOf(after) + markup,
    };
    const said = steps.flatMap(({ note, taken }) =>
      [...taken.values()].map(({ grid, removed }) => note(grid, removed)),
    );
    this.#told = { facts, notes: [...this.#notes, ...notes, ...said] };
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
