import type { FormatAdapter, ReadOptions, Staged, TableDocument } from '../../model/index.ts';
import { isBlank } from '../../model/index.ts';
import { DocumentBuilder } from '../shared/builder.ts';
import { decodeText } from '../shared/decode.ts';
import { unifyLineEnds } from '../shared/lines.ts';
import { findDelimiter } from './delimiter.ts';
import { readRecords } from './records.ts';
import { extensions, sniff } from './sniff.ts';

/** What Excel and WPS save as CSV, or as text with tabs: fields in quotes may run over lines. */
export const adapter: FormatAdapter = {
  id: 'csv',
  extensions,
  sniff,
  read: async (bytes, options) => readCsv(bytes, options),
};

function readCsv(bytes: Uint8Array, options: ReadOptions): Staged<TableDocument> {
  const decoded = decodeText(bytes, options.encoding);
  const text = unifyLineEnds(decoded.text);
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
    if (fields.length === 1 && isBlank(fields[0]?.text ?? '')) builder.endGrid();
    else builder.addRow(fields, whole);
  }
  return builder.finishText(decoded);
}
