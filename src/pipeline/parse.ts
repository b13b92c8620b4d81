import { createHash } from 'node:crypto';
import { FormsReader } from '../forms/index.ts';
import type { FormsRead } from '../forms/index.ts';
import { append } from '../model/index.ts';
import type { Note } from '../model/index.ts';
import { parsedDocumentSchema, performanceFormSchema, schemaVersion } from '../schema/index.ts';
import type { ParsedDocument } from '../schema/index.ts';
import { breakOff, endOf, rowsOf, stitchForms } from '../stitch/index.ts';
import { checkCounts } from './accounting.ts';
import { publicForms } from './audit.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { ParseOptions } from './options.ts';
import { type DocumentTables, type Facts, openDocument } from './read.ts';
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
  const { read, facts, notes } = readAll(await openDocument(bytes, options));
  const accounting = accountFor(facts, read);
  append(notes, checkCounts(facts.characters.total, facts.read, accounting));
  if (read.forms.length === 0 && !notes.some(({ code }) => code === 'other-kind'))
    notes.push(noForm);
  const document: ParsedDocument = {
    schemaVersion,
    source: { file: options.name ?? null, format: facts.format, ...digest, pages: facts.pages },
    status: 'ok',
    forms: publicForms(read.forms, !facts.incomplete, options),
    accounting,
    unplaced: read.unplaced.map(({ text, refs }) => ({ text, refs: refs.map(publicRef) })),
    diagnostics: [],
  };
  append(notes, checkSchema(document));
  const status = statusOf(facts, read, notes);
  const language = options.language ?? 'zh';
  return { ...document, status, diagnostics: notes.map((note) => toDiagnostic(note, language)) };
}

/** Reads a document's forms one after the other: of each, its tables and rows go once it is read. */
function readAll(tables: DocumentTables): {
  readonly read: FormsRead;
  readonly facts: Facts;
  readonly notes: Note[];
} {
  const reader = new FormsReader();
  const forms = stitchForms(rowsOf(tables.format, () => tables.grids()));
  let next = forms.next();
  const ends: ReturnType<typeof endOf>[] = [];
  for (; next.done !== true; next = forms.next()) {
    ends.push(endOf(next.value));
    reader.read(next.value);
  }
  const { value: read, notes } = reader.close(next.value.outside, breakOff(ends));
  const { facts, notes: seen } = tables.told;
  return { read, facts, notes: [...seen, ...next.value.notes, ...notes] };
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

/**
 * What leaves the house is checked, a form at a time; a difference is our bug, and is told beside the result rather than hidden.
 */
function checkSchema(document: ParsedDocument): Note[] {
  type Schema = typeof parsedDocumentSchema | typeof performanceFormSchema;
  const issues = (path: string, schema: Schema, value: unknown): Note[] =>
    (schema.safeParse(value).error?.issues ?? []).map((issue) => ({
      code: 'schema-mismatch',
      severity: 'error',
      stage: 'pipeline',
      data: { path: [path, ...issue.path].join('/'), cause: issue.message },
      refs: [],
    }));
  return [
    ...issues('', parsedDocumentSchema, { ...document, forms: [] }),
    ...document.forms.flatMap((form, index) =>
      issues(`/forms/${index}`, performanceFormSchema, form),
    ),
  ];
}

function statusOf(
  document: Facts,
  read: FormsRead,
  notes: readonly Note[],
): ParsedDocument['status'] {
  if (read.forms.length === 0) return 'failed';
  const missing =
    document.incomplete || read.unplaced.length > 0 || read.forms.some((form) => !form.complete);
  return missing ||
    notes.some(({ severity, code }) => severity === 'error' || code === 'reading-uncertain')
    ? 'partial'
    : 'ok';
}
