import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { access, constants, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError, limits } from '../model/index.ts';
import { afterSeconds } from './bounds.ts';
import type { Guard } from './bounds.ts';
import { causeOf } from './cause.ts';
import type { Converted } from './protocol.ts';

export interface SofficeOptions {
  /** The program, where it is not on PATH. */
  readonly soffice?: string | undefined;
  /** Seconds after which a conversion is ended. */
  readonly timeout?: number | undefined;
  /** Ends the conversion, with every process that it started. */
  readonly signal?: AbortSignal | undefined;
}

/** It takes some three seconds; a hostile file must not take more than half a minute. */
const defaultTimeout = 30;
const windows = process.platform === 'win32';
const programs = windows ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
/** Where the installers for Windows and macOS put the program, which they leave off PATH. */
const customaryFolders = windows
  ? [process.env['ProgramFiles'], process.env['ProgramFiles(x86)']].map((folder) =>
      join(folder ?? 'C:\\Program Files', 'LibreOffice', 'program'),
    )
  : [
      '/Applications/LibreOffice.app/Contents/MacOS',
      '/usr/lib/libreoffice/program',
      '/opt/libreoffice/program',
    ];

/** The path of LibreOffice's program, or null. */
export async function findSoffice(given?: string): Promise<string | null> {
  if (given !== undefined) return (await isProgram(given)) ? given : null;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...customaryFolders];
  for (const folder of folders) {
    for (const program of programs) {
      const path = join(folder, program);
      if (folder !== '' && (await isProgram(path))) return path;
    }
  }
  return null;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/**
 * The port by which a .doc becomes a .docx: LibreOffice in a profile and a folder of its own, both removed afterwards.
 *
 * The function that it returns throws InputError `soffice-missing`, `soffice-timeout`, `soffice-failed`.
 */
export function docConverter(
  options: SofficeOptions = {},
): (bytes: Uint8Array) => Promise<Uint8Array> {
  return async (bytes) => {
    const program = await findSoffice(options.soffice);
    if (program === null)
      throw new InputError(
        'soffice-missing',
        options.soffice === undefined ? {} : { program: options.soffice },
      );
    const folder = await mkdtemp(join(tmpdir(), 'zxpj-soffice-'));
    try {
      return await convert(program, folder, bytes, options);
    } finally {
      // A killed LibreOffice may still be writing its profile.
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  };
}

/** Converts for a reader that may be ended at any moment and so starts no program itself. Never rejects. */
export async function convertFor(
  bytes: Uint8Array,
  { soffice, timeout, signal }: Guard & Pick<SofficeOptions, 'signal'>,
): Promise<Converted> {
  try {
    return { kind: 'converted', bytes: await docConverter({ soffice, timeout, signal })(bytes) };
  } catch (error) {
    const { code, data } =
      error instanceof InputError
        ? error
        : new InputError('soffice-failed', { cause: causeOf(error) });
    return { kind: 'not-converted', code, data };
  }
}

async function convert(
  program: string,
  folder: string,
  bytes: Uint8Array,
  options: SofficeOptions,
): Promise<Uint8Array> {
  const input = join(folder, 'input.doc');
  const output = join(folder, 'out');
  await mkdir(output);
  await writeFile(input, bytes);
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const said = await run(
    program,
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--norestore',
      '--nolockcheck',
      '--nodefault',
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      output,
      input,
    ],
    options,
  );
  try {
    const path = join(output, 'input.docx');
    if ((await stat(path)).size > limits.fileBytes)
      throw new InputError('soffice-failed', { cause: 'output too large' });
    return await readFile(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('soffice-failed', {
      cause: said.trim().split('\n').at(-1) || causeOf(error),
    });
  }
}

/** As much of what LibreOffice says as is kept. */
const mostSaid = 4096;

/** Runs the program to its end; resolves with what it said on stderr. */
function run(
  program: string,
  parameters: readonly string[],
  { timeout = defaultTimeout, signal }: SofficeOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    // A group of its own, since soffice is a script that starts the program proper.
    const child = spawn(program, parameters, {
      detached: !windows,
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    let said = '';
    let failure: InputError | undefined;
    const end = (error: InputError): void => {
      failure ??= error;
      killTree(child);
    };
    const timer = afterSeconds(timeout, () =>
      end(new InputError('soffice-timeout', { seconds: timeout })),
    );
    const abort = (): void => {
      end(new InputError('soffice-failed', { cause: 'aborted' }));
    };
    const exit = (): void => {
      killTree(child);
    };
    signal?.addEventListener('abort', abort, { once: true });
    process.once('exit', exit);
    child.stderr.on('data', (data: Buffer) => {
      said = (said + data.toString()).slice(-mostSaid);
    });
    child.once('error', (error) => {
      failure ??= new InputError('soffice-failed', { cause: causeOf(error) });
      finish();
    });
    child.once('close', () => {
      finish();
    });
    function finish(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      process.removeListener('exit', exit);
      if (failure === undefined) resolve(said);
      else reject(failure);
    }
    if (signal?.aborted === true) abort();
  });
}

function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (windows) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
