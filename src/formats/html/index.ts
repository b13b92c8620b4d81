import type { FormatAdapter, ReadOptions, Staged, TableDocument } from '../../model/index.ts';
import { DocumentBuilder } from '../shared/builder.ts';
import { decodeText } from '../shared/decode.ts';
import { readHtml } from '../shared/html.ts';
import { unifyLineEnds } from '../shared/lines.ts';
import { extensions, sniff } from './sniff.ts';

/** Web pages and fragments: every table is a grid, text between them are lines. What is counted is the text that is shown. */
export const adapter: FormatAdapter = {
  id: 'html',
  extensions,
  sniff,
  read: async (bytes, options) => readPage(bytes, options),
};

function readPage(bytes: Uint8Array, options: ReadOptions): Staged<TableDocument> {
  const decoded = decodeText(bytes, options.encoding);
  const read = readHtml(unifyLineEnds(decoded.text));
  const builder = new DocumentBuilder('html');
  builder.addHtml(read);
  return builder.finish(read.shown, decoded);
}
