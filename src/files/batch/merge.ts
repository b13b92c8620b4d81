import { copyFile, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Language } from '../../messages/index.ts';
import { InputError } from '../../model/index.ts';
import type { FileOutcome } from '../../report/outcome.ts';
import { causeOf } from '../cause.ts';
import { isSameFile } from '../write.ts';
import { occupy, resultFolder } from './folder.ts';
import type { ResultFolder } from './folder.ts';
import { lastRun } from './history.ts';
import { readJournal } from './journal.ts';
import type { JournalLine } from './journal.ts';
import { writeTables } from './outputs.ts';

export interface MergeRequest {
  readonly folders: readonly string[];
  readonly out: string;
  readonly version: string;
  readonly language: Language;
}

/**
 * Joins folders of results, such as shards, into one: what a single run over all their files would have written.
 *
 * @throws InputError `merge-no-results`, `merge-not-finished`, `merge-shard-missing`, `merge-settings-differ`, `merge-options-differ`, `merge-into-source`, `output-not-writable`, `batch-folder-in-use`
 */
export async function merge({
  folders,
  out,
  version,
  language,
}: MergeRequest): Promise<{ folder: ResultFolder; outcomes: readonly FileOutcome[] }> {
  const folder = resultFolder(out);
  for (const path of folders)
    if (await isSameFile(path, out)) throw new InputError('merge-into-source', { file: path });
  const found = await collect(folders);
  const release = await occupy(folder);
  try {
    const lines = [...found.values()].sort((a, b) => (a.line.file < b.line.file ? -1 : 1));
    for (const [index, { line, from }] of lines.entries())
      if (line.output !== null) await take(line.output, from, folder, index);
    const all = lines.map(({ line }) => line);
    await writeTables(folder, all, [], { version, language });
    return { folder, outcomes: all };
  } finally {
    await release();
  }
}

interface Found {
  readonly line: JournalLine;
  readonly from: ResultFolder;
}

/** What stands in a folder of results, and which shard it is of. */
async function finished(
  path: string,
): Promise<{ from: ResultFolder; lines: readonly JournalLine[]; shard: string | null }> {
  const from = resultFolder(path);
  const lines = await readJournal(from.journal);
  const run = await lastRun(from);
  if (lines.size === 0 && run === undefined)
    throw new InputError('merge-no-results', { file: path });
  if (run !== undefined && run.state !== 'finished')
    throw new InputError('merge-not-finished', { file: path });
  return { from, lines: [...lines.values()], shard: run?.shard ?? null };
}

/** The files of all folders, each with the folder that has its result. */
async function collect(folders: readonly string[]): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const shards = new Set<string>();
  let first: JournalLine | undefined;
  for (const path of folders) {
    const { from, lines, shard } = await finished(path);
    if (shard !== null) shards.add(shard);
    for (const line of lines) {
      first ??= line;
      if (line.settings !== first.settings) throw differing(path, line.version, first.version);
      // A file that one machine read and another could not is read.
      const other = found.get(line.file);
      if (other === undefined || (other.line.output === null && line.output !== null))
        found.set(line.file, { line, from });
    }
  }
  holdComplete(shards);
  return found;
}

/** A part that was forgotten would be missing in silence. */
function holdComplete(shards: ReadonlySet<string>): void {
  for (const shard of shards) {
    const count = Number(shard.split('/')[1]);
    for (let index = 1; index <= count; index += 1)
      if (!shards.has(`${index}/${count}`))
        throw new InputError('merge-shard-missing', { index, count });
  }
}

function differing(file: string, version: string, other: string): InputError {
  return version === other
    ? new InputError('merge-options-differ', { file })
    : new InputError('merge-settings-differ', { file, version, other });
}

async function take(
  output: string,
  from: ResultFolder,
  folder: ResultFolder,
  index: number,
): Promise<void> {
  const [temporary, target] = [join(folder.temporary, `merge-${index}`), join(folder.json, output)];
  try {
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(from.json, output), temporary);
    await rename(temporary, target);
  } catch (error) {
    throw new InputError(
      causeOf(error) === 'ENOENT' ? 'batch-result-damaged' : 'output-not-writable',
      { file: join(from.json, output), cause: causeOf(error) },
    );
  }
}
