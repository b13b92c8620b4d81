import { z } from 'zod';
import { severitySchema } from './audit.ts';
import { decimalSchema } from './values.ts';

const ruleSettingSchema = z.enum([...severitySchema.options, 'off']);

/** One grade of 评分等级: the words that name it and the lowest total score, on a scale of 100, that earns it. */
export const ratingBandSchema = z.strictObject({
  names: z.array(z.string().min(1)).min(1).describe('The first is used in messages'),
  from: decimalSchema,
});

/** What the audit may be told; every part may be left out. */
export const auditConfigSchema = z.strictObject({
  preset: z.enum(['national']).optional().describe('Where the weights and bands come from that are not given here'),
  rules: z.record(z.string(), ruleSettingSchema).optional().describe('Rule id → error, warning, info or off'),
  ratingBands: z.array(ratingBandSchema).min(1).optional().describe('From the highest grade to the lowest'),
  totalWeight: decimalSchema.optional().describe("The weight that 总分 must have"),
  groupWeights: z.record(z.string(), decimalSchema).optional().describe('Level-1 label → the weight that its printed label must have'),
  overAchievement: decimalSchema.optional().describe('Percent of the target from which an actual needs a reason'),
});

export type AuditConfig = z.infer<typeof auditConfigSchema>;
export type RatingBand = z.infer<typeof ratingBandSchema>;
