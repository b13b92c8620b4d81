import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds from start to end. */
  readonly took: number;
}

export interface RunOptions {
  readonly input?: Uint8Array | string | Iterable<Uint8Array>;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export const bin = fileURLToPath(new URL('../../bin/zxpj.js', import.meta.url));

/** Starts the built program as a user would. */
export async function zxpj(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ZXPJ_LANG: '', ZXPJ_DEBUG: '', ...options.env },
  });
  const [stdout, stderr, code] = await Promise.all([
    collect(child.stdout),
    collect(child.stderr),
    new Promise<number | null>((resolve, reject) =>
      child.once('error', reject).once('close', resolve),
    ),
    feed(child.stdin, options.input),
  ]);
  return { code, stdout, stderr, took: performance.now() - start };
}

async function collect(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function feed(stdin: NodeJS.WritableStream, input: RunOptions['input']): Promise<void> {
  // A program that ends early closes its stdin.
  stdin.on('error', () => undefined);
  const pieces =
    input === undefined
      ? []
      : typeof input === 'string' || input instanceof Uint8Array
        ? [input]
        : input;
  for (const piece of pieces)
    await new Promise<void>((resolve) => stdin.write(piece, () => resolve()));
  stdin.end();
}
