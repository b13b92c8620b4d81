import type { FormatId, ReadOptions } from '../model/index.ts';
import type { Language } from '../messages/index.ts';
import type { AuditConfig } from '../schema/index.ts';

/** How a document is read. */
export interface ParseOptions extends ReadOptions {
  /** Overrules the detection of the format. */
  readonly as?: FormatId;
  /** Adds to each form a `refs` map from JSON Pointer to where the value stands. */
  readonly refs?: boolean;
  /** The language of diagnostics and findings; Chinese unless said otherwise. */
  readonly language?: Language;
  /** What the audit goes by; `false` leaves it out. */
  readonly audit?: AuditConfig | false;
}

/**
 * `raw`: what the adapter saw; `stitched`: what became of it once rows and labels were mended; `explained`: how each row of
 * each form was read, and as what else it might have been.
 */
export const tableStages = ['raw', 'stitched', 'explained'] as const;
export type TableStage = (typeof tableStages)[number];
