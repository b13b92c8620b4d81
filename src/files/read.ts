import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { InputError, limits } from '../model/index.ts';
import type { MessageData } from '../model/index.ts';
import { causeOf } from './cause.ts';

const megabyte = 1024 * 1024;

/**
 * Reads one file, or a device or pipe under a path, up to `limits.fileBytes`.
 *
 * @throws InputError `file-not-found`, `name-not-utf8`, `is-a-directory`, `no-permission`, `file-too-large` or `not-readable`
 */
export async function readInput(path: string): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new InputError('is-a-directory', { file: path });
    if (stat.size > limits.fileBytes) throw tooLarge({ file: path });
    return stat.isFile()
      ? await handle.readFile()
      : await readStream(handle.createReadStream({ autoClose: false }));
  } catch (error) {
    throw asInputError(error, path);
  } finally {
    await handle?.close();
  }
}

/**
 * Reads a stream such as stdin to its end, up to `limits.fileBytes`.
 *
 * @throws InputError `file-too-large`
 */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limits.fileBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge(data: MessageData = {}): InputError {
  return new InputError('file-too-large', { ...data, limit: limits.fileBytes / megabyte });
}

const codes: Readonly<Record<string, string>> = {
  ENOENT: 'file-not-found',
  ENOTDIR: 'file-not-found',
  EISDIR: 'is-a-directory',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
};

/** A failure of the system, in words of ours. */
export function asInputError(error: unknown, file: string): InputError {
  if (error instanceof InputError) return error;
  const cause = causeOf(error);
  // Node shows what is no UTF-8 as U+FFFD, and then finds no such file.
  if (cause === 'ENOENT' && file.includes('\ufffd'))
    return new InputError('name-not-utf8', { file });
  return new InputError(codes[cause] ?? 'not-readable', { file, cause });
}
