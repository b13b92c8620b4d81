/**
 * zxpj as a library: a document's bytes in, validated JSON out.
 *
 * @packageDocumentation
 */
export { languages, message } from './messages/index.ts';
export type { Language } from './messages/index.ts';
export { formatIds, InputError } from './model/index.ts';
export type { FormatId, MessageData, SourceRef } from './model/index.ts';
export { parseDocument } from './pipeline/index.ts';
export type { ParseOptions } from './pipeline/index.ts';
export { parsedDocumentSchema, performanceFormSchema, schemaVersion, selfEvaluationSchema, targetFormSchema } from './schema/index.ts';
export type {
  Audit,
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
