import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../model/index.ts';
import type { FileOutcome } from '../../report/outcome.ts';
import { checkedFile, unreadFile } from '../../report/run.ts';
import type { CheckedFile } from '../../report/run.ts';
import { causeOf } from '../cause.ts';
import type { ResultFolder } from './folder.ts';

/** How many files are being fetched while one is worked on. */
const ahead = 8;

/**
 * What a batch read, file by file in the order of `outcomes`, from the JSON that stands in its folder: however many files, a few are held in memory.
 *
 * @throws InputError `batch-result-damaged`
 */
export async function* results(
  folder: ResultFolder,
  outcomes: readonly FileOutcome[],
): AsyncGenerator<CheckedFile> {
  const texts: Promise<string | null>[] = [];
  for (let index = 0; index < outcomes.length; index += 1) {
    while (texts.length < ahead && index + texts.length < outcomes.length)
      texts.push(fetch(folder, outcomes[index + texts.length]));
    const outcome = outcomes[index];
    const text = await texts.shift();
    if (outcome !== undefined) yield checked(folder, outcome, text ?? null);
  }
}

function fetch({ json }: ResultFolder, outcome: FileOutcome | undefined): Promise<string | null> {
  if (outcome?.output == null) return Promise.resolve(null);
  const text = readFile(join(json, outcome.output), 'utf8').catch((error: unknown) => {
    throw damaged(json, outcome.output ?? '', causeOf(error));
  });
  // It may fail before its turn to be awaited.
  text.catch(() => undefined);
  return text;
}

function checked(
  { json }: ResultFolder,
  { file, output, error }: FileOutcome,
  text: string | null,
): CheckedFile {
  if (text === null) return unreadFile(file, error);
  try {
    return checkedFile(file, JSON.parse(text) as NonNullable<CheckedFile['document']>, error);
  } catch (cause) {
    throw damaged(json, output ?? '', causeOf(cause));
  }
}

function damaged(json: string, output: string, cause: string): InputError {
  return new InputError('batch-result-damaged', { file: join(json, output), cause });
}
