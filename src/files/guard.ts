import { Worker } from 'node:worker_threads';
import { InputError } from '../model/index.ts';
import type { parseDocument, ParseOptions, readTables, TableStage } from '../pipeline/index.ts';
import { afterSeconds, boundsFor } from './bounds.ts';
import type { Bounds, Guard } from './bounds.ts';
import { causeOf } from './cause.ts';
import type { Job, Said } from './protocol.ts';
import { convertFor } from './soffice.ts';

type Options = Job['options'] & ParseOptions;

const megabyte = 1024 * 1024;
const watchEvery = 50;

/**
 * `parseDocument` in a worker thread, which is ended where it takes too long or too much memory.
 *
 * @throws InputError also `took-too-long`, `out-of-memory`
 */
export function parseGuarded(
  bytes: Uint8Array,
  options: Options,
  guard: Guard = {},
): ReturnType<typeof parseDocument> {
  return runGuarded({ task: { kind: 'parse' }, bytes, options }, guard) as ReturnType<
    typeof parseDocument
  >;
}

/** `readTables` in a worker thread, bounded like `parseGuarded`. */
export function readTablesGuarded(
  bytes: Uint8Array,
  options: Options,
  stage: TableStage,
  guard: Guard = {},
): ReturnType<typeof readTables> {
  return runGuarded({ task: { kind: 'tables', stage }, bytes, options }, guard) as ReturnType<
    typeof readTables
  >;
}

function runGuarded(job: Job, guard: Guard): Promise<unknown> {
  const bounds = boundsFor(job.bytes.length, guard);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: bounds.memory },
      // What a library prints is not ours to pass on.
      stdout: true,
      stderr: true,
    });
    const watch = new Watch(bounds, (error) => end(() => reject(error)));
    const end = (settle: () => void): void => {
      watch.stop();
      settle();
      void worker.terminate();
    };
    worker.on('message', (said: Said) => {
      if (said.kind === 'convert')
        void watch
          .pauseFor(() => convertFor(said.bytes, guard))
          .then((converted) => worker.postMessage(converted));
      else if (said.kind === 'done') end(() => resolve(said.value));
      else
        end(() =>
          reject(said.kind === 'refused' ? new InputError(said.code, said.data) : said.error),
        );
    });
    worker.once('error', (error) =>
      end(() =>
        reject(
          outOfMemory(error) ? new InputError('out-of-memory', { limit: bounds.memory }) : error,
        ),
      ),
    );
    worker.once('exit', () => end(() => reject(new Error('the worker ended without an answer'))));
  });
}

function outOfMemory(error: unknown): boolean {
  return causeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** Ends a run that takes more than its bounds: a clock, and a look at the memory of the process now and then. */
class Watch {
  readonly #bounds: Bounds;
  readonly #end: (error: InputError) => void;
  readonly #before = process.memoryUsage.rss();
  readonly #memory: NodeJS.Timeout;
  #clock: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(bounds: Bounds, end: (error: InputError) => void) {
    this.#bounds = bounds;
    this.#end = end;
    this.#memory = setInterval(() => this.#look(), watchEvery);
    this.#start();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#clock);
    clearInterval(this.#memory);
  }

  /** The clock stands still while another program works, which has bounds of its own. */
  async pauseFor<T>(work: () => Promise<T>): Promise<T> {
    clearTimeout(this.#clock);
    const result = await work();
    if (!this.#stopped) this.#start();
    return result;
  }

  #start(): void {
    const { time } = this.#bounds;
    this.#clock = afterSeconds(time, () =>
      this.#end(new InputError('took-too-long', { seconds: time })),
    );
  }

  #look(): void {
    const grown = (process.memoryUsage.rss() - this.#before) / megabyte;
    if (grown > this.#bounds.memory)
      this.#end(new InputError('out-of-memory', { limit: this.#bounds.memory }));
  }
}
