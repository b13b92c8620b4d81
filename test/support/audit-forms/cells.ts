import { parseMeasure } from '../../../src/number/index.ts';
import type { Sheet } from './types.ts';

type Node = Record<string, unknown>;

function parentOf(form: unknown, path: string): { node: Node; key: string } | null {
  const keys = path.split('/').slice(1);
  const key = keys.pop() ?? '';
  let node = form as Node | undefined;
  for (const one of keys) node = node?.[one] as Node | undefined;
  return node === undefined ? null : { node, key };
}

const isMeasure = (value: unknown): value is { text: string } =>
  typeof value === 'object' && value !== null && 'text' in value;

/** What a cell prints: a figure's digits, or the text of a target or an actual. */
export function cellOf({ form }: Sheet, path: string): string | null {
  const place = parentOf(form, path);
  const value = place?.node[place.key];
  if (isMeasure(value)) return value.text;
  return typeof value === 'string' ? value : null;
}

/** The sheet with other words in some of its cells. */
export function withCells<S extends Sheet>(
  sheet: S,
  cells: readonly (readonly [path: string, digits: string | null])[],
): S {
  const form = structuredClone(sheet.form);
  for (const [path, digits] of cells) {
    const place = parentOf(form, path);
    if (place === null) continue;
    const { node, key } = place;
    node[key] = isMeasure(node[key]) ? parseMeasure(digits ?? '') : digits;
  }
  return { ...sheet, form };
}

export const amountColumns = ['initialBudget', 'annualBudget', 'executed'] as const;

/** The places of a form where figures stand, by what they are. */
export function placesOf(sheet: Sheet): Readonly<Record<string, readonly string[]>> {
  if (sheet.kind === 'target') {
    return {
      budget: ['/funds/budget'],
      'fiscal funds': ['/funds/fiscal'],
      'other funds': ['/funds/other'],
      'a step of the plan': sheet.form.disbursementPlan.map(
        (_, index) => `/disbursementPlan/${index}/percent`,
      ),
    };
  }
  const { form, structure } = sheet;
  const total = form.funds.rows.findIndex(({ source }) => source === 'total');
  const parts = structure.sums.flatMap((sum) => (sum.whole === total ? sum.parts : []));
  const subs = structure.sums.flatMap((sum) => (sum.whole === total ? [] : sum.parts));
  const rows = form.indicators.flatMap((_, index) =>
    structure.rows[index]?.counts.score === true && structure.rows[index].isExecution !== true
      ? [index]
      : [],
  );
  const fund = (indexes: readonly number[], column: string): string[] =>
    indexes.map((index) => `/funds/rows/${index}/${column}`);
  const scored = structure.execution === null ? [] : [structure.execution];
  return {
    'the rate': fund([total], 'executionRate'),
    'a rate below': fund([...parts, ...subs], 'executionRate'),
    'the execution score': fund(scored, 'score'),
    'the execution weight': fund(scored, 'weight'),
    'the initial budget': fund([total], 'initialBudget'),
    'the annual budget': fund([total], 'annualBudget'),
    'the amount executed': fund([total], 'executed'),
    "a source's initial budget": fund(parts, 'initialBudget'),
    "a source's annual budget": fund(parts, 'annualBudget'),
    "a source's amount executed": fund(parts, 'executed'),
    'a breakdown': amountColumns.flatMap((column) => fund(subs, column)),
    'a score': rows.map((index) => `/indicators/${index}/score`),
    'a weight': rows.map((index) => `/indicators/${index}/weight`),
    'an actual': rows.map((index) => `/indicators/${index}/actual`),
    'a target': rows.map((index) => `/indicators/${index}/target`),
    'the total score': ['/total/score'],
    'the total weight': ['/total/weight'],
    "a group's weight": form.groupWeights.map((_, index) => `/groupWeights/${index}/weight`),
  };
}

/** The cell of the same column in the row above or below, where there is one. */
export function besideOf(path: string, by: number): string {
  return path.replace(/\/(\d+)\//, (_, row: string) => `/${Number(row) + by}/`);
}
