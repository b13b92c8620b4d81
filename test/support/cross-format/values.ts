import type { Measure } from '../../../src/schema/index.ts';

/** How the figures and texts of the invented forms are printed, and what is to be read from them. */
export const printed = (text: string): { printed: string; number: string | null } => ({
  printed: text,
  number: text === '' ? null : text.replace(/[,%]/g, ''),
});

export const words = (text: string): Measure => ({
  text,
  comparator: null,
  number: null,
  unit: null,
});
export const measured = (
  comparator: Measure['comparator'],
  digits: string,
  unit: string,
  brackets = false,
): Measure => ({
  text: `${comparator ?? ''}${digits}${brackets ? `(${unit})` : unit}`,
  comparator,
  number: digits.replaceAll(',', ''),
  unit,
});
