import { z } from 'zod';
import { sourceRefSchema } from './values.ts';

export const severitySchema = z.enum(['error', 'warning', 'info']);

/** What a finding says: a figure or text does not hold, or the rule could not be checked and why. */
const findingKindSchema = z.enum(['mismatch', 'unverifiable']);

/** One thing that does not hold together, with the figures that show it. */
export const findingSchema = z.object({
  rule: z.string(),
  kind: findingKindSchema.describe(
    'mismatch: something does not hold; unverifiable: the rule could not be checked',
  ),
  severity: severitySchema,
  message: z.string(),
  path: z.string().describe('JSON Pointer within the form'),
  printed: z.string().nullable(),
  expected: z.string().nullable(),
  range: z.tuple([z.string(), z.string()]).nullable().describe('What the printed inputs allow'),
  hint: z.string().nullable(),
  refs: z.array(sourceRefSchema),
});

export const auditSchema = z.object({
  checks: z.object({
    exact: z.int().min(0),
    withinRounding: z.int().min(0),
    mismatch: z.int().min(0),
    unverifiable: z.int().min(0),
  }),
  findings: z.array(findingSchema),
});

export type Finding = z.infer<typeof findingSchema>;
export type Audit = z.infer<typeof auditSchema>;
