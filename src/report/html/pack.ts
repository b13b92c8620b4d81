import { layoutForm } from '../../export/layout.ts';
import type { PerformanceForm } from '../../schema/index.ts';
import { isUnverifiable } from '../run.ts';
import type { CheckedFile, CheckedForm, ReportedFinding } from '../run.ts';
import type { Packed, PackedFinding, Place } from './data.ts';
import { shortPlace } from './place.ts';

/** One form as the page carries it: lists in a fixed order, 0 for what repeats the one before. */
export function packForm(checked: CheckedForm, file: CheckedFile, mends: Mends): Packed {
  const { form, findings } = checked;
  const { title, year, project, department, departmentCode, implementingUnit } = form;
  return {
    head: [title, year, project.name, project.code, department, departmentCode, implementingUnit],
    ...bodyOf(form),
    extras: form.extras.map(({ label, value }) => [label, value]),
    findings: findings.map((finding) => packFinding(finding, file)),
    places: packPlaces(form),
    mends: mendsOf(form, mends),
  };
}

function bodyOf(form: PerformanceForm): Pick<Packed, 'body'> {
  if (form.kind === 'target') {
    const { unit, budget, fiscal, other, purpose } = form.funds;
    const plan = form.disbursementPlan.map(({ by, percent }) => [by, percent] as const);
    const rows = form.indicators.map(({ level1, level2, level3, description, target, basis }) => [
      level1,
      level2,
      level3,
      description,
      target.text,
      basis,
    ]);
    return {
      body: {
        kind: 'target',
        funds: [unit, budget, fiscal, other, purpose],
        plan,
        goal: form.goal.expected,
        rows: withoutRepeats(rows),
      },
    };
  }
  const funds = form.funds.rows.map((row) => [
    row.source,
    row.label,
    row.initialBudget,
    row.annualBudget,
    row.executed,
    row.weight,
    row.executionRate,
    row.score,
  ]);
  const rows = form.indicators.map(
    ({ level1, level2, level3, target, actual, weight, score, deviation }) => [
      level1,
      level2,
      level3,
      target.text,
      actual.text,
      weight,
      score,
      deviation,
      target.number,
      actual.number,
    ],
  );
  return {
    body: {
      kind: 'self-evaluation',
      unit: form.funds.unit,
      funds,
      goal: [form.goal.expected, form.goal.actual],
      rows: withoutRepeats(rows),
      groups: form.groupWeights.map(({ level1, weight }) => [level1, weight]),
      total: [form.total.weight, form.total.score],
      rating: form.rating,
    },
  };
}

/** The labels of a row that repeat the row before as 0. */
function withoutRepeats(rows: readonly (readonly (string | null)[])[]): (string | null | 0)[][] {
  return rows.map((row, index) =>
    row.map((value, column) =>
      column < 2 && index > 0 && value !== null && rows[index - 1]?.[column] === value ? 0 : value,
    ),
  );
}

function packFinding(finding: ReportedFinding, { translations }: CheckedFile): PackedFinding {
  const { fingerprint, rule, severity, message, path, printed, expected, range, refs } = finding;
  const level = isUnverifiable(finding) ? 'unverifiable' : severity;
  return [
    fingerprint,
    rule,
    level,
    message,
    translations?.get(fingerprint) ?? null,
    path,
    printed,
    expected,
    range?.[0] ?? null,
    range?.[1] ?? null,
    shortPlace(refs[0]),
  ];
}

/** The places of the values that the layout shows, in its order. */
function packPlaces({ refs, ...form }: PerformanceForm): (Place | null | 0)[] {
  if (refs === undefined) return [];
  const places = layoutForm(form)
    .cells.filter(({ paths }) => paths.length > 0)
    .map(({ paths }) => shortPlace(refs[paths[0] ?? '']));
  return places.map((place, index) =>
    place !== null && index > 0 && places[index - 1] === place ? 0 : place,
  );
}

/** By the place of a cell in the source, what was mended there. */
export type Mends = ReadonlyMap<string, readonly string[]>;

interface Ref {
  readonly table?: number | undefined;
  readonly row?: number | undefined;
  readonly column?: number | undefined;
}

function keyOf({ table, row, column }: Ref): string {
  return `${table},${row},${column}`;
}

/** What the readers mended in a document, by cell. */
export function mendsIn({ document }: CheckedFile): Mends {
  const mends = new Map<string, string[]>();
  for (const { stage, severity, refs, message } of document?.diagnostics ?? []) {
    if (stage !== 'stitch' || severity !== 'info') continue;
    for (const ref of refs) mends.set(keyOf(ref), [...(mends.get(keyOf(ref)) ?? []), message]);
  }
  return mends;
}

/** The mends at a form's values, a list of them and the pointers that each touches. */
function mendsOf({ refs }: PerformanceForm, mends: Mends): [string, string[]][] {
  const found = new Map<string, string[]>();
  if (mends.size === 0) return [];
  for (const [path, ref] of Object.entries(refs ?? {})) {
    for (const words of mends.get(keyOf(ref)) ?? [])
      found.set(words, [...(found.get(words) ?? []), path]);
  }
  return [...found];
}
