import { countCharacters, isBlank } from '../../model/index.ts';
import type { FormatAdapter } from '../../model/index.ts';
import { DocumentBuilder } from '../shared/builder.ts';
import type { DecodedText } from '../shared/decode.ts';
import { joinBroken, joinCells } from '../shared/broken-rows.ts';
import { readHtml } from '../shared/html.ts';
import { splitRow } from '../shared/lines.ts';
import type { PlacedGrid } from '../shared/pieces.ts';
import { isAlignmentRow } from '../shared/shape.ts';
import { type TextGrids, textReader } from '../shared/stream.ts';
import { division, readAligned } from './aligned.ts';
import { readBlocks } from './blocks.ts';
import type { Block } from './blocks.ts';
import { readDrawn } from './drawn.ts';
import { headingOf } from './headings.ts';
import { readFramed } from './framed.ts';
import { removeInline } from './inline.ts';
import { regularRows } from './regular.ts';
import { hasPipe, isEndedRow, isPipeRow, isWideAlignment, splitPipes } from './pipes.ts';
import { extensions, sniff } from './sniff.ts';

/**
 * Markdown as document converters write it: pipe tables, tab-separated rows under headings, HTML tables in the midst. A
 * heading is a line of text; what only marks up (`#`, pipes, alignment rows, fences) is counted as such.
 */
export const adapter: FormatAdapter = {
  id: 'markdown',
  extensions,
  sniff,
  ...textReader(readMarkdown),
};

function* readMarkdown(text: string, decoded: DecodedText): TextGrids {
  const reader = new MarkdownReader(text);
  const blocks = readBlocks(text);
  for (
    let current = blocks.next(), next = blocks.next();
    current.done !== true;
    current = next, next = blocks.next()
  ) {
    const block = current.value;
    if (reader.full) {
      reader.builder.rest(text.slice(block.start), block.number);
      break;
    }
    reader.read(block, next.value?.kind === 'line' ? next.value.text : '');
    yield* reader.builder.taken();
  }
  return reader.builder.finishText(decoded);
}

type LineBlock = Extract<Block, { kind: 'line' }>;

/** What makes the rows of a table: pipes, pipes that end each cell (text of web pages, whose tables were taken away), tabs. */
type Separator = '|' | '|ended' | '\t';

/** What a fenced block begins and ends with: converters wrap whole documents in one. */
const fence = /^\s*(?:`{3,}|~{3,})\s*[\w-]{0,20}\s*$/;
const rule = /^ {0,3}(?:-{3,}|={3,}|\*{3,}|_{3,})\s*$/;

/** Dashes that draw a table, or show its columns. */
const drawing = /^\s*(?:\+[-=:]+\+|[\u250c-\u254b\u2552-\u256c][\u2500-\u257f]|[-=]{2,}[-= ]*$)/;
/** A table that is laid out with characters takes no more lines. */
const mostLines = 2000;

class MarkdownReader {
  readonly builder = new DocumentBuilder('markdown');
  readonly #text: string;
  /** What the rows of the open grid are made with. */
  #separator: Separator | null = null;
  #pipeRows = 0;
  #aligned = false;
  /** Down to this line no rows are broken over lines. */
  #irregular = 0;
  #bareFrom = 0;
  /** The number of the first line that no table has taken yet. */
  #next = 1;

  constructor(text: string) {
    this.#text = text;
  }

  get full(): boolean {
    return this.builder.full;
  }

  /** @param below the line below */
  read(block: Block, below: string): void {
    if (block.kind === 'html') this.#readHtml(block.html, block.number);
    else if (block.number >= this.#next) {
      if (block.newPage) this.#endGrid();
      if (
        !this.#readLayout(block, below) &&
        !this.#readRegular(block) &&
        !this.#readBare(block, below)
      )
        this.#readLine(block, below);
    }
  }

  /** Rows that are broken over lines, if a table of such begins here. */
  #readRegular({ text, number, start }: LineBlock): boolean {
    if (this.#separator !== null || number < this.#irregular || !hasPipe(text)) return false;
    const lines = linesFrom(this.#text, start, mostLines);
    const rows = regularRows(lines);
    const end = rows?.at(-1)?.[1];
    if (rows === null || end === undefined) {
      const blank = lines.findIndex((line) => !hasPipe(line));
      this.#irregular = number + (blank === -1 ? lines.length : blank);
      return false;
    }
    const texts = rows.map(([from, to]) => lines.slice(from, to).join('\n'));
    const outer = texts.every((row) => isPipeRow(row));
    texts.forEach((row, index) => {
      this.#addBroken(row, number + (rows[index]?.[0] ?? 0), outer);
    });
    this.#next = number + end;
    this.#endGrid();
    return true;
  }

  /** Rows without outer bars, down to a blank line: a line without any is the rest of a cell, or a row of one cell. */
  #readBare({ text, number, start }: LineBlock, below: string): boolean {
    if (this.#separator !== null || number < this.#bareFrom || !isAlignmentRow(below)) return false;
    if (!hasPipe(text) || text.trimStart().startsWith('|')) return false;
    const lines = linesFrom(this.#text, start, mostLines);
    const blank = lines.findIndex((line) => isBlank(line));
    const rows = lines.slice(0, blank === -1 ? lines.length : blank);
    this.#bareFrom = number + rows.length;
    if (rows.some((line) => line.includes('\t') || line.trimStart().startsWith('|'))) return false;
    const split = rows.flatMap((line, index) => {
      if (isAlignmentRow(line) && (index === 1 || isWideAlignment(line))) {
        this.builder.addMarkup(countCharacters(line));
        return [];
      }
      const { cells, markup, whole } = splitPipes(line, false);
      this.builder.addMarkup(markup);
      return [{ cells, whole, line: number + index }];
    });
    for (const [from, to] of joinBroken(split.map(({ cells }) => cells))) {
      const parts = split.slice(from, to);
      const cells = joinCells(
        parts.map(({ cells: own, line }) => own.map((cell) => ({ text: this.#plain(cell), line }))),
      );
      this.builder.addRow(
        cells,
        parts.every(({ whole }) => whole),
      );
    }
    this.#next = number + rows.length;
    this.#endGrid();
    return true;
  }

  #addBroken(row: string, first: number, outer: boolean): void {
    if (this.#isMarkup(row)) {
      this.builder.addMarkup(countCharacters(row));
      return;
    }
    const { cells, markup, whole } = splitPipes(row, outer);
    this.builder.addMarkup(markup);
    let at = 0;
    const placed = cells.map((cell) => {
      // What stood escaped in the row is not found there as it reads.
      at = Math.max(at, row.indexOf(cell, at));
      const line = first + (row.slice(0, at).match(/\n/g)?.length ?? 0);
      at += cell.length;
      return { text: this.#plain(cell), line, endLine: line + (cell.match(/\n/g)?.length ?? 0) };
    });
    this.builder.addRow(placed, whole);
    this.#pipeRows += 1;
  }

  /** A table that is laid out with characters, if one begins here. */
  #readLayout({ text, number, start }: LineBlock, below: string): boolean {
    if (!drawing.test(text) && !drawing.test(below)) return false;
    const lines = linesFrom(this.#text, start, mostLines);
    const table =
      readFramed(lines, number) ?? readDrawn(lines, number) ?? readAligned(lines, number);
    if (table === null) return false;
    this.#next = number + table.lines;
    this.#addLayout(table.grid, countCharacters(lines.slice(0, table.lines).join('')));
    return true;
  }

  /** @param size non-blank characters of the lines that the table takes */
  #addLayout({ cells: raw, ...grid }: PlacedGrid, size: number): void {
    this.#endGrid();
    this.builder.addMarkup(size - raw.reduce((sum, { text }) => sum + countCharacters(text), 0));
    const cells = raw.map((cell) => ({ ...cell, text: this.#plain(cell.text) }));
    if (cells.some(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1))
      this.builder.addGrid({ ...grid, cells });
    // Without joined cells nobody knows whether the program could draw any, so a blank may be the rest of one.
    else
      for (let row = 0; row < grid.rows; row += 1)
        this.builder.addRow(cells.slice(row * grid.columns, (row + 1) * grid.columns));
    this.#endGrid();
  }

  #readHtml(html: string, line: number): void {
    this.#endGrid();
    const read = readHtml(html);
    this.builder.addMarkup(countCharacters(html) - read.shown);
    this.builder.addHtml(read, line);
  }

  #readLine({ text, number }: LineBlock, below: string): void {
    if (this.#isMarkup(text)) {
      this.builder.addMarkup(countCharacters(text));
      return;
    }
    const separator = this.#separatorOf(text, below);
    if (separator === null) {
      this.#endGrid();
      if (!isBlank(text)) this.#addText(text, number);
    } else if (separator === '\t') {
      const { parts, whole } = splitRow(text, '\t');
      this.#addRow(separator, parts, number, whole);
    } else {
      const { cells, markup, whole } = splitPipes(text, separator === '|');
      this.builder.addMarkup(markup);
      this.#addRow(separator, cells, number, whole);
      this.#pipeRows += 1;
    }
  }

  #isMarkup(text: string): boolean {
    if (!isAlignmentRow(text)) return fence.test(text) || rule.test(text) || division.test(text);
    // Behind the first row dashes align; further down a row of single ones is a row of empty values.
    const markup = (this.#pipeRows === 1 && !this.#aligned) || isWideAlignment(text);
    this.#aligned ||= markup;
    return markup;
  }

  /** A row may go without its outer pipes where a table is open or an alignment row follows. */
  #separatorOf(text: string, below: string): Separator | null {
    if (this.#separator === '|ended' && isEndedRow(text, false)) return '|ended';
    if (isPipeRow(text)) return '|';
    if (text.includes('\t')) return '\t';
    if (!hasPipe(text)) return null;
    if (this.#separator === '|' || isAlignmentRow(below)) return '|';
    return isEndedRow(text, true) ? '|ended' : null;
  }

  #addRow(separator: Separator, cells: readonly string[], line: number, whole: boolean): void {
    if (this.#separator !== separator) this.#endGrid();
    this.#separator = separator;
    this.builder.addRow(
      cells.map((cell) => ({ text: this.#plain(cell), line })),
      whole,
    );
  }

  #addText(text: string, line: number): void {
    const { text: words, isHeading } = headingOf(text);
    if (isHeading) this.builder.addMarkup(countCharacters(text) - countCharacters(words));
    this.builder.addLine(this.#plain(words), line);
  }

  #plain(text: string): string {
    const { text: plain, markup } = removeInline(text);
    this.builder.addMarkup(markup);
    return plain;
  }

  #endGrid(): void {
    this.builder.endGrid();
    this.#separator = null;
    this.#pipeRows = 0;
    this.#aligned = false;
  }
}

/** So many lines from a place in the text. */
function linesFrom(text: string, start: number, count: number): string[] {
  const lines: string[] = [];
  for (let from = start; from <= text.length && lines.length < count;) {
    const next = text.indexOf('\n', from);
    const end = next === -1 ? text.length : next;
    lines.push(text.slice(from, end));
    from = end + 1;
  }
  return lines;
}
