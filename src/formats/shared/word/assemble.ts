import type {
  FormatId,
  Grid,
  Note,
  SourceRef,
  Staged,
  TableDocument,
  TextLine,
} from '../../../model/index.ts';
import { layOut } from './layout.ts';
import { unfoldNested } from './nested.ts';
import type { Walk } from './walk.ts';

/** Documents that are put in whole, by the relationship that leads to them. */
export type Chunks = ReadonlyMap<string, Staged<TableDocument>>;

/** What is being put together. */
interface Assembly {
  readonly grids: Grid[];
  readonly notes: Note[];
  /** Lines that wait for the table below them. */
  carried: readonly TextLine[];
  total: number;
  markup: number;
  incomplete: boolean;
}

/** The tables of a body in order, laid out, with the documents that are put in where they are put. */
export function assemble(
  walk: Walk,
  chunks: Chunks,
  format: FormatId,
  after: readonly TextLine[],
  stopped: boolean,
): Staged<TableDocument> {
  const assembly: Assembly = {
    grids: [],
    notes: [],
    carried: [],
    total: walk.total,
    markup: walk.prompts,
    incomplete: stopped,
  };
  for (const table of unfoldNested(walk.tables, walk.part)) {
    const before = [...assembly.carried, ...table.before];
    const chunk = chunks.get(table.chunk ?? '');
    if (chunk !== undefined) {
      putIn(assembly, chunk, before);
      continue;
    }
    table.before = before;
    const { grid, notes, repeated } = layOut(table, assembly.grids.length, walk.part);
    assembly.carried = [...(grid.cells.length === 0 ? before : []), ...(table.after ?? [])];
    if (grid.cells.length === 0) continue;
    assembly.grids.push(grid);
    assembly.notes.push(...notes);
    assembly.markup += repeated;
  }
  const { grids, notes, carried, total, markup, incomplete } = assembly;
  const value: TableDocument = {
    format,
    pages: null,
    grids,
    after: [...carried, ...after],
    characters: { total, markup },
    ...(incomplete ? { incomplete } : {}),
  };
  return { value, notes };
}

/** The tables of a document that is put in are counted on from those before. */
function putIn(
  assembly: Assembly,
  { value, notes }: Staged<TableDocument>,
  before: readonly TextLine[],
): void {
  const by = assembly.grids.length;
  const moved = <T extends SourceRef>(ref: T): T =>
    ref.table === undefined ? ref : { ...ref, table: ref.table + by };
  const grids = value.grids.map((grid, index) => ({
    ...grid,
    id: grid.id + by,
    before: index === 0 ? [...before, ...grid.before] : grid.before,
    cells: grid.cells.map((cell) => ({ ...cell, origins: cell.origins.map(moved) })),
  }));
  assembly.grids.push(...grids);
  assembly.notes.push(...notes.map((note) => ({ ...note, refs: note.refs.map(moved) })));
  assembly.carried = grids.length === 0 ? [...before, ...value.after] : value.after;
  assembly.total += value.characters.total;
  assembly.markup += value.characters.markup;
  assembly.incomplete ||= value.incomplete === true;
}
