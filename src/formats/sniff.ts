import { officeKind } from './shared/office.ts';

/** Bytes within which a PDF's mark must stand (ISO 32000-1, annex H.3.4.1), and within which some servers push it back. */
const pdfHead = 1024;
const pdfReach = 64 * 1024;

/** `%PDF-` near the beginning. */
export function sniffPdf(bytes: Uint8Array): number {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, pdfReach)).indexOf(
    '%PDF-',
  );
  return at < 0 ? 0 : at < pdfHead ? 1 : 0.5;
}

/** The formats of office programs. */
export type OfficeId = 'docx' | 'doc' | 'xlsx' | 'xls';

/**
 * A sniffer of one office format: by the zip's list of parts, the OLE directory or the beginning of a text. An encrypted file
 * shows nothing but its name; the adapter then says that a password is needed.
 */
export function officeSniffer(id: OfficeId, extensions: readonly string[]) {
  return (bytes: Uint8Array, name: string): number => {
    const kind = officeKind(bytes);
    if (kind === 'encrypted') return hasExtension(name, extensions) ? 1 : id === 'docx' ? 0.5 : 0;
    return kind === id ? 1 : 0;
  };
}

/** Whether the bytes are a zip or an OLE file, which may hold anything. */
export function isContainer(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4)).toString(
    'latin1',
  );
  return head === 'PK\x03\x04' || head === '\xd0\xcf\x11\xe0';
}

/** Whether a file's name ends in one of the extensions (given without the dot). */
export function hasExtension(name: string, extensions: readonly string[]): boolean {
  return extensions.includes(extensionOf(name));
}

/** `xlsx` of `Report.XLSX`; empty where there is none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]{1,20})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
