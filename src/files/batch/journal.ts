import { createReadStream } from 'node:fs';
import { appendFile, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { InputError } from '../../model/index.ts';
import type { FileOutcome } from '../../report/outcome.ts';
import { causeOf } from '../cause.ts';

/** A line of the journal: what came of a file, by what it was read, and how long its JSON is. */
export interface JournalLine extends FileOutcome {
  readonly version: string;
  /** A hash of everything besides the file that its result follows from. */
  readonly settings: string;
  /** Bytes of its JSON. */
  readonly size: number;
}

/**
 * The last line of each file. A line that was cut off, as a power cut leaves it, is passed over: that file is read again.
 *
 * @throws InputError `batch-result-damaged`
 */
export async function readJournal(path: string): Promise<Map<string, JournalLine>> {
  const lines = new Map<string, JournalLine>();
  try {
    for await (const text of createInterface({
      input: createReadStream(path, 'utf8'),
      crlfDelay: Infinity,
    })) {
      const line = parsed(text);
      if (line !== null) lines.set(line.file, line);
    }
  } catch (error) {
    if (causeOf(error) !== 'ENOENT')
      throw new InputError('batch-result-damaged', { file: path, cause: causeOf(error) });
  }
  return lines;
}

function parsed(text: string): JournalLine | null {
  try {
    const line = JSON.parse(text) as JournalLine;
    return typeof line.file === 'string' &&
      typeof line.settings === 'string' &&
      typeof line.size === 'number'
      ? line
      : null;
  } catch {
    return null;
  }
}

/** The journal while a batch runs: each line is handed to the system at once. */
export class Journal {
  readonly #handle: FileHandle;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async open(path: string): Promise<Journal> {
    // What a kill left of a last line must not swallow the first of this run.
    await appendFile(path, '\n');
    return new Journal(await open(path, 'a'));
  }

  async add(line: JournalLine): Promise<void> {
    await this.#handle.appendFile(`${JSON.stringify(line)}\n`);
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}
