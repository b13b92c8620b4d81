import type { Baseline, BaselineEntry } from '../schema/index.ts';
import { eachFinding } from './place.ts';
import type { CheckedFile, CheckRun } from './run.ts';

type Files = CheckRun['files'];

/** The files without the findings that a baseline lists. What was checked, and what not, still counts. */
export function withoutKnown(
  files: Files,
  baseline: Baseline,
): Pick<CheckRun, 'files' | 'baseline'> {
  const known = new Set(baseline.entries.map(({ fingerprint }) => fingerprint));
  const seen = new Set<string>();
  const rest = files.map((file) => ({
    ...file,
    forms: file.forms.map((form) => ({
      ...form,
      findings: form.findings.filter(({ fingerprint }) => {
        if (known.has(fingerprint)) seen.add(fingerprint);
        return !known.has(fingerprint);
      }),
    })),
  }));
  const stale = baseline.entries.filter(
    ({ fingerprint, file }) => !seen.has(fingerprint) && wasRead(files, file),
  ).length;
  return { files: rest, baseline: { hidden: seen.size, stale } };
}

/**
 * A baseline with the findings of now: reasons that were given stay, entries that occur no more go, entries of files that were not
 * read this time stay. In the order of files, forms and rules, so that a change shows as little as it is.
 */
export function updatedBaseline(files: Files, before: Baseline, reason: string): Baseline {
  const reasons = new Map(before.entries.map((entry) => [entry.fingerprint, entry.reason]));
  const now = files.flatMap((file) =>
    entriesOf(file, (fingerprint) => reasons.get(fingerprint) ?? reason),
  );
  const kept = before.entries.filter(({ file }) => !wasRead(files, file));
  return { version: 1, entries: [...now, ...kept] };
}

function entriesOf(
  { file, forms }: CheckedFile,
  reasonFor: (fingerprint: string) => string,
): BaselineEntry[] {
  return [...eachFinding(forms)].map(({ form, finding: { fingerprint, rule, message } }) => ({
    fingerprint,
    rule,
    file,
    project: form.form.project.name,
    message,
    reason: reasonFor(fingerprint),
  }));
}

function wasRead(files: Files, name: string): boolean {
  return files.some(({ file, failure }) => file === name && failure === null);
}
