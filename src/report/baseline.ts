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

/** What `--update-baseline` writes beside a finding. */
export type Remark = Pick<BaselineEntry, 'reason' | 'outcome' | 'by' | 'at'>;

/** A baseline written anew, and how it differs from the one before. */
export interface Update {
  readonly baseline: Baseline;
  readonly added: number;
  readonly dropped: number;
}

/**
 * A baseline with the findings of now: what was remarked on them stays unless it is to be replaced, entries that occur no more go, entries of files that
 * were not read this time stay. In the order of files, forms and rules, so that a change shows as little as it is.
 */
export function updatedBaseline(
  files: Files,
  before: Baseline,
  remark: Remark,
  replace = false,
): Update {
  const known = new Map(before.entries.map((entry) => [entry.fingerprint, entry]));
  const now = files.flatMap((file) =>
    entriesOf(file, (fingerprint) => (replace ? remark : (known.get(fingerprint) ?? remark))),
  );
  const kept = before.entries.filter(({ file }) => !wasRead(files, file));
  const entries = [...now, ...kept];
  const left = new Set(entries.map(({ fingerprint }) => fingerprint));
  return {
    baseline: { version: 1, entries },
    added: now.filter(({ fingerprint }) => !known.has(fingerprint)).length,
    dropped: before.entries.filter(({ fingerprint }) => !left.has(fingerprint)).length,
  };
}

function entriesOf(
  { file, forms }: CheckedFile,
  remarkOn: (fingerprint: string) => Remark,
): BaselineEntry[] {
  return [...eachFinding(forms)].map(({ form, finding: { fingerprint, rule, message } }) => {
    const { reason, outcome, by, at } = remarkOn(fingerprint);
    return {
      fingerprint,
      rule,
      file,
      project: form.form.project.name,
      message,
      reason,
      ...(outcome && { outcome }),
      ...(by !== undefined && { by }),
      ...(at !== undefined && { at }),
    };
  });
}

function wasRead(files: Files, name: string): boolean {
  return files.some(({ file, failure }) => file === name && failure === null);
}
