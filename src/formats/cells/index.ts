import type { FormatAdapter } from '../../model/index.ts';
import { DocumentBuilder } from '../shared/builder.ts';
import type { DecodedText } from '../shared/decode.ts';
import { readLines } from '../shared/lines.ts';
import type { RawCell } from '../shared/pieces.ts';
import { type TextGrids, textReader } from '../shared/stream.ts';
import { chunksOf } from './bare/chunks.ts';
import { readBare, withDoubt } from './bare/read.ts';
import type { BareRow } from './bare/read.ts';
import { partedByTabs, readTabParted } from './bare/tabs.ts';
import { assembleRows } from './rows.ts';
import { cutSegments } from './segments.ts';
import type { CellDraft, Paragraph } from './segments.ts';
import { extensions, sniff } from './sniff.ts';

/**
 * A cell a line. In a word processor's text export a cell begins on a line with a tab before it and goes on over lines without one; a row ends
 * with a blank line, which looks just like an empty paragraph within a cell. Other programs write no tabs: see `bare`.
 */
export const adapter: FormatAdapter = {
  id: 'cells',
  extensions,
  sniff,
  ...textReader(readCells),
};

function* readCells(text: string, decoded: DecodedText): TextGrids {
  // Cells that reach over several places leave no trace in such a text.
  if (partedByTabs(text))
    return yield* readRows([withDoubt(readTabParted(readLines(text)))], text, decoded);
  return yield* /^\t[^\n]/mu.test(text)
    ? readTabLed(text, decoded)
    : readRows(bareParts(text), text, decoded);
}

/** Lines without tabs: nothing but their words and blank lines tells where a row ends. */
function* bareParts(text: string): Generator<readonly BareRow[]> {
  for (const chunk of chunksOf(readLines(text))) {
    const { rows, counted } = readBare(chunk);
    yield counted ? rows : withDoubt(rows);
  }
}

function* readRows(
  parts: Iterable<readonly BareRow[]>,
  text: string,
  decoded: DecodedText,
): TextGrids {
  const builder = new DocumentBuilder('cells');
  for (const rows of parts) {
    for (const row of rows) {
      const line = row.cells.flat()[0]?.number;
      if (builder.full && line !== undefined) {
        builder.rest(restFrom(text, line), line);
        return builder.finishText(decoded);
      }
      addBareRow(builder, row);
    }
    yield* builder.taken();
  }
  return builder.finishText(decoded);
}

function addBareRow(builder: DocumentBuilder, { kind, cells, doubted }: BareRow): void {
  const lines = cells.flat();
  const [first] = lines;
  if (doubted && first !== undefined) builder.doubt(first.text, first.number);
  if (kind === 'outside') for (const line of lines) builder.addLine(line.text, line.number);
  else builder.addRow(cells.map((paragraphs) => bareCell(paragraphs, first?.number ?? 1)));
}

/** A cell for which no line stands has the place of its row. */
function bareCell(paragraphs: readonly Paragraph[], line: number): RawCell {
  return paragraphs.length === 0 ? { text: '', line } : toCell({ paragraphs: [...paragraphs] });
}

/** What stands from a line on. */
function restFrom(text: string, number: number): string {
  for (const line of readLines(text)) if (line.number === number) return text.slice(line.start);
  return '';
}

function* readTabLed(text: string, decoded: DecodedText): TextGrids {
  const builder = new DocumentBuilder('cells');
  const { segments, leftover } = cutSegments(text);
  for (const { cells, whole, outside, endsTable } of assembleRows(segments)) {
    if (cells.length > 0) builder.addRow(cells.map(toCell), whole);
    if (endsTable) builder.endGrid();
    for (const { lines } of outside) {
      for (const line of lines) builder.addLine(line.text, line.number);
    }
    yield* builder.taken();
  }
  if (leftover !== null) builder.rest(leftover.text, leftover.line);
  return builder.finishText(decoded);
}

function toCell({ paragraphs }: CellDraft): RawCell {
  const line = paragraphs[0]?.number ?? 1;
  return {
    text: paragraphs.map(({ text }) => text).join('\n'),
    line,
    endLine: paragraphs.at(-1)?.number ?? line,
  };
}
