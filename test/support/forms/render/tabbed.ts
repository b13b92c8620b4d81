import type { LineRole, SpelledBlock, SpelledRow } from '../types.ts';

export interface TabbedOptions {
  /** `spaced`: a blank line after every heading line (jiading-2024); `row`: a heading is a row with trailing tabs (jiading-2022). */
  readonly headings: 'spaced' | 'row' | 'markdown';
}

const inRows = new Set<LineRole>(['annex', 'title', 'year', 'unit']);

const flat = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/\t/g, ' ');

const tabRow = (row: SpelledRow): string => row.cells.map((cell) => flat(cell.text)).join('\t');

/** Tab-separated text as an OCR program writes it: a blank line at every page break and around headings. */
export function renderTabbed(blocks: readonly SpelledBlock[], options: TabbedOptions): string {
  const width = Math.max(
    1,
    ...blocks.flatMap((block) =>
      block.kind === 'rows' ? block.rows.map((row) => row.cells.length) : [],
    ),
  );
  const lines: string[] = ['', ''];
  for (const block of blocks) {
    if (block.kind === 'page') lines.push('');
    else if (block.kind === 'rows') lines.push(...block.rows.map(tabRow));
    else if (options.headings === 'row' && inRows.has(block.role))
      lines.push(flat(block.text) + '\t'.repeat(width - 1));
    else {
      const mark =
        options.headings === 'markdown' && (block.role === 'title' || block.role === 'annex')
          ? '# '
          : '';
      if (lines.at(-1) !== '') lines.push('');
      lines.push(mark + flat(block.text), '');
    }
  }
  return `${lines.join('\n')}\n`;
}
