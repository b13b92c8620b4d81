import { escapeMarkup } from '../model/index.ts';
import type { Layout } from './layout.ts';

/** Forms as Markdown: a table each under its title, in HTML, since Markdown's own tables have no merged cells. */
export function* markdownDocument(layouts: readonly Layout[]): Generator<string> {
  for (const [at, layout] of layouts.entries()) {
    if (at > 0) yield '\n';
    if (layout.title !== null) yield `# ${inline(layout.title)}\n\n`;
    if (layout.year !== null) yield `（${layout.year}年度）\n\n`;
    yield* tableLines(layout);
  }
}

function* tableLines({ rows, cells }: Layout): Generator<string> {
  yield '<table>\n';
  for (let row = 0; row < rows; row += 1) {
    yield `<tr>${cells
      .filter((cell) => cell.row === row)
      .map(cellHtml)
      .join('')}</tr>\n`;
  }
  yield '</table>\n';
}

function cellHtml({ text, kind, rowSpan, columnSpan }: Layout['cells'][number]): string {
  const tag = kind === 'label' ? 'th' : 'td';
  return `<${tag}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}>${html(text)}</${tag}>`;
}

/** A text within HTML; a line's end would let Markdown in again. */
function html(text: string): string {
  return escapeMarkup(text).replaceAll(/\s*\n\s*/gu, '<br>');
}

/** A text that Markdown shows as it stands: neither its own marks nor HTML. */
function inline(text: string): string {
  return text.replace(/[\\`*_[\]|<>&~#!]/gu, '\\$&').replaceAll(/\s*\n\s*/gu, ' ');
}
