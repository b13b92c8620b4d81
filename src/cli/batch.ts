import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import { failLevels } from '../report/run.ts';
import type { FailOn } from '../report/index.ts';
import { Progress } from './batch-progress.ts';
import { batchExitCode, batchReportsOf, holdApart, writeBatchReports } from './batch-reports.ts';
import { batchSummary } from './batch-summary.ts';
import { loadConfig } from './config.ts';
import { tell, writeData } from './console.ts';
import type { Context } from './context.ts';
import { inputsOf } from './inputs.ts';
import { addOptions, oneOf, readingOptions, splitFlags } from './options.ts';
import type { ReadingFlags } from './options.ts';

interface BatchFlags extends ReadingFlags {
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

const mostJobs = 256;
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What a shell expects of a program that Ctrl-C stopped. */
const stoppedCode = 130;

/** `zxpj batch <paths…> --out DIR` */
export function addBatch(program: Command, { language, exit, version }: Context): void {
  const say = (code: string): string => message(code, {}, language);
  const option = (flags: string, name: string): Option =>
    new Option(flags, say(`help-option-${name}`));
  const command = program
    .command('batch')
    .summary(say('help-batch'))
    .description(say('help-batch'))
    .argument('[paths...]', say('help-batch-paths'))
    .addOption(option('--out <DIR>', 'out'))
    .addOption(option('--jobs <N>', 'jobs').argParser(jobsBy))
    .addOption(option('--force', 'force'))
    .addOption(option('--quiet', 'quiet'))
    .addOption(option('--files-from <FILE>', 'files-from'))
    .addOption(option('--shard <I/N>', 'shard').argParser(shardBy))
    .addOption(option('--database <FILE>', 'database'))
    .addOption(
      option('--fail-on <LEVEL>', 'batch-fail-on').argParser(oneOf('--fail-on', failLevels)),
    )
    .addOption(
      option('--reporter <ID=FILE>', 'batch-reporter').argParser(
        (value, before: string[] | undefined) => [...(before ?? []), value],
      ),
    )
    .addOption(option('--xlsx', 'batch-xlsx'))
    .addOption(option('--config <FILE>', 'config'))
    .addHelpText('after', say('help-batch-after'))
    .action(async (paths: string[], flags: BatchFlags) =>
      exit(await runBatch(paths, flags, language, version)),
    );
  addOptions(command, [...readingOptions, 'lang'], language);
}

function jobsBy(value: string): number {
  const jobs = Number(value);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= mostJobs) return jobs;
  throw new InputError('usage-not-count', { option: '--jobs', value, most: mostJobs });
}

function shardBy(value: string): { index: number; count: number } {
  const [index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/u.exec(value) ?? []).slice(1).map(Number);
  if (index < 1 || index > count) throw new InputError('usage-shard', { value });
  return { index, count };
}

async function runBatch(
  paths: readonly string[],
  flags: BatchFlags,
  language: Language,
  version: string,
): Promise<number> {
  const {
    config: named,
    database,
    failOn = 'never',
    filesFrom,
    force = false,
    jobs = availableParallelism(),
    out,
    quiet = false,
    reporter = [],
    shard = null,
    xlsx = false,
    ...reading
  } = flags;
  if (paths.length === 0 && filesFrom === undefined)
    throw new InputError('usage-batch-needs-paths');
  if (out === undefined) throw new InputError('usage-batch-needs-out', { command: 'zxpj batch' });
  if (paths.includes('-')) throw new InputError('usage-batch-stdin');
  const reports = batchReportsOf([
    ...reporter,
    ...(xlsx ? [`xlsx=${join(out, 'report.xlsx')}`] : []),
  ]);
  const { batch, requireDatabase, writeDatabase } = await import('../files/batch/index.ts');
  if (database !== undefined) await requireDatabase();
  const audit = await loadConfig(named);
  const inputs = await inputsOf(paths, filesFrom, language);
  // Nothing but wrong paths: wrong usage, not a batch of failures.
  const [wrong] = inputs.failed;
  if (inputs.files.length === 0 && wrong !== undefined)
    throw new InputError(wrong.failure?.code ?? 'not-readable', {
      file: wrong.file,
      cause: wrong.failure?.message ?? '?',
    });
  holdApart(reports, inputs.files, out);
  const { how, guard } = splitFlags(reading);
  const progress = new Progress(language, quiet);
  const started = Date.now();
  const { signal, release } = stopper();
  try {
    const result = await batch(
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
    if (!result.finished) {
      progress.end();
      tell(message('batch-stopped', { done: progress.done, total: progress.total }, language));
      return stoppedCode;
    }
    if (database !== undefined) await writeDatabase(result.folder, database);
    await writeBatchReports(result, reports, {
      version,
      language,
      audit,
      failOn,
      passedOver: inputs.passedOver,
    });
    const { path: folder, report } = result.folder;
    if (!quiet)
      await writeData([
        batchSummary(
          {
            ...result,
            passedOver: inputs.passedOver,
            seconds: (Date.now() - started) / 1000,
            folder,
            report,
          },
          language,
        ),
      ]);
    return batchExitCode(result, failOn);
  } finally {
    progress.end();
    release();
  }
}

/** Ctrl-C and its like stop the batch in good order; a second one ends the program at once. */
function stopper(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(stoppedCode);
    controller.abort();
  };
  for (const name of stopSignals) process.on(name, stop);
  return {
    signal: controller.signal,
    release: () => stopSignals.forEach((name) => process.off(name, stop)),
  };
}
