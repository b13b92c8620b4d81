import type { FormatAdapter, ReadOptions, Staged, TableDocument } from '../../model/index.ts';
import { DocumentBuilder } from '../shared/builder.ts';
import { decodeText } from '../shared/decode.ts';
import { unifyLineEnds } from '../shared/lines.ts';
import type { RawCell } from '../shared/pieces.ts';
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
  read: async (bytes, options) => readCells(bytes, options),
};

function readCells(bytes: Uint8Array, options: ReadOptions): Staged<TableDocument> {
  const decoded = decodeText(bytes, options.encoding);
  const builder = new DocumentBuilder('cells');
  const { segments, leftover } = cutSegments(unifyLineEnds(decoded.text));
  for (const { cells, whole, outside, endsTable } of assembleRows(segments)) {
    if (cells.length > 0) builder.addRow(cells.map(toCell), whole);
    if (endsTable) builder.endGrid();
    for (const { lines } of outside) {
      for (const { text, number } of lines) builder.addLine(text, number);
    }
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
