import { z } from 'zod';
import { findingOutcomes } from '../model/index.ts';

/** One finding that is known and accepted. Only `fingerprint` decides; the rest is for people. */
export const baselineEntrySchema = z.object({
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
  rule: z.string(),
  file: z.string(),
  project: z.string().nullable(),
  message: z.string(),
  reason: z.string().regex(/\S/).describe('Why this finding is accepted'),
  outcome: z.enum(findingOutcomes).optional().describe('What came of looking into it'),
  by: z.string().optional().describe('Who settled it'),
  at: z.iso.date().optional().describe('When, as 2026-01-31'),
});

/** What `--baseline FILE` reads and `--update-baseline` writes. */
export const baselineSchema = z.strictObject({
  version: z.literal(1),
  entries: z.array(baselineEntrySchema),
});

export type BaselineEntry = z.infer<typeof baselineEntrySchema>;
export type Baseline = z.infer<typeof baselineSchema>;
