import type {
  Indicator,
  PerformanceForm,
  SelfEvaluationForm,
  TargetForm,
  TargetIndicator,
} from '../schema/index.ts';

/** Of a target or an actual value, only the whole cell is laid out. */
type Shown<T extends Indicator | TargetIndicator> = Omit<T, 'target' | 'actual'> & {
  readonly target: { readonly text: string };
} & (T extends Indicator ? { readonly actual: { readonly text: string } } : unknown);

type Bare<T extends PerformanceForm> = Omit<T, 'indicators' | 'audit' | 'refs'>;

/** A form as far as it is laid out; every `PerformanceForm` is one. */
export type LayoutSelfEvaluation = Bare<SelfEvaluationForm> & {
  readonly indicators: readonly Shown<Indicator>[];
};
export type LayoutTarget = Bare<TargetForm> & {
  readonly indicators: readonly Shown<TargetIndicator>[];
};
export type LayoutForm = LayoutSelfEvaluation | LayoutTarget;

export interface LayoutCell {
  readonly text: string;
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** `label`: the form's own words; `number`: a printed decimal; `text`: any other value. */
  readonly kind: 'label' | 'number' | 'text';
  /** The JSON Pointers of the values that the cell shows. */
  readonly paths: readonly string[];
}

/** A form as the table that people know. */
export interface Layout {
  readonly title: string | null;
  readonly year: number | null;
  readonly rows: number;
  readonly columns: number;
  /** Of each column, in characters of CJK width. */
  readonly widths: readonly number[];
  /** By row, then column; a merged cell stands once, at its first row and column. */
  readonly cells: readonly LayoutCell[];
}

/** A cell before it has a place: it takes the next free column of its row. */
export interface Draft {
  readonly text: string;
  readonly kind: LayoutCell['kind'];
  readonly paths: readonly string[];
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export type Row = readonly Draft[];
