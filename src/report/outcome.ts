import type { Severity } from '../model/index.ts';
import type { Audit } from '../schema/index.ts';
import { statusOf } from './run.ts';
import type { CheckedFile, Failure } from './run.ts';
import { summarise } from './summary.ts';
import type { Summary } from './summary.ts';

/** What came of one file of a batch, in a line: all of it follows from the file and from how it is read, nothing from when. */
export interface FileOutcome {
  readonly file: string;
  readonly status: 'ok' | 'partial' | 'failed';
  /** Its JSON below `json/`; null where the file could not be read at all. */
  readonly output: string | null;
  readonly format: string | null;
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly forms: number;
  readonly indicators: number;
  /** Findings by severity, those aside that only say what could not be checked. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly checks: Audit['checks'];
  /** Why nothing could be read, or no form was found. */
  readonly error: Failure | null;
}

export function outcomeOf(checked: CheckedFile, output: string | null): FileOutcome {
  const { file, document, failure, forms } = checked;
  const { findings, checks } = summarise({ files: [checked], passedOver: 0, baseline: null });
  return {
    file,
    status: statusOf(checked),
    output,
    format: document?.source.format ?? null,
    sha256: document?.source.sha256 ?? null,
    bytes: document?.source.bytes ?? null,
    forms: forms.length,
    indicators: forms.reduce((sum, { form }) => sum + form.indicators.length, 0),
    findings,
    checks,
    error: failure,
  };
}

/** What a whole batch comes to. */
export interface BatchTotals extends Pick<
  Summary,
  'files' | 'failed' | 'partial' | 'forms' | 'findings' | 'checks'
> {
  readonly ok: number;
  readonly indicators: number;
}

const none: BatchTotals = {
  files: 0,
  ok: 0,
  partial: 0,
  failed: 0,
  forms: 0,
  indicators: 0,
  findings: { error: 0, warning: 0, info: 0 },
  checks: { exact: 0, withinRounding: 0, mismatch: 0, unverifiable: 0 },
};

export function totalsOf(outcomes: Iterable<FileOutcome>): BatchTotals {
  let totals = none;
  for (const one of outcomes) {
    totals = {
      ...totals,
      files: totals.files + 1,
      [one.status]: totals[one.status] + 1,
      forms: totals.forms + one.forms,
      indicators: totals.indicators + one.indicators,
      findings: added(totals.findings, one.findings),
      checks: added(totals.checks, one.checks),
    };
  }
  return totals;
}

function added<K extends string>(
  one: Readonly<Record<K, number>>,
  other: Readonly<Record<K, number>>,
): Record<K, number> {
  const keys = Object.keys(one) as K[];
  return Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as Record<K, number>;
}

/** For each file whose content an earlier one has already, that earlier file. */
export function duplicatesAmong(outcomes: Iterable<FileOutcome>): Map<string, string> {
  const first = new Map<string, string>();
  const copies = new Map<string, string>();
  for (const { file, sha256 } of outcomes) {
    if (sha256 === null) continue;
    const original = first.get(sha256);
    if (original === undefined) first.set(sha256, file);
    else copies.set(file, original);
  }
  return copies;
}
