/**
 * How rows are laid into columns and joined, on the scale of src/stitch/cover/settings.ts: 1 is a cell that says something
 * which its place does not ask for. `bench/costs` says what a change of each number does.
 */
export const rowSettings = {
  /** How badly a cell suits its column. What fits costs nothing. */
  degree: {
    /** It may well stand there: 无 for a name, a bare number for a value with a unit. */
    slight: 0.2,
    /** It seldom stands there: half a label for a name. */
    odd: 0.6,
    /** Words of no meaning that we know for a label of a level. */
    strange: 1,
    /** It belongs into another column: a label of a level for a value. */
    wrong: 1.5,
    /** A figure where words stand. */
    bad: 2,
    /** Words where figures stand. */
    never: 4,
  },
  /** What a move away from "each cell under its heading" costs; a cell that no column takes is lost besides (`degree.never`). */
  move: {
    /** So much dearer it is where columns are real: there a row that slid needs more evidence. */
    spans: 3,
    /** What rows that slid have at their start: a column without a cell, a blank too many. */
    slid: 0.4,
    /** The same further on, or in a row that is no wider than its heading. */
    tight: 1.2,
  },
};

/** A name of what a cell costs in its column. */
export type Degree = keyof typeof rowSettings.degree;
