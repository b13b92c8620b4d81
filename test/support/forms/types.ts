import type { SelfEvaluationForm, TargetForm } from '../../../src/schema/index.ts';

type Compared<T> = Omit<T, 'extras' | 'audit' | 'refs'>;

/** What CONTRACT.md says must come out of a printed form; extras, audit and refs are left out. */
export type ExpectedForm = Compared<SelfEvaluationForm> | Compared<TargetForm>;
export type ExpectedSelfEvaluation = Compared<SelfEvaluationForm>;
export type ExpectedTarget = Compared<TargetForm>;

/**
 * What a cell holds: `level` is a merged label of the indicator table, `label` any other printed word of the form,
 * `number` digits only, `value` a short measure, `text` prose that may be cut.
 */
export type Role = 'level' | 'lead' | 'label' | 'text' | 'value' | 'number';

export type RowKind =
  | 'head'
  | 'fund-header'
  | 'fund'
  | 'goal-header'
  | 'goal'
  | 'indicator-header'
  | 'indicator'
  | 'total'
  | 'rating'
  | 'note';

export interface LayoutCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly role: Role;
  /** The field that the cell prints, as a path within the form: `indicators/3/level3`. */
  readonly path?: string;
}

/** A logical table: every place of rows × columns is covered by exactly one cell. */
export interface Table {
  readonly columns: number;
  readonly rows: readonly RowKind[];
  readonly cells: readonly LayoutCell[];
}

export type LineRole = 'annex' | 'title' | 'year' | 'unit' | 'letter' | 'note' | 'head' | 'total';

export type Block =
  | { readonly kind: 'line'; readonly role: LineRole; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'page' };

/** Further values that a field may have, by path: where damage destroyed the printed one. */
export type Accept = Readonly<Record<string, readonly unknown[]>>;

export interface Sample {
  readonly expected: ExpectedForm;
  readonly accept: Accept;
  readonly blocks: readonly Block[];
}

export interface SpelledCell {
  readonly text: string;
  readonly role: Role | 'blank';
  readonly path?: string;
}

export interface SpelledRow {
  readonly kind: RowKind;
  readonly cells: readonly SpelledCell[];
}

/** A block whose merged cells were spelt out for a format without spans. */
export type SpelledBlock =
  | { readonly kind: 'line'; readonly role: LineRole; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly SpelledRow[] }
  | { readonly kind: 'page' };
