import {
  lengths,
  findLevel1,
  findLevel2,
  isLevelFragment,
  names,
  sourceTerms,
} from '../../lexicon/index.ts';
import { isNil, memoText, type Piece } from '../../model/index.ts';
import { parseMeasure, printedFigure, remarkedDecimal } from '../../number/index.ts';
import { type Degree, rowSettings } from './settings.ts';
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
  /** 预算执行率: many print it as an indicator, its label in each level's column. */
  readonly execution: boolean;
  readonly sign: boolean;
  readonly bothLevels: boolean;
  /** Too long for a label of a level, for a unit, for a value. */
  readonly wordy: boolean;
  readonly notUnit: boolean;
  readonly long: boolean;
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
  execution: false,
  sign: false,
  bothLevels: false,
  wordy: false,
  notUnit: false,
  long: false,
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
  const short = text.length <= lengths.label;
  const level1 = short && findLevel1(text) !== null;
  const level2 = short && findLevel2(text) !== null;
  return {
    blank: false,
    nil: isNil(text),
    figure: figure.kind === 'number' || remarkedDecimal(text) !== null,
    zero: /^0(?:\.0+)?$/.test(text),
    percent: figure.kind === 'number' && /[%％]/.test(text),
    measure: short && (parseMeasure(text).number !== null || runTogether.test(text)),
    level1,
    level2,
    loose: (level1 || level2) && !/指标[)）\d分%（(]*$/.test(text),
    fragment: short && isLevelFragment(text),
    blockLabel:
      short &&
      (names(text, 'indicatorBlock', 'goalBlock', 'fundsBlock') ||
        /^[绩效指标年度总体目资金项]{1,4}$/.test(text)),
    fundLabel: short && names(text, ...sourceTerms),
    execution: short && names(text, 'executionRate'),
    sign: short && isSign(text),
    bothLevels: level1 && level2,
    wordy: text.length > 8,
    notUnit: text.length > lengths.word,
    long: text.length > lengths.name,
  };
});

/** What a cell may show that a column asks for; `words` are shown by every cell. */
type Shown = Exclude<keyof Traits, 'blank'> | 'words';

/** How badly a cell suits a column: the first of these that it shows decides, and where it shows none, it fits. */
type Misfits = Partial<Record<Shown, Degree | 'fits'>>;

const name: Misfits = {
  nil: 'slight',
  figure: 'bad',
  loose: 'slight',
  level1: 'odd',
  level2: 'odd',
};
const freeText: Misfits = {
  nil: 'slight',
  figure: 'bad',
  loose: 'odd',
  level1: 'wrong',
  level2: 'wrong',
};
const level: Misfits = {
  execution: 'slight',
  figure: 'never',
  nil: 'strange',
  measure: 'never',
  wordy: 'wrong',
  words: 'strange',
};
const value: Misfits = {
  level1: 'wrong',
  level2: 'wrong',
  long: 'odd',
};
const mark: Misfits = { nil: 'fits', figure: 'fits', words: 'never' };
const amount: Misfits = { nil: 'fits', percent: 'bad', figure: 'fits', words: 'never' };
const goal: Misfits = { blockLabel: 'wrong' };

const misfits: Record<Role, Misfits> = {
  block: { blockLabel: 'fits', level1: 'wrong', fragment: 'wrong', words: 'never' },
  // 成本指标 and 满意度指标 name groups of both levels: where nothing else tells, the lower one.
  level1: {
    bothLevels: 'slight',
    level1: 'fits',
    level2: 'wrong',
    fragment: 'slight',
    blockLabel: 'bad',
    ...level,
    words: 'wrong',
  },
  level2: { level2: 'fits', level1: 'odd', fragment: 'slight', ...level },
  level3: { ...name, sign: 'bad', measure: 'wrong', fragment: 'odd' },
  description: freeText,
  basis: { ...freeText, measure: 'wrong' },
  sign: { sign: 'fits', nil: 'slight', figure: 'bad', words: 'wrong' },
  target: value,
  // Hebei prints words there too (不发生人员伤亡, 95%及以上).
  targetUnit: { percent: 'fits', figure: 'bad', nil: 'slight', notUnit: 'slight' },
  actual: value,
  // Some print the weights as shares of a whole: 10%.
  weight: { percent: 'odd', ...mark },
  level1Weight: mark,
  level2Weight: mark,
  score: { percent: 'bad', ...mark },
  deviation: { zero: 'slight', figure: 'bad', level1: 'wrong', level2: 'wrong' },
  fundLabel: { fundLabel: 'fits', figure: 'never', words: 'odd' },
  initialBudget: amount,
  annualBudget: amount,
  executed: amount,
  executionRate: { percent: 'fits', figure: 'slight', ...mark },
  goalExpected: goal,
  goalActual: goal,
  midTermGoal: goal,
  blank: { words: 'wrong' },
  other: { level1: 'wrong', level2: 'wrong', words: 'slight' },
};

const rules = Object.fromEntries(
  Object.entries(misfits).map(([role, shown]) => [role, Object.entries(shown)]),
) as Record<Role, [Shown, Degree | 'fits'][]>;

/** Columns that a row with figures seldom leaves blank. */
const seldomBlank: Partial<Record<Role, Degree>> = {
  level3: 'odd',
  target: 'slight',
  weight: 'slight',
  score: 'slight',
};

function costOf(degree: Degree | 'fits'): number {
  return degree === 'fits' ? 0 : rowSettings.degree[degree];
}

/** What it costs to put a cell into a column: 0 where it fits. A blank fits everywhere, a little worse where a row with values says something. */
export function misfit(traits: Traits, role: Role, rowHasValues: boolean): number {
  if (traits.blank) return rowHasValues ? costOf(seldomBlank[role] ?? 'fits') : 0;
  const rule = rules[role].find(([shown]) => shown === 'words' || traits[shown]);
  return costOf(rule?.[1] ?? 'fits');
}

export type { Traits };
