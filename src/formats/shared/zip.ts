import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { InputError, limits } from '../../model/index.ts';

/** One inflated entry. `intact` is false where its data ended early or its checksum does not hold. */
export interface ZipPart {
  readonly bytes: Buffer;
  readonly intact: boolean;
}

export interface ZipArchive {
  readonly names: readonly string[];
  /** @throws InputError `zip-bomb` where the entry inflates beyond the caps, `zip-unsupported` where it is encrypted */
  read(name: string): Promise<ZipPart | null>;
}

/**
 * Opens a zip held in memory. Nothing is inflated before it is asked for, and what is inflated is measured on the way:
 * the sizes in the headers are not believed.
 *
 * @throws InputError `zip-damaged`
 */
export async function openZip(bytes: Uint8Array): Promise<ZipArchive> {
  const file = await open(bytes);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of file.eachEntry()) {
      entries.set(entry.fileName, entry);
      if (entries.size > limits.zipEntries) throw new InputError('zip-bomb', { part: entry.fileName });
    }
  } catch (error) {
    throw damaged(error);
  }
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name);
      return entry === undefined ? null : inflate(file, entry);
    },
  };
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { validateEntrySizes: false });
  } catch (error) {
    throw damaged(error);
  }
}

function damaged(error: unknown): InputError {
  if (error instanceof InputError) return error;
  return new InputError('zip-damaged', { cause: error instanceof Error ? error.message : String(error) });
}

async function inflate(file: ZipFile, entry: Entry): Promise<ZipPart> {
  if (entry.isEncrypted() || !entry.canDecodeFileData()) throw new InputError('zip-unsupported', { part: entry.fileName });
  const cap = capOf(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  let intact = true;
  try {
    for await (const chunk of (await file.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > cap) throw new InputError('zip-bomb', { part: entry.fileName });
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    intact = false;
  }
  const bytes = Buffer.concat(chunks);
  return { bytes, intact: intact && crc32(bytes) === entry.crc32 };
}

/** Honest XML shrinks some 30-fold, 60-fold where rows repeat; a small part may shrink more, since it costs nothing. */
function capOf(entry: Entry): number {
  const byRatio = Math.max(limits.zipFreeBytes, entry.compressedSize * limits.zipRatio);
  return Math.min(limits.zipPartBytes, byRatio);
}
