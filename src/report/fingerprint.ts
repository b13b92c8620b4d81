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
  const [, list = '', second = '', third = ''] = path.split('/');
  if (list === 'indicators') {
    const indicator = form.indicators[Number(second)];
    return JSON.stringify([
      list,
      indicator?.level1,
      indicator?.level2,
      indicator?.level3,
      path.split('/').slice(3),
    ]);
  }
  if (form.kind === 'self-evaluation') {
    if (list === 'funds' && second === 'rows')
      return JSON.stringify([
        list,
        form.funds.rows[Number(third)]?.label,
        path.split('/').slice(4),
      ]);
    if (list === 'groupWeights')
      return JSON.stringify([list, form.groupWeights[Number(second)]?.level1]);
  }
  return path;
}
