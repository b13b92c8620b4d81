import type { FormatAdapter } from '../../model/index.ts';
import { DocumentBuilder } from '../shared/builder.ts';
import type { DecodedText } from '../shared/decode.ts';
import type { RawCell } from '../shared/pieces.ts';
import { type TextGrids, textReader } from '../shared/stream.ts';
import { assembleRows } from './rows.ts';
import { cutSegments } from './segments.ts';
import type { CellDraft } from './segments.ts';
import { extensions, sniff } from './sniff.ts';

/**
 * A word processor's text export: a cell begins on a line with a tab before it and goes on over lines without one; a row ends
 * with a blank line, which looks just like an empty paragraph within a cell.
 */
export const adapter: FormatAdapter = {
  id: 'cells',
  extensions,
  sniff,
  ...textReader(readCells),
};

function* readCells(text: string, decoded: DecodedText): TextGrids {
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
