import { z } from 'zod';
import { severitySchema } from './audit.ts';
import { performanceFormSchema } from './form.ts';
import { sourceRefSchema } from './values.ts';
import { schemaVersion } from './version.ts';

export const diagnosticSchema = z.object({
  code: z.string(),
  severity: severitySchema,
  stage: z.enum(['format', 'stitch', 'forms', 'pipeline']),
  message: z.string(),
  refs: z.array(sourceRefSchema),
});

const count = z.int().min(0);

/** What `zxpj parse FILE` prints. */
export const parsedDocumentSchema = z.object({
  schemaVersion: z.literal(schemaVersion),
  source: z.object({
    file: z.string().nullable(),
    format: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: count,
    pages: count.nullable(),
  }),
  status: z.enum(['ok', 'partial', 'failed']),
  forms: z.array(performanceFormSchema),
  accounting: z.object({
    total: count,
    placed: count,
    labels: count,
    outside: count,
    markup: count,
    unplaced: count,
  }),
  unplaced: z.array(z.object({ text: z.string(), refs: z.array(sourceRefSchema) })),
  diagnostics: z.array(diagnosticSchema),
});

export type Diagnostic = z.infer<typeof diagnosticSchema>;
export type ParsedDocument = z.infer<typeof parsedDocumentSchema>;

/** A document whose lists are told one item at a time; a parsed document is one. */
export type DocumentParts = {
  readonly [Key in keyof ParsedDocument]: ParsedDocument[Key] extends (infer Item)[]
    ? Iterable<Item>
    : ParsedDocument[Key];
};
