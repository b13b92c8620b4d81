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
    /** A cell in words that we do not know. */
    unknown: 0.5,
    /** A cell whose words only resemble some, or a column whose role only what stands below it tells. */
    guessed: 0.2,
    /** The same where its words say something else (评价标准 over the values). */
    toldAgainst: 2.2,
    /** What its kind has and it has not: a column of an indicator's name or value, at the form's end a row. */
    lacking: 0.5,
    /** A first row or further row that adds nothing; the same kind of heading a second time, in other words. */
    needless: 2,
  },
  columns: {
    /** So much of what stands below a column must suit a role that its heading does not name. */
    unsure: 0.55,
  },
  /** A label of a level outside the indicators. */
  levelLabel: 2.5,
  /** A block or value told by its place or shape: what words name goes before. */
  byShape: 0.3,
  body: {
    /** A cell that no column takes, or that lies across columns of several values. */
    misplaced: 3,
    /** The row begins with a label that no table's body begins with. */
    labelled: 3.5,
    /** 总分 among the indicators: no better than a heading without a row above it. */
    total: 4,
    /** A weight without a value to reach or reached, where the table asks for both. */
    valueless: 0.9,
    /** Each figure more than one below one heading of values, each cell of a goals' row more than they have columns. */
    crowded: 1,
    /** A row of words that head columns. */
    headingWords: 1.2,
    /** A row of the goals that is hardly one: a further one, or all figures. */
    oddGoal: 0.8,
    /** An indicator behind 总分 or other rows. */
    late: 0.6,
    /** A row that says what it is for and nothing else: funds without an amount, a goal's label. */
    bare: 1.5,
  },
  pairs: {
    /** A pair under a label that we do not know; a numbered title, which names a part rather than a value. */
    unknown: 0.8,
    /** A label that we know without a value. */
    valueless: 0.4,
    /** A cell without a label, or that nothing but its place makes one. */
    stray: 1.4,
    /** The share of that in a line, where it is outside the form. */
    beside: 0.2,
    /** A word that heads a column, or names money, as a label or value of unknown words. */
    knownInExtra: 1.5,
    /** Leaving a table for pairs with labels that we know, and with labels that we do not. */
    leave: 0.3,
    leaveUnknown: 3,
    /** A row of words above pairs. */
    head: 1,
  },
  section: {
    /** The title of a part in words that say so. */
    words: 0.3,
    /** One that names what a table or value is named, too; one between indicators, which may be a name. */
    part: 0.9,
  },
};
