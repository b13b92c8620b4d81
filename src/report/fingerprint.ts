import { createHash } from 'node:crypto';
import type { Finding, PerformanceForm } from '../schema/index.ts';

/**
 * A fingerprint for each finding of a file's forms: the same in the next run as long as the file, the form, the row and
 * the figures are the same, wherever their lines have moved. Rows and forms are known by their names, not their numbers;
 * what has the same name is told apart by its order. It holds no words of a message, so it is the same in both languages.
 */
export function fingerprints(file: string, forms: readonly PerformanceForm[]): string[][] {
  const seen = new Map<string, number>();
  const nth = (key: string): number => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count;
  };
  return forms.map((form) => {
    const name = [
      form.kind,
      form.year,
      form.project.name,
      form.project.code,
      form.implementingUnit,
    ];
    const formKey = JSON.stringify([file, ...name]);
    const which = nth(formKey);
    return (form.audit?.findings ?? []).map((finding) => {
      const key = JSON.stringify([
        formKey,
        which,
        finding.rule,
        placeKey(form, finding.path),
        finding.printed,
        finding.expected,
      ]);
      return createHash('sha256')
        .update(`${key}${nth(key)}`)
        .digest('hex')
        .slice(0, 32);
    });
  });
}

/** A JSON Pointer with the names of rows in the place of their numbers. */
function placeKey(form: PerformanceForm, path: Finding['path']): string {
  const named = namedPlace(form, path);
  return named === null ? path : JSON.stringify(named);
}

/** Null where the pointer leads into no list. */
function namedPlace(form: PerformanceForm, path: string): unknown[] | null {
  const [, list = '', second = '', third = ''] = path.split('/');
  if (list === 'indicators')
    return [list, ...namesOf(form.indicators[Number(second)]), after(path, 3)];
  if (form.kind === 'target') return null;
  if (list === 'groupWeights') return [list, form.groupWeights[Number(second)]?.level1];
  if (list !== 'funds' || second !== 'rows') return null;
  return [list, form.funds.rows[Number(third)]?.label, after(path, 4)];
}

/** What names an indicator in the place of its number. */
function namesOf(indicator: PerformanceForm['indicators'][number] | undefined): unknown[] {
  return [indicator?.level1, indicator?.level2, indicator?.level3];
}

/** The parts of a pointer behind the first few. */
function after(path: string, parts: number): string[] {
  return path.split('/').slice(parts);
}
