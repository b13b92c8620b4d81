import type { FundUnit } from '../../../src/schema/index.ts';
import type { Random } from '../forms/random.ts';
import type { DraftRow } from '../forms/table.ts';
import type { Block, ExpectedForm, ExpectedSelfEvaluation, Sample } from '../forms/types.ts';
import type { SetName, Structure } from './structure.ts';
import type { WordKind } from './words.ts';

/** A label and value that the JSON must hold among its extras, or in another field. */
export interface ExpectedExtra {
  readonly label: string;
  readonly value: string;
}

/** A form of a random structure with what must come out of it. */
export interface LayoutSample extends Sample {
  readonly extras: readonly ExpectedExtra[];
  /** Fields in which people would differ, as paths or the beginnings of paths: they are not judged. */
  readonly open: readonly string[];
}

/** One part of a form: its rows for a given number of columns, of which it needs at least `width`. */
export interface Part {
  readonly width: number;
  readonly rows: (columns: number) => DraftRow[];
}

/** What a builder of a part gives: printed rows, lines round the table, and the truth of its fields. */
export interface Built<Fields> {
  readonly parts: readonly Part[];
  readonly fields: Fields;
  readonly extras?: readonly ExpectedExtra[];
  readonly open?: readonly string[];
  readonly before?: readonly Block[];
  readonly after?: readonly Block[];
}

/** How a form prints its figures and blanks, the same throughout. */
export interface Style {
  /** What stands where no figure is: a dash, nothing … */
  readonly blank: string;
  readonly decimals: number;
  readonly unit: FundUnit;
  readonly thousands: boolean;
  readonly rateDecimals: number;
  readonly brackets: 'wide' | 'narrow';
  /** Columns that the label of a block at the left takes. */
  readonly blockSpan: 1 | 2;
}

export interface Context {
  readonly random: Random;
  readonly structure: Structure;
  readonly set: SetName;
  readonly style: Style;
  /** A template that nobody filled in: all values are blank. */
  readonly empty: boolean;
  /** What one document's forms share, so that a department prints the same words on each. */
  readonly word: (kind: WordKind) => string;
}

export type { ExpectedForm, ExpectedSelfEvaluation };
