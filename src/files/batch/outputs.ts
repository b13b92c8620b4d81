import { open, rename } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../messages/index.ts';
import { InputError } from '../../model/index.ts';
import { batchReport, batchTables } from '../../report/batch.ts';
import { duplicatesAmong } from '../../report/outcome.ts';
import type { FileOutcome } from '../../report/outcome.ts';
import type { CheckedFile } from '../../report/run.ts';
import { causeOf } from '../cause.ts';
import type { ResultFolder } from './folder.ts';
import type { JournalLine } from './journal.ts';
import { results } from './results.ts';

const chunkLength = 256 * 1024;

/** Text that goes to a file piece by piece, under a temporary name until it is whole. */
class Output {
  readonly #folder: ResultFolder;
  readonly #name: string;
  readonly #handle: FileHandle;
  #pending = '';

  private constructor(folder: ResultFolder, name: string, handle: FileHandle) {
    this.#folder = folder;
    this.#name = name;
    this.#handle = handle;
  }

  static async begin(folder: ResultFolder, name: string): Promise<Output> {
    return new Output(folder, name, await open(join(folder.temporary, name), 'w'));
  }

  async add(text: string): Promise<void> {
    this.#pending += text;
    if (this.#pending.length >= chunkLength) await this.#flush();
  }

  /** Everything is on the disk before it takes the place of what was there. */
  async end(): Promise<void> {
    await this.#flush();
    await this.#handle.sync();
    await this.close();
  }

  /** Gives the file back, whole or not; once is enough. */
  async close(): Promise<void> {
    await this.#handle.close();
  }

  async publish(): Promise<void> {
    await rename(join(this.#folder.temporary, this.#name), join(this.#folder.path, this.#name));
  }

  async #flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = '';
    await this.#handle.writeFile(text);
  }
}

export interface TableOptions {
  readonly version: string;
  readonly language: Language;
}

/**
 * Writes the tables and the report anew from the JSON of every file, in the order of `lines`.
 *
 * @param others lines of earlier runs on other files, which the journal keeps
 * @throws InputError `output-not-writable`, `batch-result-damaged`
 */
export async function writeTables(
  folder: ResultFolder,
  lines: readonly JournalLine[],
  others: readonly JournalLine[],
  options: TableOptions,
): Promise<void> {
  const begun: Output[] = [];
  try {
    const tables = await Promise.all(
      batchTables.map(async (table) => {
        const output = await Output.begin(folder, table.name);
        begun.push(output);
        return { table, output };
      }),
    );
    for (const { table, output } of tables) await output.add(table.head(options.language));
    for await (const file of results(folder, lines)) await addFile(tables, file, options.language);
    const report = await written(
      folder,
      'report.json',
      batchReport(lines.map(withoutState), duplicatesAmong(lines), options.version),
    );
    const journal = await written(
      folder,
      'files.ndjson',
      [...lines, ...others].map((line) => `${JSON.stringify(line)}\n`),
    );
    for (const { output } of tables) await output.end();
    // The report last: where it is, the tables are its own.
    for (const output of [...tables.map((one) => one.output), journal, report])
      await output.publish();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('output-not-writable', { file: folder.path, cause: causeOf(error) });
  } finally {
    await Promise.all(begun.map((output) => output.close().catch(() => undefined)));
  }
}

async function addFile(
  tables: readonly { readonly table: (typeof batchTables)[number]; readonly output: Output }[],
  file: CheckedFile,
  language: Language,
): Promise<void> {
  for (const { table, output } of tables) await output.add(table.lines(file, language));
}

async function written(
  folder: ResultFolder,
  name: string,
  pieces: Iterable<string>,
): Promise<Output> {
  const output = await Output.begin(folder, name);
  for (const piece of pieces) await output.add(piece);
  await output.end();
  return output;
}

function withoutState(line: JournalLine): FileOutcome {
  const {
    file,
    status,
    output,
    format,
    sha256,
    bytes,
    forms,
    indicators,
    findings,
    checks,
    error,
  } = line;
  return {
    file,
    status,
    output,
    format,
    sha256,
    bytes,
    forms,
    indicators,
    findings,
    checks,
    error,
  };
}
