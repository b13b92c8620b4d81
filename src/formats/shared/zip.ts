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
  /**
   * One entry by its name, whose case does not matter (ECMA-376 part 2, 6.2.2.3); null where there is none.
   *
   * @param most bytes that it may inflate to
   * @throws InputError `zip-bomb` where the entry inflates beyond the caps, `zip-unsupported` where it is encrypted
   */
  read(name: string, most?: number): Promise<ZipPart | null>;
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
      entries.set(nameOf(entry), entry);
      if (entries.size > limits.zipEntries)
        throw new InputError('zip-bomb', { part: nameOf(entry) });
    }
  } catch (error) {
    throw damaged(error);
  }
  const byKey = new Map([...entries].map(([name, entry]) => [name.toLowerCase(), entry]));
  let left = limits.zipBytes;
  return {
    names: [...entries.keys()],
    read: async (name, most = limits.zipPartBytes) => {
      const entry = byKey.get(name.toLowerCase());
      if (entry === undefined) return null;
      const part = await inflate(file, entry, Math.min(capOf(entry), most, left));
      left -= part.bytes.length;
      return part;
    },
  };
}

/** Nothing is written to a disk by these names, so that those which would leave their folder do no harm. */
function nameOf({ fileNameRaw }: Entry): string {
  return fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '');
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      validateEntrySizes: false,
      decodeStrings: false,
    });
  } catch (error) {
    throw damaged(error);
  }
}

function damaged(error: unknown): InputError {
  if (error instanceof InputError) return error;
  return new InputError('zip-damaged', {
    cause: error instanceof Error ? error.message : String(error),
  });
}

async function inflate(file: ZipFile, entry: Entry, most: number): Promise<ZipPart> {
  if (entry.isEncrypted() || !entry.canDecodeFileData())
    throw new InputError('zip-unsupported', { part: nameOf(entry) });
  const chunks: Buffer[] = [];
  let size = 0;
  let intact = true;
  try {
    for await (const chunk of (await file.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) throw new InputError('zip-bomb', { part: nameOf(entry) });
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
  return Math.max(limits.zipFreeBytes, entry.compressedSize * limits.zipRatio);
}
