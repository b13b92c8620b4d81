import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import type { Finding } from '../schema/index.ts';
import type { CheckedForm } from './run.ts';
import type { Summary } from './summary.ts';

type Ref = Omit<Finding['refs'][number], 'boxes'>;

/** Where a value stands, for people: a line, a sheet's cell, a page, else the cell of a table; '' where nothing is known. */
export function placeWords(ref: Ref | undefined, language: Language): string {
  if (ref === undefined) return '';
  const { line, endLine, page, part, table, row, column } = ref;
  if (line !== undefined) {
    return endLine === undefined || endLine === line
      ? message('report-line', { line }, language)
      : message('report-lines', { line, endLine }, language);
  }
  if (part?.includes('!') === true) return part;
  const pageWords = page === undefined ? '' : message('report-page', { page }, language);
  if (pageWords !== '' || table === undefined || row === undefined || column === undefined)
    return pageWords;
  return message('report-cell', { table: table + 1, row: row + 1, column: column + 1 }, language);
}

/** A form's project name, or that it has none. */
export function projectWords({ form }: CheckedForm, language: Language): string {
  return form.project.name ?? message('report-unnamed', {}, language);
}

/** A finding for a list without a column for the form or, where no line can be linked, for the place. */
export function wholeWords(
  form: CheckedForm,
  { message: words, refs }: Finding,
  language: Language,
): string {
  const place = refs[0]?.line === undefined ? placeWords(refs[0], language) : '';
  return [projectWords(form, language), words, place]
    .filter((part) => part !== '')
    .join(language === 'zh' ? '：' : ': ');
}

/** The lines that sum a run up: what was found, what was checked, what could not be. */
export function summaryLines(summary: Summary, language: Language): string[] {
  const say = (code: string, data: Readonly<Record<string, string | number>> = {}): string =>
    message(code, data, language);
  const { checks, findings, baseline } = summary;
  const { exact, withinRounding, mismatch, unverifiable } = checks;
  const all = exact + withinRounding + mismatch + unverifiable;
  const join = language === 'zh' ? '；' : '; ';
  return [
    [
      say('report-summary-files', { files: summary.files, forms: summary.forms }),
      say('report-summary-findings', findings),
    ].join(join),
    say('report-summary-checks', { all, ...checks }),
    ...(summary.unverifiable.length > 0 ? [unverifiableLine(summary, language)] : []),
    ...(summary.failed > 0 ? [say('report-summary-failed', { count: summary.failed })] : []),
    ...(summary.partial > 0 ? [say('report-summary-partial', { count: summary.partial })] : []),
    ...(summary.passedOver > 0
      ? [say('report-summary-passed-over', { count: summary.passedOver })]
      : []),
    ...(baseline === null ? [] : [say('report-summary-hidden', { hidden: baseline.hidden })]),
    ...(baseline !== null && baseline.stale > 0
      ? [say('report-summary-stale', { stale: baseline.stale })]
      : []),
  ];
}

function unverifiableLine({ unverifiable }: Summary, language: Language): string {
  const rules = unverifiable
    .map(({ rule, forms }) => `${rule} ${forms}`)
    .join(language === 'zh' ? '、' : ', ');
  return message('report-summary-unverifiable', {}, language) + rules;
}
