import { readFile } from 'node:fs/promises';
import { writeOutput } from '../write.ts';
import type { ResultFolder } from './folder.ts';

/** One run over a folder of results: all that may differ between two runs over the same files. */
export interface RunEntry {
  readonly started: string;
  /** Null where it was killed, and while it runs. */
  readonly ended: string | null;
  readonly state: 'running' | 'finished' | 'stopped' | 'failed';
  readonly seconds: number | null;
  readonly version: string;
  readonly jobs: number;
  readonly shard: string | null;
  /** Files of this run, those read, those left alone since they were done, those not read. */
  readonly files: number;
  readonly read: number;
  readonly unchanged: number;
  readonly failed: number;
  /** Files of folders whose names end like no format. */
  readonly passedOver: number;
}

/** Puts a run at the end of `run.json`, or in place of what it said of itself before. */
export async function noteRun(folder: ResultFolder, entry: RunEntry): Promise<void> {
  const before = (await readRuns(folder)).filter(({ started }) => started !== entry.started);
  // What is still `running` was killed: this folder has one run at a time.
  const ended = before.map((one) =>
    one.state === 'running' ? { ...one, state: 'killed' as const } : one,
  );
  await writeOutput(folder.history, [`${JSON.stringify({ runs: [...ended, entry] }, null, 2)}\n`]);
}

/** The run that was last in a folder; undefined where none was, as where shards were merged. */
export async function lastRun(
  folder: ResultFolder,
): Promise<{ readonly state: string; readonly shard: string | null } | undefined> {
  return (await readRuns(folder)).at(-1);
}

async function readRuns({
  history,
}: ResultFolder): Promise<
  (Omit<RunEntry, 'state'> & { readonly state: RunEntry['state'] | 'killed' })[]
> {
  try {
    const { runs } = JSON.parse(await readFile(history, 'utf8')) as { runs?: RunEntry[] };
    return Array.isArray(runs) ? runs : [];
  } catch {
    return [];
  }
}
