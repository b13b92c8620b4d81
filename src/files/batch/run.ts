import { createHash } from 'node:crypto';
import { InputError } from '../../model/index.ts';
import type { FileOutcome } from '../../report/outcome.ts';
import { outcomeOf } from '../../report/outcome.ts';
import type { CheckedFile } from '../../report/run.ts';
import type { Guard } from '../bounds.ts';
import { causeOf } from '../cause.ts';
import { isResult, occupy, resultFolder } from './folder.ts';
import type { ResultFolder } from './folder.ts';
import { noteRun } from './history.ts';
import type { RunEntry } from './history.ts';
import { Journal, readJournal } from './journal.ts';
import type { JournalLine } from './journal.ts';
import { inShard, outputName } from './naming.ts';
import type { Shard } from './naming.ts';
import { writeTables } from './outputs.ts';
import type { ReadingOptions } from './protocol.ts';
import { Reader } from './reader.ts';

export interface BatchRequest {
  readonly files: readonly string[];
  /** Paths that led nowhere: outcomes like any other. */
  readonly unreadable: readonly CheckedFile[];
  readonly passedOver: number;
  readonly out: string;
  readonly jobs: number;
  readonly force: boolean;
  readonly shard: Shard | null;
  readonly options: ReadingOptions;
  readonly guard: Guard;
  readonly version: string;
  /** Stops the run; what is finished stays. */
  readonly signal: AbortSignal;
}

/** Told while a batch runs. */
export interface BatchEvents {
  readonly planned: (files: number) => void;
  readonly done: (outcome: FileOutcome, unchanged: boolean) => void;
  readonly writing: () => void;
}

export interface BatchResult {
  /** False where it was stopped: the tables are as they were then. */
  readonly finished: boolean;
  readonly folder: ResultFolder;
  /** In order of their paths. */
  readonly outcomes: readonly FileOutcome[];
  readonly unchanged: number;
  /** Files whose JSON stands in the folder from runs on other files. */
  readonly others: number;
}

/**
 * Reads many files into a folder of results. What an earlier run has done there is not done again; the outcome is the same, byte for byte, however often
 * the run was ended on the way and however many processes read.
 *
 * @throws InputError where there is nothing to read, the folder cannot be written, or another run is writing there
 */
export async function batch(request: BatchRequest, events: BatchEvents): Promise<BatchResult> {
  const folder = resultFolder(request.out);
  const files = planned(request, folder);
  // No file may fall to a shard. Where all that is to be read stands in the folder of results, that is the fault.
  if (files.length === 0 && request.unreadable.length === 0 && request.shard === null) {
    throw request.files.length > 0
      ? new InputError('batch-folder-not-empty', { file: request.out })
      : new InputError('batch-nothing-to-read');
  }
  const release = await occupy(folder);
  try {
    return await new Run(request, folder, events).over(files);
  } finally {
    await release();
  }
}

function planned({ files, shard }: BatchRequest, folder: ResultFolder): string[] {
  return files
    .filter((file) => !isResult(folder, file) && (shard === null || inShard(file, shard)))
    .sort();
}

class Run {
  readonly #request: BatchRequest;
  readonly #folder: ResultFolder;
  readonly #events: BatchEvents;
  readonly #started = new Date();
  readonly #settings: string;
  readonly #lines = new Map<string, JournalLine>();
  #unchanged = 0;

  constructor(request: BatchRequest, folder: ResultFolder, events: BatchEvents) {
    this.#request = request;
    this.#folder = folder;
    this.#events = events;
    this.#settings = settingsOf(request);
  }

  async over(files: readonly string[]): Promise<BatchResult> {
    const { unreadable, shard, language, version, signal } = {
      ...this.#request,
      language: this.#request.options.language ?? 'zh',
    };
    const missing = unreadable.filter(({ file }) => shard === null || inShard(file, shard));
    const total = files.length + missing.length;
    const known = await readJournal(this.#folder.journal);
    await this.#note('running', total);
    try {
      this.#events.planned(total);
      for (const file of missing) this.#take(this.#line(outcomeOf(file, null), 0), false);
      await this.#readAll(files, known);
      const lines = [...this.#lines.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
      const others = [...known.values()]
        .filter(({ file }) => !this.#lines.has(file))
        .sort((a, b) => (a.file < b.file ? -1 : 1));
      if (!signal.aborted) {
        this.#events.writing();
        await writeTables(this.#folder, lines, others, { version, language });
      }
      await this.#note(signal.aborted ? 'stopped' : 'finished', total);
      return {
        finished: !signal.aborted,
        folder: this.#folder,
        outcomes: lines,
        unchanged: this.#unchanged,
        others: others.length,
      };
    } catch (error) {
      await this.#note('failed', total).catch(() => undefined);
      throw error;
    }
  }

  /** Each process takes the next file as soon as it is free. */
  async #readAll(files: readonly string[], known: ReadonlyMap<string, JournalLine>): Promise<void> {
    const { jobs, guard, options, signal } = this.#request;
    const setup = { options, json: this.#folder.json, temporary: this.#folder.temporary };
    const journal = await Journal.open(this.#folder.journal);
    const readers = Array.from(
      { length: Math.min(jobs, files.length) },
      () => new Reader(setup, guard, jobs),
    );
    const stop = (): void => readers.forEach((reader) => reader.close());
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    const queue = files.values();
    try {
      await Promise.all(readers.map((reader) => this.#lane(reader, queue, known, journal)));
    } finally {
      stop();
      signal.removeEventListener('abort', stop);
      await journal.close();
    }
  }

  async #lane(
    reader: Reader,
    queue: Iterable<string>,
    known: ReadonlyMap<string, JournalLine>,
    journal: Journal,
  ): Promise<void> {
    const { force } = this.#request;
    for (const file of queue) {
      if (reader.closed) return;
      const before = force ? undefined : this.#stillGood(known.get(file));
      const answer = await reader.read({
        file,
        output: outputName(file),
        known: before === undefined ? null : { sha256: before.sha256 ?? '', size: before.size },
      });
      if (reader.closed) return;
      if (answer.kind === 'unwritable') throw new InputError(answer.code, answer.data);
      if (answer.kind === 'unchanged' && before !== undefined) this.#take(before, true);
      if (answer.kind !== 'read') continue;
      const line = this.#line(answer.outcome, answer.size);
      await append(journal, line, this.#folder);
      this.#take(line, false);
    }
  }

  /** What was read by this very program in this very way; what could not be read may be readable now. */
  #stillGood(line: JournalLine | undefined): JournalLine | undefined {
    return line?.settings === this.#settings && line.output !== null ? line : undefined;
  }

  #line(outcome: FileOutcome, size: number): JournalLine {
    return { ...outcome, version: this.#request.version, settings: this.#settings, size };
  }

  #take(line: JournalLine, unchanged: boolean): void {
    this.#lines.set(line.file, line);
    if (unchanged) this.#unchanged += 1;
    this.#events.done(line, unchanged);
  }

  async #note(state: RunEntry['state'], files: number): Promise<void> {
    const { version, jobs, shard, passedOver } = this.#request;
    const now = new Date();
    const running = state === 'running';
    await noteRun(this.#folder, {
      started: this.#started.toISOString(),
      ended: running ? null : now.toISOString(),
      state,
      seconds: running ? null : (now.getTime() - this.#started.getTime()) / 1000,
      version,
      jobs,
      shard: shard === null ? null : `${shard.index}/${shard.count}`,
      files,
      read: this.#lines.size - this.#unchanged,
      unchanged: this.#unchanged,
      failed: [...this.#lines.values()].filter(({ status }) => status === 'failed').length,
      passedOver,
    });
  }
}

async function append(journal: Journal, line: JournalLine, folder: ResultFolder): Promise<void> {
  try {
    await journal.add(line);
  } catch (error) {
    throw new InputError('output-not-writable', { file: folder.journal, cause: causeOf(error) });
  }
}

/** A hash of all that a result follows from besides the file itself. */
function settingsOf({ options, version }: BatchRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([version, options]))
    .digest('hex')
    .slice(0, 16);
}
