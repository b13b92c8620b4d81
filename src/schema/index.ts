/** The JSON that zxpj prints: zod schemas, and the types inferred from them. */
export { auditSchema } from './audit.ts';
export { auditConfigSchema } from './audit-config.ts';
export type { AuditConfig, RatingBand } from './audit-config.ts';
export type { Audit, Finding } from './audit.ts';
export { baselineSchema } from './baseline.ts';
export type { Baseline, BaselineEntry } from './baseline.ts';
export type { Change, Comparison, FormPair, Numbered } from './comparison.ts';
export { parsedDocumentSchema } from './document.ts';
export type { Diagnostic, DocumentParts, ParsedDocument } from './document.ts';
export { performanceFormSchema, selfEvaluationSchema, targetFormSchema } from './form.ts';
export type {
  FundRow,
  FundSource,
  Indicator,
  PerformanceForm,
  PrintedLabel,
  SelfEvaluationForm,
  TargetForm,
  TargetIndicator,
} from './form.ts';
export { jsonSchema, schemaNames } from './json-schema.ts';
export type { Comparator, Extra, FundUnit, Measure } from './values.ts';
export { readPrinted } from './printed.ts';
export { schemaVersion } from './version.ts';
