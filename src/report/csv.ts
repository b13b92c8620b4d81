import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { eachFinding } from './place.ts';
import { unreadParts } from './run.ts';
import type { CheckedFile, CheckRun } from './run.ts';
import { placeWords } from './words.ts';

const columns = [
  'file',
  'form',
  'project',
  'department',
  'severity',
  'rule',
  'message',
  'printed',
  'expected',
  'from',
  'to',
  'hint',
  'place',
  'path',
  'fingerprint',
] as const;
type Row = Partial<Record<(typeof columns)[number], string | null>>;

/**
 * A line a finding, for Excel: UTF-8 with BOM, CRLF, headings in the run's language. What could not be checked and files that were not read
 * are lines too. A text that Excel would take for a formula is made text by an apostrophe; printed figures stay figures.
 */
export function csvReport({ files, language }: CheckRun): string {
  return [
    csvMark,
    findingHeadings(language),
    ...files.map((file) => findingLines(file, language)),
  ].join('');
}

/** What tells Excel that a file is UTF-8. */
export const csvMark = '\uFEFF';

export function findingHeadings(language: Language): string {
  return csvLine(columns.map((column) => message(`report-column-${column}`, {}, language)));
}

/** A file's lines of the report. */
export function findingLines(file: CheckedFile, language: Language): string {
  return fileRows(file, language)
    .map((row) => csvLine(columns.map((column) => row[column] ?? '')))
    .join('');
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function fileRows(checked: CheckedFile, language: Language): Row[] {
  const { file, failure, forms } = checked;
  const word = (severity: string): string => message(`report-severity-${severity}`, {}, language);
  if (failure !== null)
    return [{ file, severity: word('error'), rule: failure.code, message: failure.message }];
  const told = unreadParts(checked).map(({ code, severity, message: words, refs }): Row => ({
    file,
    severity: word(severity),
    rule: code,
    message: words,
    place: placeWords(refs[0], language),
  }));
  const found = [...eachFinding(forms)].map(({ form, finding }): Row => ({
    file,
    form: String(form.number),
    project: form.form.project.name,
    department: form.form.department,
    severity: word(finding.severity),
    rule: finding.rule,
    message: finding.message,
    printed: finding.printed,
    expected: finding.expected,
    from: finding.range?.[0] ?? null,
    to: finding.range?.[1] ?? null,
    hint: finding.hint,
    place: placeWords(finding.refs[0], language),
    path: finding.path,
    fingerprint: finding.fingerprint,
  }));
  return [...told, ...found];
}

/** One cell: quoted where it must be, and never a formula. */
export function csvCell(text: string): string {
  const isNumber = /^-?\d+(?:\.\d+)?$/u.test(text);
  // Excel and WPS also take full-width signs, and skip white space before them.
  const safe = !isNumber && /^\s*[=+\-@＝＋－＠\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe;
}
