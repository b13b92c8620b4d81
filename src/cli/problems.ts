import { message, oneLine } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import { tell } from './console.ts';

/** Runs `work` on a file: an error that names no file then names this one. */
export async function about<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = asInputError(error);
    if ('file' in known.data) throw known;
    throw Object.assign(new InputError(known.code, { file, ...known.data }), { cause: error });
  }
}

/** Says what went wrong in one line; `ZXPJ_DEBUG=1` adds the stack for whoever mends the program. */
export function tellError(error: unknown, language: Language): void {
  const { code, data } = asInputError(error);
  const words = message(code, data, language);
  tell('file' in data ? line(String(data.file), words) : `zxpj: ${words}`);
  if (process.env.ZXPJ_DEBUG === '1') tell(stackOf(error));
}

/** `zxpj: report.txt: words`; the name comes from outside and may hold anything. */
export function line(file: string, words: string): string {
  return `zxpj: ${oneLine(file)}: ${words}`;
}

/** What a user's input caused as it is; anything else is an internal error. */
export function asInputError(error: unknown): InputError {
  if (error instanceof InputError) return error;
  const cause = error instanceof Error ? error.message || error.name : String(error);
  return Object.assign(new InputError('internal-error', { cause }), { cause: error });
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const below = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${below}`;
}
