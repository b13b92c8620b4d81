import { z } from 'zod';
import { parsedDocumentSchema } from './document.ts';
import { performanceFormSchema } from './form.ts';

/** The JSON Schemas that are published. */
export const schemaNames = ['form', 'document'] as const;
type SchemaName = (typeof schemaNames)[number];

const published = { form: performanceFormSchema, document: parsedDocumentSchema };

/** The JSON Schema (draft 2020-12) of a form, or of what `zxpj parse` prints. */
export function jsonSchema(name: SchemaName): object {
  return z.toJSONSchema(published[name], { target: 'draft-2020-12' });
}
