import type { Level1, Term } from '../lexicon/index.ts';
import type { Grid, Piece, Unit } from '../model/index.ts';

/** A place in a row. */
export interface Slot {
  /** Null where the place is blank. */
  readonly piece: Piece | null;
  readonly column: number;
  readonly span: number;
  /** The piece belongs to a cell that began in a row above and spans this one. */
  readonly covered: boolean;
}

/** A row, or a line (a row of one slot), of the source in reading order. */
export interface Item {
  readonly kind: 'row' | 'line';
  readonly slots: readonly Slot[];
  readonly geometry: Grid['geometry'];
  readonly page: number | null;
  /** A gap (blank line, page's end, a new grid) stands before it. */
  readonly gap: boolean;
  /** All its cells were left open by the start (`above`) or the end (`below`) of a page. */
  readonly cut?: RowCut | undefined;
}

interface RowCut {
  readonly above: boolean;
  readonly below: boolean;
}

export type TableKind = 'indicators' | 'funds' | 'goal';

/** What a column of a table holds. */
export type Role =
  | 'block'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'description'
  | 'sign'
  | 'target'
  | 'targetUnit'
  | 'actual'
  | 'weight'
  | 'level1Weight'
  | 'level2Weight'
  | 'score'
  | 'deviation'
  | 'basis'
  | 'fundLabel'
  | 'initialBudget'
  | 'annualBudget'
  | 'executed'
  | 'executionRate'
  | 'goalExpected'
  | 'goalActual'
  | 'midTermGoal'
  | 'blank'
  | 'other';

export interface Column {
  readonly role: Role;
  /** The slots of a row that stand under this heading: first and last column. */
  readonly from: number;
  readonly to: number;
  readonly heading: Piece | null;
  /** Its role comes from what stands below it, not from its words. */
  readonly told?: boolean;
}

/** A row in its columns: one piece a column index, null where it is blank. */
export interface AlignedRow {
  readonly pieces: readonly (Piece | null)[];
  /** Column indexes whose piece began in a row above. */
  readonly covered: ReadonlySet<number>;
  /** Column indexes of levels that are blank since the cell of the next level stands over both. */
  readonly wide?: ReadonlySet<number>;
  readonly gap: boolean;
  readonly geometry: Grid['geometry'];
  readonly cut?: RowCut | undefined;
}

/** A label and what stands beside it. `term` is null where we do not know the label. */
export interface Pair {
  readonly label: Piece;
  readonly terms: readonly Term[];
  readonly value: Piece | null;
}

/** An indicator row made whole. */
export interface IndicatorRow {
  readonly level1: LevelLabel | null;
  readonly level2: LevelLabel | null;
  readonly pieces: ReadonlyMap<Role, Piece>;
  /** Pieces of columns that have no role of their own, with their heading. */
  readonly others: readonly Pair[];
}

/** A label of a level column, rejoined. */
export interface LevelLabel {
  readonly text: string;
  readonly units: readonly Unit[];
}

/** A label put together from its tokens. */
export interface Group {
  readonly label: LevelLabel;
  readonly weight: string | null;
  /** The groups of level 1 that it may stand under (level 2), or is (level 1); empty for a label of the form's own. */
  readonly level1: readonly Level1[];
  readonly from: number;
  readonly to: number;
  /** The row from which the cell is known to begin, where a crumb or a span shows it. */
  readonly start: number | null;
}

export interface GroupWeight {
  readonly level1: string;
  readonly weight: string;
  readonly units: readonly Unit[];
}

/** A row of the funds table. */
export interface FundsRow {
  readonly label: Piece | null;
  readonly pieces: ReadonlyMap<Role, Piece>;
  /** Pieces of columns that have no role of their own (原因, 备注), with their heading. */
  readonly others: readonly Pair[];
}

export interface PlanStep {
  readonly by: Piece;
  readonly percent: Piece | null;
}

/** A form whose tables are whole: what its words say is clear, what they mean is the readers' part. */
export interface WholeForm {
  readonly title: {
    readonly text: string;
    readonly kind: 'self-evaluation' | 'target';
    readonly units: readonly Unit[];
  } | null;
  readonly year: { readonly value: number; readonly units: readonly Unit[] } | null;
  readonly fundUnit: { readonly value: '万元' | '元'; readonly units: readonly Unit[] } | null;
  readonly pairs: readonly Pair[];
  readonly fundColumns: readonly Column[];
  readonly funds: readonly FundsRow[];
  readonly goalColumns: readonly Column[];
  readonly goals: ReadonlyMap<Role, Piece>;
  readonly plan: readonly PlanStep[];
  readonly indicatorColumns: readonly Column[];
  readonly indicators: readonly IndicatorRow[];
  readonly groupWeights: readonly GroupWeight[];
  readonly total: {
    readonly label: Piece;
    readonly weight: Piece | null;
    readonly score: Piece | null;
  } | null;
  /** The form's own printed words. */
  readonly labels: readonly Unit[];
  /** Page numbers, running heads and other text that stands between the form's parts but is none of it. */
  readonly outside: readonly Unit[];
  /** Every unit that stands in the form. */
  readonly units: readonly Unit[];
  /** Whether the form breaks off: no end was seen. */
  readonly complete: boolean;
}

export interface StitchedDocument {
  readonly forms: readonly WholeForm[];
  /** Units that belong to no form. */
  readonly outside: readonly Unit[];
}
