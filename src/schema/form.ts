import { z } from 'zod';
import { auditSchema } from './audit.ts';
import {
  decimalSchema,
  extraSchema,
  fundUnitSchema,
  measureSchema,
  projectSchema,
  sourceRefSchema,
} from './values.ts';

export const fundSourceSchema = z.enum(['total', 'fiscal', 'carryover', 'other', 'unknown']);

/** One row of the funds table (项目资金). Amounts are in the form's `funds.unit`, the rate in percentage points. */
export const fundRowSchema = z.object({
  source: fundSourceSchema,
  label: z.string(),
  initialBudget: decimalSchema.nullable().describe('年初预算数'),
  annualBudget: decimalSchema.nullable().describe('全年预算数'),
  executed: decimalSchema.nullable().describe('全年执行数'),
  weight: decimalSchema.nullable().describe('分值'),
  executionRate: decimalSchema.nullable().describe('执行率, percentage points'),
  score: decimalSchema.nullable().describe('得分'),
});

const levels = {
  level1: z.string().nullable().describe('一级指标'),
  level2: z.string().nullable().describe('二级指标'),
  level3: z.string().describe('三级指标'),
};

export const indicatorSchema = z.object({
  ...levels,
  target: measureSchema.describe('年度指标值'),
  actual: measureSchema.describe('实际完成值'),
  weight: decimalSchema.nullable().describe('分值'),
  score: decimalSchema.nullable().describe('得分'),
  deviation: z.string().nullable().describe('偏差原因分析及改进措施'),
});

export const targetIndicatorSchema = z.object({
  ...levels,
  description: z.string().nullable().describe('绩效指标描述'),
  target: measureSchema.extend({ description: z.string().nullable() }).describe('指标值'),
  basis: z.string().nullable().describe('指标值确定依据'),
});

const head = {
  title: z.string().nullable(),
  year: z.int().nullable(),
  project: projectSchema,
  department: z.string().nullable().describe('主管部门'),
  departmentCode: z.string().nullable(),
  implementingUnit: z.string().nullable().describe('实施单位'),
};

/** A label in words that no list holds, and the field that it was read as: a JSON Pointer, with * for every row. */
export const printedLabelSchema = z.object({ field: z.string(), text: z.string() });

const tail = {
  extras: z.array(extraSchema),
  labels: z
    .array(printedLabelSchema)
    .optional()
    .describe('Printed labels in unknown words, with the field (a JSON Pointer) that they name'),
  audit: auditSchema.optional(),
  refs: z
    .record(z.string(), sourceRefSchema)
    .optional()
    .describe('From a JSON Pointer within the form to where the value stands'),
};

/** 项目支出绩效自评表 */
export const selfEvaluationSchema = z.object({
  kind: z.literal('self-evaluation'),
  ...head,
  funds: z.object({ unit: fundUnitSchema.nullable(), rows: z.array(fundRowSchema) }),
  goal: z.object({ expected: z.string().nullable(), actual: z.string().nullable() }),
  indicators: z.array(indicatorSchema),
  groupWeights: z.array(z.object({ level1: z.string(), weight: decimalSchema })),
  total: z.object({ weight: decimalSchema.nullable(), score: decimalSchema.nullable() }),
  rating: z.string().nullable(),
  ...tail,
});

/** 绩效目标表 */
export const targetFormSchema = z.object({
  kind: z.literal('target'),
  ...head,
  funds: z.object({
    unit: fundUnitSchema.nullable(),
    budget: decimalSchema.nullable(),
    fiscal: decimalSchema.nullable(),
    other: decimalSchema.nullable(),
    purpose: z.string().nullable(),
  }),
  disbursementPlan: z.array(z.object({ by: z.string(), percent: decimalSchema.nullable() })),
  goal: z.object({ expected: z.string().nullable() }),
  indicators: z.array(targetIndicatorSchema),
  ...tail,
});

export const performanceFormSchema = z.discriminatedUnion('kind', [
  selfEvaluationSchema,
  targetFormSchema,
]);

export type PrintedLabel = z.infer<typeof printedLabelSchema>;
export type FundRow = z.infer<typeof fundRowSchema>;
export type FundSource = z.infer<typeof fundSourceSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type TargetIndicator = z.infer<typeof targetIndicatorSchema>;
export type SelfEvaluationForm = z.infer<typeof selfEvaluationSchema>;
export type TargetForm = z.infer<typeof targetFormSchema>;
export type PerformanceForm = z.infer<typeof performanceFormSchema>;
