import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '../model/index.ts';
import { asInputError } from './read.ts';

/** A JSON file that was read, not yet checked. */
export interface JsonFile {
  readonly file: string;
  readonly value: unknown;
}

/**
 * A JSON file of the user's: a configuration, a baseline.
 *
 * @throws InputError `file-not-found`, `no-permission`, `not-json` …
 */
export async function readJson(file: string): Promise<JsonFile> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw asInputError(error, file);
  }
  try {
    return { file, value: JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown };
  } catch (error) {
    throw new InputError('not-json', {
      file,
      cause: error instanceof Error ? error.message : String(error),
    });
  }
}

/**
 * The configuration that holds here: `zxpj.config.json` or the key `zxpj` of `package.json`, in the working directory or the
 * nearest folder above that has one. Null where there is none.
 *
 * @throws InputError where a file is there and cannot be read
 */
export async function findConfig(): Promise<JsonFile | null> {
  for (let folder = resolve('.'); ; folder = dirname(folder)) {
    const own = await present(join(folder, 'zxpj.config.json'));
    if (own !== null) return own;
    const shared = await present(join(folder, 'package.json'));
    if (isObject(shared?.value) && shared.value.zxpj !== undefined)
      return { file: shared.file, value: shared.value.zxpj };
    if (dirname(folder) === folder) return null;
  }
}

async function present(file: string): Promise<JsonFile | null> {
  try {
    return await readJson(file);
  } catch (error) {
    if (error instanceof InputError && error.code === 'file-not-found') return null;
    throw error;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * The text of a page that is installed with the program.
 *
 * @param path from the project's root, such as `docs/rules/fund-parts.md`
 */
export function readPage(path: string): Promise<string> {
  return readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
}
