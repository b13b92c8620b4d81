import { isBlank } from '../../model/index.ts';
import type { FormatAdapter, ReadOptions, Staged, TableDocument } from '../../model/index.ts';
import { DocumentBuilder } from '../shared/builder.ts';
import { decodeText } from '../shared/decode.ts';
import { readLines, splitRow, unifyLineEnds } from '../shared/lines.ts';
import { extensions, sniff } from './sniff.ts';

/**
 * Tab-separated text, as OCR writes it: a row a line. A blank line or a form feed is a page break and ends the grid; a line
 * without tabs is text outside the tables.
 */
export const adapter: FormatAdapter = {
  id: 'tabbed',
  extensions,
  sniff,
  read: async (bytes, options) => readTabbed(bytes, options),
};

function readTabbed(bytes: Uint8Array, options: ReadOptions): Staged<TableDocument> {
  const decoded = decodeText(bytes, options.encoding);
  const text = unifyLineEnds(decoded.text);
  const builder = new DocumentBuilder('tabbed');
  for (const { text: line, number, start, newPage } of readLines(text)) {
    if (builder.full) {
      builder.rest(text.slice(start), number);
      break;
    }
    if (newPage) builder.endGrid();
    if (line.includes('\t')) {
      const { parts, whole } = splitRow(line, '\t');
      builder.addRow(
        parts.map((part) => ({ text: part, line: number })),
        whole,
      );
    } else if (isBlank(line)) builder.endGrid();
    else builder.addLine(line, number);
  }
  return builder.finishText(decoded);
}
