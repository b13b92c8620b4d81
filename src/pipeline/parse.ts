import { createHash } from 'node:crypto';
import { PrintingHabits } from '../audit/index.ts';
import { type Draft, FormsReader, type Surroundings } from '../forms/index.ts';
import { looksLike } from '../formats/index.ts';
import { append } from '../model/index.ts';
import type { Note } from '../model/index.ts';
import { parsedDocumentSchema, performanceFormSchema, schemaVersion } from '../schema/index.ts';
import type {
  Diagnostic,
  DocumentParts,
  ParsedDocument,
  PerformanceForm,
} from '../schema/index.ts';
import { breakOff, endOf, rowsOf, stitchForms } from '../stitch/index.ts';
import { checkCounts } from './accounting.ts';
import { publisher } from './audit.ts';
import { toDiagnostic } from './diagnostics.ts';
import { Noticed } from './noticed.ts';
import type { ParseOptions } from './options.ts';
import { type DocumentTables, type Facts, openDocument } from './read.ts';
import { reaudited } from './reaudit.ts';
import { publicRef } from './refs.ts';
import { Shelf } from './shelf.ts';

/**
 * Reads one document held in memory: bytes → tables → whole tables → forms → JSON, checked against its schema. What this program printed earlier
 * is taken for what was read, and only audited anew.
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
  const { parts } = await parseInParts(bytes, options, Infinity);
  const { forms, unplaced, diagnostics } = parts;
  return {
    ...parts,
    forms: [...forms],
    unplaced: [...unplaced],
    diagnostics: [...diagnostics],
  };
}

/** A document whose forms, and what was noticed in them, are told one at a time. */
export interface DocumentInParts {
  readonly parts: DocumentParts;
  /** How many of its diagnostics are warnings or errors. */
  readonly serious: number;
  /** The first of them. */
  readonly firstSerious: (most: number) => Diagnostic[];
}

/**
 * `parseDocument` for documents of thousands of forms: its lists can be gone through more than once, and hold what they tell
 * only while it is told.
 *
 * @param open of each list so much is kept as it is, what is beyond packed
 */
export async function parseInParts(
  bytes: Uint8Array,
  options: ParseOptions,
  open: number,
): Promise<DocumentInParts> {
  // Before the adapter, which may detach the array.
  const digest = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  const own = reaudited(bytes, options, digest);
  if (own !== null) return inParts(own);
  const read = readAll(await openDocument(bytes, options), open);
  const { facts } = read;
  const { forms, unplaced, notes, issues, count, empty, whole, accounting } = publish(
    read,
    options,
    open,
  );
  notes.add(checkCounts(facts.characters.total, facts.read, accounting));
  if (count === 0 && notes.otherKinds === 0) notes.add([noForm]);
  if (count === empty && notes.otherKinds === 0)
    notes.add(looksLike(facts.format, bytes, options.encoding));
  const head: Omit<DocumentParts, 'diagnostics'> = {
    schemaVersion,
    source: { file: options.name ?? null, format: facts.format, ...digest, pages: facts.pages },
    status: 'ok',
    forms,
    accounting,
    unplaced,
  };
  const bare = { ...head, forms: [], unplaced: [], diagnostics: [] };
  notes.add(schemaIssues('', parsedDocumentSchema, bare));
  notes.add(issues);
  const status = count === 0 ? 'failed' : whole && notes.doubts === 0 ? 'ok' : 'partial';
  const language = options.language ?? 'zh';
  const worded = (note: Note): Diagnostic => toDiagnostic(note, language);
  return {
    parts: { ...head, status, diagnostics: mapped(notes, worded) },
    serious: notes.serious,
    firstSerious: (most) => notes.firstSerious(most).map(worded),
  };
}

/** A document that is there as a whole. */
function inParts(document: ParsedDocument): DocumentInParts {
  const serious = document.diagnostics.filter(({ severity }) => severity !== 'info');
  return {
    parts: document,
    serious: serious.length,
    firstSerious: (most) => serious.slice(0, most),
  };
}

/** What the stages told of a document. */
interface Read {
  readonly reader: FormsReader;
  readonly facts: Facts;
  readonly habits: PrintingHabits;
  readonly surroundings: Surroundings;
  readonly notes: Noticed;
}

/** Reads a document's forms one after the other: of each, its tables and rows go once it is read. */
function readAll(tables: DocumentTables, open: number): Read {
  const reader = new FormsReader(new Shelf<Draft>(open));
  const habits = new PrintingHabits();
  const forms = stitchForms(rowsOf(tables.format, () => tables.grids()));
  const stitched = new Noticed(open);
  const ends: ReturnType<typeof endOf>[] = [];
  let next = forms.next();
  for (; next.done !== true; next = forms.next()) {
    ends.push(endOf(next.value.form));
    habits.see(reader.read(next.value.form));
    stitched.add(next.value.notes);
  }
  const { outside, before, notes: behind } = next.value;
  const { facts, notes: seen } = tables.told;
  const notes = new Noticed(open);
  for (const part of [seen, before, stitched, behind]) notes.add(part);
  return { reader, facts, habits, surroundings: { outside, broken: breakOff(ends) }, notes };
}

/** The lists of a document's JSON, and what is told of them. */
interface Published {
  readonly forms: Iterable<PerformanceForm>;
  readonly unplaced: Iterable<ParsedDocument['unplaced'][number]>;
  readonly accounting: ParsedDocument['accounting'];
  readonly notes: Noticed;
  /** What in forms and leftovers is not as the schema says. */
  readonly issues: readonly Note[];
  /** How many forms there are. */
  readonly count: number;
  /** How many have no indicators. */
  readonly empty: number;
  /** Nothing is missing in any of them. */
  readonly whole: boolean;
}

/** Makes of all that was read what the contract prints, a form at a time. */
function publish(read: Read, options: ParseOptions, open: number): Published {
  const { reader, facts, habits, surroundings, notes } = read;
  const forms = new Shelf<PerformanceForm>(open);
  const left = new Shelf<ParsedDocument['unplaced'][number]>(open);
  const issues: { left: Note[]; forms: Note[] } = { left: [], forms: [] };
  const publicForm = publisher(habits, !facts.incomplete, options);
  let [count, empty, leftOver, whole] = [0, 0, 0, !facts.incomplete];
  for (const { read: one, notes: own, unplaced } of reader.told(surroundings)) {
    notes.add(own);
    for (const { text, refs } of unplaced) {
      const item = { text, refs: refs.map(publicRef) };
      append(issues.left, schemaIssues(`/unplaced/${leftOver}`, unplacedSchema, item));
      left.push(item);
      leftOver += 1;
    }
    const form = publicForm(one);
    append(issues.forms, schemaIssues(`/forms/${count}`, performanceFormSchema, form));
    forms.push(form);
    count += 1;
    if (one.form.indicators.length === 0) empty += 1;
    whole &&= one.complete && unplaced.length === 0;
  }
  const { total, markup } = facts.characters;
  const { placed, labels, outside, unplaced } = reader.accounting;
  return {
    forms,
    unplaced: left,
    accounting: { total, placed, labels, outside, markup, unplaced },
    notes,
    issues: [...issues.left, ...issues.forms],
    count,
    empty,
    whole,
  };
}

const noForm: Note = {
  code: 'no-form',
  severity: 'warning',
  stage: 'pipeline',
  data: {},
  refs: [],
};

const unplacedSchema = parsedDocumentSchema.shape.unplaced.element;

type Schema = typeof parsedDocumentSchema | typeof performanceFormSchema | typeof unplacedSchema;

/** What leaves the house is checked; a difference is our bug, and is told beside the result rather than hidden. */
function schemaIssues(path: string, schema: Schema, value: unknown): Note[] {
  return (schema.safeParse(value).error?.issues ?? []).map((issue) => ({
    code: 'schema-mismatch',
    severity: 'error',
    stage: 'pipeline',
    data: { path: [path, ...issue.path].join('/'), cause: issue.message },
    refs: [],
  }));
}

/** A list of what is made of each item, anew whenever it is asked for. */
function mapped<T, R>(list: Iterable<T>, make: (item: T) => R): Iterable<R> {
  return {
    *[Symbol.iterator]() {
      for (const item of list) yield make(item);
    },
  };
}
