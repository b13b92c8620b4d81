import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { BatchResult } from '../files/batch/index.ts';
import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import type { FailOn } from '../report/index.ts';
import type { AuditConfig } from '../schema/index.ts';
import { Progress } from './batch-progress.ts';
import { batchExitCode, batchReportsOf, holdApart, writeBatchReports } from './batch-reports.ts';
import { batchSummary } from './batch-summary.ts';
import { loadConfig } from './config.ts';
import { tell, writeData } from './console.ts';
import { inputsOf } from './inputs.ts';
import { splitFlags } from './options.ts';
import type { ReadingFlags } from './options.ts';
import { stoppedCode, stopper } from './stopper.ts';

export interface BatchFlags extends ReadingFlags {
  readonly config?: string;
  readonly database?: string;
  readonly failOn?: FailOn;
  readonly filesFrom?: string;
  readonly force?: true;
  readonly jobs?: number;
  readonly out?: string;
  readonly quiet?: true;
  readonly reporter?: readonly string[];
  readonly shard?: { readonly index: number; readonly count: number };
  readonly xlsx?: true;
}

/** What flags stand for that are not given. */
const defaults = {
  failOn: 'never',
  force: false,
  quiet: false,
  reporter: [],
  shard: null,
} as const;

type Wanted = Omit<BatchFlags, 'jobs' | keyof typeof defaults> & {
  readonly failOn: FailOn;
  readonly force: boolean;
  readonly jobs: number;
  readonly quiet: boolean;
  readonly reporter: readonly string[];
  readonly shard: { readonly index: number; readonly count: number } | null;
};

/** What a batch is to do, once its options are found right. */
interface Order extends Pick<Wanted, 'failOn' | 'force' | 'jobs' | 'quiet' | 'shard'> {
  readonly out: string;
  readonly reading: ReadingFlags;
  readonly inputs: Awaited<ReturnType<typeof inputsOf>>;
  readonly audit: AuditConfig;
  readonly reports: ReturnType<typeof batchReportsOf>;
  readonly database: string | undefined;
  readonly language: Language;
  readonly version: string;
}

/** Reads the inputs into the folder of results, and writes what else was asked for. @returns the exit code */
export async function runBatch(
  paths: readonly string[],
  flags: BatchFlags,
  language: Language,
  version: string,
): Promise<number> {
  const order = await orderOf(paths, flags, language, version);
  const progress = new Progress(language, order.quiet);
  const started = Date.now();
  const { signal, release } = stopper();
  try {
    const result = await read(order, progress, signal);
    if (!result.finished) {
      progress.end();
      tell(message('batch-stopped', { done: progress.done, total: progress.total }, language));
      return stoppedCode;
    }
    await writeResults(order, result, started);
    return batchExitCode(result, order.failOn);
  } finally {
    progress.end();
    release();
  }
}

/** @throws InputError where the options contradict one another or what they name cannot be used */
async function orderOf(
  paths: readonly string[],
  flags: BatchFlags,
  language: Language,
  version: string,
): Promise<Order> {
  const all: Wanted = { ...defaults, jobs: availableParallelism(), ...flags };
  const { config, database, filesFrom, out: named, reporter, xlsx, ...wanted } = all;
  const { failOn, force, jobs, quiet, shard, ...reading } = wanted;
  const out = outOf(paths, filesFrom, named);
  const reports = batchReportsOf([
    ...reporter,
    ...(xlsx ? [`xlsx=${join(out, 'report.xlsx')}`] : []),
  ]);
  const { requireDatabase } = await import('../files/batch/index.ts');
  if (database !== undefined) await requireDatabase();
  const audit = await loadConfig(config);
  const inputs = await inputsOf(paths, filesFrom, language);
  // Nothing but wrong paths: wrong usage, not a batch of failures.
  const [wrong] = inputs.failed;
  if (inputs.files.length === 0 && wrong !== undefined)
    throw new InputError(wrong.failure?.code ?? 'not-readable', {
      file: wrong.file,
      cause: wrong.failure?.message ?? '?',
    });
  holdApart(reports, inputs.files, out);
  const how = { failOn, force, jobs, quiet, shard, reading, language, version };
  return { out, inputs, audit, reports, database, ...how };
}

/** The folder of results. */
function outOf(
  paths: readonly string[],
  filesFrom: string | undefined,
  out: string | undefined,
): string {
  if (paths.length === 0 && filesFrom === undefined)
    throw new InputError('usage-batch-needs-paths');
  if (out === undefined) throw new InputError('usage-batch-needs-out', { command: 'zxpj batch' });
  if (paths.includes('-')) throw new InputError('usage-batch-stdin');
  return out;
}

async function read(
  { out, reading, inputs, audit, jobs, force, shard, language, version }: Order,
  progress: Progress,
  signal: AbortSignal,
): Promise<BatchResult> {
  const { batch } = await import('../files/batch/index.ts');
  const { how, guard } = splitFlags(reading);
  return batch(
    {
      files: inputs.files,
      unreadable: inputs.failed,
      passedOver: inputs.passedOver,
      out,
      jobs,
      force,
      shard,
      options: { ...how, language, audit },
      guard,
      version,
      signal,
    },
    {
      planned: (total) => progress.plan(total),
      done: ({ status }, unchanged) => progress.count(status === 'failed', unchanged),
      writing: () => progress.writing(),
    },
  );
}

/** Besides the folder: the database, the reports, and the summary on stdout. */
async function writeResults(
  { inputs, audit, reports, database, failOn, quiet, language, version }: Order,
  result: BatchResult,
  started: number,
): Promise<void> {
  const { passedOver } = inputs;
  const { writeDatabase } = await import('../files/batch/index.ts');
  if (database !== undefined) await writeDatabase(result.folder, database);
  await writeBatchReports(result, reports, { version, language, audit, failOn, passedOver });
  if (quiet) return;
  const { path: folder, report } = result.folder;
  const seconds = (Date.now() - started) / 1000;
  await writeData([batchSummary({ ...result, passedOver, seconds, folder, report }, language)]);
}
