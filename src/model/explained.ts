import type { SourceRef } from './source.ts';

/** Some rows of a form that were read as one block, and what else they might have been. */
export interface ExplainedBlock {
  /** The texts of its rows, a list of cells a row; blank cells are left out. */
  readonly rows: readonly (readonly string[])[];
  /** The recogniser whose claim won. */
  readonly claim: string;
  /** As what it read them. */
  readonly reading: string;
  readonly cost: number;
  /** The best reading that would give another JSON; null where there is none. */
  readonly rival: {
    readonly claim: string;
    readonly reading: string;
    /** By how much the form would be dearer with it. */
    readonly margin: number;
  } | null;
  /** By how much the form would be dearer with the best other reading of each recogniser. */
  readonly margins: Readonly<Record<string, number>>;
  /**
   * Why a diagnostic says that it may be read wrong, null where none does: the rival is `close`, the rows are `dear` for what
   * they were read as, or what the `form` holds in the end speaks against it.
   */
  readonly doubt: 'close' | 'dear' | 'form' | null;
  readonly refs: readonly SourceRef[];
}

/** How one form was read, block by block from its top. */
export interface ExplainedForm {
  /** As printed; null where it has none. */
  readonly title: string | null;
  readonly cost: number;
  readonly blocks: readonly ExplainedBlock[];
}
