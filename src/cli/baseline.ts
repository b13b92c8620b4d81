import { InputError } from '../model/index.ts';
import type { CheckedFile, CheckRun } from '../report/index.ts';
import type { Baseline } from '../schema/index.ts';
import { expectedBy, placeOf } from './config.ts';

interface BaselineWish {
  readonly file: string | undefined;
  readonly update: boolean;
  readonly reason: string;
}

/**
 * The files without the findings that the baseline knows; with `update`, the baseline is first written anew.
 *
 * @throws InputError where the baseline is missing or wrong
 */
export async function settleBaseline(
  files: readonly CheckedFile[],
  { file, update, reason }: BaselineWish,
): Promise<Pick<CheckRun, 'files' | 'baseline'>> {
  if (file === undefined) return { files, baseline: null };
  const { updatedBaseline, withoutKnown } = await import('../report/index.ts');
  const before = await readBaseline(file, update);
  if (!update) return withoutKnown(files, before);
  const { writeOutput } = await import('../files/index.ts');
  const now = updatedBaseline(files, before, reason);
  await writeOutput(file, [`${JSON.stringify(now, null, 2)}\n`]);
  return withoutKnown(files, now);
}

/** A baseline that does not exist yet is empty where it is about to be written. */
async function readBaseline(file: string, mayBeMissing: boolean): Promise<Baseline> {
  const { readJson } = await import('../files/index.ts');
  const { baselineSchema } = await import('../schema/index.ts');
  let value: unknown;
  try {
    ({ value } = await readJson(file));
  } catch (error) {
    if (!(error instanceof InputError && error.code === 'file-not-found')) throw error;
    if (mayBeMissing) return { version: 1, entries: [] };
    throw new InputError('baseline-not-found', { file });
  }
  const result = baselineSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError('baseline-invalid', {
    file,
    path: placeOf(issue),
    expected: expectedBy(issue),
  });
}
