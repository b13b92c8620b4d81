/**
 * What readings cost. One scale for all of them: 1 is a cell that says something which its place does not ask for.
 * `bench/layouts` prints how well they read, `bench/costs` what a change of each does on the structures kept for that.
 */
export const costs = {
  /** States kept at an item, and how much dearer than the best one may be. */
  beam: 7,
  despair: 5.5,
  /** A heading below which no row stands. */
  bareHeading: 4,
  /** The same of the goals, which forms leave blank. */
  bareGoal: 1.8,
  /** The same at the form's end: an empty table. */
  bareEnd: 0.5,
  /** A row or line that no block takes; each of its characters adds to it, up to `leftOutMost`. */
  leftOut: 3,
  leftOutCharacter: 0.05,
  leftOutMost: 6,
  /** A line that stands alone between two gaps. */
  loneLine: 0.6,
  /** A line inside a table that adjoins a row. */
  adjoiningLine: 2.5,
  /** What is told as uncertain. */
  doubt: {
    /** A rival that costs no more than this above the best. */
    margin: 0.3,
    /** A row that costs more than this. */
    row: 3.3,
  },
  heading: {
    base: 0.1,
    /** A cell in words that we do not know, and in words that only resemble some. */
    unknown: 0.5,
    guessed: 0.2,
    /** A column whose role only what stands below it tells. */
    told: 0.25,
    /** The same where its words say something else (评价标准 over the values). */
    toldAgainst: 2.2,
    /** The same kind of heading a second time, in other words. */
    again: 2.5,
    /** A column of the kind's own that nothing names (an indicator's name or value). */
    lacking: 0.5,
    /** A first row or further row that adds nothing. */
    needless: 2,
  },
  columns: {
    /** So much of what stands below a column must suit a role that its heading does not name. */
    unsure: 0.55,
  },
  body: {
    /** A cell that no column takes. */
    dropped: 3,
    /** The row begins with a label that no table's body begins with. */
    labelled: 3.5,
    /** 总分 among the indicators. */
    total: 4,
    /** A weight without a value to reach or reached, where the table asks for both. */
    valueless: 0.9,
    /** Words across the columns of several values, beside a single label. */
    across: 3,
    /** Each figure more than one below one heading of values. */
    crowded: 1,
    /** A row of words that head columns. */
    headingWords: 1.2,
    /** A further row of the goals. */
    moreGoal: 0.8,
    /** Each cell of a goals' row more than they have columns. */
    crowdedGoal: 1,
    /** An indicator behind 总分 or other rows. */
    late: 0.6,
    /** A row of the funds without an amount. */
    bareFund: 1.2,
    /** A goal that is a goal's label. */
    goalLabel: 1.5,
    /** A goal that is all figures. */
    figureGoal: 0.8,
    /** A label of a level outside the indicators. */
    levelLabel: 3,
  },
  pairs: {
    /** A row that goes on with the values of the row above. */
    continued: 0.3,
    /** A text alone below its label. */
    below: 0.1,
    /** A pair under a label that we do not know; with a label but no value. */
    unknown: 0.8,
    valueless: 0.4,
    unknownValueless: 1.4,
    /** A numbered title, which names a part rather than a value. */
    numbered: 0.8,
    /** A cell without a label. */
    stray: 1.4,
    /** The share of that in a line, where it is outside the form. */
    beside: 0.2,
    /** A word that heads a column, or names money, as a label or value of unknown words. */
    knownInExtra: 1.5,
    /** Leaving a table for pairs with labels that we know, and with labels that we do not. */
    leave: 0.3,
    leaveUnknown: 3,
    /** A label of a level among pairs. */
    levelLabel: 2.5,
  },
  /** A total in words that we do not know, told by what it adds up to. */
  total: { summed: 0.2 },
  section: { numbered: 0.05, words: 0.3, part: 0.9, inTable: 1.5, within: 0.6 },
  side: 0.4,
  /** Sources of money as columns: less than rows of pairs, whose labels are known too. */
  fundsAcross: 0.2,
  pairsHead: 1,
  /** The form ends before its items do. */
  over: 0.2,
};
