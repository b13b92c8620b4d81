import { isBlank } from '../../model/index.ts';
import type { FormatAdapter } from '../../model/index.ts';
import { DocumentBuilder } from '../shared/builder.ts';
import type { DecodedText } from '../shared/decode.ts';
import { joinBroken, joinCells } from '../shared/broken-rows.ts';
import { readLines, splitRow } from '../shared/lines.ts';
import type { Line } from '../shared/lines.ts';
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
  let block: Line[] = [];
  for (const line of readLines(text)) {
    if (builder.full) {
      addBlock(builder, block);
      block = [];
      builder.rest(text.slice(line.start), line.number);
      break;
    }
    const blank = isBlank(line.text) && !line.text.includes('\t');
    if (blank || line.newPage || block.length === mostLines) {
      addBlock(builder, block);
      block = [];
      yield* builder.taken();
    }
    if (blank || line.newPage) builder.endGrid();
    if (!blank) block.push(line);
  }
  addBlock(builder, block);
  return builder.finishText(decoded);
}

/** So many lines that follow each other are looked at together. */
const mostLines = 400;

/** Lines without a blank one between them, of which a copy may have broken the rows. */
function addBlock(builder: DocumentBuilder, lines: readonly Line[]): void {
  // Text without a cell has no rows to break.
  if (!lines.some(({ text }) => text.includes('\t'))) {
    for (const { text, number } of lines) builder.addLine(text, number);
    return;
  }
  const split = lines.map(({ text }) => splitRow(text, '\t'));
  for (const [from, to] of joinBroken(split.map(({ parts }) => parts))) {
    const first = lines[from];
    if (first === undefined) continue;
    if (to - from === 1 && !first.text.includes('\t')) {
      builder.addLine(first.text, first.number);
      continue;
    }
    const cells = split
      .slice(from, to)
      .map(({ parts }, index) => parts.map((text) => ({ text, line: first.number + index })));
    builder.addRow(
      joinCells(cells),
      split.slice(from, to).every(({ whole }) => whole),
    );
  }
}
