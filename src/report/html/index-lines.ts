import type { CheckedFile, CheckedForm, ReportedFinding } from '../run.ts';
import { isUnverifiable } from '../run.ts';
import { placeWords } from '../words.ts';
import type { Counts, FileLine, FormLine } from './data.ts';

/** A form's line in the list of all. */
export function formLine({ form, number, findings }: CheckedForm, file: number): FormLine {
  const open = findings.filter(isUnverifiable);
  const real = findings.filter((finding) => !open.includes(finding));
  const count = (severity: string): number =>
    real.filter((finding) => finding.severity === severity).length;
  const counts: Counts = [count('error'), count('warning'), count('info'), open.length];
  const { project, department, implementingUnit, year } = form;
  const shared = {
    file,
    number,
    name: project.name,
    department,
    unit: implementingUnit,
    year,
    counts,
    rules: countRules(real),
  };
  if (form.kind === 'target')
    return { ...shared, target: true, rate: null, score: null, rating: null };
  const total = form.funds.rows.find(({ source }) => source === 'total');
  return {
    ...shared,
    target: false,
    rate: total?.executionRate ?? null,
    score: form.total.score,
    rating: form.rating,
  };
}

function countRules(findings: readonly ReportedFinding[]): FormLine['rules'] {
  const counts = new Map<string, [string, ReportedFinding['severity'], number]>();
  for (const { rule, severity } of findings) {
    const known = counts.get(rule);
    if (known === undefined) counts.set(rule, [rule, severity, 1]);
    else known[2] += 1;
  }
  return [...counts.values()];
}

/** A file's line: whether it was read, and what of it was not. */
export function fileLine(
  { file, document, failure }: CheckedFile,
  language: 'zh' | 'en',
): FileLine {
  return {
    name: file,
    format: document?.source.format ?? null,
    status: document === null || failure !== null ? 'failed' : document.status,
    failure: failure?.message ?? null,
    notes: (document?.diagnostics ?? [])
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, message, refs }) => [severity, message, placeWords(refs[0], language)]),
    unplaced: (document?.unplaced ?? []).map(({ text, refs }) => [
      text,
      placeWords(refs[0], language),
    ]),
  };
}
