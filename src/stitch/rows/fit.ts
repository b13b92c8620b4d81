import {
  findLevel1,
  findLevel2,
  isLevelFragment,
  names,
  sourceTerms,
} from '../../lexicon/index.ts';
import { isNil, memoText, type Piece } from '../../model/index.ts';
import { parseMeasure, printedFigure } from '../../number/index.ts';
import type { Role } from '../types.ts';

/**
 * What a cell looks like, seen from the columns: each trait is a question that some column asks. Worked out once a cell.
 */
interface Traits {
  readonly blank: boolean;
  /** A dash, 无 …: nothing, but printed. */
  readonly nil: boolean;
  /** A number with nothing but a sign of percent or a unit of its column. */
  readonly figure: boolean;
  /** 0, which people write where there is nothing to say. */
  readonly zero: boolean;
  readonly percent: boolean;
  /** One number with a sign or a unit: a target's or an actual's usual look. */
  readonly measure: boolean;
  readonly level1: boolean;
  readonly level2: boolean;
  /** A level label without its closing 指标 (社会效益), which is as often a name. */
  readonly loose: boolean;
  readonly fragment: boolean;
  readonly blockLabel: boolean;
  readonly fundLabel: boolean;
  readonly sign: boolean;
  readonly length: number;
}

const blankTraits: Traits = {
  blank: true,
  nil: false,
  figure: false,
  zero: false,
  percent: false,
  measure: false,
  level1: false,
  level2: false,
  loose: false,
  fragment: false,
  blockLabel: false,
  fundLabel: false,
  sign: false,
  length: 0,
};

/** A sign before a number (≥9595%及以上), a number printed twice (100100%) or words behind it: values that an exporter ran together. */
const runTogether =
  /^(?:[≥≤≧≦=＝><＞＜]{1,2}\s*\d|(\d+(?:\.\d+)?)\1(?:\D|$)|\d+(?:\.\d+)?(?:按|达到|不|大于|小于|完成))/;

const signWords =
  /^(?:[=＝≥≧≤≦><＞＜≈]{1,2}|[>＞<＜][=＝]|定性|定量|正向|反向|等于|大于|小于|大于等于|小于等于|不少于|不超过|不低于|不高于|不多于|不小于|不大于|至少|至多|高于|低于)$/;

/** Whether a text is what stands in a column of signs: ≥, 不低于, 定性. */
export function isSign(text: string): boolean {
  return signWords.test(text);
}

/** Traits of a piece; a blank place has none. */
export function traitsOf(piece: Piece | null): Traits {
  return piece === null ? blankTraits : traitsOfText(piece.text);
}

const traitsOfText = memoText((text): Traits => {
  const figure = printedFigure(text);
  const short = text.length <= 24;
  return {
    blank: false,
    nil: isNil(text),
    figure: figure.kind === 'number',
    zero: /^0(?:\.0+)?$/.test(text),
    percent: figure.kind === 'number' && /[%％]/.test(text),
    measure: short && (parseMeasure(text).number !== null || runTogether.test(text)),
    level1: short && findLevel1(text) !== null,
    level2: short && findLevel2(text) !== null,
    loose: short && !/指标[)）\d分%（(]*$/.test(text),
    fragment: short && isLevelFragment(text),
    blockLabel:
      short &&
      (names(text, 'indicatorBlock', 'goalBlock', 'fundsBlock') ||
        /^[绩效指标年度总体目资金项]{1,4}$/.test(text)),
    fundLabel: short && names(text, ...sourceTerms),
    sign: short && isSign(text),
    length: text.length,
  };
});

/** A text that is no number: free text at no cost, a figure at `figureCost`. */
function text(traits: Traits, figureCost: number, labelCost: number): number {
  if (traits.nil) return 0.3;
  if (traits.figure) return figureCost;
  return traits.level1 || traits.level2 ? (traits.loose ? labelCost / 3 : labelCost) : 0;
}

function label(traits: Traits, own: boolean, other: boolean, otherCost: number): number {
  if (own) return 0;
  if (other) return otherCost;
  if (traits.fragment) return 0.1;
  if (traits.figure) return 5;
  if (traits.nil) return 0.8;
  if (traits.measure) return 3;
  return 1 + Math.max(0, traits.length - 8) * 0.12;
}

const costs: Record<Role, (traits: Traits) => number> = {
  block: (t) => (t.blockLabel ? 0 : t.level1 ? 1.2 : t.fragment ? 1.4 : 4),
  // 成本指标 and 满意度指标 name groups of both levels: where nothing else tells, the lower one.
  level1: (t) =>
    (t.level1 && t.level2 ? 0.05 : 0) +
    label(t, t.level1, t.level2, 1.5) +
    (t.level1 || t.level2 || t.fragment ? 0 : 0.5) +
    (t.blockLabel && !t.level1 && !t.fragment ? 0.5 : 0),
  level2: (t) => label(t, t.level2, t.level1, 0.7),
  level3: (t) =>
    text(t, 2.5, 0.8) +
    (t.sign ? 2 : 0) +
    (t.measure && !t.figure ? 1.2 : 0) +
    (t.fragment && !t.level1 && !t.level2 ? 0.6 : 0),
  description: (t) => text(t, 2, 1.5),
  basis: (t) => text(t, 2, 1.5) + (t.measure && !t.figure ? 1.2 : 0),
  sign: (t) => (t.sign ? 0 : t.nil ? 0.3 : t.figure ? 3 : 2),
  target: (t) =>
    t.level1 || t.level2 ? 1.5 : t.length > 40 ? 0.6 : t.figure && !t.percent ? 0.1 : 0,
  // Hebei prints words there too (不发生人员伤亡, 95%及以上).
  targetUnit: (t) => (t.figure && !t.percent ? 3 : t.nil ? 0.2 : t.length <= 6 ? 0 : 0.4),
  actual: (t) =>
    t.level1 || t.level2 ? 1.5 : t.length > 60 ? 0.4 : t.figure && !t.percent ? 0.1 : 0,
  // Some print the weights as shares of a whole: 10%.
  weight: (t) => (t.nil ? 0.05 : t.percent ? 0.5 : t.figure ? 0 : 4),
  level1Weight: (t) => (t.nil ? 0.05 : t.figure ? 0 : 4),
  level2Weight: (t) => (t.nil ? 0.05 : t.figure ? 0 : 4),
  score: (t) => (t.nil ? 0.05 : t.percent ? 2 : t.figure ? 0 : 4),
  deviation: (t) => (t.zero ? 0.4 : t.figure ? 2.5 : t.level1 || t.level2 ? 2 : 0),
  fundLabel: (t) => (t.fundLabel ? 0 : t.figure ? 5 : t.nil ? 1 : 0.6),
  initialBudget: (t) => (t.percent ? 2 : t.figure || t.nil ? 0 : 4),
  annualBudget: (t) => (t.percent ? 2 : t.figure || t.nil ? 0 : 4),
  executed: (t) => (t.percent ? 2 : t.figure || t.nil ? 0 : 4),
  executionRate: (t) => (t.percent ? 0 : t.figure ? 0.1 : t.nil ? 0.05 : 4),
  goalExpected: (t) => (t.blockLabel ? 1.5 : 0),
  goalActual: (t) => (t.blockLabel ? 1.5 : 0),
  midTermGoal: (t) => (t.blockLabel ? 1.5 : 0),
  blank: () => 1.5,
  other: (t) => (t.level1 || t.level2 ? 1.5 : 0.2),
};

/** Columns that a row with figures seldom leaves blank. */
const blankCosts: Partial<Record<Role, number>> = {
  level3: 0.6,
  target: 0.2,
  weight: 0.2,
  score: 0.2,
};

/** What it costs to put a cell into a column: 0 where it fits. A blank fits everywhere, a little worse where a row with values says something. */
export function misfit(traits: Traits, role: Role, rowHasValues: boolean): number {
  if (traits.blank) return rowHasValues ? (blankCosts[role] ?? 0) : 0;
  return costs[role](traits);
}

export type { Traits };
