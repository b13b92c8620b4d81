import type { Random } from '../random.ts';
import type { Block, LayoutCell, Sample, Table } from '../types.ts';
import type { DamageKind } from './types.ts';

function changeTables(sample: Sample, change: (table: Table) => Table): Sample {
  return {
    ...sample,
    blocks: sample.blocks.map((block): Block =>
      block.kind === 'table' ? { ...block, table: change(block.table) } : block,
    ),
  };
}

/** Every column becomes one to three, as in forms whose head and body were ruled apart: spans grow, texts stay. */
function refine(sample: Sample, random: Random): Sample {
  return changeTables(sample, (table) => {
    const widths = Array.from({ length: table.columns }, () => 1 + random.int(3));
    const start = (column: number): number =>
      widths.slice(0, column).reduce((sum, width) => sum + width, 0);
    const cells = table.cells.map((cell): LayoutCell => ({
      ...cell,
      column: start(cell.column),
      columnSpan: start(cell.column + cell.columnSpan) - start(cell.column),
    }));
    return { ...table, columns: start(table.columns), cells };
  });
}

/** A row without any text between two parts of the form. */
function blankRows(sample: Sample, random: Random): Sample {
  const parts = new Set([
    'fund-header',
    'goal-header',
    'indicator-header',
    'total',
    'rating',
    'note',
  ]);
  return changeTables(sample, (table) => {
    let rows = table.rows;
    let cells = table.cells;
    for (let row = table.rows.length - 1; row > 0; row -= 1) {
      const kind = table.rows[row] ?? 'head';
      const crossed = table.cells.some((cell) => cell.row < row && cell.row + cell.rowSpan > row);
      if (!parts.has(kind) || crossed || table.rows[row - 1] === kind || !random.chance(0.5))
        continue;
      rows = rows.toSpliced(row, 0, 'note');
      const blank: LayoutCell = {
        text: '',
        row,
        column: 0,
        rowSpan: 1,
        columnSpan: table.columns,
        role: 'label',
      };
      cells = [
        ...cells.map((cell) => (cell.row >= row ? { ...cell, row: cell.row + 1 } : cell)),
        blank,
      ];
    }
    return {
      ...table,
      rows,
      cells: [...cells].sort((a, b) => a.row - b.row || a.column - b.column),
    };
  });
}

export const gridKinds: readonly DamageKind[] = [
  {
    name: 'fine-grid',
    seen: 'forms drawn in Word: head, funds and indicators with borders of their own, 20 columns and more',
    formats: ['html'],
    layout: refine,
  },
  {
    name: 'blank-rows',
    seen: 'spacer rows of spreadsheets saved as text or web pages',
    layout: blankRows,
  },
];
