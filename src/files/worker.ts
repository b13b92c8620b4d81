/** Runs in a worker thread: reads one document, posts what came of it, and ends. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from '../model/index.ts';
import { parseDocument, readTables } from '../pipeline/index.ts';
import type { ParseOptions } from '../pipeline/index.ts';
import { bytesOf } from './protocol.ts';
import type { Converted, Job, Said } from './protocol.ts';

function post(said: Said): void {
  parentPort?.postMessage(said);
}

/** Outside programs are started by the main thread, which outlives this one. */
async function convertDoc(bytes: Uint8Array): Promise<Uint8Array> {
  if (parentPort === null) throw new InputError('soffice-missing');
  const answer = once(parentPort, 'message') as Promise<[Converted]>;
  post({ kind: 'convert', bytes });
  return bytesOf((await answer)[0]);
}

function perform({ task, bytes, options }: Job): Promise<unknown> {
  const all: ParseOptions = { ...options, convertDoc };
  return task.kind === 'parse' ? parseDocument(bytes, all) : readTables(bytes, all, task.stage);
}

try {
  post({ kind: 'done', value: await perform(workerData as Job) });
} catch (error) {
  post(
    error instanceof InputError
      ? { kind: 'refused', code: error.code, data: error.data }
      : { kind: 'failed', error },
  );
}
