import type { Grid } from '../model/index.ts';
import type { Diagnostic } from '../schema/index.ts';
import { stitch, wholeGrids } from '../stitch/index.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { ParseOptions, TableStage } from './options.ts';
import { readDocument } from './read.ts';

/** The tables of a document, and what was noticed while they were read. */
interface TablesRead {
  readonly grids: readonly Grid[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a document's tables, as far as `stage`.
 *
 * @throws InputError where the bytes cannot be read at all
 */
export async function readTables(
  bytes: Uint8Array,
  options: ParseOptions,
  stage: TableStage,
): Promise<TablesRead> {
  const language = options.language ?? 'zh';
  const raw = await readDocument(bytes, options);
  const whole = stage === 'raw' ? undefined : stitch(raw.value);
  const notes = [...raw.notes, ...(whole?.notes ?? [])];
  const grids = whole === undefined ? raw.value.grids : wholeGrids(whole.value);
  return { grids, diagnostics: notes.map((note) => toDiagnostic(note, language)) };
}
