import { InputError } from '../../../model/index.ts';
import type { FormatId, Staged, TableDocument } from '../../../model/index.ts';
import { officeKind } from '../office.ts';
import type { Relationship } from '../opc.ts';
import type { ZipArchive } from '../zip.ts';
import type { Chunks } from './assemble.ts';
import type { Walk } from './walk.ts';

const mostChunks = 1000;

/** Reads a Word document that stands in another. */
type ReadWord = (bytes: Uint8Array, format: FormatId) => Promise<Staged<TableDocument>>;

/**
 * Documents that are put in whole (17.17.2.1), as Word shows them: web pages, which programs write so, and Word documents, which are merged so. What is neither is counted
 * among the objects that are not read.
 */
export async function readChunks(
  zip: ZipArchive,
  related: readonly Relationship[],
  walk: Walk,
  format: FormatId,
  readWord: ReadWord | null,
): Promise<Chunks> {
  const chunks = new Map<string, Staged<TableDocument>>();
  for (const { chunk } of walk.tables) {
    if (chunk === undefined || chunks.has(chunk)) continue;
    const part =
      chunks.size < mostChunks
        ? await zip.read(related.find(({ id }) => id === chunk)?.target ?? '')
        : null;
    const read = part === null ? null : await readChunk(part.bytes, format, readWord);
    if (read === null) walk.embeddedObjects += 1;
    else chunks.set(chunk, read);
  }
  return chunks;
}

async function readChunk(
  bytes: Uint8Array,
  format: FormatId,
  readWord: ReadWord | null,
): Promise<Staged<TableDocument> | null> {
  const kind = officeKind(bytes);
  try {
    if (kind === 'docx' && readWord !== null) return await readWord(bytes, format);
    return kind === null ? (await import('../pages.ts')).readPages([bytes], format) : null;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
