import { escapeMarkup } from '../model/index.ts';
import type { Cell, Grid } from '../model/index.ts';

export const tableStyles = ['json', 'markdown', 'html'] as const;
export type TableStyle = (typeof tableStyles)[number];

/** Tables as text, in pieces that together make one file. */
export const tableRenderers: Readonly<
  Record<TableStyle, (grids: readonly Grid[]) => Iterable<string>>
> = {
  json: renderJson,
  markdown: renderMarkdown,
  html: renderHtml,
};

/** `[{id, page, rows, columns, cells: [{row, column, rowSpan, columnSpan, text}]}]`, a cell a line. */
function* renderJson(grids: readonly Grid[]): Generator<string> {
  yield '[';
  for (const [index, { id, page, rows, columns, cells }] of grids.entries()) {
    const head = JSON.stringify({ id, page, rows, columns });
    const lines = cells.map(({ row, column, rowSpan, columnSpan, text }) =>
      JSON.stringify({ row, column, rowSpan, columnSpan, text }),
    );
    const body = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
    yield `${index === 0 ? '' : ','}\n  ${head.slice(0, -1)},"cells":${body}}`;
  }
  yield grids.length === 0 ? ']\n' : '\n]\n';
}

function* renderMarkdown(grids: readonly Grid[]): Generator<string> {
  for (const [index, grid] of grids.entries()) {
    if (index > 0) yield '\n';
    for (const line of grid.before) yield `${markdownText(line.text)}\n\n`;
    for (const [row, cells] of cellRows(grid).entries()) {
      yield `| ${markdownRow(cells, row === 0 ? grid.columns : 0)} |\n`;
      // A table needs a line under its first row to be one.
      if (row === 0) yield `|${' --- |'.repeat(Math.max(1, grid.columns))}\n`;
    }
  }
}

/** A row's texts, blank where another row's span or nothing stands; only the first row needs all its columns. */
function markdownRow(cells: readonly Cell[], columns: number): string {
  const texts: string[] = [];
  for (const cell of cells) {
    while (texts.length < cell.column) texts.push('');
    texts.push(markdownText(cell.text));
  }
  while (texts.length < columns) texts.push('');
  return texts.join(' | ');
}

/** The cells by their first row. */
function cellRows(grid: Grid): Cell[][] {
  const rows: Cell[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) rows[cell.row]?.push(cell);
  return rows;
}

function markdownText(text: string): string {
  return text
    .trim()
    .replace(/[\\|<&*_`[\]]/gu, (character) =>
      character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
    )
    .replace(/\s*\n\s*/gu, '<br>');
}

const htmlHead = `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>zxpj tables</title>
<style>
body { font-family: sans-serif; margin: 1.5em; }
table { border-collapse: collapse; margin: 0 0 2em; }
td { border: 1px solid #888; padding: 0.2em 0.5em; vertical-align: top; white-space: pre-line; }
</style>
</head>
<body>
`;

function* renderHtml(grids: readonly Grid[]): Generator<string> {
  yield htmlHead;
  for (const grid of grids) {
    for (const line of grid.before) yield `<p>${escapeMarkup(line.text)}</p>\n`;
    yield `<table id="table-${grid.id}">\n`;
    const coveredUntil: number[] = [];
    for (const [row, cells] of cellRows(grid).entries())
      yield `<tr>${htmlRow(cells, row, coveredUntil)}</tr>\n`;
    yield '</table>\n';
  }
  yield '</body>\n</html>\n';
}

/** A row's cells, with blank ones where neither a cell nor a span from above stands, so that each keeps its column. */
function htmlRow(cells: readonly Cell[], row: number, coveredUntil: number[]): string {
  const pieces: string[] = [];
  let column = 0;
  for (const cell of cells) {
    for (; column < cell.column; column += 1)
      if ((coveredUntil[column] ?? 0) <= row) pieces.push('<td></td>');
    pieces.push(htmlCell(cell));
    for (; column < cell.column + cell.columnSpan; column += 1)
      coveredUntil[column] = row + cell.rowSpan;
  }
  return pieces.join('');
}

function htmlCell({ text, rowSpan, columnSpan }: Cell): string {
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`;
  return `<td${spans}>${escapeMarkup(text)}</td>`;
}
