import type { Block, LayoutCell, SpelledBlock, SpelledCell, SpelledRow, Table } from '../types.ts';

/** How a format without spans shows a cell merged over rows: OCR and word processors differ. */
export const spellings = ['first', 'middle', 'repeat'] as const;
export type Spelling = (typeof spellings)[number];

const blank: SpelledCell = { text: '', role: 'blank' };

export interface SpellOptions {
  readonly spelling: Spelling;
  /** `cells` prints a cell merged over columns once; tab-separated text prints its text and blanks. */
  readonly columns: 'once' | 'blanks';
}

const middle = (cell: LayoutCell): number => cell.row + Math.floor((cell.rowSpan - 1) / 2);

/**
 * In the middle stands only what may stand anywhere in its rows: a label of level 2 there leaves more than one way to divide
 * the rows, so that is a damage of its own (`centred-level2`).
 */
function showsText(cell: LayoutCell, row: number, { spelling }: SpellOptions): boolean {
  if (cell.rowSpan === 1 || spelling === 'first') return row === cell.row;
  if (spelling === 'repeat') return cell.role === 'level' || row === cell.row;
  return row === (cell.path?.endsWith('level2') === true ? cell.row : middle(cell));
}

/** A table's rows with merged cells spelt out. */
function spellTable(table: Table, options: SpellOptions): SpelledRow[] {
  const places: (LayoutCell | undefined)[][] = table.rows.map(() => []);
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        (places[row] ?? [])[column] = cell;
    }
  }
  return table.rows.map((kind, row) => {
    const cells: SpelledCell[] = [];
    for (let column = 0; column < table.columns; column += 1) {
      const cell = places[row]?.[column];
      if (cell === undefined) throw new Error(`no cell at ${row},${column}`);
      const firstColumn = column === cell.column;
      if (!firstColumn && options.columns === 'once') continue;
      const { text, role, path } = cell;
      cells.push(
        firstColumn && showsText(cell, row, options)
          ? { text, role, ...(path === undefined ? {} : { path }) }
          : blank,
      );
    }
    return { kind, cells };
  });
}

export function spell(blocks: readonly Block[], options: SpellOptions): SpelledBlock[] {
  return blocks.map((block) =>
    block.kind === 'table' ? { kind: 'rows', rows: spellTable(block.table, options) } : block,
  );
}
