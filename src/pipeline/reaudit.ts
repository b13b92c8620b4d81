import { auditor, PrintingHabits } from '../audit/index.ts';
import { InputError } from '../model/index.ts';
import { printedDecimal } from '../number/index.ts';
import { readPrinted, schemaVersion } from '../schema/index.ts';
import type { Audit, Finding, ParsedDocument, PerformanceForm } from '../schema/index.ts';
import type { ParseOptions } from './options.ts';

type Refs = Record<string, Finding['refs'][number]>;

/** What tells the bytes of a file. */
type Digest = Pick<ParsedDocument['source'], 'sha256' | 'bytes'>;

/** So much of a file is looked at to see whether it is JSON of ours. */
const head = 4096;

/**
 * Takes what this program printed earlier (a document, a form, or one of either a line) for what was read, and audits it anew: after a correction by hand,
 * with another configuration, by a newer version. Nothing is read again; where a value stands is known as far as the JSON tells.
 *
 * @returns null where the bytes are no JSON of ours
 * @throws InputError `not-our-json` where they begin like it and are not
 */
export function reaudited(
  bytes: Uint8Array,
  options: ParseOptions,
  digest: Digest,
): ParsedDocument | null {
  if (options.as !== undefined || !looksOurs(bytes)) return null;
  const [first, ...rest] = documentsIn(new TextDecoder().decode(bytes), digest);
  if (first === undefined) return null;
  const all = [first, ...rest];
  const document = all.length === 1 ? first : joined(first, all);
  const audits = all.flatMap((one) => auditsOf(one, options));
  return {
    ...document,
    source: { ...document.source, file: options.name ?? document.source.file },
    forms: document.forms.map((form, index) => withAudit(form, audits[index])),
  };
}

function looksOurs(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, head)).trimStart();
  return (
    text.startsWith('{') &&
    /"schemaVersion"\s*:|"kind"\s*:\s*"(?:self-evaluation|target)"/u.test(text)
  );
}

/** The documents of a text: one, or one a line; forms that name the same file (a batch writes them so) are one document. */
function documentsIn(text: string, digest: Digest): ParsedDocument[] {
  const whole = valueOf(text);
  if (whole !== undefined) return [documentOf(whole, digest)];
  const byFile = new Map<unknown, PerformanceForm[]>();
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const value = valueOf(line);
    if (value === undefined) throw new InputError('not-our-json', { path: `${index + 1}` });
    const document = documentOf(value, digest);
    const file = isForm(value) ? value.file : undefined;
    if (file === undefined) return [document];
    const known = byFile.get(file);
    known?.push(...document.forms);
    if (known !== undefined) return [];
    byFile.set(file, document.forms);
    return [document];
  });
}

/** Whether a value is a form or would be one. */
function isForm(value: unknown): value is { readonly kind: unknown; readonly file?: unknown } {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function documentOf(value: unknown, digest: Digest): ParsedDocument {
  const printed = readPrinted(value);
  if (printed.kind === 'document') return printed.document;
  if (printed.kind === 'form') return documentAround([printed.form], digest);
  throw new InputError('not-our-json', { path: `/${printed.issue?.path.join('/') ?? ''}` });
}

/** A form by itself, as a document that tells no more. */
function documentAround(forms: PerformanceForm[], digest: Digest): ParsedDocument {
  return {
    schemaVersion,
    source: { file: null, format: 'json', ...digest, pages: null },
    status: 'ok',
    forms,
    accounting: { total: 0, placed: 0, labels: 0, outside: 0, markup: 0, unplaced: 0 },
    unplaced: [],
    diagnostics: [],
  };
}

const worst = ['failed', 'partial', 'ok'] as const;

function joined(first: ParsedDocument, all: readonly ParsedDocument[]): ParsedDocument {
  return {
    ...first,
    status: worst.find((status) => all.some((one) => one.status === status)) ?? 'ok',
    forms: all.flatMap(({ forms }) => forms),
    unplaced: all.flatMap(({ unplaced }) => unplaced),
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  };
}

/**
 * Whether sums over its forms lack nothing, as far as a document tells: what was left over in a form is no figure, none breaks off, and its file was read
 * as a whole.
 */
function isComplete({ status, unplaced, diagnostics }: ParsedDocument): boolean {
  if (status === 'ok') return true;
  const serious = diagnostics.filter(({ severity }) => severity !== 'info');
  return (
    serious.every(({ code, stage }) => stage !== 'format' && code !== 'form-cut-off') &&
    unplaced.every(({ text }) => printedDecimal(text) === null)
  );
}

/** The audits of a document's forms, which together show how it prints its figures. */
function auditsOf(
  document: ParsedDocument,
  { audit: config, language }: ParseOptions,
): (Audit | undefined)[] {
  const { forms } = document;
  if (config === false) return forms.map(() => undefined);
  const told = { ...(config && { config }), ...(language && { lang: language }) };
  const habits = new PrintingHabits();
  for (const form of forms) habits.see(form);
  const audit = auditor(habits, told);
  const complete = isComplete(document);
  return forms.map((form) => audit(form, { refs: form.refs ?? placesIn(form.audit), complete }));
}

/** Where values stand as an earlier audit tells, where the form itself does not. */
function placesIn(audit: Audit | undefined): Refs {
  const found = (audit?.findings ?? []).flatMap(({ path, refs: [ref] }) =>
    ref === undefined ? [] : [[path, ref] as const],
  );
  return Object.fromEntries(found);
}

function withAudit(form: PerformanceForm, audit: Audit | undefined): PerformanceForm {
  const bare: PerformanceForm = { ...form };
  delete bare.audit;
  return audit === undefined ? bare : { ...bare, audit };
}
