import { z } from 'zod';
import { exact } from '../number/index.ts';
import { severitySchema } from './audit.ts';
import { decimalSchema } from './values.ts';

const ruleSettingSchema = z.enum([...severitySchema.options, 'off']);

/** One grade of 评分等级: the words that name it and the lowest total score, on a scale of 100, that earns it. */
export const ratingBandSchema = z.strictObject({
  names: z.array(z.string().min(1)).min(1).describe('The first is used in messages'),
  from: decimalSchema,
});

/** Whether each band begins below the one before: the first that a score reaches is its grade. */
function fall(bands: readonly { readonly from: string }[]): boolean {
  // zod asks although a figure was refused; that is told on its own.
  if (bands.some(({ from }) => !decimalSchema.safeParse(from).success)) return true;
  return bands.every(
    ({ from }, index) => index === 0 || exact(from).lessThan(bands[index - 1]?.from ?? from),
  );
}

/** What the audit may be told; every part may be left out. */
export const auditConfigSchema = z.strictObject({
  preset: z
    .enum(['national', 'five-grades'])
    .optional()
    .describe('Where the weights and bands come from that are not given here'),
  rules: z
    .record(z.string(), ruleSettingSchema)
    .optional()
    .describe('Rule id → error, warning, info or off'),
  ratingBands: z
    .array(ratingBandSchema)
    .min(1)
    .refine(fall, 'bands that fall')
    .optional()
    .describe('From the highest grade to the lowest'),
  totalWeight: decimalSchema.optional().describe('The weight that 总分 must have'),
  groupWeights: z
    .record(z.string(), decimalSchema)
    .optional()
    .describe('Level-1 label → the weight that its printed label must have'),
  overAchievement: decimalSchema
    .optional()
    .describe('Percent of the target from which an actual needs a reason'),
  overspent: decimalSchema
    .optional()
    .describe('Percent of the budget from which what was executed beyond it is a warning'),
  lowExecution: decimalSchema
    .optional()
    .describe('Percent of the budget below which full scores for outputs and benefits are doubted'),
  explainedExecution: decimalSchema
    .optional()
    .describe('Percent of the budget below which the form must give a reason'),
  budgetChange: decimalSchema
    .optional()
    .describe('Percent by which the annual budget may differ from the initial one without a word'),
  heavyRow: decimalSchema.optional().describe('Points from which one row weighs too much'),
  partlyAchieved: decimalSchema
    .optional()
    .describe('Percent of its weight that an indicator met in part may earn'),
  notAchieved: decimalSchema
    .optional()
    .describe('Percent of its weight that a qualitative indicator not met may earn'),
});

export type AuditConfig = z.infer<typeof auditConfigSchema>;
export type RatingBand = z.infer<typeof ratingBandSchema>;
