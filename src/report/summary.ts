import type { Severity } from '../model/index.ts';
import type { Audit } from '../schema/index.ts';
import type { CheckRun } from './run.ts';
import { isUnverifiable } from './run.ts';

/** What a whole run comes to. */
export interface Summary {
  readonly files: number;
  /** Files that could not be read, or hold no form. */
  readonly failed: number;
  /** Files of which a part could not be read or placed. */
  readonly partial: number;
  readonly passedOver: number;
  /** The names of the files passed over, where the run gives them. */
  readonly skipped?: readonly string[];
  readonly forms: number;
  /** Findings by severity, those aside that only say what could not be checked. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly checks: Audit['checks'];
  /** Of `checks.mismatch`, those that are mere remarks: no figure contradicts another. */
  readonly remarks: number;
  /** The rules that could not be checked in some form, with the number of those forms. */
  readonly unverifiable: readonly { readonly rule: string; readonly forms: number }[];
  readonly baseline: CheckRun['baseline'];
}

/** Counts a run. */
export function summarise({
  files,
  passedOver,
  skipped,
  baseline,
}: Pick<CheckRun, 'files' | 'passedOver' | 'skipped' | 'baseline'>): Summary {
  const forms = files.flatMap((file) => file.forms);
  const findings = { error: 0, warning: 0, info: 0 };
  const checks = { exact: 0, withinRounding: 0, mismatch: 0, unverifiable: 0 };
  let remarks = 0;
  const unverifiable = new Map<string, number>();
  for (const form of forms) {
    for (const key of ['exact', 'withinRounding', 'mismatch', 'unverifiable'] as const)
      checks[key] += form.checks[key];
    // All that was found, what a baseline hides too: the checks count it.
    remarks += (form.form.audit?.findings ?? []).filter(
      (finding) => finding.severity === 'info' && !isUnverifiable(finding),
    ).length;
    for (const finding of form.findings) {
      if (isUnverifiable(finding))
        unverifiable.set(finding.rule, (unverifiable.get(finding.rule) ?? 0) + 1);
      else findings[finding.severity] += 1;
    }
  }
  return {
    files: files.length,
    failed: files.filter(({ failure }) => failure !== null).length,
    partial: files.filter(({ document }) => document?.status === 'partial').length,
    passedOver,
    ...(skipped && { skipped }),
    forms: forms.length,
    findings,
    checks,
    remarks,
    unverifiable: [...unverifiable].map(([rule, count]) => ({ rule, forms: count })),
    baseline,
  };
}
