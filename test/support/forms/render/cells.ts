import type { SpelledBlock } from '../types.ts';

export interface CellsOptions {
  /** What stands in a blank cell: nothing, or the ideographic space of word processors. */
  readonly blank: '' | '　';
  /** Empty paragraphs after a table. */
  readonly gap: readonly string[];
}

/** One cell a line after a tab, a row ended by a blank line, a table by one more (organisation-2024-cells, beidaihe-targets-cells). */
export function renderCells(blocks: readonly SpelledBlock[], options: CellsOptions): string {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'page') continue;
    if (block.kind === 'line') {
      lines.push(
        ...block.text.split('\n'),
        ...(block.role === 'note' || block.role === 'letter' ? [''] : []),
      );
      continue;
    }
    for (const row of block.rows) {
      for (const cell of row.cells)
        lines.push(`\t${cell.text === '' && cell.role !== 'blank' ? options.blank : cell.text}`);
      lines.push('');
    }
    lines.push('', ...options.gap);
  }
  return `${lines.join('\n')}\n`;
}
