import { auditForms, type AuditOptions } from '../../../src/audit/index.ts';
import type { Audit, Finding } from '../../../src/schema/index.ts';
import { form, type FormSketch } from './forms.ts';

/** The audit of one sketched form. */
export function audit(sketch: FormSketch, options: AuditOptions = {}): Audit {
  const [only] = auditForms([form(sketch)], options);
  if (only === undefined) throw new Error('one form gives one audit');
  return only;
}

/** What one rule finds in a sketched form, remarks on checks that could not run aside. */
export function found(rule: string, sketch: FormSketch, options: AuditOptions = {}): Finding[] {
  return audit(sketch, options).findings.filter(
    (finding) => finding.rule === rule && !isRemark(finding),
  );
}

/** What one rule could not check in a sketched form. */
export function remarks(rule: string, sketch: FormSketch, options: AuditOptions = {}): Finding[] {
  return audit(sketch, options).findings.filter(
    (finding) => finding.rule === rule && isRemark(finding),
  );
}

export function isRemark(finding: Finding): boolean {
  return finding.kind === 'unverifiable';
}

/** Where the findings point, with the figures that they show. */
export function summary(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ path, printed, expected }) => `${path} ${printed ?? '-'} → ${expected ?? '-'}`,
  );
}
