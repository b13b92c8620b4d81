/** A process that reads one file after another for a batch, and writes the JSON of each. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InputError } from '../../model/index.ts';
import { parseDocument } from '../../pipeline/index.ts';
import { jsonPieces } from '../../report/json.ts';
import { outcomeOf } from '../../report/outcome.ts';
import { checkedFile, failureOf, formless, unreadFile } from '../../report/run.ts';
import { causeOf } from '../cause.ts';
import { bytesOf } from '../protocol.ts';
import type { Converted } from '../protocol.ts';
import { readInput } from '../read.ts';
import type { Answer, Order, Setup, Task } from './protocol.ts';

const megabyte = 1024 * 1024;
const limit = new Int32Array(new SharedArrayBuffer(4));
const watch = new Worker(new URL('./watch.js', import.meta.url), { workerData: limit });
watch.unref();

let setup: Setup;

process.on('message', (order: Order) => {
  if (order.kind === 'setup') setup = order.setup;
  if (order.kind === 'read') void work(order.task).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole group; the batch decides when its readers end.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);

async function work(task: Task): Promise<Answer> {
  Atomics.store(limit, 0, Math.ceil(process.memoryUsage.rss() / megabyte + task.memory));
  try {
    return await read(task);
  } finally {
    Atomics.store(limit, 0, 0);
  }
}

async function read({ file, output, known }: Task): Promise<Answer> {
  const { language = 'zh' } = setup.options;
  let document: Awaited<ReturnType<typeof parseDocument>>;
  try {
    const bytes = await stableInput(file);
    if (known !== null && (await isUnchanged(bytes, output, known))) return { kind: 'unchanged' };
    document = await parseDocument(bytes, { ...setup.options, name: file, convertDoc });
  } catch (error) {
    const problem =
      error instanceof InputError
        ? error
        : new InputError('internal-error', { cause: causeOf(error) });
    const outcome = outcomeOf(unreadFile(file, failureOf(problem, language)), null);
    return { kind: 'read', outcome, size: 0, resident: process.memoryUsage.rss() / megabyte };
  }
  const checked = checkedFile(file, document, formless(document, language));
  try {
    const size = await write(output, jsonPieces(document, false));
    return {
      kind: 'read',
      outcome: outcomeOf(checked, output),
      size,
      resident: process.memoryUsage.rss() / megabyte,
    };
  } catch (error) {
    return {
      kind: 'unwritable',
      code: 'output-not-writable',
      data: { file: join(setup.json, output), cause: causeOf(error) },
    };
  }
}

/** A file that somebody is still writing would give half a document. */
async function stableInput(file: string): Promise<Uint8Array> {
  const before = await stat(file, { bigint: true }).catch(() => null);
  const bytes = await readInput(file);
  const after = await stat(file, { bigint: true }).catch(() => null);
  if (before?.mtimeNs !== after?.mtimeNs || before?.size !== after?.size)
    throw new InputError('file-changed', { file });
  return bytes;
}

async function isUnchanged(
  bytes: Uint8Array,
  output: string,
  known: { sha256: string; size: number },
): Promise<boolean> {
  const there = await stat(join(setup.json, output)).catch(() => null);
  return (
    there?.size === known.size && createHash('sha256').update(bytes).digest('hex') === known.sha256
  );
}

const folders = new Set<string>();
let written = 0;

/** Writes a JSON under another name first: under its own it is there whole or not at all. Returns its length in bytes. */
async function write(output: string, pieces: Iterable<string>): Promise<number> {
  const target = join(setup.json, output);
  const temporary = join(setup.temporary, `${process.pid}-${(written += 1)}`);
  const handle = await open(temporary, 'w');
  let size = 0;
  try {
    for (const piece of pieces) {
      await handle.writeFile(piece);
      size += Buffer.byteLength(piece);
    }
  } finally {
    await handle.close();
  }
  if (!folders.has(dirname(target))) await mkdir(dirname(target), { recursive: true });
  folders.add(dirname(target));
  await rename(temporary, target);
  return size;
}

async function convertDoc(bytes: Uint8Array): Promise<Uint8Array> {
  const answer = once(process, 'message') as Promise<[Converted]>;
  process.send?.({ kind: 'convert', bytes } satisfies Answer);
  return bytesOf((await answer)[0]);
}
