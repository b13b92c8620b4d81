import { message } from '../../messages/index.ts';
import type { Language } from '../../messages/index.ts';
import type { Severity } from '../../model/index.ts';
import type { Comparison, FormPair, PerformanceForm } from '../../schema/index.ts';
import { placeWords } from '../words.ts';

/** Two documents that were compared. */
export interface ComparedFiles {
  readonly before: string;
  readonly after: string;
  readonly comparison: Comparison;
  readonly language: Language;
}

/** One difference, for a list. */
export interface ChangeRow {
  readonly project: string;
  readonly severity: Exclude<Severity, 'error'>;
  readonly kind: string;
  readonly words: string;
  readonly before: string;
  readonly after: string;
  readonly placeBefore: string;
  readonly placeAfter: string;
}

/** Every difference, pair by pair; then the forms of one document that have none in the other. */
export function changeRows({ comparison, language }: ComparedFiles): ChangeRow[] {
  const { pairs, dropped, added } = comparison;
  const alone = (code: string, forms: Comparison['dropped']): ChangeRow[] =>
    forms.map(({ form }) => ({
      project: nameOf(form, language),
      severity: 'warning',
      kind: code,
      words: message(`compare-${code}`, {}, language),
      before: '',
      after: '',
      placeBefore: '',
      placeAfter: '',
    }));
  return [
    ...pairs.flatMap((pair) => rowsOf(pair, language)),
    ...alone('form-dropped', dropped),
    ...alone('form-added', added),
  ];
}

function rowsOf({ before, after, by, changes }: FormPair, language: Language): ChangeRow[] {
  const project = nameOf(after.form, language);
  const told = changes.map(({ kind, severity, message: words, paths, ...values }): ChangeRow => ({
    project,
    severity,
    kind,
    words: words[language],
    before: values.before ?? '',
    after: values.after ?? '',
    placeBefore: placeAt(before.form, paths[0], language),
    placeAfter: placeAt(after.form, paths[1], language),
  }));
  if (by === 'code' || by === 'name') return told;
  const guessed: ChangeRow = {
    project,
    severity: 'info',
    kind: 'paired',
    words: message(`compare-paired-${by}`, { name: nameOf(before.form, language) }, language),
    before: nameOf(before.form, language),
    after: project,
    placeBefore: '',
    placeAfter: '',
  };
  return [guessed, ...told];
}

function nameOf({ project }: PerformanceForm, language: Language): string {
  return project.name ?? message('report-unnamed', {}, language);
}

function placeAt({ refs = {} }: PerformanceForm, path: string | null, language: Language): string {
  if (path === null) return '';
  const known = refs[path] ?? refs[`${path}/level3`] ?? refs[`${path}/text`];
  return placeWords(known, language);
}
