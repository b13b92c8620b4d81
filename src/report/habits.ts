import { createHash } from 'node:crypto';
import type { Severity } from '../model/index.ts';
import { eachFinding } from './place.ts';
import { isUnverifiable, severities } from './run.ts';
import type { CheckedFile, CheckedForm, ReportedFinding } from './run.ts';

/** A finding with the form and the file that it stands in. */
export interface Placed {
  readonly file: string;
  readonly form: CheckedForm;
  readonly finding: ReportedFinding;
}

/** What is told in one entry: a finding by itself, or the first of many alike with all of them. */
export interface Told extends Placed {
  readonly all: readonly [Placed, ...Placed[]];
}

/** So many findings of one rule in a file are a habit, told once. Errors are shown singly for longer: each may be a wrong payment. */
const manyFrom: Readonly<Record<Severity, number>> = { error: 6, warning: 3, info: 3 };

/** The findings of some files with their places, errors first. */
export function placedFindings(files: readonly CheckedFile[]): Placed[] {
  const all = files.flatMap(({ file, forms }) =>
    [...eachFinding(forms)].map((placed) => ({ file, ...placed })),
  );
  return severities.flatMap((severity) =>
    all.filter(({ finding }) => finding.severity === severity),
  );
}

/** Findings of one rule and severity together, in the order in which the rules appear; those that could not be checked by themselves. */
export function byRule(placed: readonly Placed[]): [Placed, ...Placed[]][] {
  const groups = new Map<string, [Placed, ...Placed[]]>();
  for (const one of placed) {
    const { rule, severity } = one.finding;
    const key = JSON.stringify([rule, severity, isUnverifiable(one.finding)]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()];
}

/** What a report says of a file: a finding that repeats through it is one entry with all its places. */
export function toldOf(file: CheckedFile): Told[] {
  return byRule(placedFindings([file])).flatMap((all) =>
    isHabit(all) ? [{ ...all[0], all }] : all.map((one): Told => ({ ...one, all: [one] })),
  );
}

/** Whether so many findings of one rule are told as one. */
export function isHabit([{ finding }, ...rest]: readonly [Placed, ...Placed[]]): boolean {
  return 1 + rest.length >= manyFrom[finding.severity];
}

/** By what an entry is known in another run: a habit by its file and rule, however often it repeats. */
export function printOf({ file, finding, all }: Told): string {
  if (all.length === 1) return finding.fingerprint;
  return createHash('sha256')
    .update(JSON.stringify([file, finding.rule, finding.severity, 'repeated']))
    .digest('hex')
    .slice(0, 32);
}
