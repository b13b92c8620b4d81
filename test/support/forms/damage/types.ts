import type { Random } from '../random.ts';
import type { Spelling } from '../render/spell.ts';
import type { Accept, Sample, SpelledBlock } from '../types.ts';

export type TextFormat = 'tabbed' | 'cells' | 'markdown' | 'html';

/** Spelled blocks with what became acceptable on the way. */
export interface Spelled {
  readonly blocks: readonly SpelledBlock[];
  readonly accept: Accept;
}

/** What a kind may know of the printing that it damages. */
export interface DamageContext {
  readonly format: TextFormat;
  readonly spelling: Spelling;
}

/** One kind of damage. A stage that a kind does not touch is left out. */
export interface DamageKind {
  readonly name: string;
  /** The real document that shows it. */
  readonly seen: string;
  /** What the damage destroys: fields that may then come out null, but never wrong. */
  readonly destroys?: string;
  /** A careful reader may well fail: measured, not asked for by the tests. */
  readonly unsure?: boolean;
  /** Formats in which the damage is seen; all where it is left out. */
  readonly formats?: readonly TextFormat[];
  readonly layout?: (sample: Sample, random: Random, context: DamageContext) => Sample;
  readonly spelled?: (spelled: Spelled, random: Random) => Spelled;
  readonly text?: (text: string, random: Random) => string;
}
