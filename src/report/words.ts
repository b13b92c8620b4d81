import { message, oneLine } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import type { Finding } from '../schema/index.ts';
import type { Placed, Told } from './habits.ts';
import type { CheckedForm, CheckRun } from './run.ts';
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
function wholeWords(
  form: CheckedForm,
  { message: words, refs }: Finding,
  language: Language,
): string {
  const place = refs[0]?.line === undefined ? placeWords(refs[0], language) : '';
  return [projectWords(form, language), words, place]
    .filter((part) => part !== '')
    .join(language === 'zh' ? '：' : ': ');
}

/** So many places are named; the JSON has all of them. */
export const mostPlaces = 8;

/** Many findings of one rule in a sentence: how often, in how many forms, and where; `withFile` also in which file; no more than `most` places. */
export function repeatWords(
  group: readonly [Placed, ...Placed[]],
  { rules, language }: Pick<CheckRun, 'rules' | 'language'>,
  withFile = false,
  most = mostPlaces,
): string {
  const [{ finding }] = group;
  const all = placesOf(group, withFile, language);
  const shown = all.slice(0, most).join(language === 'zh' ? '、' : ', ');
  const places =
    all.length > most && most > 0
      ? message('report-many-more', { places: shown }, language)
      : shown;
  const forms = new Set(group.map(({ form }) => form)).size;
  const title = rules.find(({ id }) => id === finding.rule)?.title ?? finding.rule;
  const counts = { count: group.length, forms };
  const times = message(forms > 1 ? 'report-times-forms' : 'report-times', counts, language);
  return message(
    places === '' ? 'report-many-bare' : 'report-many',
    { title, times, places },
    language,
  );
}

/** Where many findings stand, each place once; `withFile` with a file's name before its first place. */
function placesOf(group: readonly Placed[], withFile: boolean, language: Language): string[] {
  const named = new Set<string>();
  const places = group.map(({ file, finding }) => {
    const place = shortPlace(finding.refs[0], language);
    if (!withFile || named.has(file)) return place;
    named.add(file);
    return `${oneLine(lastPart(file))} ${place}`.trim();
  });
  return [...new Set(places)].filter((place) => place !== '');
}

/** A file's name without its folders. */
export function lastPart(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function shortPlace(ref: Ref | undefined, language: Language): string {
  return ref?.line === undefined ? placeWords(ref, language) : String(ref.line);
}

/** What is told of a finding in a list: its own words, or those of all that are like it. */
export function toldWords(
  { form, finding, all }: Told,
  run: Pick<CheckRun, 'rules' | 'language'>,
): string {
  return all.length === 1 ? wholeWords(form, finding, run.language) : repeatWords(all, run);
}

/** The lines that sum a run up: what was found, what was checked, what could not be. */
export function summaryLines(summary: Summary, language: Language): string[] {
  const say = (code: string, data: Readonly<Record<string, string | number>> = {}): string =>
    message(code, data, language);
  const { checks, findings, remarks, baseline } = summary;
  const all = Object.values(checks).reduce((sum, count) => sum + count, 0);
  const join = language === 'zh' ? '；' : '; ';
  return [
    [
      say('report-summary-files', { files: summary.files, forms: summary.forms }),
      say('report-summary-findings', findings),
    ].join(join),
    say('report-summary-checks', { all, ...checks, mismatch: checks.mismatch - remarks, remarks }) +
      unverifiableWords(summary, language),
    ...(summary.failed > 0 ? [say('report-summary-failed', { count: summary.failed })] : []),
    ...(summary.partial > 0 ? [say('report-summary-partial', { count: summary.partial })] : []),
    ...(summary.passedOver > 0 ? [passedOverLine(summary, language)] : []),
    ...(baseline === null ? [] : [say('report-summary-hidden', { hidden: baseline.hidden })]),
    ...(baseline !== null && baseline.stale > 0
      ? [say('report-summary-stale', { stale: baseline.stale })]
      : []),
  ];
}

const mostNames = 5;

function passedOverLine({ passedOver, skipped = [] }: Summary, language: Language): string {
  const words = message('report-summary-passed-over', { count: passedOver }, language);
  if (skipped.length === 0) return words;
  const [colon, comma] = language === 'zh' ? ['：', '、'] : [': ', ', '];
  const names = skipped.slice(0, mostNames).map(oneLine).join(comma);
  const more = skipped.length > mostNames;
  return `${words}${colon}${more ? message('report-many-more', { places: names }, language) : names}`;
}

/** The rules that could not be checked, each with the number of forms. */
function unverifiableWords({ unverifiable }: Summary, language: Language): string {
  if (unverifiable.length === 0) return '';
  const rules = unverifiable
    .map(({ rule, forms }) => `${rule} ${forms}`)
    .join(language === 'zh' ? '、' : ', ');
  return message('report-summary-unverifiable', {}, language) + rules;
}
