import { fill, label, over } from '../forms/table.ts';
import type { DraftCell, DraftRow } from '../forms/table.ts';
import type { RowKind } from '../forms/types.ts';
import type { Part } from './types.ts';

/** A heading of a column, or one over several. */
export interface Heading {
  readonly text: string;
  readonly below?: readonly Heading[];
}

const leafCount = (heading: Heading): number =>
  heading.below === undefined ? 1 : heading.below.reduce((sum, one) => sum + leafCount(one), 0);

const depth = (headings: readonly Heading[]): number =>
  Math.max(...headings.map(({ below }) => 1 + (below === undefined ? 0 : depth(below))));

/** How many table columns each of `count` columns takes: the wide ones share what is left, in turn. */
export function spread(count: number, columns: number, wide: readonly number[]): number[] {
  const cells = fill(new Array<DraftCell>(count).fill(label('')), columns, wide);
  return cells.map((cell) => cell.columnSpan ?? 1);
}

const sum = (spans: readonly number[], from: number, count: number): number =>
  spans.slice(from, from + count).reduce((total, span) => total + span, 0);

/** The rows of a heading over columns of the given widths; a heading without others below it reaches down to the figures. */
export function headingRows(headings: readonly Heading[], spans: readonly number[]): DraftCell[][] {
  const height = depth(headings);
  const rows: DraftCell[][] = Array.from({ length: height }, () => []);
  const place = (list: readonly Heading[], level: number, from: number): number => {
    let leaf = from;
    for (const heading of list) {
      const count = leafCount(heading);
      const down = heading.below === undefined ? height - level : 1;
      rows[level]?.push(over(label(heading.text), sum(spans, leaf, count), down));
      if (heading.below !== undefined) place(heading.below, level + 1, leaf);
      leaf += count;
    }
    return leaf;
  };
  place(headings, 0, 0);
  return rows;
}

/** A cell of a body row that takes so many of its columns, and so many rows. */
export interface BodyCell {
  readonly cell: DraftCell;
  readonly leaves?: number;
  readonly rows?: number;
}

/** Gives the cells of body rows their widths; `taken` says which columns a cell from above fills. */
export function bodyRows(
  rows: readonly (readonly BodyCell[])[],
  spans: readonly number[],
): DraftCell[][] {
  const taken = rows.map(() => new Array<boolean>(spans.length).fill(false));
  return rows.map((cells, row) => {
    let leaf = 0;
    return cells.map(({ cell, leaves = 1, rows: down = 1 }) => {
      while (taken[row]?.[leaf] === true) leaf += 1;
      for (let r = row; r < row + down; r += 1)
        for (let c = leaf; c < leaf + leaves; c += 1) (taken[r] ?? [])[c] = true;
      const placed = over(cell, sum(spans, leaf, leaves), down);
      leaf += leaves;
      return placed;
    });
  });
}

/** Where a block's own label stands: left of its rows, in a row above them, or nowhere. */
export type Frame = 'left' | 'above' | 'none';

export function framed(
  frame: Frame,
  text: string,
  part: Part,
  kinds: { readonly above: RowKind; readonly lead?: boolean },
  span: 1 | 2,
): Part {
  if (frame === 'none') return part;
  if (frame === 'above')
    return {
      width: part.width,
      rows: (columns) => [
        { kind: kinds.above, cells: [over(label(text), columns)] },
        ...part.rows(columns),
      ],
    };
  return {
    width: part.width + span,
    rows: (columns) => {
      const rows = part.rows(columns - span);
      const cell: DraftCell = kinds.lead === true ? { text, role: 'lead' } : label(text);
      return rows.map((row, index) =>
        index === 0 ? { ...row, cells: [over(cell, span, rows.length), ...row.cells] } : row,
      );
    },
  };
}

/** Labels and values in turn, the values as wide as the table lets them be. */
export function pairRow(kind: RowKind, cells: readonly DraftCell[], columns: number): DraftRow {
  const values = cells.flatMap((_, index) => (index % 2 === 1 ? [index] : []));
  return { kind, cells: fill(cells, columns, values.length === 0 ? [0] : values) };
}
