import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { schemaVersion } from '../schema/index.ts';
import type { Indicator, PerformanceForm } from '../schema/index.ts';
import { csvLine, csvMark, findingHeadings, findingLines } from './csv.ts';
import { totalsOf } from './outcome.ts';
import type { FileOutcome } from './outcome.ts';
import type { CheckedFile, CheckedForm } from './run.ts';
import { summarise } from './summary.ts';

type Cell = string | number | null;

/** A table over all files of a batch: what stands first, and what each file adds. A file's text depends on that file alone. */
export interface BatchTable {
  readonly name: string;
  readonly head: (language: Language) => string;
  readonly lines: (file: CheckedFile, language: Language) => string;
}

const formColumns = [
  'file',
  'form',
  'kind',
  'title',
  'year',
  'project',
  'project-code',
  'department',
  'department-code',
  'unit',
  'fund-unit',
  'initial-budget',
  'annual-budget',
  'executed',
  'execution-rate',
  'fund-weight',
  'fund-score',
  'indicators',
  'weight',
  'score',
  'rating',
  'errors',
  'warnings',
  'infos',
  'exact',
  'within-rounding',
  'mismatch',
  'unverifiable',
] as const;

const indicatorColumns = [
  'file',
  'form',
  'year',
  'project',
  'department',
  'unit',
  'number',
  'level1',
  'level2',
  'level3',
  'target',
  'target-comparator',
  'target-number',
  'target-unit',
  'actual',
  'actual-number',
  'actual-unit',
  'indicator-weight',
  'indicator-score',
  'deviation',
] as const;

/** Of a file that was not read, or holds no form: which, and why. */
const failedColumns = ['file', 'cause', 'message'] as const;

/** Every table that a batch writes, by its file's name. */
export const batchTables: readonly BatchTable[] = [
  {
    name: 'forms.ndjson',
    head: () => '',
    lines: ({ file, forms }) =>
      forms.map(({ number, form }) => `${JSON.stringify({ file, number, ...form })}\n`).join(''),
  },
  csvTable('forms.csv', formColumns, formRow),
  csvTable('indicators.csv', indicatorColumns, indicatorRows),
  {
    name: 'findings.csv',
    head: (language) => csvMark + findingHeadings(language),
    lines: findingLines,
  },
  {
    name: 'failed.csv',
    head: (language) =>
      csvMark +
      csvLine(failedColumns.map((column) => message(`report-column-${column}`, {}, language))),
    lines: ({ file, failure }) =>
      failure === null ? '' : csvLine([file, failure.code, failure.message]),
  },
];

function csvTable<C extends string>(
  name: string,
  columns: readonly C[],
  rowsOf: (
    file: string,
    form: CheckedForm,
    language: Language,
  ) => readonly Readonly<Record<C, Cell>>[],
): BatchTable {
  const line = (row: Readonly<Record<C, Cell>>): string =>
    csvLine(columns.map((column) => String(row[column] ?? '')));
  return {
    name,
    head: (language) =>
      csvMark + csvLine(columns.map((column) => message(`batch-column-${column}`, {}, language))),
    lines: ({ file, forms }, language) =>
      forms
        .flatMap((form) => rowsOf(file, form, language))
        .map(line)
        .join(''),
  };
}

function formRow(
  file: string,
  checked: CheckedForm,
  language: Language,
): Readonly<Record<(typeof formColumns)[number], Cell>>[] {
  const { form, checks } = checked;
  const { findings } = summarise({
    files: [{ file, document: null, failure: null, forms: [checked] }],
    passedOver: 0,
    baseline: null,
  });
  return [
    {
      file,
      form: checked.number,
      kind: message(`batch-kind-${form.kind}`, {}, language),
      title: form.title,
      year: form.year,
      project: form.project.name,
      'project-code': codeCell(form.project.code),
      department: form.department,
      'department-code': codeCell(form.departmentCode),
      unit: form.implementingUnit,
      'fund-unit': form.funds.unit,
      ...fundCells(form),
      indicators: form.indicators.length,
      ...totalCells(form),
      errors: findings.error,
      warnings: findings.warning,
      infos: findings.info,
      exact: checks.exact,
      'within-rounding': checks.withinRounding,
      mismatch: checks.mismatch,
      unverifiable: checks.unverifiable,
    },
  ];
}

/** The total row of the funds; of a target form only the budget. */
function fundCells({ kind, funds }: PerformanceForm) {
  const row =
    kind === 'target'
      ? { ...noFunds, annualBudget: funds.budget }
      : (funds.rows.find(({ source }) => source === 'total') ?? noFunds);
  return {
    'initial-budget': row.initialBudget,
    'annual-budget': row.annualBudget,
    executed: row.executed,
    'execution-rate': row.executionRate,
    'fund-weight': row.weight,
    'fund-score': row.score,
  };
}

/** A form without a row of totals. */
const noFunds = {
  initialBudget: null,
  annualBudget: null,
  executed: null,
  executionRate: null,
  weight: null,
  score: null,
};

function totalCells(form: PerformanceForm) {
  if (form.kind === 'target') return { weight: null, score: null, rating: null };
  return { weight: form.total.weight, score: form.total.score, rating: form.rating };
}

function indicatorRows(
  file: string,
  { form, number }: CheckedForm,
): Readonly<Record<(typeof indicatorColumns)[number], Cell>>[] {
  const { year, project, department, implementingUnit } = form;
  const whose = {
    file,
    form: number,
    year,
    project: project.name,
    department,
    unit: implementingUnit,
  };
  return form.indicators.map((indicator, index) => {
    const { level1, level2, level3, target } = indicator;
    return {
      ...whose,
      number: index + 1,
      level1,
      level2,
      level3,
      target: target.text,
      'target-comparator': target.comparator,
      'target-number': target.number,
      'target-unit': target.unit,
      ...('actual' in indicator ? doneCells(indicator) : notDone),
    };
  });
}

function doneCells({ actual, weight, score, deviation }: Indicator) {
  return {
    actual: actual.text,
    'actual-number': actual.number,
    'actual-unit': actual.unit,
    'indicator-weight': weight,
    'indicator-score': score,
    deviation,
  };
}

/** The indicators of a target form tell nothing of what was done. */
const notDone = {
  actual: null,
  'actual-number': null,
  'actual-unit': null,
  'indicator-weight': null,
  'indicator-score': null,
  deviation: null,
};

/** A code of digits that Excel would shorten (over 15 digits) or strip of its zeros is made text. */
function codeCell(code: string | null): string | null {
  return code !== null && /^(?:0\d+|\d{12,})$/u.test(code) ? `'${code}` : code;
}

/** `report.json`, piece by piece: every file's outcome, what they come to, and by what they were read. */
export function* batchReport(
  outcomes: readonly FileOutcome[],
  copies: ReadonlyMap<string, string>,
  version: string,
): Generator<string> {
  const head = {
    tool: { name: 'zxpj', version },
    schemaVersion,
    totals: { ...totalsOf(outcomes), duplicates: copies.size },
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "files": [`;
  for (const [index, outcome] of outcomes.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify({ ...outcome, duplicateOf: copies.get(outcome.file) ?? null })}`;
  }
  yield outcomes.length === 0 ? ']\n}\n' : '\n  ]\n}\n';
}
