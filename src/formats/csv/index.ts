import type { FormatAdapter } from '../../model/index.ts';
import { isBlank } from '../../model/index.ts';
import { DocumentBuilder } from '../shared/builder.ts';
import type { DecodedText } from '../shared/decode.ts';
import type { RawCell } from '../shared/pieces.ts';
import { type TextGrids, textReader } from '../shared/stream.ts';
import { findDelimiter } from './delimiter.ts';
import { readRecords } from './records.ts';
import { extensions, sniff } from './sniff.ts';

/** What Excel and WPS save as CSV, or as text with tabs: fields in quotes may run over lines. */
export const adapter: FormatAdapter = {
  id: 'csv',
  extensions,
  sniff,
  ...textReader(readCsv),
};

function* readCsv(text: string, decoded: DecodedText): TextGrids {
  const builder = new DocumentBuilder('csv');
  for (const { fields, start, line, markup, whole } of readRecords(
    text,
    findDelimiter(text) ?? ',',
  )) {
    if (builder.full) {
      builder.rest(text.slice(start), line);
      break;
    }
    builder.addMarkup(markup);
    const bare = fields.map(withoutGuard);
    builder.addMarkup(bare.filter((field, index) => field !== fields[index]).length);
    if (fields.length === 1 && isBlank(fields[0]?.text ?? '')) builder.endGrid();
    else builder.addRow(bare, whole);
    yield* builder.taken();
  }
  return builder.finishText(decoded);
}

/** A quote that keeps a spreadsheet from reckoning with a text: `'=7.00(个)`, `'-5`, `'0012`. */
const guard = /^'(?=[=+\-@＝\d])[^']*$/u;

function withoutGuard(field: RawCell): RawCell {
  return guard.test(field.text) ? { ...field, text: field.text.slice(1) } : field;
}
