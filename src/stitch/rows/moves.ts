import { names, sourceTerms } from '../../lexicon/index.ts';
import { append, joinPieces, largest, type Piece, type Unit } from '../../model/index.ts';
import { atColumn, withPiece, withSlots } from './alike.ts';
import type { OpenTable } from '../tables/tables.ts';
import type { AlignedRow, Column, Item } from '../types.ts';

export function isFundWord(text: string): boolean {
  return names(text, 'fundsBlock', ...sourceTerms) || /^其中/.test(text);
}

export function unitsOf(item: Item): Unit[] {
  const units: Unit[] = [];
  for (const { piece, covered } of item.slots)
    if (piece !== null && !covered) append(units, piece.units);
  return units;
}

export function strayRow(columns: readonly Column[], stray: Piece): AlignedRow {
  const at = columns.findIndex(({ role }) => role === 'level1');
  return {
    pieces: columns.map((_, index) => (index === at ? stray : null)),
    covered: new Set(),
    gap: false,
    geometry: 'ordinal',
  };
}

/** A table's columns, with those that only a heading printed again further down has. */
export function widened(columns: readonly Column[], again: readonly Column[]): readonly Column[] {
  const more = again.filter(
    (column) =>
      column.role !== 'blank' &&
      column.role !== 'block' &&
      columnLike(column, columns) < 0 &&
      (column.role !== 'other' || column.heading !== null),
  );
  return more.length === 0 ? columns : [...columns, ...more];
}

function columnLike({ role, heading }: Column, columns: readonly Column[]): number {
  return columns.findIndex(
    (column) =>
      column.role === role && (role !== 'other' || column.heading?.text === heading?.text),
  );
}

/** A row under a heading that was printed again with other columns, laid into the first heading's: of columns alike, the nth into the nth. */
export function recast(
  row: AlignedRow,
  from: readonly Column[],
  to: readonly Column[],
): AlignedRow {
  const pieces: (Piece | null)[] = to.map(() => null);
  const covered = new Set<number>();
  from.forEach((column, index) => {
    const alike = to.flatMap((other, at) => (columnLike(column, [other]) === 0 ? [at] : []));
    const nth = from.slice(0, index).filter((other) => columnLike(column, [other]) === 0).length;
    const at = alike[Math.min(nth, alike.length - 1)];
    if (at === undefined) return;
    pieces[at] = joinPieces([pieces[at] ?? null, row.pieces[index] ?? null]);
    if (row.covered.has(index)) covered.add(at);
  });
  return { ...row, pieces, covered };
}

/**
 * A line break inside a cell of tab-separated text ends the line: the next line's first cell goes on where the last one
 * stopped. So it is where the two together are no wider than the heading.
 */
export function mendBreak(above: Item, below: Item, columns: readonly Column[]): Item | null {
  const width =
    largest(
      columns.map(({ to }) => to),
      -1,
    ) + 1;
  const shown = below.slots.slice(0, below.slots.findLastIndex(({ piece }) => piece !== null) + 1);
  const [first, ...rest] = shown;
  const last = above.slots.at(-1);
  if (below.gap || below.geometry !== 'ordinal' || first?.piece == null || last?.piece == null)
    return null;
  if (above.slots.length + rest.length > width) return null;
  const joined = withPiece(last, joinPieces([last.piece, first.piece]));
  const moved = rest.map((slot, index) => atColumn(slot, above.slots.length + index));
  return withSlots(above, [...above.slots.slice(0, -1), joined, ...moved]);
}

/** A row that holds only the continuation of the piece that came last. */
export function continuation(table: OpenTable, last: Piece, piece: Piece | null): AlignedRow {
  const at = table.rows.at(-1)?.pieces.lastIndexOf(last) ?? -1;
  return {
    pieces: table.columns.map((_, index) => (index === at ? piece : null)),
    covered: new Set(),
    gap: false,
    geometry: 'ordinal',
  };
}
