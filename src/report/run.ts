import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import type { Severity } from '../model/index.ts';
import type {
  Audit,
  Diagnostic,
  Finding,
  ParsedDocument,
  PerformanceForm,
} from '../schema/index.ts';
import { fingerprints } from './fingerprint.ts';

/** A finding that can be known again in another run. */
export interface ReportedFinding extends Finding {
  readonly fingerprint: string;
}

export interface CheckedForm {
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly form: PerformanceForm;
  readonly checks: Audit['checks'];
  readonly findings: readonly ReportedFinding[];
}

/** Why a file gives nothing to check. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

export interface CheckedFile {
  /** Its path with `/`, from the working directory where it stands below it; `-` for standard input. */
  readonly file: string;
  /** Null where the file could not be read at all. */
  readonly document: ParsedDocument | null;
  /** Set where the file could not be read, or holds no form. */
  readonly failure: Failure | null;
  readonly forms: readonly CheckedForm[];
  /** The messages of findings in the other language, by fingerprint, where a report asks for both. */
  readonly translations?: ReadonlyMap<string, string>;
}

/** A rule as reports show it. */
export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly basis: string;
  /** The title in both languages, where a report may be read in either. */
  readonly titles?: Readonly<Record<Language, string>>;
  /** The text of its page, where a report carries it. */
  readonly page?: string;
}

/** One run of `zxpj check`: all that a reporter may know. */
export interface CheckRun {
  readonly version: string;
  readonly language: Language;
  readonly failOn: FailOn;
  readonly rules: readonly RuleInfo[];
  readonly files: readonly CheckedFile[];
  /** Files of folders that were passed over, since their names end like no format that can be read. */
  readonly passedOver: number;
  /** Their names, where a report shall give them. */
  readonly skipped?: readonly string[];
  /** The least severity that the text report lists; warnings and above where nothing is said, and infos by their number. */
  readonly level?: Severity;
  /** Whether the text report lists every finding by itself, under its form. */
  readonly each?: boolean;
  /** Whether the text report keeps to what fails. */
  readonly quiet?: boolean;
  /** What the baseline hid, and how many of its entries for these files occur no more; null without a baseline. */
  readonly baseline: { readonly hidden: number; readonly stale: number } | null;
}

/** From the gravest down. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

export const failLevels = ['error', 'warning', 'info', 'never'] as const;
/** The least severity that fails a run. */
export type FailOn = (typeof failLevels)[number];

const ranks: Readonly<Record<FailOn, number>> = { info: 0, warning: 1, error: 2, never: 3 };

/** Whether a finding fails a run. */
export function fails(severity: Severity, failOn: FailOn): boolean {
  return ranks[severity] >= ranks[failOn];
}

export function failureOf({ code, data }: InputError, language: Language): Failure {
  return { code, message: message(code, data, language) };
}

/** A file that could not be read. */
export function unreadFile(file: string, failure: Failure | null): CheckedFile {
  return { file, document: null, failure, forms: [] };
}

/** What there is to say of a file that was read and holds no form; null where it holds one. */
export function formless(
  { status, diagnostics }: ParsedDocument,
  language: Language,
): Failure | null {
  if (status !== 'failed') return null;
  const other = diagnostics.find(({ code }) => code === 'other-kind');
  return other === undefined
    ? failureOf(new InputError('no-form'), language)
    : { code: other.code, message: other.message };
}

/** A file that was read, with its findings made known again by their fingerprints. */
export function checkedFile(
  file: string,
  document: ParsedDocument,
  failure: Failure | null,
): CheckedFile {
  const prints = fingerprints(file, document.forms);
  const forms = document.forms.map((form, index) => ({
    number: index + 1,
    form,
    checks: form.audit?.checks ?? { exact: 0, withinRounding: 0, mismatch: 0, unverifiable: 0 },
    findings: (form.audit?.findings ?? []).map((finding, at) => ({
      ...finding,
      fingerprint: prints[index]?.[at] ?? '',
    })),
  }));
  return { file, document, failure, forms };
}

/** How reading a file ended: `failed` also where it holds no form. */
export function statusOf({
  document,
  failure,
}: Pick<CheckedFile, 'document' | 'failure'>): ParsedDocument['status'] {
  return document === null || failure !== null ? 'failed' : document.status;
}

/** What of a file could not be read or placed although its forms were: never to be taken for checked. */
export function unreadParts({ document, failure }: CheckedFile): readonly Diagnostic[] {
  if (failure !== null || document?.status !== 'partial') return [];
  return document.diagnostics.filter(({ severity }) => severity !== 'info');
}

/** Whether a finding only says that its rule could not be checked. */
export function isUnverifiable({ kind }: Finding): boolean {
  return kind === 'unverifiable';
}
