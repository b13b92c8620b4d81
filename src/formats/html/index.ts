import { InputError } from '../../model/index.ts';
import type { FormatAdapter, ReadOptions, Staged, TableDocument } from '../../model/index.ts';
import { DocumentBuilder } from '../shared/builder.ts';
import { decodeText } from '../shared/decode.ts';
import { readHtml } from '../shared/html.ts';
import { unifyLineEnds } from '../shared/lines.ts';
import { isWebArchive, pagesOf } from '../shared/mht.ts';
import { extensions, sniff } from './sniff.ts';

/** Web pages and fragments, and web archives, whose lines are counted within each page: every table is a grid, text between them are lines. What is counted is the text that is shown. */
export const adapter: FormatAdapter = {
  id: 'html',
  extensions,
  sniff,
  read: async (bytes, options) => readPages(bytes, options),
};

function readPages(bytes: Uint8Array, { encoding }: ReadOptions): Staged<TableDocument> {
  const pages = (isWebArchive(bytes) ? pagesOf(bytes) : [bytes]).filter(({ length }) => length > 0).map((page) => decodeText(page, encoding));
  const [first] = pages;
  if (first === undefined) throw new InputError('empty-file');
  const builder = new DocumentBuilder('html');
  let shown = 0;
  for (const { text } of pages) {
    const read = readHtml(unifyLineEnds(text));
    builder.addHtml(read);
    shown += read.shown;
  }
  return builder.finish(shown, { ...first, replaced: pages.reduce((sum, { replaced }) => sum + replaced, 0) });
}
