import type { Block, LayoutCell, Table } from '../types.ts';

export const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export interface HtmlOptions {
  readonly page: boolean;
  /** Paragraphs within a cell: `<br>` or `<p>`. */
  readonly breaks: 'br' | 'p';
  readonly header: 'td' | 'th';
  readonly compact: boolean;
}

function cellHtml(cell: LayoutCell, options: HtmlOptions): string {
  const tag = options.header === 'th' && cell.role === 'label' ? 'th' : 'td';
  const spans = (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '') + (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '');
  const parts = cell.text.split('\n').map(escapeHtml);
  const inner = options.breaks === 'p' && cell.text !== '' ? parts.map((part) => `<p>${part}</p>`).join('') : parts.join('<br/>');
  return `<${tag}${spans}>${inner}</${tag}>`;
}

export function tableHtml(table: Table, options: HtmlOptions): string {
  const rows = table.rows.map((_, row) => `<tr>${table.cells.filter((cell) => cell.row === row).map((cell) => cellHtml(cell, options)).join('')}</tr>`);
  return `<table>${options.compact ? '' : '\n'}${rows.join(options.compact ? '' : '\n')}${options.compact ? '' : '\n'}</table>`;
}

/** Tables with true spans; a page break shows as a new table, or as nothing at all. */
export function renderHtml(blocks: readonly Block[], options: HtmlOptions): string {
  const body = blocks.flatMap((block) => {
    if (block.kind === 'page') return [];
    if (block.kind === 'table') return [tableHtml(block.table, options)];
    return [block.role === 'title' ? `<h2>${escapeHtml(block.text)}</h2>` : `<p>${escapeHtml(block.text)}</p>`];
  }).join('\n');
  if (!options.page) return `${body}\n`;
  return `<!DOCTYPE html>\n<html lang="zh">\n<head><meta charset="utf-8"><title>绩效信息公开</title></head>\n<body>\n<div>\n${body}\n</div>\n</body>\n</html>\n`;
}
