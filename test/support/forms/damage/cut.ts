import type { LayoutCell, Table } from '../types.ts';

/** What of a cell's text stands above and what below a cut. */
export type Share = (cell: LayoutCell) => readonly [string, string];

const end = (cell: LayoutCell): number => cell.row + cell.rowSpan;

/** Cuts a table above row `boundary`; cells that run over the cut are shared out. */
export function cutTable(table: Table, boundary: number, share: Share): [Table, Table] {
  const top: LayoutCell[] = [];
  const bottom: LayoutCell[] = [];
  for (const cell of table.cells) {
    if (end(cell) <= boundary) top.push(cell);
    else if (cell.row >= boundary) bottom.push({ ...cell, row: cell.row - boundary });
    else {
      const [above, below] = share(cell);
      top.push({ ...cell, text: above, rowSpan: boundary - cell.row });
      bottom.push({ ...cell, text: below, row: 0, rowSpan: end(cell) - boundary });
    }
  }
  const part = (rows: Table['rows'], cells: LayoutCell[]): Table => ({
    ...table,
    rows,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
  });
  return [part(table.rows.slice(0, boundary), top), part(table.rows.slice(boundary), bottom)];
}

/** Makes two rows of one: merged labels grow, every other cell of the row is shared out. */
export function doubleRow(table: Table, row: number, share: Share): Table {
  const cells = table.cells.flatMap((cell): LayoutCell[] => {
    if (cell.row > row) return [{ ...cell, row: cell.row + 1 }];
    if (end(cell) <= row) return [cell];
    if (cell.rowSpan > 1 || cell.role === 'level' || cell.role === 'lead')
      return [{ ...cell, rowSpan: cell.rowSpan + 1 }];
    const [above, below] = share(cell);
    return [
      { ...cell, text: above },
      { ...cell, text: below, row: row + 1 },
    ];
  });
  const kind = table.rows[row];
  if (kind === undefined) throw new Error(`no row ${row}`);
  return { ...table, rows: table.rows.toSpliced(row, 0, kind), cells };
}

/** Prints a copy of a row of `source` as the first row of `table`; merged cells that begin the table and `grow` take part. */
export function repeatRow(table: Table, source: Table, row: number): Table {
  const copied = source.cells
    .filter((cell) => cell.row === row && cell.rowSpan === 1)
    .map((cell) => ({ ...cell, row: 0 }));
  const covered = new Set(
    copied.flatMap((cell) =>
      Array.from({ length: cell.columnSpan }, (_, index) => cell.column + index),
    ),
  );
  const moved = table.cells.map((cell) =>
    cell.row === 0 && !covered.has(cell.column)
      ? { ...cell, rowSpan: cell.rowSpan + 1 }
      : { ...cell, row: cell.row + 1 },
  );
  const kind = source.rows[row];
  if (kind === undefined) throw new Error(`no row ${row}`);
  return {
    ...table,
    rows: [kind, ...table.rows],
    cells: [...copied, ...moved].sort((a, b) => a.row - b.row || a.column - b.column),
  };
}
