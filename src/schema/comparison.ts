import type { Severity } from '../model/index.ts';
import type { PerformanceForm } from './form.ts';

export type ChangeKind =
  | 'target-lowered'
  | 'target-changed'
  | 'indicator-dropped'
  | 'indicator-renamed'
  | 'indicator-added'
  | 'weight-moved'
  | 'budget-changed'
  | 'goal-changed'
  | 'below-last-year'
  | 'carryover-differs';

/** What differs between two forms of one project. */
export interface Change {
  readonly kind: ChangeKind;
  readonly severity: Exclude<Severity, 'error'>;
  readonly message: { readonly zh: string; readonly en: string };
  /** JSON Pointers within the form before and the one after; null where it has no such value. */
  readonly paths: readonly [string | null, string | null];
  readonly before: string | null;
  readonly after: string | null;
}

/** A form with its place among the forms of its document. */
export interface Numbered {
  readonly number: number;
  readonly form: PerformanceForm;
}

/** Two forms that are taken for those of one project, and by what. */
export interface FormPair {
  readonly before: Numbered;
  readonly after: Numbered;
  readonly by: 'code' | 'name' | 'likeness' | 'only';
  readonly changes: readonly Change[];
}

export interface Comparison {
  readonly pairs: readonly FormPair[];
  /** Forms of the document before without one after, and the other way round. */
  readonly dropped: readonly Numbered[];
  readonly added: readonly Numbered[];
}
