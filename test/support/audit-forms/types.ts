import type { SelfEvaluationForm, TargetForm } from '../../../src/schema/index.ts';
import type { Shortening } from './figures.ts';

/** How one program prints all the figures of a document. */
export interface Style {
  readonly unit: '万元' | '元';
  readonly amountDecimals: number;
  /** Zeros at the end are left off, so that every figure is exact as it stands. */
  readonly trims: boolean;
  readonly rateMode: Shortening;
  readonly rateDecimals: readonly number[];
  readonly fractions: boolean;
  readonly scoreMode: Shortening;
  readonly scoreDecimals: number;
  readonly scoreFrom: 'amounts' | 'printed rate';
  readonly total: 'printed' | 'unrounded' | 'float';
  readonly weightDecimals: number;
  readonly executionWeight: number;
}

/** How an indicator's row is scored, and what it counts for. */
export interface Row {
  /** `hand` is scored by judgement, `none` is not scored at all. */
  readonly by: 'at-least' | 'at-most' | 'equal' | 'hand' | 'none';
  readonly counts: { readonly weight: boolean; readonly score: boolean };
  /** So many rows from this one on share its weight, or its score. */
  readonly sharesWeight?: number;
  readonly sharesScore?: number;
  /** Its cell is merged with the one above. */
  readonly below?: { readonly weight: boolean; readonly score: boolean };
  /** It stands beside the scale: its score may go below zero. */
  readonly takesPoints?: boolean;
  /** It scores the execution of the budget. */
  readonly isExecution?: boolean;
}

/** What is known of a form's make-up beside what it prints. */
export interface Structure {
  readonly style: Style;
  /** Which fund rows add up to which. */
  readonly sums: readonly { readonly whole: number; readonly parts: readonly number[] }[];
  /** The fund row that is scored; null where an indicator is in its place. */
  readonly execution: number | null;
  /** Fund rows that print the execution's cells again. */
  readonly repeats: readonly number[];
  readonly rows: readonly Row[];
  /** Weights and scores of tables that the form has besides. */
  readonly besides: readonly { readonly weight: string; readonly score: string }[];
  /** 总分 is capped at its weight. */
  readonly capped: boolean;
  readonly hasReasons: boolean;
  /** The reader tells which cells are merged, and repeats what they print in each row. */
  readonly tellsMerged: boolean;
}

export interface Evaluation {
  readonly kind: 'self-evaluation';
  readonly form: SelfEvaluationForm;
  readonly structure: Structure;
  readonly habits: readonly string[];
}

export interface Target {
  readonly kind: 'target';
  readonly form: TargetForm;
  readonly habits: readonly string[];
}

/** One form with what its maker knows of it. */
export type Sheet = Evaluation | Target;

/** The forms that one program printed into one file. */
export interface SheetDocument {
  readonly seed: number;
  readonly habits: readonly string[];
  readonly sheets: readonly Sheet[];
}

/** Something that must hold between printed cells (JSON Pointers). */
export interface Relation {
  readonly name: string;
  readonly cells: readonly string[];
  readonly holds: boolean;
}
