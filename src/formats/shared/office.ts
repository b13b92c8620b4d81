import { InputError } from '../../model/index.ts';
import { oleKind } from './ole.ts';

type OfficeKind = 'docx' | 'xlsx' | 'doc' | 'xls' | 'encrypted';

/** How far from a zip's start and end its entries' names are looked for. */
const window = 256 * 1024;
/** How far from its start a text tells what it is: RTF and the XML of Word 2003, saved as .doc, that of Excel 2003, as .xls, and packages in one XML file. */
const textHead = 2048;

/**
 * Which office format some bytes are, from the content: the zip's list of parts, the OLE directory. Null where they are none.
 */
export function officeKind(bytes: Uint8Array): OfficeKind | null {
  const ole = oleKind(bytes);
  if (ole !== null) return ole === 'other' ? null : ole;
  const written = writtenAsText(bytes);
  if (written !== null) return written;
  if (isOpenDocument(bytes, 'text')) return 'doc';
  if (isOpenSheet(bytes)) return 'xls';
  const names = [...zipNames(bytes)];
  for (const name of names) {
    if (name.startsWith('word/')) return 'docx';
    // .xlsb keeps its parts in the records that .xls has.
    if (name.startsWith('xl/')) return names.includes('xl/workbook.bin') ? 'xls' : 'xlsx';
    // An archive of documents: what follows may be the parts of one of them.
    if (/\.(?:docx?|docm|xlsx?|xlsm|wps|et|pdf|ofd)$/i.test(name)) return null;
  }
  return null;
}

/** Whether a Word document is written as one XML file (Flat OPC). */
export function isFlatPackage(bytes: Uint8Array): boolean {
  return writtenAsText(bytes) === 'docx';
}

function writtenAsText(bytes: Uint8Array): OfficeKind | null {
  const head = textHeadOf(bytes);
  if (
    head.startsWith('{\\rtf') ||
    head.includes('http://schemas.microsoft.com/office/word/2003/wordml')
  )
    return 'doc';
  if (head.includes('http://schemas.microsoft.com/office/2006/xmlPackage')) return 'docx';
  return head.includes('urn:schemas-microsoft-com:office:spreadsheet') &&
    /<(?:\w+:)?Workbook\b/.test(head)
    ? 'xls'
    : null;
}

/** The beginning of a text whose first words are ASCII, whether it is in UTF-16 or not. */
function textHeadOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, textHead));
  return head
    .toString('latin1')
    .replace(/^\xff\xfe|^\xfe\xff/, '')
    .replaceAll('\0', '');
}

/** An OpenDocument sheet (ODS). */
export function isOpenSheet(bytes: Uint8Array): boolean {
  return isOpenDocument(bytes, 'spreadsheet');
}

/** OpenDocument: its first part says so, and is never packed. Text (ODT) LibreOffice reads as well as a .doc. */
function isOpenDocument(bytes: Uint8Array, kind: 'text' | 'spreadsheet'): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 128)).toString(
    'latin1',
  );
  return (
    head.startsWith('PK') &&
    head.slice(30).startsWith(`mimetypeapplication/vnd.oasis.opendocument.${kind}`)
  );
}

/** @throws InputError `office-encrypted` where a password is needed, `office-mismatch` where the bytes are another format */
export function expectKind(bytes: Uint8Array, ...wanted: readonly OfficeKind[]): void {
  const kind = officeKind(bytes);
  if (kind === 'encrypted') throw new InputError('office-encrypted');
  if (kind !== null && !wanted.includes(kind))
    throw new InputError('office-mismatch', { format: kind });
}

/**
 * Names of the entries, in order: from the headers before each entry, then from the central directory. An entry that is
 * itself a zip comes after the parts of its own package, so the first name that tells a format tells the right one.
 */
export function* zipNames(bytes: Uint8Array): Iterable<string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('latin1', 0, 2) !== 'PK') return;
  yield* namesAfter(file.subarray(0, window), 'PK\x03\x04', 26, 30);
  yield* namesAfter(file.subarray(-window), 'PK\x01\x02', 28, 46);
}

function* namesAfter(
  part: Buffer,
  signature: string,
  lengthAt: number,
  nameAt: number,
): Iterable<string> {
  let at = part.indexOf(signature, 0, 'latin1');
  while (at >= 0 && at + nameAt <= part.length) {
    const length = part.readUInt16LE(at + lengthAt);
    yield part.toString('utf8', at + nameAt, at + nameAt + length).replaceAll('\\', '/');
    at = part.indexOf(signature, at + 4, 'latin1');
  }
}
