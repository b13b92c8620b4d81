import { z } from 'zod';

/** Exactly the digits printed, thousands separators, `%`, full-width forms and white space removed, trailing zeros kept. */
export const decimalSchema = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('A decimal number as printed');

/** Where a value stands in the source. */
export const sourceRefSchema = z.object({
  table: z.int().min(0).optional(),
  row: z.int().min(0).optional(),
  column: z.int().min(0).optional(),
  line: z.int().min(1).optional(),
  endLine: z.int().min(1).optional(),
  page: z.int().min(1).optional(),
  boxes: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])).optional(),
  part: z.string().optional(),
});

export const comparatorSchema = z.enum(['=', '≥', '≤', '>', '<', '≈']);

/** A target or an actual value: the whole cell, and its sign, number and unit where it is one number. */
export const measureSchema = z.object({
  text: z.string(),
  comparator: comparatorSchema.nullable(),
  number: decimalSchema.nullable(),
  unit: z.string().nullable(),
});

export const projectSchema = z.object({ name: z.string().nullable(), code: z.string().nullable() });
export const extraSchema = z.object({ label: z.string(), value: z.string() });
export const fundUnitSchema = z.enum(['万元', '元']);

export type Comparator = z.infer<typeof comparatorSchema>;
export type Measure = z.infer<typeof measureSchema>;
export type Extra = z.infer<typeof extraSchema>;
export type FundUnit = z.infer<typeof fundUnitSchema>;
