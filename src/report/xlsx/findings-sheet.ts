import type { Sheet, SheetCell } from '../../export/ooxml/workbook.ts';
import { message } from '../../messages/index.ts';
import type { CheckedFile, CheckRun, ReportedFinding } from '../run.ts';
import { isUnverifiable, unreadParts } from '../run.ts';
import { placeWords, projectWords } from '../words.ts';
import { figure, headings, linked, severityLooks, text, value, word } from './cells.ts';
import type { Word } from './cells.ts';
import type { PlacedForm } from './rows.ts';

type Row = readonly SheetCell[];

const columns: readonly Word[] = [
  'severity',
  'rule',
  'rule-title',
  'file',
  'number',
  'project',
  'department',
  'message',
  'printed',
  'expected',
  'from',
  'to',
  'place',
  'row',
  'verified',
];
const widths = [10, 22, 30, 28, 8, 28, 24, 56, 13, 13, 12, 12, 16, 10, 16];

/** 问题清单: a row a finding, a file that was not read, a part of one; the project leads to its form, 所在行 to the row that is meant. */
export function findingsSheet(run: CheckRun, forms: readonly PlacedForm[]): Sheet {
  return {
    name: word('sheet-findings', run.language),
    widths,
    frozen: 1,
    filter: true,
    rows: rowsOf(run, forms),
  };
}

function* rowsOf(run: CheckRun, forms: readonly PlacedForm[]): Generator<Row> {
  yield headings(columns, run.language);
  for (const file of run.files) yield* unread(file, run);
  const titles = new Map(run.rules.map(({ id, title }) => [id, title]));
  for (const form of forms)
    for (const finding of form.checked.findings)
      yield findingRow(finding, form, titles.get(finding.rule) ?? '', run);
}

function unread(checked: CheckedFile, { language }: CheckRun): Row[] {
  const { file, failure } = checked;
  const row = (
    severity: 'error' | 'warning' | 'info',
    code: string,
    words: string,
    place: string,
  ): Row => [
    text(message(`report-severity-${severity}`, {}, language), severityLooks[severity]),
    text(code),
    text(''),
    text(file),
    text(''),
    text(''),
    text(''),
    text(words),
    ...Array.from({ length: 4 }, () => text('')),
    text(place),
    text(''),
    text(''),
  ];
  if (failure !== null) return [row('error', failure.code, failure.message, '')];
  return unreadParts(checked).map(({ code, severity, message: words, refs }) =>
    row(severity, code, words, placeWords(refs[0], language)),
  );
}

function findingRow(
  finding: ReportedFinding,
  form: PlacedForm,
  title: string,
  { language }: CheckRun,
): Row {
  const open = isUnverifiable(finding);
  const severity = open
    ? word('unverifiable', language)
    : message(`report-severity-${finding.severity}`, {}, language);
  const { file, checked, row } = form;
  return [
    text(severity, severityLooks[open ? 'unverifiable' : finding.severity]),
    text(finding.rule),
    text(title),
    text(file.file),
    figure(checked.number),
    linked(projectWords(checked, language), `'${word('sheet-forms', language)}'!A${row}`),
    text(checked.form.department),
    text(finding.message),
    value(finding.printed),
    value(finding.expected),
    value(finding.range?.[0] ?? null),
    value(finding.range?.[1] ?? null),
    text(placeWords(finding.refs[0], language)),
    linked(word('go-to-row', language), rowLink(finding.path, form, language)),
    text(''),
  ];
}

/** The row of the indicator or fund that a finding is about, else of its form. */
function rowLink(
  path: string,
  { row, indicators, funds }: PlacedForm,
  language: CheckRun['language'],
): string {
  const [, indicator] = /^\/indicators\/(\d+)/u.exec(path) ?? [];
  if (indicator !== undefined)
    return `'${word('sheet-indicators', language)}'!A${indicators + Number(indicator)}`;
  const [, fund] = /^\/funds\/rows\/(\d+)/u.exec(path) ?? [];
  if (fund !== undefined) return `'${word('sheet-funds', language)}'!A${funds + Number(fund)}`;
  return `'${word('sheet-forms', language)}'!A${row}`;
}
