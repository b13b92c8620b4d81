import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../../model/index.ts';
import { causeOf } from '../cause.ts';

/** The folder that a batch writes to. */
export interface ResultFolder {
  readonly path: string;
  /** A document's JSON each, named after their files. */
  readonly json: string;
  /** What came of each file, a line each: added to while the batch runs, in order once it has ended. */
  readonly journal: string;
  readonly history: string;
  readonly report: string;
  /** What is being written; nothing in it outlives a run. */
  readonly temporary: string;
  readonly lock: string;
}

export function resultFolder(path: string): ResultFolder {
  const at = (name: string): string => join(path, name);
  return {
    path,
    json: at('json'),
    journal: at('files.ndjson'),
    history: at('run.json'),
    report: at('report.json'),
    temporary: at('.tmp'),
    lock: at('.lock'),
  };
}

/**
 * Makes the folder ready and its own: what a run that was killed left half written is removed, and no second run may write there.
 *
 * @returns gives the folder up again
 * @throws InputError `output-not-writable`, `output-not-a-folder`, `batch-folder-in-use`, `batch-folder-not-empty`
 */
export async function occupy(folder: ResultFolder): Promise<() => Promise<void>> {
  try {
    await holdEmpty(folder);
    await mkdir(folder.json, { recursive: true });
    await lock(folder.lock, folder.path);
    await rm(folder.temporary, { recursive: true, force: true });
    await mkdir(folder.temporary);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const cause = causeOf(error);
    throw cause === 'ENOTDIR' || cause === 'EEXIST'
      ? new InputError('output-not-a-folder', { file: folder.path })
      : new InputError('output-not-writable', { file: folder.path, cause });
  }
  return async () => {
    await rm(folder.temporary, { recursive: true, force: true });
    await rm(folder.lock, { force: true });
  };
}

/** What stands in a folder of results is no submission, so none may stand there before. Hidden files are never read. */
async function holdEmpty({ path, journal, json, history }: ResultFolder): Promise<void> {
  const names = await readdir(path).catch((error: unknown): string[] => {
    if (causeOf(error) === 'ENOENT') return [];
    throw error;
  });
  if (names.includes(basename(journal))) return;
  const ours = [json, history].map((one) => basename(one));
  if (names.some((name) => !name.startsWith('.') && !ours.includes(name)))
    throw new InputError('batch-folder-not-empty', { file: path });
}

interface Owner {
  readonly pid: number;
  readonly host: string;
}

async function lock(path: string, file: string): Promise<void> {
  for (;;) {
    try {
      const handle = await open(path, 'wx');
      await handle.writeFile(
        JSON.stringify({ pid: process.pid, host: hostname() } satisfies Owner),
      );
      await handle.close();
      return;
    } catch (error) {
      if (causeOf(error) !== 'EEXIST') throw error;
    }
    const owner = await ownerOf(path);
    if (owner !== null && isAlive(owner))
      throw new InputError('batch-folder-in-use', {
        file,
        pid: owner.pid,
        host: owner.host,
        lock: path,
      });
    await rm(path, { force: true });
  }
}

async function ownerOf(path: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/** Of a process on another machine nobody here can tell. */
function isAlive({ pid, host }: Owner): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return causeOf(error) === 'EPERM';
  }
}

/** Whether a file was written by a batch into its folder, and so is nothing to read. */
export function isResult(folder: ResultFolder, file: string): boolean {
  const path = relative(resolve(folder.path), resolve(file)).replaceAll(sep, '/');
  return path.startsWith('json/') || !path.includes('/');
}
