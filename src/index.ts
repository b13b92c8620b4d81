/**
 * zxpj as a library: a document's bytes in, validated JSON out.
 *
 * @packageDocumentation
 */
export { auditForms, ruleMetadata } from './audit/index.ts';
export type { AuditOptions, RuleMeta } from './audit/index.ts';
export { languages, message } from './messages/index.ts';
export type { Language } from './messages/index.ts';
export { formatIds, InputError } from './model/index.ts';
export type { FormatId, MessageData, SourceRef } from './model/index.ts';
export { parseDocument } from './pipeline/index.ts';
export type { ParseOptions } from './pipeline/index.ts';
export {
  auditConfigSchema,
  parsedDocumentSchema,
  performanceFormSchema,
  schemaVersion,
  selfEvaluationSchema,
  targetFormSchema,
} from './schema/index.ts';
export type {
  Audit,
  AuditConfig,
  Diagnostic,
  Finding,
  FundRow,
  Indicator,
  Measure,
  ParsedDocument,
  PerformanceForm,
  SelfEvaluationForm,
  TargetForm,
  TargetIndicator,
} from './schema/index.ts';
