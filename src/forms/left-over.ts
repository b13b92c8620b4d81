import {
  findLabel,
  findLevel1,
  findLevel2,
  guessSource,
  lengths,
  readsAsSentence,
  type Term,
} from '../lexicon/index.ts';
import { isNil } from '../model/index.ts';
import { printedFigure } from '../number/index.ts';
import type { PerformanceForm } from '../schema/index.ts';
import type { Pair } from '../stitch/index.ts';
import { type Doubt, saysElse, uncertain } from './uncertain.ts';

/** Words that name what a form has a field for: none of them is left over where a form was read rightly. */
export const fields: ReadonlySet<Term> = new Set<Term>([
  'fundTotal',
  'initialBudget',
  'annualBudget',
  'executed',
  'executionRate',
  'weight',
  'score',
  'target',
  'actual',
  'level1',
  'level2',
  'level3',
  'total',
  'projectName',
]);

function namesField(text: string): boolean {
  if (text.length > lengths.label) return false;
  const terms = findLabel(text)?.terms ?? [];
  return terms.length > 0 && terms.every((term) => fields.has(term));
}

/** Whether the field that a label names was read from elsewhere, so that the label is another's (自评得分 in the head). */
function isRead(form: PerformanceForm, term: Term): boolean {
  if (term === 'projectName') return form.project.name !== null;
  if (form.kind === 'target') return term !== 'target' && form.funds.budget !== null;
  if (term === 'total' || term === 'score' || term === 'weight') return form.total.score !== null;
  const amount = term === 'fundTotal' ? 'annualBudget' : term;
  if (
    amount !== 'initialBudget' &&
    amount !== 'annualBudget' &&
    amount !== 'executed' &&
    amount !== 'executionRate'
  )
    return false;
  return form.funds.rows.some((row) => row[amount] !== null);
}

/** Kinds of money with their amounts among the extras of a form without any money. */
export function moneyLeft(form: PerformanceForm, pairs: readonly Pair[]): Doubt[] {
  if (!lacksMoney(form)) return [];
  return pairs.flatMap(({ label, value }) =>
    label.units.length > 0 &&
    value !== null &&
    printedFigure(value.text).kind === 'number' &&
    guessSource(label.text) !== null
      ? [uncertain(label.text, label.units)]
      : [],
  );
}

/** Labels of fields, and of levels, that ended among the extras. */
export function leftOver(form: PerformanceForm, pairs: readonly Pair[]): Doubt[] {
  return pairs.flatMap(({ label, terms, value }) => {
    // Beside a total that nobody filled in, nothing was lost.
    if (label.units.length === 0 || (value === null && lacksMoney(form))) return [];
    const known = namesField(label.text) && !terms.some((term) => isRead(form, term));
    const heading = value !== null && namesField(value.text);
    const level =
      /指标$/.test(label.text) && (findLevel1(label.text) ?? findLevel2(label.text)) !== null;
    return known || heading || level ? [uncertain(label.text, label.units)] : [];
  });
}

const moneyWords = /预算|资金|金额|经费|拨款|支出|执行/u;

/** Words that a form has a field for may be worded in ways that nobody listed: by these one knows them. */
const resembles: readonly (readonly [RegExp, (form: PerformanceForm) => boolean])[] = [
  [/项目.*名称|名称$/u, ({ project }) => project.name === null],
  [/主管|归口/u, ({ department }) => department === null],
  [
    /实施|单位|机构|学校|医院/u,
    ({ implementingUnit, department }) => implementingUnit === null && department === null,
  ],
  [/^(?!.*原因).*(?:目标|完成情况)/u, ({ goal }) => goal.expected === null],
  [
    /总分|总得分|分.*合计|合计.*分/u,
    (form) => form.kind === 'self-evaluation' && form.total.score === null,
  ],
  [/等级|等次|评级/u, (form) => form.kind === 'self-evaluation' && form.rating === null],
  [moneyWords, lacksMoney],
];

function lacksMoney(form: PerformanceForm): boolean {
  if (form.kind === 'target')
    return [form.funds.budget, form.funds.fiscal, form.funds.other].every((own) => own === null);
  return form.funds.rows.every(
    ({ annualBudget, initialBudget }) => annualBudget === null && initialBudget === null,
  );
}

/** All that a project costs, over its years, is not the year's budget. */
const ofAllYears = /总投资|债券/u;

/** Whether a label and its value are such as those of a field that stays empty. */
function isLike(form: PerformanceForm, label: string, value: string): boolean {
  const figures = printedFigure(value).kind === 'number' || /\d/.test(value);
  if (ofAllYears.test(label) || (moneyWords.test(label) && !figures)) return false;
  if (resembles.some(([words, lacks]) => words.test(label) && lacks(form))) return true;
  return form.goal.expected === null && readsAsSentence(value) && !saysElse.test(label);
}

/** Labels that resemble those of a field which stays empty. */
export function resembling(form: PerformanceForm, pairs: readonly Pair[]): Doubt[] {
  return pairs.flatMap(({ label, terms, value }) =>
    terms.length === 0 &&
    value !== null &&
    !isNil(value.text) &&
    label.units.length > 0 &&
    isLike(form, label.text, value.text)
      ? [uncertain(label.text, label.units)]
      : [],
  );
}
