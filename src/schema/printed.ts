import type { z } from 'zod';
import { parsedDocumentSchema } from './document.ts';
import type { ParsedDocument } from './document.ts';
import { performanceFormSchema } from './form.ts';
import type { PerformanceForm } from './form.ts';

/** What `zxpj parse` printed, or one form of it by itself; else the first thing that is wrong with it. */
export type Printed =
  | { readonly kind: 'document'; readonly document: ParsedDocument }
  | { readonly kind: 'form'; readonly form: PerformanceForm }
  | { readonly kind: 'other'; readonly issue: z.core.$ZodIssue | undefined };

/** Takes a JSON value for what this program prints. */
export function readPrinted(value: unknown): Printed {
  const form = performanceFormSchema.safeParse(value);
  if (form.success) return { kind: 'form', form: form.data };
  const document = parsedDocumentSchema.safeParse(value);
  if (document.success) return { kind: 'document', document: document.data };
  const isForm = typeof value === 'object' && value !== null && 'kind' in value;
  return { kind: 'other', issue: (isForm ? form : document).error.issues[0] };
}
