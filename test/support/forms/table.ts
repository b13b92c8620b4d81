import type { LayoutCell, Role, RowKind, Table } from './types.ts';

/** A cell before its place is known. */
export interface DraftCell {
  readonly text: string;
  readonly role: Role;
  readonly path?: string;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

export interface DraftRow {
  readonly kind: RowKind;
  readonly cells: readonly DraftCell[];
}

export const label = (text: string, path?: string): DraftCell => ({
  text,
  role: 'label',
  ...(path === undefined ? {} : { path }),
});
export const value = (text: string, path?: string): DraftCell => ({
  text,
  role: 'value',
  ...(path === undefined ? {} : { path }),
});
export const number = (text: string, path?: string): DraftCell => ({
  text,
  role: 'number',
  ...(path === undefined ? {} : { path }),
});
export const prose = (text: string, path?: string): DraftCell => ({
  text,
  role: 'text',
  ...(path === undefined ? {} : { path }),
});
export const over = (cell: DraftCell, columnSpan: number, rowSpan = 1): DraftCell => ({
  ...cell,
  columnSpan,
  rowSpan,
});

/**
 * Widens cells until the row fills `columns`: the wide ones first, in turn, as a printed form widens the cells of names and goals.
 * Rows below a merged cell give the number of columns that are left to them.
 */
export function fill(
  cells: readonly DraftCell[],
  columns: number,
  wide: readonly number[],
): DraftCell[] {
  const spans = cells.map((cell) => cell.columnSpan ?? 1);
  let missing = columns - spans.reduce((sum, span) => sum + span, 0);
  if (missing < 0)
    throw new Error(`a row of ${spans.length} cells does not fit ${columns} columns`);
  for (let turn = 0; missing > 0; turn += 1, missing -= 1) {
    const index = wide[turn % wide.length] ?? cells.length - 1;
    spans[index] = (spans[index] ?? 1) + 1;
  }
  return cells.map((cell, index) => ({ ...cell, columnSpan: spans[index] ?? 1 }));
}

/** Puts draft rows into a table: a cell takes the first free column of its row, as in HTML. */
export function buildTable(rows: readonly DraftRow[], columns: number): Table {
  const taken = rows.map(() => new Array<boolean>(columns).fill(false));
  const cells: LayoutCell[] = [];
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const draft of row.cells) {
      while (taken[rowIndex]?.[column] === true) column += 1;
      const { rowSpan = 1, columnSpan = 1 } = draft;
      cells.push({ ...draft, row: rowIndex, column, rowSpan, columnSpan });
      for (let r = rowIndex; r < rowIndex + rowSpan; r += 1) {
        const places = taken[r];
        for (let c = column; c < column + columnSpan; c += 1) {
          if (places?.[c] !== false) throw new Error(`cell ${draft.text} overlaps at ${r},${c}`);
          places[c] = true;
        }
      }
    }
    if (taken[rowIndex]?.includes(false) === true)
      throw new Error(`row ${rowIndex} (${row.kind}) is not full`);
  });
  return { columns, rows: rows.map((row) => row.kind), cells };
}
