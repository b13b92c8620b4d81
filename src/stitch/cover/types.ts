import type { Piece } from '../../model/index.ts';
import type { PlacedPair, shownSlots } from '../blocks/label-values.ts';
import type { FoundTitle } from '../segments/segment.ts';
import type { Column, Item, TableKind } from '../types.ts';
import type { FormBuilder } from './build.ts';

/** A heading that a reading opened. */
export interface OpenHeading {
  /** Its first item and its reading there: what tells two open headings apart. */
  readonly id: string;
  readonly kind: TableKind;
  readonly columns: readonly Column[];
  /** Its words, to know it by where a page prints it again. */
  readonly words: string;
}

/** What the claims above an item left open: all that the claims from there on may ask. */
export interface State {
  /** `over`: the form ended above, what follows is none of it. */
  readonly kind: 'pairs' | TableKind | 'over';
  /** The heading whose rows are being read. */
  readonly heading: OpenHeading | null;
  /** The first heading of each kind that the form has had. */
  readonly tables: Readonly<Partial<Record<TableKind, OpenHeading | undefined>>>;
  /** The open heading has no row yet. */
  readonly bare: boolean;
  /** Rows of the goals so far. */
  readonly goals: number;
  readonly total: boolean;
  /** People or notes, which close a form, were read below its indicators. */
  readonly closed: boolean;
  /** A heading was just printed again: a page ends between the rows on both sides of it. */
  readonly pageBreak: boolean;
  /** What the row above said, for a row that goes on with it. Two ways to one state keep the cheaper way's. */
  readonly trail: Trail;
}

interface Trail {
  readonly pairs: readonly PlacedPair[];
  /** Words above the pairs that are being read. */
  readonly head: Readonly<ReturnType<typeof shownSlots>>;
  /** The goals' last row, which a line break inside a cell may have cut. */
  readonly goal: Item | null;
  /** The last text of the table's last row. */
  readonly piece: Piece | null;
  /** Whether that text stands in the column of reasons. */
  readonly deviation: boolean;
}

/** A candidate block: what `length` items from an index on may be, and what that costs. */
export interface Claim {
  readonly length: number;
  readonly cost: number;
  readonly state: State;
  /** What tells it from a rival that would give another JSON. */
  readonly reading: string;
  /** Puts the block into the form, once the path goes through it. */
  readonly apply: (form: FormBuilder) => void;
}

/** The items of one form, and what every recogniser may know of them. */
export interface Rows {
  readonly items: readonly Item[];
  readonly title: FoundTitle | null;
  readonly end: number;
  /** Lines that the document prints more than once. */
  readonly repeated: ReadonlySet<string>;
}

/** Gives the blocks that may begin at an item. It changes nothing and knows no other. */
export interface Recogniser {
  readonly meta: {
    readonly id: string;
    /** What it reads, in a few words, with a layout that shows it. */
    readonly reads: string;
  };
  readonly claims: (rows: Rows, at: number, state: State) => readonly Claim[];
}
