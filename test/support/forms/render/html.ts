import type { Block, LayoutCell, Table } from '../types.ts';

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const entities: Readonly<Record<string, string>> = {
  '≥': '&ge;',
  '≤': '&#8804;',
  '“': '&ldquo;',
  '”': '&#x201D;',
  '—': '&mdash;',
  '·': '&middot;',
};

export interface HtmlOptions {
  /** Paragraphs within a cell: `<br>` or `<p>`. */
  readonly breaks: 'br' | 'p';
  readonly header: 'td' | 'th';
  /** `plain`; `word`: spans, styles and `&nbsp;` as word processors save them; `old`: upper case, end tags left out; `named`: signs as entities. */
  readonly dialect: 'plain' | 'word' | 'old' | 'named';
  /** Layout tables round everything, as older portals have them. */
  readonly nested: boolean;
}

function cellHtml(cell: LayoutCell, options: HtmlOptions): string {
  const word = options.dialect === 'word';
  const tag = options.header === 'th' && cell.role === 'label' ? 'th' : 'td';
  const spans =
    (cell.rowSpan > 1 ? ` rowspan="${String(cell.rowSpan)}"` : '') +
    (cell.columnSpan > 1 ? ` colspan="${String(cell.columnSpan)}"` : '');
  const style = word ? ' style="border:solid windowtext 1.0pt;padding:0 5.4pt" valign="top"' : '';
  const parts = cell.text
    .split('\n')
    .map((part) =>
      word
        ? `<span lang="ZH-CN" style="font-size:10.5pt">${escapeHtml(part)}</span>`
        : escapeHtml(part),
    );
  const inner =
    options.breaks === 'p' ? parts.map((part) => `<p>${part}</p>`).join('') : parts.join('<br/>');
  return `<${tag}${spans}${style}>${cell.text === '' ? (word ? '&nbsp;' : '') : inner}</${tag}>`;
}

function tableHtml(table: Table, options: HtmlOptions): string {
  const rows = table.rows.map(
    (_, row) =>
      `<tr>${table.cells
        .filter((cell) => cell.row === row)
        .map((cell) => cellHtml(cell, options))
        .join('')}</tr>`,
  );
  const body =
    options.dialect === 'word'
      ? `<colgroup><col><col></colgroup>\n<tbody>\n${rows.join('\n')}\n</tbody>`
      : rows.join('\n');
  const html = `<table${options.dialect === 'word' ? ' class="MsoNormalTable" border="1"' : ''}>\n${body}\n</table>`;
  if (options.dialect === 'named')
    return html.replace(/[≥≤“”—·]/g, (sign) => entities[sign] ?? sign);
  if (options.dialect !== 'old') return html;
  return html
    .replace(/<\/(?:td|th|tr)>/g, '')
    .replace(/<(table|tr|td|th)/g, (match) => match.toUpperCase());
}

function bodyHtml(blocks: readonly Block[], options: HtmlOptions): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === 'page') return [];
      if (block.kind === 'table') return [tableHtml(block.table, options)];
      return [
        block.role === 'title'
          ? `<h2>${escapeHtml(block.text)}</h2>`
          : `<p>${escapeHtml(block.text)}</p>`,
      ];
    })
    .join('\n');
}

/** HTML tables between headings and paragraphs of markdown, as document converters write them. */
export function renderEmbedded(blocks: readonly Block[], options: HtmlOptions): string {
  const parts = blocks.flatMap((block) => {
    if (block.kind === 'page') return [];
    if (block.kind === 'table') return [tableHtml(block.table, options)];
    return [block.role === 'title' ? `## ${block.text}` : block.text];
  });
  return `${parts.join('\n\n')}\n`;
}

/** Tables with true spans; a page break shows as a new table, or as nothing at all. */
export function renderHtml(blocks: readonly Block[], options: HtmlOptions): string {
  const body = bodyHtml(blocks, options);
  const inner = options.nested
    ? `<table width="100%"><tr><td>首页</td><td>信息公开</td></tr><tr><td colspan="2">\n${body}\n</td></tr></table>`
    : body;
  const head =
    '<meta charset="utf-8"><title>绩效信息公开</title><style>td{border:1px solid}</style><script>var a="<td>1</td>";</script>';
  return `<!DOCTYPE html>\n<html lang="zh">\n<head>${head}</head>\n<body>\n<!-- <table><tr><td>项目名称</td></tr></table> -->\n<div>\n${inner}\n</div>\n</body>\n</html>\n`;
}
