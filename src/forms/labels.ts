import {
  findLevel1,
  findLevel2,
  guessHeading,
  guessPair,
  lengths,
  names,
  provesLabel,
  saysValue,
  type Term,
} from '../lexicon/index.ts';
import { isNil, type Piece } from '../model/index.ts';
import { printedDecimal } from '../number/index.ts';
import type { PerformanceForm, PrintedLabel } from '../schema/index.ts';
import type { Column, Pair, Role, WholeForm } from '../stitch/index.ts';

/** Where in the JSON the values of each column stand. */
const indicatorFields: Partial<Record<Role, string>> = {
  block: '/indicators',
  level1: '/indicators/*/level1',
  level2: '/indicators/*/level2',
  level3: '/indicators/*/level3',
  description: '/indicators/*/description',
  sign: '/indicators/*/target',
  target: '/indicators/*/target',
  targetUnit: '/indicators/*/target',
  basis: '/indicators/*/basis',
  actual: '/indicators/*/actual',
  weight: '/indicators/*/weight',
  score: '/indicators/*/score',
  deviation: '/indicators/*/deviation',
};
const fundFields: Partial<Record<Role, string>> = {
  block: '/funds',
  fundLabel: '/funds/rows/*/label',
  initialBudget: '/funds/rows/*/initialBudget',
  annualBudget: '/funds/rows/*/annualBudget',
  executed: '/funds/rows/*/executed',
  executionRate: '/funds/rows/*/executionRate',
  weight: '/funds/rows/*/weight',
  score: '/funds/rows/*/score',
};
const goalFields: Partial<Record<Role, string>> = {
  block: '/goal',
  goalExpected: '/goal/expected',
  goalActual: '/goal/actual',
};

/** Whether the form's own words make a label, whole or cell by cell; one that gives a value besides is not to be guessed at. */
function isKnown({ text, units }: Piece): boolean {
  return provesLabel(text) || saysValue(text) || units.every(({ raw }) => provesLabel(raw));
}

function shareOf(texts: readonly string[], passes: (text: string) => boolean): number {
  const said = texts.filter((text) => text !== '' && !isNil(text));
  return said.length < 2 ? 0 : said.filter(passes).length / said.length;
}

function numberOf(text: string | null): number {
  return Number(printedDecimal(text ?? '') ?? Number.NaN);
}

/** Scores in three rows or more, none of them above its weight. */
function isWeighed(rows: readonly { weight: string | null; score: string | null }[]): boolean {
  const full = rows.filter(({ weight, score }) => weight !== null && score !== null);
  return (
    full.length >= 3 &&
    full.every(({ weight, score }) => numberOf(score) <= numberOf(weight) + 1e-9)
  );
}

/** Rates that the columns beside them give: then each of these is what it is taken for. */
function isRated(form: PerformanceForm): boolean {
  if (form.kind === 'target') return false;
  return form.funds.rows.some(({ annualBudget, executed, executionRate }) => {
    const whole = numberOf(annualBudget);
    const off = (100 * numberOf(executed)) / whole - numberOf(executionRate);
    return whole !== 0 && Math.abs(off) <= 0.51;
  });
}

/** What stands below a heading may show the role that it has, so that no reader would doubt it. */
const shows: Partial<Record<Role, (form: PerformanceForm) => boolean>> = {
  block: () => true,
  fundLabel: () => true,
  level1: ({ indicators }) =>
    shareOf(
      indicators.map(({ level1 }) => level1 ?? ''),
      (text) => findLevel1(text) !== null,
    ) > 0.5,
  level2: ({ indicators }) =>
    shareOf(
      indicators.map(({ level2 }) => level2 ?? ''),
      (text) => findLevel2(text) !== null,
    ) > 0.5,
  weight: isScored,
  score: isScored,
  annualBudget: isRated,
  executed: isRated,
  executionRate: isRated,
};

function isScored(form: PerformanceForm): boolean {
  return form.kind === 'self-evaluation' && isWeighed(form.indicators);
}

/** Whether a heading's words leave no doubt about its role. */
function isSure(role: Role, heading: Piece): boolean {
  const term = termOf(role);
  const hinted = guessPair(heading.text);
  if (role === 'goalExpected' && hinted === 'goalBlock') return true;
  if (role === 'goalActual' && hinted === 'goalActual') return true;
  return (
    term !== null &&
    (names(heading.text, term) || guessHeading(heading.text, new Set([term])) !== null)
  );
}

/** Roles of columns that the lexicon has no words of their own for. */
const wordless = ['block', 'fundLabel', 'blank', 'other', 'level1Weight', 'level2Weight'] as const;

function isWordless(role: Role): role is (typeof wordless)[number] {
  return (wordless as readonly Role[]).includes(role);
}

/** What the lexicon calls the words of a column. */
function termOf(role: Role): Term | null {
  if (role === 'sign') return 'targetSign';
  return isWordless(role) ? null : role;
}

/** 年度指标值（经县财政局批复调整）: what brackets add to a label makes it no longer. */
function withoutRemarks(text: string): string {
  return text.replace(/[（(][^（）()]*[)）]/gu, '');
}

/** The funds' own weights are so few that they show nothing. */
const fundShows = { ...shows, weight: undefined, score: undefined };

function ofColumns(
  columns: readonly Column[],
  fields: Partial<Record<Role, string>>,
  form: PerformanceForm,
): PrintedLabel[] {
  const told = fields === fundFields ? fundShows : shows;
  return columns.flatMap(({ role, heading }): PrintedLabel[] => {
    const field = fields[role];
    if (field === undefined || heading === null || isKnown(heading)) return [];
    if (withoutRemarks(heading.text).length > lengths.label) return [];
    return isSure(role, heading) || told[role]?.(form) === true
      ? [{ field, text: heading.text }]
      : [];
  });
}

/** 自评得分（含执行率10分）: a total's own words, with a remark. */
function ofTotal({ total }: WholeForm): PrintedLabel[] {
  const label = total?.label;
  return label !== undefined && !isKnown(label) && names(label.text, 'total', 'score')
    ? [{ field: '/total', text: label.text }]
    : [];
}

/**
 * Labels in words that nobody listed, with the field that they were read as: what a form calls things is not to be lost. A
 * label whose field nothing shows for sure is none of these; its words stay unplaced.
 *
 * @param taken gives the pairs that a field took and that pass, each with the field's JSON Pointer
 */
export function unknownLabels(
  whole: WholeForm,
  form: PerformanceForm,
  taken: (
    passes: (pair: Pair) => boolean,
  ) => readonly { readonly pair: Pair; readonly path: string }[],
): PrintedLabel[] {
  const unknown = taken(({ label }) => label.units.length > 0 && !isKnown(label));
  const pairs = unknown.flatMap(({ pair: { label }, path }): PrintedLabel[] =>
    path.startsWith('/extras') ? [] : [{ field: path, text: label.text.replace(/[:：]+$/, '') }],
  );
  const found = [
    ...pairs,
    ...ofTotal(whole),
    ...ofColumns(whole.fundColumns, fundFields, form),
    ...ofColumns(whole.goalColumns, goalFields, form),
    ...ofColumns(whole.indicatorColumns, indicatorFields, form),
  ];
  const seen = new Set<string>();
  return found.filter(({ field, text }) => {
    const key = `${field} ${text}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
