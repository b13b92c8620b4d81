import type { Language } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import type { CheckedFile } from '../report/index.ts';
import { asInputError } from './problems.ts';

/** What a command is to read, and which of its paths led nowhere. */
interface Inputs {
  readonly files: readonly string[];
  readonly passedOver: number;
  /** The names of these. */
  readonly skipped: readonly string[];
  readonly failed: readonly CheckedFile[];
}

/**
 * The files that paths and a list of names stand for; `-` is standard input.
 *
 * @throws InputError where nothing is named, or nothing is found
 */
export async function inputsOf(
  paths: readonly string[],
  list: string | undefined,
  language: Language,
): Promise<Inputs> {
  if (paths.length === 0 && list === undefined) throw new InputError('usage-needs-paths');
  const stdin = paths.includes('-');
  if (stdin && list === '-') throw new InputError('usage-stdin-twice');
  const { findFiles } = await import('../files/find.ts');
  const { formats } = await import('../formats/index.ts');
  const { failureOf, unreadFile } = await import('../report/index.ts');
  const extensions = formats.flatMap((format) => format.extensions);
  const given = await findFiles(
    paths.filter((path) => path !== '-'),
    { extensions, patterns: true },
  );
  const listed = await findFiles(await namesOf(list), { extensions, patterns: false });
  const files = [...new Set([...given.files, ...listed.files, ...(stdin ? ['-'] : [])])];
  const problems = new Map(
    [...given.problems, ...listed.problems].map((problem) => [
      String(problem.data.file ?? '?'),
      problem,
    ]),
  );
  const failed = [...problems].map(([file, problem]) =>
    unreadFile(file, failureOf(problem, language)),
  );
  if (files.length === 0 && failed.length === 0) throw new InputError('nothing-to-check');
  const skipped = [...given.skipped, ...listed.skipped];
  return { files, passedOver: skipped.length, skipped, failed };
}

async function namesOf(list: string | undefined): Promise<string[]> {
  if (list === undefined) return [];
  const { namesIn } = await import('../files/find.ts');
  const { readInput, readStream } = await import('../files/index.ts');
  try {
    return namesIn(
      new TextDecoder().decode(
        list === '-' ? await readStream(process.stdin) : await readInput(list),
      ),
    );
  } catch (error) {
    throw asInputError(error);
  }
}
