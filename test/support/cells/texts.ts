import { load } from 'cheerio';

/** How a program writes a table as lines: what it leaves of the cells, and what stands between them. */
export interface LineStyle {
  readonly name: string;
  /** What stands for a cell that a merge covers: an empty line for those below its first row, for all, or nothing. */
  readonly covered: 'below' | 'all' | 'nothing';
  readonly blank: 'line' | 'nothing';
  /** Empty lines between cells that follow each other. */
  readonly between: number;
  /** Empty lines between rows. */
  readonly betweenRows: number;
  /** Each paragraph of a cell is a line of its own. */
  readonly paragraphs: boolean;
  readonly end: '\n' | '\r\n';
  /** A tab on a line of its own between cells, as browsers copy cells that hold paragraphs. */
  readonly tabs: boolean;
}

const plain: LineStyle = {
  name: 'plain',
  covered: 'nothing',
  blank: 'nothing',
  between: 0,
  betweenRows: 0,
  paragraphs: false,
  end: '\n',
  tabs: false,
};

/** The styles of common programs, and their mixtures. */
export const lineStyles: readonly LineStyle[] = [
  { ...plain, name: 'covered-below', covered: 'below', blank: 'line' },
  { ...plain, name: 'covered-all', covered: 'all', blank: 'line' },
  { ...plain, name: 'blank-lines', blank: 'line' },
  plain,
  { ...plain, name: 'crlf', covered: 'below', blank: 'line', end: '\r\n' },
  { ...plain, name: 'parted', between: 1, betweenRows: 1 },
  { ...plain, name: 'parted-blank', blank: 'line', between: 1, betweenRows: 1 },
  { ...plain, name: 'parted-covered', covered: 'below', blank: 'line', between: 1, betweenRows: 1 },
  { ...plain, name: 'parted-rows', between: 1, betweenRows: 2 },
  { ...plain, name: 'rows', betweenRows: 1 },
  { ...plain, name: 'rows-2', blank: 'line', betweenRows: 2 },
  { ...plain, name: 'paragraphs', paragraphs: true },
  { ...plain, name: 'paragraphs-covered', covered: 'below', blank: 'line', paragraphs: true },
  {
    ...plain,
    name: 'browser',
    blank: 'line',
    between: 1,
    betweenRows: 3,
    paragraphs: true,
    tabs: true,
  },
  { ...plain, name: 'paragraphs-parted', between: 1, betweenRows: 1, paragraphs: true },
];

interface Printed {
  readonly paragraphs: readonly string[];
  /** It lies below a merged cell's own place, below the columns to the right of that, or right of it. */
  readonly covered: 'below' | 'beside' | 'right' | null;
}

/** A page as one of these programs writes it; null where it holds tables in tables. */
export function asLines(html: string, style: LineStyle): string | null {
  const page = load(html);
  if (page('table table').length > 0) return null;
  page('head, script, style').remove();
  page('br').replaceWith('\n');
  const parts: string[][] = [];
  page('table, p, h1, h2, h3, h4, caption')
    .filter((_, element) => page(element).parents('table').length === 0)
    .each((_, element) => {
      if (element.name === 'table') parts.push(tableLines(gridOf(page, element), style));
      else parts.push(spaced(linesOf(page(element).text()), style.between));
    });
  const gap = '\n'.repeat(style.between);
  return `${parts.map((lines) => lines.join('\n')).join(`\n${gap}`)}\n`.replaceAll('\n', style.end);
}

type Page = ReturnType<typeof load>;
type Element = Parameters<Page>[0];

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '');
}

function spaced(lines: readonly string[], blanks: number): string[] {
  return lines.flatMap((line, index) => (index === 0 ? [line] : [...emptyLines(blanks), line]));
}

function emptyLines(count: number): string[] {
  return Array.from({ length: count }, () => '');
}

/** The places of a table, row by row. */
function gridOf(page: Page, table: Element): Printed[][] {
  const open: { rows: number; covered: 'below' | 'beside' }[] = [];
  return page(table)
    .find('tr')
    .toArray()
    .map((tr) => {
      const row: Printed[] = [];
      let column = 0;
      const skip = (): void => {
        for (let down = open[column]; down !== undefined && down.rows > 0; down = open[column]) {
          down.rows -= 1;
          row.push({ paragraphs: [], covered: down.covered });
          column += 1;
        }
      };
      skip();
      for (const td of page(tr).find('td, th').toArray()) {
        const [rows, columns] = ['rowspan', 'colspan'].map((name) =>
          Number(page(td).attr(name) ?? 1),
        );
        page(td).find('p, div').append('\n');
        for (let at = 0; at < (columns ?? 1); at += 1) {
          row.push({
            paragraphs: at === 0 ? linesOf(page(td).text()) : [],
            covered: at === 0 ? null : 'right',
          });
          open[column] = { rows: (rows ?? 1) - 1, covered: at === 0 ? 'below' : 'beside' };
          column += 1;
        }
        skip();
      }
      return row;
    });
}

function tableLines(rows: readonly Printed[][], style: LineStyle): string[] {
  const lines: string[] = [];
  for (const row of rows) {
    const cells = row.flatMap((cell) => cellLines(cell, style));
    if (cells.length === 0) continue;
    if (lines.length > 0) lines.push(...emptyLines(style.betweenRows));
    for (const [index, cell] of cells.entries())
      lines.push(...(index === 0 ? [] : gapLines(style)), ...cell);
  }
  return lines;
}

function gapLines({ between, tabs }: LineStyle): string[] {
  return tabs ? ['', '\t', ''] : emptyLines(between);
}

/** The lines of a cell, in a list of one; none where it leaves no trace. */
function cellLines({ paragraphs, covered }: Printed, style: LineStyle): string[][] {
  const aside = covered === 'right' || covered === 'beside';
  if (aside && style.covered !== 'all') return [];
  if (covered === 'below' && style.covered === 'nothing') return [];
  if (covered === null && paragraphs.length === 0 && style.blank === 'nothing') return [];
  if (paragraphs.length === 0) return [['']];
  return [style.paragraphs ? spaced(paragraphs, style.between) : [paragraphs.join('')]];
}
