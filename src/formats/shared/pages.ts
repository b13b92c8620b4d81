import { InputError } from '../../model/index.ts';
import type { FormatId, Staged, TableDocument } from '../../model/index.ts';
import { DocumentBuilder } from './builder.ts';
import { decodeText } from './decode.ts';
import { readHtml } from './html.ts';
import { unifyLineEnds } from './lines.ts';
import { isWebArchive, pagesOf } from './mht.ts';

/**
 * Web pages one after another as one document; a web archive is the pages in it. Lines are counted within each page.
 *
 * @throws InputError as `decodeText` does
 */
export function readPages(
  sources: readonly Uint8Array[],
  format: FormatId,
  encoding?: string,
): Staged<TableDocument> {
  const found = sources.flatMap((bytes) => (isWebArchive(bytes) ? pagesOf(bytes) : [bytes]));
  const pages = found.filter(({ length }) => length > 0).map((page) => decodeText(page, encoding));
  const [first] = pages;
  if (first === undefined) throw new InputError('empty-file');
  const builder = new DocumentBuilder(format);
  let shown = 0;
  for (const { text } of pages) {
    const read = readHtml(unifyLineEnds(text));
    builder.addHtml(read);
    shown += read.shown;
  }
  return builder.finish(shown, {
    ...first,
    replaced: pages.reduce((sum, { replaced }) => sum + replaced, 0),
  });
}
