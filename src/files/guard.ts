import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { InputError } from '../model/index.ts';
import type { parseDocument, ParseOptions, readTables, TableStage } from '../pipeline/index.ts';
import { afterSeconds, boundsFor } from './bounds.ts';
import type { Bounds, Guard } from './bounds.ts';
import { causeOf } from './cause.ts';
import type { Job, Printed, Said, Told } from './protocol.ts';
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

/** A document that is told as JSON. */
export interface PrintedDocument {
  readonly told: Told;
  /** The JSON of all of it; can be asked for once. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * `parseGuarded`, where only the JSON is wanted: once the document is read, it stays in the worker, and its text comes piece
 * by piece.
 *
 * @param bytes are given away: a copy of a large file would take its room twice
 * @param print in one line or indented, and how many warnings and errors are to be told besides
 */
export async function printGuarded(
  bytes: Uint8Array,
  options: Options,
  print: { readonly compact: boolean; readonly remarks: number },
  guard: Guard = {},
): Promise<PrintedDocument> {
  const { value, worker } = await start(
    { task: { kind: 'print', ...print }, bytes, options },
    guard,
    owned(bytes),
  );
  // Where nobody asks for the JSON, since the output cannot be written, the worker must keep no one waiting.
  worker.unref();
  return { told: value as Told, pieces: piecesFrom(worker) };
}

/** The memory of bytes that share it with nothing else, which can be given away. */
function owned({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

async function* piecesFrom(worker: Worker): AsyncGenerator<Uint8Array> {
  worker.ref();
  const ended = new AbortController();
  worker.once('exit', () => ended.abort());
  try {
    for (;;) {
      const answer = once(worker, 'message', { signal: ended.signal }) as Promise<[Printed]>;
      worker.postMessage('more');
      const [piece] = await answer;
      if (piece === null) return;
      yield piece;
    }
  } finally {
    void worker.terminate();
  }
}

async function runGuarded(job: Job, guard: Guard): Promise<unknown> {
  const { value, worker } = await start(job, guard);
  void worker.terminate();
  return value;
}

/** A worker that has done its job. */
interface Done {
  readonly value: unknown;
  readonly worker: Worker;
}

/** Starts a worker, and waits within bounds until it has done its job. */
function start(job: Job, guard: Guard, transferList: ArrayBuffer[] = []): Promise<Done> {
  const bounds = boundsFor(job.bytes.length, guard);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: job,
      transferList,
      resourceLimits: { maxOldGenerationSizeMb: bounds.memory },
      // What a library prints is not ours to pass on.
      stdout: true,
      stderr: true,
    });
    const watch = new Watch(bounds, (error) => fail(error));
    const fail = (error: unknown): void => {
      watch.stop();
      reject(error instanceof Error ? error : new Error(String(error)));
      void worker.terminate();
    };
    const hear = (said: Said): void => {
      if (said.kind === 'convert')
        void watch
          .pauseFor(() => convertFor(said.bytes, guard))
          .then((converted) => worker.postMessage(converted));
      else if (said.kind === 'refused') fail(new InputError(said.code, said.data));
      else if (said.kind === 'failed') fail(said.error);
      else {
        watch.stop();
        worker.off('message', hear);
        resolve({ value: said.value, worker });
      }
    };
    worker.on('message', hear);
    worker.once('error', (error) =>
      fail(outOfMemory(error) ? new InputError('out-of-memory', { limit: bounds.memory }) : error),
    );
    worker.once('exit', () => fail(new Error('the worker ended without an answer')));
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
