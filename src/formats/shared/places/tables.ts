import type { Box } from '../../../model/index.ts';
import type { Line } from './text.ts';

/** A cell in the frame that its page is read in. */
export interface LaidCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly box: Box;
  readonly openAbove: boolean;
  readonly openBelow: boolean;
}

export interface LaidTable {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly LaidCell[];
  /** What cells leave free beside their text. */
  readonly padding: number;
}
