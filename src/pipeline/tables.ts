import { readForms } from '../forms/index.ts';
import type { ExplainedForm, Grid, Note } from '../model/index.ts';
import type { Diagnostic } from '../schema/index.ts';
import { explain, stitch, wholeGrids } from '../stitch/index.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { ParseOptions, TableStage } from './options.ts';
import { readDocument } from './read.ts';

/** The tables of a document, or how they were read, and what was noticed meanwhile. */
interface TablesRead {
  /** Empty where the stage is `explained`. */
  readonly grids: readonly Grid[];
  /** How each form was read; empty unless the stage is `explained`. */
  readonly explained: readonly ExplainedForm[];
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
  const { grids, explained, notes } = reached(raw.value, stage);
  const diagnostics = [...raw.notes, ...notes].map((note) => toDiagnostic(note, language));
  return { grids, explained, diagnostics };
}

function reached(
  document: Parameters<typeof stitch>[0],
  stage: TableStage,
): Pick<TablesRead, 'grids' | 'explained'> & { readonly notes: readonly Note[] } {
  if (stage === 'raw') return { grids: document.grids, explained: [], notes: [] };
  if (stage === 'stitched') {
    const { value, notes } = stitch(document);
    return { grids: wholeGrids(value), explained: [], notes };
  }
  const { value, notes } = explain(document);
  const read = readForms(value.whole);
  const explained = value.forms.map((form) => withDoubts(form, read.notes));
  return { grids: [], explained, notes: [...notes, ...read.notes] };
}

/** The readers of forms doubt what the path was sure of: blocks with a place that such a note names are uncertain too. */
function withDoubts(form: ExplainedForm, notes: readonly Note[]): ExplainedForm {
  const doubted = new Set(
    notes
      .filter(({ code }) => code === 'reading-uncertain' || code === 'part-empty')
      .flatMap(({ refs }) => refs.map((ref) => JSON.stringify(ref))),
  );
  const blocks = form.blocks.map((block) =>
    block.doubt === null && block.refs.some((ref) => doubted.has(JSON.stringify(ref)))
      ? { ...block, doubt: 'form' as const }
      : block,
  );
  return { ...form, blocks };
}
