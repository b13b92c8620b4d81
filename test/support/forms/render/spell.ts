import type { Block, LayoutCell, SpelledBlock, SpelledCell, SpelledRow, Table } from '../types.ts';

/** How a format without spans shows a cell merged over rows: OCR and word processors differ. */
export const spellings = ['first', 'middle', 'repeat'] as const;
export type Spelling = (typeof spellings)[number];

const blank: SpelledCell = { text: '', role: 'blank' };

/** Labels of the second level may stand in the middle only where one reading is left (see `middleIsFair`). */
export interface SpellOptions {
  readonly spelling: Spelling;
  /** `cells` prints a cell merged over columns once; tab-separated text prints its text and blanks. */
  readonly columns: 'once' | 'blanks';
  readonly middleLevel2: boolean;
}

function showsText(cell: LayoutCell, row: number, options: SpellOptions): boolean {
  const { spelling } = options;
  if (cell.rowSpan === 1 || spelling === 'first') return row === cell.row;
  if (spelling === 'repeat') return cell.role === 'level' || row === cell.row;
  const free = cell.role === 'lead' || cell.path?.endsWith('level1') === true || cell.role === 'label' || options.middleLevel2;
  return row === (free ? cell.row + Math.floor((cell.rowSpan - 1) / 2) : cell.row);
}

/** Spells out a table's merged cells row by row. */
export function spellTable(table: Table, options: SpellOptions): SpelledRow[] {
  const places: (LayoutCell | undefined)[][] = table.rows.map(() => []);
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) (places[row] ?? [])[column] = cell;
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
      cells.push(firstColumn && text !== '' && showsText(cell, row, options) ? { text, role, ...(path === undefined ? {} : { path }) } : blank);
    }
    return { kind, cells };
  });
}

export function spell(blocks: readonly Block[], options: SpellOptions): SpelledBlock[] {
  return blocks.map((block) => (block.kind === 'table' ? { kind: 'rows', rows: spellTable(block.table, options) } : block));
}
