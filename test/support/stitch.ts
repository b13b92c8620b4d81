import { countCharacters, makeUnit, type Piece, pieceOf } from '../../src/model/index.ts';
import type { Cell, Grid, SourceRef, TableDocument, TextLine } from '../../src/model/index.ts';
import { stitch } from '../../src/stitch/index.ts';
import { Feed } from '../../src/stitch/read/feed.ts';
import { allAtOnce } from '../../src/stitch/read/rows.ts';
import { readingOrder } from '../../src/stitch/read/stream.ts';
import { findSegments, type Segment } from '../../src/stitch/segments/segment.ts';
import type {
  AlignedRow,
  Column,
  Item,
  LevelLabel,
  Role,
  WholeForm,
} from '../../src/stitch/types.ts';

/** Freezes a value and all that it holds, units aside: the stitcher marks those that it cuts in two. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const held of Object.values(value)) freeze(held);
  return 'raw' in value ? value : Object.freeze(value);
}

/** A row is written `a|b||c`, its cells between the bars. */
export function cellsOf(row: string): string[] {
  return row.split('|');
}

/** A text's piece, null for a blank one. */
export function piece(text: string, origin: SourceRef = { line: 1 }): Piece | null {
  return freeze(pieceOf(makeUnit(text, [origin])));
}

/**
 * A grid from rows `a|b||c`. With real columns (`spans`), `^` says that the cell above goes on, `<` the cell to the left.
 */
export function gridOf(
  rows: readonly string[],
  geometry: Grid['geometry'] = 'ordinal',
  more: Partial<Grid> & { firstLine?: number } = {},
): Grid {
  const { firstLine = 1, ...fields } = more;
  const texts = rows.map(cellsOf);
  const at = (row: number, column: number): string | undefined => texts[row]?.[column];
  const run = (mark: string, row: number, column: number, down: 0 | 1): number => {
    let length = 1;
    while (at(row + length * down, column + length * (1 - down)) === mark) length += 1;
    return length;
  };
  const cells = texts.flatMap((cellTexts, row) =>
    cellTexts.flatMap((text, column): Cell[] => {
      if (geometry === 'spans' && (text === '^' || text === '<')) return [];
      const [rowSpan, columnSpan] =
        geometry === 'spans' ? [run('^', row, column, 1), run('<', row, column, 0)] : [1, 1];
      return [
        {
          text,
          row,
          column,
          rowSpan,
          columnSpan,
          origins: [{ line: firstLine + row, row, column }],
        },
      ];
    }),
  );
  const columns = Math.max(0, ...texts.map(({ length }) => length));
  return freeze({
    id: 0,
    page: null,
    rows: rows.length,
    columns,
    cells,
    geometry,
    before: [],
    ...fields,
  });
}

function shown(grids: readonly Grid[], after: readonly TextLine[]): number {
  const texts = [...grids.flatMap(({ cells, before }) => [...cells, ...before]), ...after];
  return texts.reduce((sum, { text }) => sum + countCharacters(text), 0);
}

/** A document of these grids. */
export function documentOf(
  grids: readonly Grid[],
  after: readonly TextLine[] = [],
  format: TableDocument['format'] = 'html',
): TableDocument {
  const total = shown(grids, after);
  return freeze({
    format,
    pages: null,
    grids: grids.map((grid, id) => ({ ...grid, id })),
    after,
    characters: { total, markup: 0 },
  });
}

/** A document as tabbed text has it: a line with bars is a row, any other a line of text, and a blank one a gap. */
export function textDocument(source: string): TableDocument {
  const grids: Grid[] = [];
  let before: TextLine[] = [];
  let rows: string[] = [];
  let firstLine = 1;
  const close = (): void => {
    if (rows.length === 0) return;
    grids.push(gridOf(rows, 'ordinal', { before, firstLine }));
    [rows, before] = [[], []];
  };
  source.split('\n').forEach((text, index) => {
    if (text.includes('|')) {
      if (rows.length === 0) firstLine = index + 1;
      rows.push(text);
      return;
    }
    close();
    if (text !== '') before.push({ text, origin: { line: index + 1 } });
  });
  close();
  return documentOf(grids, before, 'tabbed');
}

/** A document's rows and lines in reading order. */
export function itemsIn(document: TableDocument): Item[] {
  return [...readingOrder(document.format, allAtOnce(document))];
}

/** The segments of some rows. */
export function segmentsIn(items: readonly Item[]): Segment[] {
  return [...findSegments(new Feed(items, items.length))];
}

/** A text document's rows and lines in reading order. */
export function itemsOf(source: string): Item[] {
  return freeze(itemsIn(textDocument(source)));
}

/** The rows of a grid with real columns, in reading order. */
export function spanItems(...rows: readonly string[]): Item[] {
  return freeze(itemsIn(documentOf([gridOf(rows, 'spans')])));
}

/** One row `a|b||c` of tab-separated text. */
export function rowItem(row: string): Item {
  const slots = cellsOf(row).map((text, column) => ({
    piece: piece(text),
    column,
    span: 1,
    covered: false,
  }));
  return freeze({ kind: 'row', slots, geometry: 'ordinal', page: null, gap: false });
}

/** Columns of these roles, one slot wide each. */
export function columnsOf(...roles: readonly Role[]): Column[] {
  return freeze(
    roles.map((role, index) => ({ role, from: index, to: index, heading: piece(role) })),
  );
}

/** A row `a|b||c` that lies in its columns; `gap` as where a page ends above it. */
export function alignedRow(
  row: string,
  gap = false,
  geometry: Grid['geometry'] = 'ordinal',
): AlignedRow {
  return freeze({
    pieces: cellsOf(row).map((text) => piece(text)),
    covered: new Set<number>(),
    gap,
    geometry,
  });
}

/** The texts of pieces or labels, written as a row. */
export function texts(pieces: Iterable<Piece | LevelLabel | null | undefined>): string {
  return [...pieces].map((one) => one?.text ?? '').join('|');
}

/** An item's texts, those of cells that began above in brackets. */
export function itemText(item: Item | undefined): string {
  return (
    item?.slots
      .map(({ piece: held, covered }) => (covered ? `(${held?.text ?? ''})` : (held?.text ?? '')))
      .join('|') ?? ''
  );
}

/** The first form of a text document, its tables whole. */
export function wholeForm(source: string): WholeForm {
  const [form] = stitch(textDocument(source)).value.forms;
  if (form === undefined) throw new Error('the source holds no form');
  return freeze(form);
}
