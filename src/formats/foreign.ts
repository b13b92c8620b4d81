import { InputError } from '../model/index.ts';
import { zipNames } from './shared/office.ts';

/** What people hand in besides documents, by how it begins (in Latin-1). */
const images: Readonly<Record<string, string>> = {
  '\x89PNG': 'PNG',
  '\xff\xd8\xff': 'JPEG',
  GIF8: 'GIF',
  'II*\0': 'TIFF',
  'MM\0*': 'TIFF',
};
const archives: Readonly<Record<string, string>> = {
  'Rar!\x1a\x07': 'RAR',
  "7z\xbc\xaf'\x1c": '7z',
  '\x1f\x8b': 'gzip',
};

/** Tables in text that spreadsheets wrote before there was CSV. */
const tables: readonly (readonly [string, RegExp])[] = [
  ['SYLK', /^ID;P\w*[;\r\n]/],
  ['DIF', /^TABLE\r?\n0,1\r?\n/],
];

/** Kinds of packages that are told by the name of one of their parts. */
const packages: readonly (readonly [RegExp, string])[] = [
  [/^OFD\.xml$/i, 'OFD'],
  [/^ppt\//, 'PPTX'],
  [/^FixedDocSeq\.fdseq$|\.fpage$/i, 'XPS'],
];

/**
 * Refuses what is no document of ours though its kind is known, with the words for what to do.
 *
 * @throws InputError `is-image`, `is-archive`, `kind-unsupported`, `office-unsupported`
 */
export function refuseForeign(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString(
    'latin1',
  );
  const image = startOf(head, images);
  if (image !== undefined) throw new InputError('is-image', { format: image });
  const archive = startOf(head, archives);
  if (archive !== undefined) throw new InputError('is-archive', { format: archive });
  if (/<office:document\b/.test(head))
    throw new InputError('office-unsupported', { format: 'OpenDocument' });
  const table = tables.find(([, sign]) => sign.test(head));
  if (table !== undefined) throw new InputError('office-unsupported', { format: table[0] });
  if (/<uof:|<uof\b/i.test(head)) throw new InputError('kind-unsupported', { format: 'UOF' });
}

/**
 * Refuses a zip that no adapter knows.
 *
 * @throws InputError `is-archive`, `kind-unsupported`, `office-unsupported`
 */
export function refuseZip(bytes: Uint8Array): void {
  const names = [...zipNames(bytes)];
  if (names.length === 0) return;
  const known = packages.find(([pattern]) => names.some((name) => pattern.test(name)));
  if (known !== undefined) throw new InputError('kind-unsupported', { format: known[1] });
  if (names[0] === 'mimetype')
    throw new InputError('office-unsupported', { format: 'OpenDocument' });
  throw new InputError('is-archive', { format: 'ZIP' });
}

function startOf(head: string, starts: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(starts).find(([start]) => head.startsWith(start))?.[1];
}
