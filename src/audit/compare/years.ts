import type { PerformanceForm } from '../../schema/index.ts';

/** Whether one is last year's form and the other this year's. */
export function followsYear(before: PerformanceForm, after: PerformanceForm): boolean {
  return before.year !== null && after.year === before.year + 1;
}
