import type { Finding } from '../schema/index.ts';
import type { CheckedForm, ReportedFinding } from './run.ts';

/** The line of a finding, where its format has lines. */
export function lineOf({ refs }: Finding): number | undefined {
  return refs[0]?.line;
}

/** A path as a relative URI reference, or a file URI where it is absolute: what a URI may not hold is escaped. */
export function uriOf(file: string): string {
  const uri = file.split('/').map(encodeURIComponent).join('/');
  if (uri.startsWith('/')) return `file://${uri}`;
  return /^[a-z]:/iu.test(file) ? `file:///${uri.replace('%3A', ':')}` : uri;
}

/** The findings of a file's forms, each with its form. */
export function* eachFinding(
  forms: readonly CheckedForm[],
): Generator<{ form: CheckedForm; finding: ReportedFinding }> {
  for (const form of forms) for (const finding of form.findings) yield { form, finding };
}
