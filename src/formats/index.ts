import { InputError } from '../model/index.ts';
import type { FormatAdapter, FormatId, Note } from '../model/index.ts';
import * as cells from './cells/sniff.ts';
import * as csv from './csv/sniff.ts';
import { refuseForeign, refuseZip } from './foreign.ts';
import * as html from './html/sniff.ts';
import * as markdown from './markdown/sniff.ts';
import { decodeText } from './shared/decode.ts';
import { extensionOf, hasExtension, isContainer, officeSniffer, sniffPdf } from './sniff.ts';
import type { OfficeId } from './sniff.ts';
import * as spaced from './spaced/sniff.ts';
import * as tabbed from './tabbed/sniff.ts';
import * as words from './words/sniff.ts';

export { looksLike } from './looks.ts';
export { withoutFrame } from './shared/data-frame.ts';
export { spreadHeadings } from './shared/spread-headings.ts';
export { withoutCopies } from './shared/repeated-merges.ts';

/** A format that can be read. Nothing of its adapter is loaded before it is asked for. */
export interface Format {
  readonly id: FormatId;
  /** Without the dot. */
  readonly extensions: readonly string[];
  /** How likely the content is of this format: 0 (no) to 1 (certain). */
  readonly sniff: (bytes: Uint8Array, name: string) => number;
  readonly load: () => Promise<FormatAdapter>;
}

/** Every format, in the order in which they are listed. A new one is a folder and a line here. */
export const formats: readonly Format[] = [
  { id: 'tabbed', ...tabbed, load: async () => (await import('./tabbed/index.ts')).adapter },
  { id: 'cells', ...cells, load: async () => (await import('./cells/index.ts')).adapter },
  { id: 'csv', ...csv, load: async () => (await import('./csv/index.ts')).adapter },
  { id: 'markdown', ...markdown, load: async () => (await import('./markdown/index.ts')).adapter },
  { id: 'html', ...html, load: async () => (await import('./html/index.ts')).adapter },
  {
    id: 'pdf',
    extensions: ['pdf'],
    sniff: sniffPdf,
    load: async () => (await import('./pdf/index.ts')).adapter,
  },
  office('docx', ['docx', 'docm', 'dotx'], async () => (await import('./docx/index.ts')).adapter),
  office(
    'doc',
    ['doc', 'dot', 'wps', 'rtf', 'odt'],
    async () => (await import('./doc/index.ts')).adapter,
  ),
  office('xlsx', ['xlsx', 'xlsm', 'xltx'], async () => (await import('./xlsx/index.ts')).adapter),
  office(
    'xls',
    ['xls', 'xlt', 'et', 'xlsb', 'ods'],
    async () => (await import('./xls/index.ts')).adapter,
  ),
  { id: 'words', ...words, load: async () => (await import('./words/index.ts')).adapter },
  { id: 'spaced', ...spaced, load: async () => (await import('./spaced/index.ts')).adapter },
];

function office(id: OfficeId, extensions: readonly string[], load: Format['load']): Format {
  return { id, extensions, sniff: officeSniffer(id, extensions), load };
}

/** Formats that are told apart by how their lines look; an extension says little about them. */
const plainTexts: readonly FormatId[] = ['tabbed', 'cells', 'csv', 'markdown', 'spaced'];

/**
 * Which format some bytes are of, by their content; the name's extension only breaks ties.
 *
 * @throws InputError `empty-file`, `binary-content`, `undecodable`, `unknown-format`; `is-image`, `is-archive`, `kind-unsupported`,
 * `office-unsupported` where the kind is known, but none of ours
 */
export function detectFormat(bytes: Uint8Array, name = ''): FormatId {
  if (bytes.length === 0) throw new InputError('empty-file');
  refuseForeign(bytes);
  let best: { id: FormatId; score: number } | null = null;
  const named = formats.map((format) => ({
    ...format,
    extra: hasExtension(name, format.extensions) ? 0.05 : 0,
  }));
  for (const { id, sniff, extra } of named.sort((a, b) => b.extra - a.extra)) {
    const likelihood = sniff(bytes, name);
    const score = likelihood > 0 ? likelihood + extra : 0;
    // Certain and so named: what the bytes would look like as text need not be found out.
    if (score > 1) return id;
    if (score > (best?.score ?? 0)) best = { id, score };
  }
  if (best !== null) return best.id;
  refuseZip(bytes);
  // Says why it is no text either, where it is none.
  if (!isContainer(bytes)) decodeText(bytes);
  throw new InputError('unknown-format');
}

/** A note where the name promises another format than the content holds; none where the name says nothing. */
export function extensionNotes(format: FormatId, name: string): Note[] {
  const promised = formats
    .filter(({ extensions }) => hasExtension(name, extensions))
    .map(({ id }) => id);
  const plain = plainTexts.includes(format) && promised.some((id) => plainTexts.includes(id));
  if (promised.length === 0 || promised.includes(format) || plain) return [];
  const data = { extension: `.${extensionOf(name)}`, format };
  return [{ code: 'extension-mismatch', severity: 'info', stage: 'format', data, refs: [] }];
}

/** The adapter of a format, loaded now. */
export async function loadAdapter(id: FormatId): Promise<FormatAdapter> {
  const format = formats.find((candidate) => candidate.id === id);
  if (format === undefined) throw new InputError('unknown-format');
  return format.load();
}
