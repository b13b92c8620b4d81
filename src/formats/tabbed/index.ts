import { isBlank } from '../../model/index.ts';
import type { FormatAdapter } from '../../model/index.ts';
import { DocumentBuilder } from '../shared/builder.ts';
import type { DecodedText } from '../shared/decode.ts';
import { readLines, splitRow } from '../shared/lines.ts';
import { type TextGrids, textReader } from '../shared/stream.ts';
import { extensions, sniff } from './sniff.ts';

/**
 * Tab-separated text, as OCR writes it: a row a line. A blank line or a form feed is a page break and ends the grid; a line
 * without tabs is text outside the tables.
 */
export const adapter: FormatAdapter = {
  id: 'tabbed',
  extensions,
  sniff,
  ...textReader(readTabbed),
};

function* readTabbed(text: string, decoded: DecodedText): TextGrids {
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
    yield* builder.taken();
  }
  return builder.finishText(decoded);
}
