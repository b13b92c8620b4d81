import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import type { FindingOutcome } from '../model/index.ts';
import type { CheckedFile, CheckRun } from '../report/index.ts';
import type { Baseline } from '../schema/index.ts';
import { expectedBy, placeOf } from './config.ts';
import { tell } from './console.ts';

/** The flags that say what is to become of the baseline. */
export interface BaselineFlags {
  readonly baseline?: string;
  readonly by?: string;
  readonly outcome?: FindingOutcome;
  readonly reason?: string;
  readonly replace?: true;
  readonly updateBaseline?: true;
}

/**
 * What flags say of the baseline, and the rest of them.
 *
 * @throws InputError where something is said of a baseline that nobody named, or that is not to be written
 */
export function splitBaseline<T extends BaselineFlags>(flags: T) {
  const { baseline, by, outcome, reason, replace = false, updateBaseline = false, ...rest } = flags;
  const said = replace || [by, outcome, reason].some((flag) => flag !== undefined);
  if (baseline === undefined && (updateBaseline || said))
    throw new InputError('usage-needs-baseline');
  if (said && !updateBaseline) throw new InputError('usage-needs-update');
  const wish = { file: baseline, update: updateBaseline, replace, reason, by, outcome };
  return { wish, rest };
}

/**
 * The files without the findings that the baseline knows; with `--update-baseline`, the baseline is first written anew, which is told on stderr.
 *
 * @throws InputError where the baseline is missing or wrong
 */
export async function settleBaseline(
  files: readonly CheckedFile[],
  { file, update, replace, reason, by, outcome }: ReturnType<typeof splitBaseline>['wish'],
  language: Language,
): Promise<Pick<CheckRun, 'files' | 'baseline'>> {
  if (file === undefined) return { files, baseline: null };
  const { updatedBaseline, withoutKnown } = await import('../report/index.ts');
  const before = await readBaseline(file, update);
  if (!update) return withoutKnown(files, before);
  const { writeOutput } = await import('../files/index.ts');
  const remark = {
    reason: reason ?? message('baseline-reason', {}, language),
    ...(outcome && { outcome }),
    ...(by !== undefined && { by }),
    ...((outcome !== undefined || by !== undefined) && { at: today() }),
  };
  const { baseline, added, dropped } = updatedBaseline(files, before, remark, replace);
  await writeOutput(file, [`${JSON.stringify(baseline, null, 2)}\n`]);
  const counts = { file, count: baseline.entries.length, added, dropped };
  tell(message('baseline-written', counts, language));
  return withoutKnown(files, baseline);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
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
