import { createHash } from 'node:crypto';
import { readForms } from '../forms/index.ts';
import type { FormsRead } from '../forms/index.ts';
import { append } from '../model/index.ts';
import type { Grid, Note, TableDocument } from '../model/index.ts';
import { parsedDocumentSchema, schemaVersion } from '../schema/index.ts';
import type { ParsedDocument } from '../schema/index.ts';
import { rowsOf, stitchRows } from '../stitch/index.ts';
import type { DocumentRows, StitchedDocument } from '../stitch/index.ts';
import { charactersRead, checkCounts } from './accounting.ts';
import { publicForms } from './audit.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { ParseOptions } from './options.ts';
import { readDocument } from './read.ts';
import { publicRef } from './refs.ts';

/**
 * Reads one document held in memory: bytes → tables → whole tables → forms → JSON, checked against its schema.
 * It touches no disk and prints nothing. It runs in the caller's process without limits of time and memory, so hand
 * hostile files to a worker.
 *
 * @returns numbers as printed (decimal strings), rates in percentage points, every character accounted for, and what could
 * not be placed under `unplaced`. `status` is `failed` where no form was found, `partial` where something is missing.
 * @throws InputError (`code`, `data`) where the bytes cannot be read at all
 */
export async function parseDocument(
  bytes: Uint8Array,
  options: ParseOptions = {},
): Promise<ParsedDocument> {
  // Before the adapter, which may detach the array.
  const digest = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  const { rows, facts, notes: seen } = await readRows(bytes, options);
  const read = readForms(stitched(rows, seen));
  const accounting = accountFor(facts, read.value);
  const notes = [
    ...seen,
    ...read.notes,
    ...checkCounts(facts.characters.total, facts.read, accounting),
  ];
  if (read.value.forms.length === 0 && !notes.some(({ code }) => code === 'other-kind'))
    notes.push(noForm);
  const document: ParsedDocument = {
    schemaVersion,
    source: { file: options.name ?? null, format: facts.format, ...digest, pages: facts.pages },
    status: 'ok',
    forms: publicForms(read.value.forms, facts.incomplete !== true, options),
    accounting,
    unplaced: read.value.unplaced.map(({ text, refs }) => ({ text, refs: refs.map(publicRef) })),
    diagnostics: [],
  };
  notes.push(...checkSchema(document));
  const status = statusOf(facts, read.value, notes);
  const language = options.language ?? 'zh';
  return { ...document, status, diagnostics: notes.map((note) => toDiagnostic(note, language)) };
}

/** What is said of a document once its tables were let go. */
interface Facts extends Pick<TableDocument, 'format' | 'pages' | 'characters' | 'incomplete'> {
  /** Characters that the adapter read, counted cell by cell. */
  readonly read: number;
}

/** The rows of a document. The tables that they come from are twice as large, and nobody asks for them again. */
async function readRows(
  bytes: Uint8Array,
  options: ParseOptions,
): Promise<{ readonly rows: DocumentRows; readonly facts: Facts; readonly notes: Note[] }> {
  const { tables, facts, notes } = await readTables(bytes, options);
  return { rows: rowsOf({ ...tables, grids: taken(tables.grids) }), facts, notes };
}

/** Grids one after the other, each of which goes once it is read. */
function* taken(grids: Grid[]): Iterable<Grid> {
  grids.reverse();
  for (let grid = grids.pop(); grid !== undefined; grid = grids.pop()) yield grid;
}

async function readTables(
  bytes: Uint8Array,
  options: ParseOptions,
): Promise<{
  readonly tables: Pick<TableDocument, 'format' | 'after'> & { readonly grids: Grid[] };
  readonly facts: Facts;
  readonly notes: Note[];
}> {
  const { value, notes } = await readDocument(bytes, options);
  const { format, pages, characters, incomplete, after } = value;
  return {
    tables: { format, after, grids: [...value.grids] },
    facts: {
      format,
      pages,
      characters,
      incomplete: incomplete === true,
      read: charactersRead(value),
    },
    notes: [...notes],
  };
}

/** The whole forms of a document's rows; what was noticed joins the notes. */
function stitched(rows: DocumentRows, notes: Note[]): StitchedDocument {
  const whole = stitchRows(rows);
  append(notes, whole.notes);
  return whole.value;
}

const noForm: Note = {
  code: 'no-form',
  severity: 'warning',
  stage: 'pipeline',
  data: {},
  refs: [],
};

function accountFor(document: Facts, read: FormsRead): ParsedDocument['accounting'] {
  const { total, markup } = document.characters;
  const { placed, labels, outside, unplaced } = read.accounting;
  return { total, placed, labels, outside, markup, unplaced };
}

/** What leaves the house is checked; a difference is our bug, and is told beside the result rather than hidden. */
function checkSchema(document: ParsedDocument): Note[] {
  const result = parsedDocumentSchema.safeParse(document);
  if (result.success) return [];
  return result.error.issues.map((issue) => ({
    code: 'schema-mismatch',
    severity: 'error',
    stage: 'pipeline',
    data: { path: `/${issue.path.join('/')}`, cause: issue.message },
    refs: [],
  }));
}

function statusOf(
  document: Facts,
  read: FormsRead,
  notes: readonly Note[],
): ParsedDocument['status'] {
  if (read.forms.length === 0) return 'failed';
  const missing =
    document.incomplete === true ||
    read.unplaced.length > 0 ||
    read.forms.some((form) => !form.complete);
  return missing ||
    notes.some(({ severity, code }) => severity === 'error' || code === 'reading-uncertain')
    ? 'partial'
    : 'ok';
}
