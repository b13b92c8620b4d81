import type { SpelledBlock, SpelledCell, SpelledRow } from '../types.ts';

const pipeText = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/\|/g, '\\|').replace(/\n/g, '<br>');

const strong = (cell: SpelledCell): string =>
  cell.text === '' || cell.role !== 'label' || cell.text.includes('\n')
    ? pipeText(cell.text)
    : `**${pipeText(cell.text)}**`;

function pipeRow(row: SpelledRow, width: number, bold: boolean): string {
  const blank: SpelledCell = { text: '', role: 'blank' };
  const cells = Array.from(
    { length: Math.max(width, row.cells.length) },
    (_, index) => row.cells[index] ?? blank,
  ).map((cell) => (bold ? strong(cell) : pipeText(cell.text)));
  return `| ${cells.join(' | ')} |`;
}

/** Pipe tables (`ruler` is the delimiter of one column, `bold` sets labels in bold); the first row stands as the header, whatever it holds, as converters print it. */
export function renderPipes(blocks: readonly SpelledBlock[], ruler: string, bold: boolean): string {
  const parts: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'line') parts.push(block.role === 'title' ? `## ${block.text}` : block.text);
    if (block.kind !== 'rows' || block.rows.length === 0) continue;
    const width = Math.max(...block.rows.map((row) => row.cells.length));
    const [header, ...rest] = block.rows.map((row) => pipeRow(row, width, bold));
    parts.push([header, `|${` ${ruler} |`.repeat(width)}`, ...rest].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}
