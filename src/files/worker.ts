/** Runs in a worker thread: reads one document, posts what came of it, and ends. */
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { InputError } from '../model/index.ts';
import { parseDocument, parseInParts, readTables } from '../pipeline/index.ts';
import type { DocumentInParts, ParseOptions } from '../pipeline/index.ts';
import { jsonPieces } from '../report/json.ts';
import { bytesOf } from './protocol.ts';
import type { Converted, Job, Printed, Said, Told } from './protocol.ts';

/*
 * Left to itself the heap grows to four times of what is in use before anything is thrown away. A document's rows are let go
 * once they are read, and are to be gone then.
 */
setFlagsFromString('--heap-growing-percent=50');

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

async function perform({ task, bytes, options }: Job): Promise<unknown> {
  const all: ParseOptions = { ...options, convertDoc };
  if (task.kind === 'tables') return readTables(bytes, all, task.stage);
  if (task.kind === 'parse') return parseDocument(bytes, all);
  const { parts, serious, firstSerious } = await parseInParts(bytes, all, mostOpen);
  void print(parts, task.compact);
  const { status, accounting } = parts;
  const told: Told = { status, accounting, serious, diagnostics: firstSerious(task.remarks) };
  return told;
}

/** So many forms, diagnostics and leftovers are kept as objects until they are printed. */
const mostOpen = 500;

/** So many characters are sent at once. */
const pieceLength = 1 << 20;

/** Sends a document's JSON as it is asked for: copied as a whole into the other thread it would take twice the memory. */
async function print(document: DocumentInParts['parts'], compact: boolean): Promise<void> {
  if (parentPort === null) return;
  let text = '';
  for (const piece of jsonPieces(document, compact)) {
    text += piece;
    if (text.length < pieceLength) continue;
    await sendPiece(parentPort, text);
    text = '';
  }
  await sendPiece(parentPort, text);
  await once(parentPort, 'message');
  parentPort.postMessage(null satisfies Printed);
}

async function sendPiece(port: MessagePort, text: string): Promise<void> {
  await once(port, 'message');
  const piece: Printed = new TextEncoder().encode(text);
  port.postMessage(piece, [piece.buffer as ArrayBuffer]);
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
