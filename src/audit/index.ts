/** Recomputes the figures of forms: `auditForms` judges, `ruleMetadata` tells what it judges by. */
import { rules } from './rules/index.ts';
import type { RuleMeta } from './types.ts';

export { compareForms } from './compare/index.ts';
export { settle as fillAuditConfig } from './config.ts';
export { PrintingHabits } from './document-rounding.ts';
export { auditForms, auditor } from './run.ts';
export type { AuditOptions } from './run.ts';
export type { RuleMeta } from './types.ts';

/** Every rule's id, severity, title, basis and page, in the order in which findings are listed. */
export const ruleMetadata: readonly RuleMeta[] = rules.map(({ meta }) => meta);
