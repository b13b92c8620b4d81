import { findUnit } from '../lexicon/index.ts';
import { append, type Piece, pieceOf, type SourceRef } from '../model/index.ts';
import type { SelfEvaluationForm } from '../schema/index.ts';
import { readFundRows, readOtherFundColumns } from './funds.ts';
import { readHead } from './head.ts';
import { readIndicators, readOtherColumns } from './indicators.ts';
import type { Reader } from './reader.ts';

function readGoal(reader: Reader): SelfEvaluationForm['goal'] {
  const { goals } = reader.form;
  const printed = goals.get('goalActual') ?? reader.pair('goalActual')?.value ?? completed(reader);
  const whole =
    goals.get('goalExpected') ??
    reader.pair('goalExpected')?.value ??
    reader.all('goalBlock') ??
    wholeGoal(reader);
  const alone = printed === null && !goals.has('goalExpected');
  const [expected, actual] = alone ? twoCells(whole) : [whole, printed];
  return {
    expected: reader.text('/goal/expected', expected),
    actual: reader.text('/goal/actual', actual),
  };
}

/** What is expected and what became of it, in two cells below each other under one label. */
function twoCells(whole: Piece | null): readonly [Piece | null, Piece | null] {
  const [first, second, ...more] = whole?.units ?? [];
  const apart = first !== undefined && second !== undefined && more.length === 0;
  return apart && standsBelow(second.origins[0], first.origins[0])
    ? [pieceOf(first), pieceOf(second)]
    : [whole, null];
}

function standsBelow(own: SourceRef | undefined, above: SourceRef | undefined): boolean {
  return (
    above?.row !== undefined &&
    own?.row === above.row + 1 &&
    own.column === above.column &&
    own.table === above.table
  );
}

/** 总目标: without any other it is the form's goal; one of several years never is. */
export function wholeGoal(reader: Reader): Piece | null {
  const ofOneYear = /^(?!.*(?:中期|长期|实施期|周期|规划|[三五]年))/u;
  return reader.pairWhere('midTermGoal', () => true, ofOneYear)?.value ?? null;
}

/** 年度绩效目标 | …, 年度目标完成情况 | … below each other: of words that may both name the block, the second says what became of it. */
function completed(reader: Reader): Piece | null {
  const ends = /完成情况(?:[(（][^()（）]*[)）])?[:：]?$/u;
  const stated =
    reader.form.goals.has('goalExpected') ||
    reader.form.pairs.some(
      ({ label, terms, value }) =>
        value !== null &&
        (terms.includes('goalExpected') || (terms.includes('goalBlock') && !ends.test(label.text))),
    );
  return stated ? (reader.pairWhere('goalBlock', () => true, ends)?.value ?? null) : null;
}

function readTotal(reader: Reader): SelfEvaluationForm['total'] {
  const row = reader.form.total;
  const score = row === null ? (reader.pair('total') ?? reader.pair('score'))?.value : row.score;
  return {
    weight: reader.figure('/total/weight', row?.weight),
    score: reader.figure('/total/score', score),
  };
}

/** 评价结论 holds a grade in one province and a report in another: a grade is short, but for the scores that earn it: 优（90-100分）. */
function isGrade(text: string): boolean {
  return text.length <= 24 && text.replace(/[（(][^（）()]*[）)]/gu, '').length <= 8;
}

/** The grade that is ticked among several: 优☑ 良□, ☑优 □良; null where none or several are. */
function tickedGrade(text: string): string | null {
  const before = /^[□☐☑√✓✔■▣☒]/u.test(text);
  const pattern = before
    ? /([□☐☑√✓✔■▣☒]+)(优秀?|良好?|中等?|差)/gu
    : /(优秀?|良好?|中等?|差)([□☐☑√✓✔■▣☒]+)/gu;
  const options = [...text.matchAll(pattern)].map((match) =>
    before ? { grade: match[2], mark: match[1] } : { grade: match[1], mark: match[2] },
  );
  const ticked = options.filter(({ mark }) => /[☑√✓✔■▣☒]/u.test(mark ?? ''));
  return options.length > 1 && ticked.length === 1 ? (ticked[0]?.grade ?? null) : null;
}

function readRating(reader: Reader): string | null {
  const text = reader.optional(
    '/rating',
    reader.pairWhere('rating', (value) => isGrade(value) || tickedGrade(value) !== null)?.value,
  );
  return text === null ? null : (tickedGrade(text) ?? text);
}

/** Reads a 项目支出绩效自评表. */
export function readSelfEvaluation(reader: Reader): SelfEvaluationForm {
  const { form } = reader;
  const head = readHead(reader);
  const unit = form.fundUnit;
  if (unit !== null) reader.label(unit.units);
  const rows = readFundRows(reader);
  const goal = readGoal(reader);
  const indicators = readIndicators(reader);
  const groupWeights = form.groupWeights.map(({ level1, weight, units }, index) => {
    reader.place(`/groupWeights/${index}/weight`, units);
    return { level1, weight };
  });
  const total = readTotal(reader);
  const rating = readRating(reader);
  takeUnitLine(reader);
  const extras = reader.extras();
  append(extras, readOtherFundColumns(reader, extras.length));
  append(extras, readOtherColumns(reader, extras.length, 'description', 'basis'));
  return {
    kind: 'self-evaluation',
    title: head.title,
    year: head.year,
    project: head.project,
    department: head.department,
    departmentCode: head.departmentCode,
    implementingUnit: head.implementingUnit,
    funds: { unit: unit?.value ?? null, rows },
    goal,
    indicators,
    groupWeights,
    total,
    rating,
    extras,
  };
}

/** `单位：万元` is said by `funds.unit`. */
export function takeUnitLine(reader: Reader): void {
  const line = reader.pairWhere('formUnit', (text) => findUnit(text) !== null);
  if (line !== null && reader.form.fundUnit !== null)
    reader.place('/funds/unit', line.value?.units ?? []);
}
