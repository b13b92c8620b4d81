import type { Finding, PerformanceForm } from '../schema/index.ts';
import type { DocumentRounding, Settings } from './config.ts';

/** The same words in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The roles of the columns that a form's tables print (`weight`, `score` …), filled or not. */
export interface PrintedColumns {
  readonly funds: readonly string[];
  readonly indicators: readonly string[];
}

/** Pointers of weights and scores that are null because the cell of the row above reaches down to theirs: no blanks. */
export type Spanned = ReadonlySet<string>;

/** What a rule may ask about besides the form. */
export interface RuleContext {
  readonly settings: Settings;
  readonly rounding: DocumentRounding;
  /** Whether the document prints its rates as fractions of 1. */
  readonly fractions: boolean;
  /** Whether it prints some as percentages. */
  readonly percentages: boolean;
  /** The fewest decimals that the document prints an execution score with; null where all are whole numbers. */
  readonly scoreDecimals: number | null;
  /** Whether the whole form was read; sums over a form that was cut off prove nothing. */
  readonly complete: boolean;
  /** Pointers of values that are null because what is printed there is no number. */
  readonly unreadable: ReadonlySet<string>;
  /** Pointers of rates that are printed without %, under a heading without it. */
  readonly bareRates: ReadonlySet<string>;
  readonly spanned: Spanned;
  /** Null where only the form itself is known. */
  readonly columns: PrintedColumns | null;
}

/** A likely cause: `id` is what the finding's `hint` says, `words` end its message. */
export interface Hint {
  readonly id: string;
  readonly words: Words;
}

/** The figure agrees: to the last digit, or by an accepted rounding. */
export interface Pass {
  readonly kind: 'exact' | 'within-rounding';
}

/** Something does not hold. `path` is a JSON Pointer within the form, and so are all paths here. */
export interface Mismatch {
  readonly kind: 'mismatch';
  readonly path: string;
  readonly message: Words;
  readonly printed: string | null;
  readonly expected: string | null;
  readonly range: readonly [string, string] | null;
  readonly hint: Hint | null;
  /** Milder than the rule's own, where it is likely and no more, or a habit of printing. */
  readonly severity?: 'warning' | 'info';
}

/** The check cannot run; `missing` names what it lacks. */
export interface Unverifiable {
  readonly kind: 'unverifiable';
  readonly path: string;
  readonly missing: Words;
  readonly hint: Hint | null;
}

export type Verdict = Pass | Mismatch | Unverifiable;

/** What everyone may know of a rule without running it. */
export interface RuleMeta {
  readonly id: string;
  readonly severity: Finding['severity'];
  readonly title: Words;
  /** The regulation or the practice that the rule rests on. */
  readonly basis: Words;
  /** Its page, from the project's root. */
  readonly docs: string;
}

/** One rule. `check` yields one verdict for everything that it looks at, and nothing for what a form need not have. */
export interface Rule {
  readonly meta: RuleMeta;
  check(form: PerformanceForm, context: RuleContext): Iterable<Verdict>;
}
