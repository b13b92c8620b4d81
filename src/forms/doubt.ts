import {
  findLabel,
  findLevel1,
  findLevel2,
  guessHeading,
  guessPair,
  guessSource,
  type Term,
} from '../lexicon/index.ts';
import { isNil, type Note, type Unit } from '../model/index.ts';
import { printedDecimal, printedFigure } from '../number/index.ts';
import type {
  Indicator,
  PerformanceForm,
  SelfEvaluationForm,
  TargetForm,
} from '../schema/index.ts';
import type { Pair, WholeForm } from '../stitch/index.ts';

/** Something that a right reading of a form would hardly show. */
interface Doubt {
  readonly code: 'reading-uncertain' | 'part-empty';
  readonly text: string;
  readonly units: readonly Unit[];
}

function uncertain(text: string, units: readonly Unit[]): Doubt {
  return { code: 'reading-uncertain', text: text.slice(0, 40), units };
}

function empty(label: string, units: readonly Unit[]): Doubt {
  return { code: 'part-empty', text: label.slice(0, 40), units };
}

/** Words that name what a form has a field for: none of them is left over where a form was read rightly. */
const fields: ReadonlySet<Term> = new Set<Term>([
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
  if (text.length > 24) return false;
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
function moneyLeft(form: PerformanceForm, pairs: readonly Pair[]): Doubt[] {
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
function leftOver(form: PerformanceForm, pairs: readonly Pair[]): Doubt[] {
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
  return form.goal.expected === null && isSentence(value) && !saysElse.test(label);
}

/** Labels that resemble those of a field which stays empty. */
function resembling(form: PerformanceForm, pairs: readonly Pair[]): Doubt[] {
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

/** Words of sections that are no goals, however they are put together. */
const saysElse =
  /原因|措施|问题|建议|改进|概况|概述|内容|依据|说明|分析|情况|用途|理由|意见|范围|简介|经验|做法/u;

/** What a goal is worded in, whatever its label says. */
function isSentence(text: string): boolean {
  return /\p{Script=Han}{8}/u.test(text.replace(/[，、]/gu, '')) && /[，；。]/u.test(text);
}

function hasFigure(values: readonly (string | null)[]): boolean {
  return values.some((value) => value !== null);
}

/** Parts whose heading is printed and of which nothing was read, though other parts say something. */
function announced(whole: WholeForm, form: PerformanceForm): Doubt[] {
  const doubts: Doubt[] = [];
  const printed = whole.indicatorColumns.some(({ heading }) =>
    heading?.units.some(({ size }) => size > 0),
  );
  if (printed && form.indicators.length === 0)
    doubts.push(empty('绩效指标', whole.indicatorColumns[0]?.heading?.units ?? []));
  if (
    whole.fundColumns.length > 0 &&
    form.kind === 'self-evaluation' &&
    form.funds.rows.length === 0
  )
    doubts.push(empty('项目资金', whole.fundColumns[0]?.heading?.units ?? []));
  return doubts;
}

/** So many rows show that a column is not left blank by chance. */
const enoughRows = 4;

/** Columns that say nothing in any row, where rows say something in others. */
function emptyColumns(whole: WholeForm, form: PerformanceForm): Doubt[] {
  const rows = whole.indicators;
  const filled = rows.some(
    ({ pieces }) => pieces.has('level3') && (pieces.has('target') || pieces.has('weight')),
  );
  // One row or two may well say nothing.
  if (!filled || rows.length < enoughRows) return [];
  const needed =
    form.kind === 'target'
      ? (['target'] as const)
      : (['target', 'actual', 'weight', 'score'] as const);
  return whole.indicatorColumns.flatMap(({ role, heading }) => {
    const blank =
      needed.some((own) => own === role) && rows.every(({ pieces }) => !pieces.has(role));
    return blank && heading !== null ? [empty(heading.text, heading.units)] : [];
  });
}

/** A table of indicators in which no column holds the values that they are to reach. */
function withoutValues(whole: WholeForm): Doubt[] {
  const roles = new Set(whole.indicatorColumns.map(({ role }) => role));
  if (roles.size === 0 || roles.has('target') || roles.has('actual') || roles.has('sign'))
    return [];
  // Grades (优 | 良 | 中 | 差 under 评价标准) stand for the value.
  if (
    whole.indicatorColumns.some(
      ({ heading }) => guessHeading(heading?.text ?? '') === 'scoringRule',
    )
  )
    return [];
  const heading = whole.indicatorColumns.find((column) => column.heading !== null)?.heading;
  return [empty('指标值', heading?.units ?? [])];
}

function isNameless({ level3, target }: Pick<Indicator, 'level3' | 'target'>): boolean {
  return level3 === '' && target.text !== '' && !isNil(target.text);
}

/** So many weighed rows show that every row is weighed. */
const enoughWeighed = 4;

/** A total, or a part of one, among the indicators. */
function isTotal({ weight, level3 }: Indicator, rows: readonly Indicator[]): boolean {
  const heavy = Number(weight ?? 0) >= 90 && rows.length > 2;
  return heavy || (findLabel(level3)?.terms.includes('total') ?? false);
}

/** The one row without weight and score, where all others are weighed. */
function isUnweighed(row: Indicator, rows: readonly Indicator[]): boolean {
  const weighed = rows.filter(({ weight }) => weight !== null).length;
  const alone = weighed >= enoughWeighed && weighed === rows.length - 1;
  return alone && row.weight === null && row.score === null && hasValue(row);
}

/** Rows that are hardly an indicator: without a name, a total among them, without a weight where all others have one. */
function oddRows(whole: WholeForm, { indicators }: SelfEvaluationForm): Doubt[] {
  return indicators.flatMap((row, index) => {
    if (!isNameless(row) && !isTotal(row, indicators) && !isUnweighed(row, indicators)) return [];
    const pieces = [...(whole.indicators[index]?.pieces.values() ?? [])];
    const text = row.level3 === '' ? row.target.text : row.level3;
    return [
      uncertain(
        text,
        pieces.flatMap((piece) => piece.units),
      ),
    ];
  });
}

function hasValue({ level3, target }: Indicator): boolean {
  return !isNil(level3) && !isNil(target.text);
}

/** A text that was put together of pieces, one of which is a label or the title of a part. */
function swallowed(whole: WholeForm): Doubt[] {
  const texts = [
    ...whole.goals.values(),
    ...whole.pairs.flatMap(({ value }) => (value === null ? [] : [value])),
    ...whole.indicators.flatMap(({ pieces }) => [...pieces.values()]),
  ];
  return texts.flatMap(({ text, units }) => {
    const label = units.length < 2 ? undefined : units.find(({ raw }) => isLabelText(raw.trim()));
    return label === undefined ? [] : [uncertain(text, [label])];
  });
}

function isLabelText(text: string): boolean {
  if (text.length > 20 || text.length < 4) return false;
  if (/^[一二三四五六七八九]、/u.test(text) && text.length <= 14 && !/[。；;，,]/.test(text))
    return true;
  const terms = findLabel(text)?.terms ?? [];
  return terms.some(
    (term) =>
      fields.has(term) ||
      term === 'indicatorBlock' ||
      term === 'goalBlock' ||
      term === 'fundsBlock',
  );
}

/** Fund rows that say no amount, beside a heading that has columns for them. */
function oddFunds(whole: WholeForm, form: SelfEvaluationForm): Doubt[] {
  const [first] = form.funds.rows;
  if (first === undefined) return [];
  const amounts = form.funds.rows.some(({ annualBudget, executed, initialBudget }) =>
    hasFigure([annualBudget, executed, initialBudget]),
  );
  const scored = hasFigure([form.total.score]);
  if (amounts || !scored) return [];
  const heading = whole.fundColumns.find((column) => column.heading !== null)?.heading;
  return [empty(heading?.text ?? '项目资金', heading?.units ?? [])];
}

/** A self-evaluation that scores its indicators and prints no total or no money at all. */
function lacking(form: SelfEvaluationForm): Doubt[] {
  const scored = form.indicators.some(
    ({ score }) => score !== null && Number(printedDecimal(score) ?? 0) > 0,
  );
  return scored &&
    form.project.name === null &&
    form.department === null &&
    form.implementingUnit === null
    ? [empty('项目名称', [])]
    : [];
}

/** A goal in words that head one (预算批复时设定目标): its text stands elsewhere. */
function headingAsGoal(whole: WholeForm, { goal }: PerformanceForm): Doubt[] {
  const texts = [goal.expected, 'actual' in goal ? goal.actual : null];
  return texts.flatMap((text) =>
    text !== null &&
    text.length <= 16 &&
    (/(?:目标|情况|综述|概述)$/u.test(text) ||
      (text.length <= 8 && /^goal/.test(guessPair(text) ?? ''))) &&
    !/^(?:完成|实现|达到|已|按|确保|保障|全面)/u.test(text)
      ? [uncertain(text, unitsOf(whole, text))]
      : [],
  );
}

/** Where a goal's text stands, in a column of the goals or beside a label. */
function unitsOf({ goals, pairs }: WholeForm, text: string): readonly Unit[] {
  const pieces = [...goals.values(), ...pairs.map(({ value }) => value)];
  return pieces.find((piece) => piece?.text === text)?.units ?? [];
}

/** A project without a name, beside words of which nobody knows what they name. */
function nameless(form: PerformanceForm, pairs: readonly Pair[]): Doubt[] {
  if (form.project.name !== null || /整体|部门|单位/u.test(form.title ?? '')) return [];
  const unknown = pairs.find(
    ({ label, terms, value }) =>
      terms.length === 0 &&
      label.units.length > 0 &&
      value !== null &&
      /^(?!.*[，；。]).*\p{Script=Han}{2}/u.test(value.text) &&
      !saysElse.test(label.text),
  );
  return unknown === undefined ? [] : [uncertain(unknown.label.text, unknown.label.units)];
}

/**
 * What a form that was read says against its reading: each doubt is a warning with its place, and makes the document partial.
 *
 * @param left the pairs that no field took, which end among the extras
 */
export function doubtsOf(
  whole: WholeForm,
  form: PerformanceForm | TargetForm,
  left: readonly Pair[],
): Note[] {
  const own =
    form.kind === 'self-evaluation'
      ? [...oddRows(whole, form), ...oddFunds(whole, form), ...lacking(form)]
      : [];
  const doubts = [
    ...leftOver(form, left),
    ...moneyLeft(form, left),
    ...resembling(form, left),
    ...headingAsGoal(whole, form),
    ...nameless(form, left),
    ...announced(whole, form),
    ...emptyColumns(whole, form),
    ...withoutValues(whole),
    ...swallowed(whole),
    ...own,
  ];
  const seen = new Set<string>();
  return doubts.flatMap(({ code, text, units }): Note[] => {
    if (seen.has(text)) return [];
    seen.add(text);
    const refs = units.flatMap((unit) => unit.origins).slice(0, 8);
    return [{ code, severity: 'warning', stage: 'forms', data: { text }, refs }];
  });
}
