import { guessHeading, names } from '../../lexicon/index.ts';
import { isNil, joinPieces, type Note, type Piece, type Unit } from '../../model/index.ts';
import { findFundUnit } from './fund-unit.ts';
import { unitsOf } from '../rows/moves.ts';
import type { Segment } from '../segments/segment.ts';
import { finishFunds, finishGoals, finishIndicators, type OpenTable } from './tables.ts';
import type { TotalRow } from '../blocks/total-row.ts';
import { isLongTerm, partTerms } from '../columns/two-terms.ts';
import type { IndicatorRow, Item, Pair, PlanStep, Role, TableKind, WholeForm } from '../types.ts';

/** What the walk through a form's items gathered. */
interface Gathered {
  readonly tables: ReadonlyMap<TableKind, OpenTable>;
  /** Indicators of another term than the year (长期绩效指标), or the year's, where those stand last. */
  readonly otherTerm: OpenTable | null;
  /** The money of the tasks, summed up. */
  readonly taskFunds: OpenTable | null;
  readonly pairs: readonly Pair[];
  readonly plan: readonly PlanStep[];
  readonly sideRows: readonly IndicatorRow[];
  readonly total: TotalRow | null;
  readonly year: WholeForm['year'];
  readonly labels: readonly Unit[];
  readonly outside: readonly Unit[];
  /** What was set aside before the walk: `outside` holds it too. */
  readonly aside: readonly Unit[];
  readonly notes: readonly Note[];
}

export interface FinishedForm {
  readonly form: WholeForm;
  readonly notes: readonly Note[];
  /** How many signs of a form were seen. */
  readonly evidence: number;
}

function byTerm(
  last: OpenTable | undefined,
  first: OpenTable | null,
): readonly [OpenTable | undefined, OpenTable | null] {
  if (last !== undefined && first === null) return partTerms(last);
  return last !== undefined && first !== null && isLongTerm(last.columns)
    ? [first, last]
    : [last, first];
}

/** The contract has no field for long-term indicators: each value goes to `extras` under its heading and its indicator's name. */
function finishLongTerm(table: OpenTable): ReturnType<typeof finishIndicators> {
  const read = finishIndicators(table);
  const block = table.columns.find(({ role }) => role === 'block')?.heading?.text ?? '';
  const headingOf = (role: Role): string =>
    table.columns.find((column) => column.role === role)?.heading?.text ?? '';
  const names = new Set<Role>(['block', 'level1', 'level2', 'level3']);
  const measure: readonly Role[] = ['sign', 'target', 'targetUnit'];
  const pairs = read.rows.flatMap(({ pieces, others }): Pair[] => {
    const name = pieces.get('level3')?.text ?? '';
    const named = (label: string, value: Piece | null): Pair[] =>
      value === null || isNil(value.text)
        ? []
        : [{ label: { text: `${label}（${name}）`, units: [] }, terms: [], value }];
    const rest = [...pieces]
      .filter(([role]) => !names.has(role) && !measure.includes(role))
      .flatMap(([role, value]) => named(headingOf(role), value));
    return [
      ...named(block, joinPieces(measure.map((role) => pieces.get(role) ?? null))),
      ...rest,
      ...others.flatMap(({ label, value }) => named(label.text, value)),
    ];
  });
  const labels = read.rows.flatMap(({ pieces, others }) =>
    [...pieces.values(), ...others.map(({ value }) => value)].flatMap(
      (piece) => piece?.units ?? [],
    ),
  );
  return { ...read, pairs: [...read.pairs, ...pairs], labels: [...read.labels, ...labels] };
}

/** The tasks' money is the form's where it has no funds of its own; else it goes to the extras. */
function besideFunds({ tables, taskFunds }: Gathered): {
  readonly funds: OpenTable | undefined;
  readonly pairs: readonly Pair[];
} {
  if (taskFunds === null || tables.get('funds') === undefined)
    return { funds: taskFunds ?? undefined, pairs: [] };
  const pairs = taskFunds.rows.flatMap(({ pieces }) =>
    taskFunds.columns.slice(1).map(({ heading }, index): Pair => ({
      label: { text: `${heading?.text ?? ''}（${pieces[0]?.text ?? ''}）`, units: [] },
      terms: [],
      value: pieces[index + 1] ?? null,
    })),
  );
  return { funds: undefined, pairs };
}

function titleOf(title: Segment['title'], units: readonly Unit[]): WholeForm['title'] {
  if (title === null) return null;
  const { text, kind } = title.title;
  return { text, kind: kind === 'target' ? 'target' : 'self-evaluation', units };
}

/** Makes the tables whole and puts the form together. */
export function finishForm(
  items: readonly Item[],
  { title, from, to }: Segment,
  gathered: Gathered,
): FinishedForm {
  const { tables, year, total } = gathered;
  const tasks = besideFunds(gathered);
  const pairs = [...gathered.pairs, ...tasks.pairs];
  const [indicatorTable, longTerm] = byTerm(tables.get('indicators'), gathered.otherTerm);
  const indicators = indicatorTable === undefined ? null : finishIndicators(indicatorTable);
  const fundsTable = tables.get('funds') ?? tasks.funds;
  const funds = fundsTable === undefined ? null : finishFunds(fundsTable);
  const goalTable = tables.get('goal');
  const goals = goalTable === undefined ? null : finishGoals(goalTable);
  const long = longTerm === null ? null : finishLongTerm(longTerm);
  const parts = [indicators, funds, goals, long].filter((part) => part !== null);
  const titleUnits = title === null ? [] : items.slice(title.from, title.to).flatMap(unitsOf);
  const form: WholeForm = {
    title: titleOf(title, titleUnits),
    year: title?.title.year != null ? { value: title.title.year, units: titleUnits } : year,
    fundUnit: findFundUnit(
      [
        ...(fundsTable?.columns.map(({ heading }) => heading) ?? []),
        ...(funds?.blocks ?? []),
        ...(funds?.rows.map(({ label }) => label) ?? []),
      ],
      pairs,
    ),
    pairs: [
      ...pairs,
      ...(goals?.others ?? []),
      ...(indicators?.pairs ?? []),
      ...(long?.pairs ?? []),
    ],
    fundColumns: fundsTable?.columns ?? [],
    funds: funds?.rows ?? [],
    goalColumns: goalTable?.columns ?? [],
    goals: goals?.goals ?? new Map<Role, Piece>(),
    plan: gathered.plan,
    indicatorColumns: indicatorTable?.columns ?? [],
    indicators: [...gathered.sideRows, ...(indicators?.rows ?? [])],
    groupWeights: indicators?.groupWeights ?? [],
    total: total === null ? null : { label: total.label, weight: total.weight, score: total.score },
    labels: [
      ...gathered.labels,
      ...(year === null ? [] : year.units),
      ...parts.flatMap((part) => part.labels),
    ],
    outside: gathered.outside,
    units: [...items.slice(from, to).flatMap(unitsOf), ...gathered.aside],
    complete: indicatorTable !== undefined,
  };
  const evidence = signsOf([fundsTable, goalTable, indicatorTable, title], pairs, indicatorTable);
  return { form, notes: [...gathered.notes, ...parts.flatMap((part) => part.notes)], evidence };
}

/** How many signs of a form were seen: its tables and title, a project's name, a column of values to reach. */
function signsOf(
  parts: readonly unknown[],
  pairs: readonly Pair[],
  indicatorTable: OpenTable | undefined,
): number {
  const named = pairs.some(({ terms }) => terms.includes('projectName'));
  // Indicators without a value to reach are as often a library of indicators or a scoring system, of no project.
  const valued =
    indicatorTable?.columns.some(
      ({ role, heading }) =>
        role === 'actual' || (role === 'target' && heading !== null && namesTarget(heading.text)),
    ) ?? false;
  return [...parts, named, valued].filter(Boolean).length;
}

/** Whether a column's own words say that it holds targets. */
function namesTarget(text: string): boolean {
  return (
    names(text, 'target', 'targetUnit', 'targetSign', 'goalExpected') ||
    guessHeading(text) === 'target'
  );
}
