import type { PerformanceForm } from '../../../src/schema/index.ts';
import type { Accept, ExpectedForm } from './types.ts';

export interface Difference {
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
}

export interface Comparison {
  /** Fields that the expected form has, nulls included. */
  readonly fields: number;
  readonly differences: readonly Difference[];
}

function leaves(value: unknown, path: string, out: Map<string, unknown>): void {
  if (Array.isArray(value)) {
    out.set(`${path}/length`, value.length);
    value.forEach((entry, index) => {
      leaves(entry, `${path}/${index}`, out);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value))
      leaves(entry, path === '' ? key : `${path}/${key}`, out);
  } else out.set(path, value);
}

/** Field by field; a missing form is wrong in all of them. Extras, audit and refs are not looked at. */
export function compareForm(
  expected: ExpectedForm,
  got: PerformanceForm | undefined,
  accept: Accept,
): Comparison {
  const wanted = new Map<string, unknown>();
  leaves(expected, '', wanted);
  const found = new Map<string, unknown>();
  leaves(got ?? {}, '', found);
  const differences: Difference[] = [];
  for (const [path, value] of wanted) {
    const actual = found.get(path);
    if (actual === value || (accept[path]?.includes(actual) ?? false)) continue;
    differences.push({ path, expected: value, got: actual });
  }
  return { fields: wanted.size, differences };
}

export interface DocumentComparison extends Comparison {
  readonly forms: number;
}

/** All forms of a document in order, with the number of forms as a field of its own. */
export function compareDocument(
  expected: readonly ExpectedForm[],
  got: readonly PerformanceForm[],
  accept: readonly Accept[],
): DocumentComparison {
  const parts = expected.map((form, index) => compareForm(form, got[index], accept[index] ?? {}));
  const differences = parts.flatMap((part, index) =>
    part.differences.map((one) => ({ ...one, path: `${index}:${one.path}` })),
  );
  if (got.length !== expected.length)
    differences.unshift({ path: 'forms', expected: expected.length, got: got.length });
  return {
    forms: got.length,
    fields: parts.reduce((sum, part) => sum + part.fields, 1),
    differences,
  };
}

/** One line a difference, for a failing test or the report of `measure.ts`. */
export function describe(differences: readonly Difference[], most = 12): string {
  const lines = differences
    .slice(0, most)
    .map(
      ({ path, expected, got }) =>
        `  ${path}: expected ${JSON.stringify(expected)}, got ${got === undefined ? 'nothing' : JSON.stringify(got)}`,
    );
  return [
    ...lines,
    ...(differences.length > most ? [`  … and ${differences.length - most} more`] : []),
  ].join('\n');
}
