import type { FormatAdapter } from '../../model/index.ts';
import { DocumentBuilder } from '../shared/builder.ts';
import type { DecodedText } from '../shared/decode.ts';
import { type TextGrids, textReader } from '../shared/stream.ts';
import { addAligned, isAligned } from './exact.ts';
import { sectionsOf } from './sections.ts';
import { extensions, sniff } from './sniff.ts';
import { findStarts } from './starts.ts';
import { addPlaced } from './placed.ts';

/** Lines in which runs of spaces keep cells apart. */
export const adapter: FormatAdapter = {
  id: 'spaced',
  extensions,
  sniff,
  ...textReader(readSpaced),
};

function* readSpaced(text: string, decoded: DecodedText): TextGrids {
  const builder = new DocumentBuilder('spaced');
  for (const { title, lines, form } of sectionsOf(text)) {
    if (builder.full) {
      const first = title ?? lines[0];
      if (first !== undefined) builder.rest(text.slice(first.start), first.number);
      break;
    }
    if (title !== null) builder.addLine(title.text, title.number);
    const starts = form ? findStarts(lines) : null;
    if (starts === null) for (const { text: line, number } of lines) builder.addLine(line, number);
    else if (isAligned(starts)) addAligned(builder, lines, starts);
    else addPlaced(builder, lines, starts.measure.counting);
    yield* builder.taken();
  }
  builder.tellByPlace();
  return builder.finishText(decoded);
}
