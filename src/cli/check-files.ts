import type { Language } from '../messages/index.ts';
import type { CheckedFile } from '../report/index.ts';
import type { AuditConfig } from '../schema/index.ts';
import { Progress } from './batch-progress.ts';
import { checkFile } from './check-file.ts';
import type { splitFlags } from './options.ts';
import { stopper } from './stopper.ts';

type Flags = ReturnType<typeof splitFlags>;

/** How the files of a check are read. */
interface Reading {
  readonly options: Flags['how'] & { language: Language; audit: AuditConfig; refs: boolean };
  readonly guard: Flags['guard'];
  readonly jobs: number;
  readonly quiet: boolean;
  readonly version: string;
}

/** Milliseconds of a check that needs no progress. */
const soon = 2000;

/**
 * Reads and audits files in the order in which they are named: one by itself in this process, several in the processes of a batch, which shows how far it
 * is on stderr.
 *
 * @returns null where it was stopped
 */
export async function checkFiles(
  files: readonly string[],
  reading: Reading,
): Promise<CheckedFile[] | null> {
  const named = files.filter((file) => file !== '-');
  const read = named.length > 1 ? await readMany(named, reading) : new Map<string, CheckedFile>();
  if (read === null) return null;
  const all: CheckedFile[] = [];
  for (const file of files)
    all.push(read.get(file) ?? (await checkFile(file, reading.options, reading.guard)));
  return all;
}

/** A batch into a folder that is thrown away. */
async function readMany(
  files: readonly string[],
  { options, guard, jobs, quiet, version }: Reading,
): Promise<Map<string, CheckedFile> | null> {
  const { batch, inScratchFolder, results } = await import('../files/batch/index.ts');
  const progress = new Progress(options.language, quiet, soon);
  const { signal, release } = stopper();
  const none = { unreadable: [], passedOver: 0, force: false, shard: null };
  const events = {
    planned: (total: number) => progress.plan(total),
    done: ({ status }: { status: string }) => progress.count(status === 'failed', false),
    writing: () => progress.end(),
  };
  try {
    return await inScratchFolder(async (out) => {
      const request = { ...none, files, out, jobs, options, guard, version, signal };
      const result = await batch(request, events);
      if (!result.finished) return null;
      const read = new Map<string, CheckedFile>();
      for await (const file of results(result.folder, result.outcomes)) read.set(file.file, file);
      return read;
    });
  } finally {
    progress.end();
    release();
  }
}
