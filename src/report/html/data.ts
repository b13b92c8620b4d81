/** What the page carries, as compact as it can be read. Shared with the page's own program (types only). */
export type Word = Readonly<Record<'zh' | 'en', string>>;

export const severities = ['error', 'warning', 'info', 'unverifiable'] as const;
/** A finding's severity; `unverifiable` where its rule could not be checked. */
export type Level = (typeof severities)[number];

/** Counts of findings: errors, warnings, remarks, rules that could not be checked. */
export type Counts = readonly [number, number, number, number];

/** One form in the list of all. */
export interface FormLine {
  /** Index of its file. */
  readonly file: number;
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly name: string | null;
  readonly department: string | null;
  readonly unit: string | null;
  readonly year: number | null;
  readonly target: boolean;
  readonly counts: Counts;
  /** Of the total fund row, in percentage points. */
  readonly rate: string | null;
  readonly score: string | null;
  readonly rating: string | null;
  /** The rules that found something: id, severity, how many times. */
  readonly rules: readonly (readonly [string, Level, number])[];
}

export interface FileLine {
  readonly name: string;
  readonly format: string | null;
  readonly status: 'ok' | 'partial' | 'failed';
  readonly failure: string | null;
  /** Severity, words, place. */
  readonly notes: readonly (readonly [string, string, string])[];
  /** Text that no field took, and its place. */
  readonly unplaced: readonly (readonly [string, string])[];
}

/** Everything but the forms themselves, which stand in a block each and are read when one is opened. */
export interface PageIndex {
  readonly version: string;
  /** The language that the findings are worded in and the page opens in. */
  readonly language: 'zh' | 'en';
  readonly rules: Readonly<Record<string, Word>>;
  readonly checks: {
    readonly exact: number;
    readonly withinRounding: number;
    readonly mismatch: number;
    readonly unverifiable: number;
  };
  readonly passedOver: number;
  readonly hidden: number;
  readonly files: readonly FileLine[];
  readonly forms: readonly FormLine[];
}

/** Fingerprint, rule, level, words, words in the other language, path, printed, expected, range from and to, place. */
export type PackedFinding = readonly [
  string,
  string,
  Level,
  string,
  string | null,
  string,
  string | null,
  string | null,
  string | null,
  string | null,
  Place | null,
];

/** A source place in short: `L10`, `L10-12`; `P2:x0,y0,x1,y1;…`; `S` and a sheet's cell; `T1,2,3`, a cell of a table (all from 1). */
export type Place = string;

type Values = readonly (string | null)[];

interface PackedTarget {
  readonly kind: 'target';
  /** Unit, budget, fiscal, other, purpose. */
  readonly funds: Values;
  readonly plan: readonly (readonly [string, string | null])[];
  readonly goal: string | null;
  /** Levels 1 to 3, description, target, basis. */
  readonly rows: readonly (readonly (string | null | 0)[])[];
}

interface PackedSelfEvaluation {
  readonly kind: 'self-evaluation';
  readonly unit: string | null;
  /** Source, label, initial and annual budget, executed, weight, rate, score. */
  readonly funds: readonly Values[];
  readonly goal: Values;
  /** Levels 1 to 3, target, actual, weight, score, deviation, the numbers of target and actual. */
  readonly rows: readonly (readonly (string | null | 0)[])[];
  readonly groups: readonly (readonly [string, string])[];
  readonly total: Values;
  readonly rating: string | null;
}

/** One form as the page carries it. */
export interface Packed {
  /** Title, year, project, code, department, its code, unit. */
  readonly head: readonly [string | null, number | null, ...Values];
  readonly body: PackedTarget | PackedSelfEvaluation;
  readonly extras: readonly (readonly [string, string])[];
  readonly findings: readonly PackedFinding[];
  /** Of the values that the layout shows, in its order; 0 where it is the one before. */
  readonly places: readonly (Place | null | 0)[];
  /** What was mended: the words, and the JSON Pointers that they are about. */
  readonly mends: readonly (readonly [string, readonly string[]])[];
}
