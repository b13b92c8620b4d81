import type { Sheet, SheetCell } from '../../export/ooxml/workbook.ts';
import type { Language } from '../../messages/index.ts';
import type { PerformanceForm } from '../../schema/index.ts';
import { isUnverifiable } from '../run.ts';
import { projectWords } from '../words.ts';
import { figure, headings, linked, severityLooks, text, word } from './cells.ts';
import type { Word } from './cells.ts';
import type { PlacedForm } from './rows.ts';

type Row = readonly SheetCell[];

const formColumns: readonly Word[] = [
  'file',
  'number',
  'project',
  'code',
  'department',
  'unit',
  'year',
  'kind',
  'fund-unit',
  'annual-budget',
  'executed',
  'rate',
  'total-score',
  'rating',
  'errors',
  'warnings',
  'infos',
  'unverifiable',
];

/** 表单: a row a form. */
export function formsSheet(forms: readonly PlacedForm[], language: Language): Sheet {
  function* rows(): Generator<Row> {
    yield headings(formColumns, language);
    for (const form of forms) yield formRow(form, language);
  }
  return {
    name: word('sheet-forms', language),
    widths: [28, 8, 32, 20, 26, 26, 8, 12, 10, 14, 14, 11, 9, 10, 8, 8, 8, 10],
    frozen: 1,
    filter: true,
    rows: rows(),
  };
}

function formRow(placed: PlacedForm, language: Language): Row {
  const { file, checked, indicators } = placed;
  const { form, findings } = checked;
  const count = (level: keyof typeof severityLooks): SheetCell => {
    const found = findings.filter((finding) =>
      isUnverifiable(finding) ? level === 'unverifiable' : finding.severity === level,
    ).length;
    return found === 0 ? figure(null) : figure(found, severityLooks[level]);
  };
  return [
    text(file.file),
    figure(checked.number),
    form.indicators.length === 0
      ? text(projectWords(checked, language))
      : linked(
          projectWords(checked, language),
          `'${word('sheet-indicators', language)}'!A${indicators}`,
        ),
    text(form.project.code),
    text(form.department),
    text(form.implementingUnit),
    figure(form.year),
    text(word(`kind-${form.kind}`, language)),
    text(form.funds.unit),
    ...totalsOf(form),
    count('error'),
    count('warning'),
    count('info'),
    count('unverifiable'),
  ];
}

/** Annual budget, executed, rate, total score, rating. */
function totalsOf(form: PerformanceForm): Row {
  if (form.kind === 'target')
    return [figure(form.funds.budget), figure(null), figure(null), figure(null), text(null)];
  const total = form.funds.rows.find(({ source }) => source === 'total');
  return [
    figure(total?.annualBudget ?? null),
    figure(total?.executed ?? null),
    figure(total?.executionRate ?? null),
    figure(form.total.score),
    text(form.rating),
  ];
}

const whose: readonly Word[] = ['file', 'number', 'project'];
const whoseWidths = [24, 8, 28];

function owner({ file, checked, row }: PlacedForm, language: Language): Row {
  return [
    text(file.file),
    figure(checked.number),
    linked(projectWords(checked, language), `'${word('sheet-forms', language)}'!A${row}`),
  ];
}

const indicatorColumns: readonly Word[] = [
  ...whose,
  'level1',
  'level2',
  'level3',
  'target',
  'target-number',
  'actual',
  'actual-number',
  'measure-unit',
  'weight',
  'score',
  'deviation',
];

/** 指标明细: a row an indicator. */
export function indicatorsSheet(forms: readonly PlacedForm[], language: Language): Sheet {
  function* rows(): Generator<Row> {
    yield headings(indicatorColumns, language);
    for (const placed of forms) yield* indicatorRows(placed, language);
  }
  return {
    name: word('sheet-indicators', language),
    widths: [...whoseWidths, 14, 18, 30, 18, 12, 18, 12, 10, 9, 9, 40],
    frozen: 1,
    filter: true,
    rows: rows(),
  };
}

function indicatorRows(placed: PlacedForm, language: Language): Row[] {
  const { form } = placed.checked;
  if (form.kind === 'target') {
    return form.indicators.map(({ level1, level2, level3, target }) => [
      ...owner(placed, language),
      text(level1),
      text(level2),
      text(level3),
      text(target.text),
      figure(target.number),
      text(null),
      figure(null),
      text(target.unit),
      figure(null),
      figure(null),
      text(null),
    ]);
  }
  return form.indicators.map(
    ({ level1, level2, level3, target, actual, weight, score, deviation }) => [
      ...owner(placed, language),
      text(level1),
      text(level2),
      text(level3),
      text(target.text),
      figure(target.number),
      text(actual.text),
      figure(actual.number),
      text(target.unit ?? actual.unit),
      figure(weight),
      figure(score),
      text(deviation),
    ],
  );
}

const fundColumns: readonly Word[] = [
  ...whose,
  'fund-row',
  'fund-unit',
  'initial-budget',
  'annual-budget',
  'executed',
  'rate',
  'weight',
  'score',
];

/** 资金明细: a row a fund row; a target form has one, its budget. */
export function fundsSheet(forms: readonly PlacedForm[], language: Language): Sheet {
  function* rows(): Generator<Row> {
    yield headings(fundColumns, language);
    for (const placed of forms) yield* fundRows(placed, language);
  }
  return {
    name: word('sheet-funds', language),
    widths: [...whoseWidths, 26, 10, 15, 15, 15, 11, 9, 9],
    frozen: 1,
    filter: true,
    rows: rows(),
  };
}

function fundRows(placed: PlacedForm, language: Language): Row[] {
  const { form } = placed.checked;
  const { unit } = form.funds;
  if (form.kind === 'target')
    return [
      [
        ...owner(placed, language),
        text(null),
        text(unit),
        figure(null),
        figure(form.funds.budget),
        figure(null),
        figure(null),
        figure(null),
        figure(null),
      ],
    ];
  return form.funds.rows.map(
    ({ label, initialBudget, annualBudget, executed, executionRate, weight, score }) => [
      ...owner(placed, language),
      text(label),
      text(unit),
      figure(initialBudget),
      figure(annualBudget),
      figure(executed),
      figure(executionRate),
      figure(weight),
      figure(score),
    ],
  );
}
