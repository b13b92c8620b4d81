import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../model/index.ts';
import { causeOf } from './cause.ts';

/** What is written, whole or piece by piece. */
export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Writes a file at once or not at all: into a temporary name beside the target, then renamed. The target's mode is kept,
 * a link is followed, and what was begun is removed on failure. A device or pipe is written to directly.
 *
 * @throws InputError `output-not-writable`
 */
export async function writeOutput(path: string, pieces: Pieces): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    const known = await stat(target).catch(() => undefined);
    // A rename would replace a file that may not be written to.
    if (known !== undefined) await access(target, constants.W_OK);
    if (known?.isFile() === false) await writePieces(target, 'w', pieces);
    else await replace(target, pieces, known?.mode);
  } catch (error) {
    throw new InputError('output-not-writable', { file: path, cause: causeOf(error) });
  }
}

async function replace(target: string, pieces: Pieces, mode: number | undefined): Promise<void> {
  // The beginning of a long name would exceed what a file system allows for one.
  const name = `.${basename(target).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`;
  const temporary = join(dirname(target), name);
  try {
    await writePieces(temporary, 'wx', pieces, mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writePieces(
  path: string,
  flag: 'w' | 'wx',
  pieces: Pieces,
  mode?: number,
): Promise<void> {
  const handle = await open(path, flag);
  try {
    if (mode !== undefined) await handle.chmod(mode & 0o7777);
    for await (const piece of pieces) await handle.writeFile(piece);
  } finally {
    await handle.close();
  }
}

/** Whether two paths name the same file (a link, another spelling). */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all(
    [one, other].map((path) => stat(path, { bigint: true }).catch(() => undefined)),
  );
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}
