import { readdir } from 'node:fs';
import type { Dirent } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import createIgnore from 'ignore';
import type { Ignore } from 'ignore';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { GlobOptions } from 'tinyglobby';
import { InputError } from '../model/index.ts';
import { asInputError } from './read.ts';

/** The files that some paths stand for. */
export interface FoundFiles {
  /** Each file once, with `/`, relative where it stands below the working directory: in the order of the paths, then by name. */
  readonly files: readonly string[];
  /** Files in folders whose names end like no format that can be read. */
  readonly skipped: readonly string[];
  /** Paths that lead nowhere, and folders that may not be read. */
  readonly problems: readonly InputError[];
}

export interface FindOptions {
  /** Endings, without the dot, that a file in a folder must have; a file that is named needs none of them. */
  readonly extensions: readonly string[];
  /** Whether a path that does not exist may be a pattern; a list of files holds plain names. */
  readonly patterns: boolean;
}

/** Files of this name say what is passed over, in gitignore's notation. */
const ignoreName = '.zxpjignore';

/**
 * The files that paths, folders and patterns stand for. `.zxpjignore` in the working directory and in a folder that is named
 * holds for what is found, not for a file that is named. Links are followed; hidden files are left out.
 */
export async function findFiles(
  paths: readonly string[],
  options: FindOptions,
): Promise<FoundFiles> {
  const found = new Map<string, string>();
  const problems: InputError[] = [];
  const here = await ignoreIn('.');
  const skipped: string[] = [];
  for (const path of paths) {
    try {
      const one = await findOne(path, options, here, problems);
      skipped.push(...one.skipped);
      for (const file of one.files)
        if (!found.has(resolve(file))) found.set(resolve(file), shown(file));
    } catch (error) {
      problems.push(asInputError(error, path));
    }
  }
  return { files: [...found.values()], skipped, problems };
}

/** The names in a list: one a line or, where a NUL byte stands in it (`find -print0`), between NULs. */
export function namesIn(list: string): string[] {
  const text = list.replace(/^\uFEFF/u, '');
  const names = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/u);
  return names.filter((name) => name.trim() !== '');
}

interface One {
  readonly files: readonly string[];
  readonly skipped: readonly string[];
}

async function findOne(
  path: string,
  options: FindOptions,
  here: Ignore,
  problems: InputError[],
): Promise<One> {
  const known = await stat(path).catch((error: unknown) => {
    if (options.patterns && isDynamicPattern(path)) return null;
    throw error;
  });
  if (known === null) return { files: await matching(path, options, here, problems), skipped: [] };
  return known.isDirectory()
    ? inFolder(path, options, here, problems)
    : { files: [path], skipped: [] };
}

async function matching(
  pattern: string,
  { extensions }: FindOptions,
  here: Ignore,
  problems: InputError[],
): Promise<string[]> {
  const met: InputError[] = [];
  const all = await glob(pattern.replaceAll(sep, '/'), walk(met, extensions));
  const files = all.filter((file) => !isIgnored(here, file)).sort();
  // A folder of the pattern that does not exist is the same fault told twice.
  problems.push(...met.filter(({ code }) => files.length > 0 || code !== 'file-not-found'));
  if (files.length === 0) throw new InputError('no-file-matches', { file: pattern });
  return files;
}

async function inFolder(
  folder: string,
  { extensions }: FindOptions,
  here: Ignore,
  problems: InputError[],
): Promise<One> {
  const own = await ignoreIn(folder);
  const all = await glob('**/*', { ...walk(problems, extensions), cwd: resolve(folder) });
  const results = resultFolders(all);
  const kept = all.filter(
    (file) =>
      !own.ignores(file) &&
      !isIgnored(here, join(folder, file)) &&
      !results.some((one) => file.startsWith(one)),
  );
  const readable = kept.filter((file) => isReadable(file, extensions)).sort();
  return {
    files: readable.map((file) => join(folder, file)),
    skipped: kept
      .filter((file) => !isReadable(file, extensions))
      .map((file) => shown(join(folder, file)))
      .sort(),
  };
}

/** Folders that hold the results of a batch, each with a `/` at its end: what was written there is no submission. */
function resultFolders(all: readonly string[]): string[] {
  const known = new Set(all);
  const journals = all
    .filter((file) => file.endsWith('/files.ndjson'))
    .map((file) => file.slice(0, -'files.ndjson'.length));
  return journals.filter(
    (folder) => known.has(`${folder}run.json`) || known.has(`${folder}report.json`),
  );
}

/** `~$report.docx` is the lock that Word lays beside an open document. */
function isReadable(file: string, extensions: readonly string[]): boolean {
  return (
    extensions.includes(extname(file).slice(1).toLowerCase()) && !basename(file).startsWith('~$')
  );
}

/** Whether a link leads to the folder that it stands in or to one above: following it would read every file once more. */
async function isLoop(folder: string, link: string): Promise<boolean> {
  const [own, target] = await Promise.all([realpath(folder), realpath(join(folder, link))]);
  return !relative(target, own).split(sep).includes('..') && !isAbsolute(relative(target, own));
}

/**
 * A folder that may not be read, or a link to a form that leads nowhere, is a problem: the library would pass over it in silence.
 * It would also follow a link to a folder above.
 */
function walk(problems: InputError[], extensions: readonly string[]): GlobOptions {
  const listing = (
    path: string,
    how: { withFileTypes: true },
    done: Parameters<typeof readdir>[2],
  ): void => {
    readdir(path, how, (error, entries) => {
      if (error !== null) problems.push(asInputError(error, shown(path)));
      const all = (entries as Dirent[] | undefined) ?? [];
      const followed = all.map(async (entry) => {
        if (!entry.isSymbolicLink() || entry.name.startsWith('.')) return true;
        return isLoop(path, entry.name).then(
          (loop) => !loop,
          (problem: unknown) => {
            if (isReadable(entry.name, extensions))
              problems.push(asInputError(problem, shown(join(path, entry.name))));
            return true;
          },
        );
      });
      void Promise.all(followed).then((kept) =>
        (done as unknown as (error: unknown, entries: unknown) => void)(
          error,
          all.filter((_, index) => kept[index]),
        ),
      );
    });
  };
  return {
    expandDirectories: false,
    onlyFiles: true,
    dot: false,
    fs: { readdir: listing as unknown as typeof readdir },
  };
}

async function ignoreIn(folder: string): Promise<Ignore> {
  const text = await readFile(join(folder, ignoreName), 'utf8').catch(() => '');
  return createIgnore().add(text);
}

/** What stands outside the working directory its ignore file says nothing about. */
function isIgnored(ignore: Ignore, file: string): boolean {
  const path = relative('.', file).replaceAll(sep, '/');
  return path !== '' && !path.startsWith('../') && !isAbsolute(path) && ignore.ignores(path);
}

/** Below the working directory relative to it; elsewhere as it was given. */
function shown(file: string): string {
  const path = relative('.', file);
  return (path === '' || path.startsWith('..') || isAbsolute(path) ? file : path).replaceAll(
    sep,
    '/',
  );
}
