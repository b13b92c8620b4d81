import { lengths, findLabel, guessHeading, hintsGoal } from '../lexicon/index.ts';
import { isNil, type Note, type Unit } from '../model/index.ts';
import { printedDecimal } from '../number/index.ts';
import type {
  Indicator,
  PerformanceForm,
  SelfEvaluationForm,
  TargetForm,
} from '../schema/index.ts';
import type { Pair, WholeForm } from '../stitch/index.ts';
import { displaced } from './displaced.ts';
import { fields, leftOver, moneyLeft, resembling } from './left-over.ts';
import { type Doubt, empty, saysElse, uncertain } from './uncertain.ts';

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
  const sum = /^(?:小计|合计|总计)$|得分小计$/u.test(level3);
  return heavy || sum || (findLabel(level3)?.terms.includes('total') ?? false);
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

/** The first row without a group of level 2 among rows of its level 1 that have one: the group above may reach down to it. */
function ungrouped(whole: WholeForm, { indicators }: PerformanceForm): Doubt[] {
  const index = indicators.findIndex(
    (row) =>
      row.level1 !== null &&
      row.level2 === null &&
      indicators.some(({ level1, level2 }) => level1 === row.level1 && level2 !== null),
  );
  const pieces = [...(whole.indicators[index]?.pieces.values() ?? [])];
  const text = indicators[index]?.level3 ?? '';
  return index < 0
    ? []
    : [
        uncertain(
          text,
          pieces.flatMap((piece) => piece.units),
        ),
      ];
}

/** Signs and units without a number between them, in rows that print figures under words that nobody knows: ≥ | 29 | 公里. */
function withoutNumbers(whole: WholeForm): Doubt[] {
  const rows = whole.indicators.filter(
    ({ pieces, others }) =>
      (pieces.has('sign') || pieces.has('targetUnit')) &&
      !pieces.has('target') &&
      others.some(({ value }) => value !== null && /\d/.test(value.text)),
  );
  const [first] = rows;
  const sign = first?.pieces.get('sign') ?? first?.pieces.get('targetUnit');
  return sign === undefined || rows.length * 2 <= whole.indicators.length
    ? []
    : [uncertain(sign.text, sign.units)];
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
  if (text.length > lengths.label || text.length < 4) return false;
  if (/^[一二三四五六七八九]、/u.test(text) && !/[。；;，,]/.test(text)) return true;
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
    text.length <= lengths.label &&
    (/(?:目标|情况|综述|概述)$/u.test(text) || (text.length <= 8 && hintsGoal(text))) &&
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
    ...withoutNumbers(whole),
    ...ungrouped(whole, form),
    ...swallowed(whole),
    ...displaced(whole, form, left),
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
