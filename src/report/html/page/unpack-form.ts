import type { LayoutForm } from '../../../export/layout.ts';
import type { Packed } from '../data.ts';

/** A form as it is laid out, and the numbers within its targets and actuals by JSON Pointer. */
interface Unpacked {
  readonly form: LayoutForm;
  readonly numbers: ReadonlyMap<string, string>;
}

type Cells = (string | null)[];

/** The rows with what they left out since the row before has it. */
function withRepeats(rows: readonly (readonly (string | null | 0)[])[]): Cells[] {
  const whole: Cells[] = [];
  for (const row of rows)
    whole.push(
      row.map((value, column) => (value === 0 ? (whole.at(-1)?.[column] ?? null) : value)),
    );
  return whole;
}

/** A row of cells under the names of its columns; what a row leaves out at its end is null. */
function named<Name extends string>(
  names: readonly Name[],
  cells: readonly (string | null | undefined)[],
): Record<Name, string | null> {
  const entries = names.map((name, column) => [name, cells[column] ?? null] as const);
  return Object.fromEntries(entries) as Record<Name, string | null>;
}

/** Gives packed values their names again. */
export function formOf(packed: Packed): Unpacked {
  const { body } = packed;
  return body.kind === 'target' ? targetOf(packed, body) : selfEvaluationOf(packed, body);
}

type Body<Kind> = Extract<Packed['body'], { readonly kind: Kind }>;

function headOf({ head, extras }: Packed) {
  const [title, year, ...rest] = head;
  const { name, code, ...offices } = named(
    ['name', 'code', 'department', 'departmentCode', 'implementingUnit'],
    rest,
  );
  return {
    title,
    year,
    project: { name, code },
    ...offices,
    extras: extras.map(([label, value]) => ({ label, value })),
  };
}

const targetColumns = ['level1', 'level2', 'level3', 'description', 'target', 'basis'] as const;

function targetOf(packed: Packed, body: Body<'target'>): Unpacked {
  const [unit, ...amounts] = body.funds;
  const form = {
    kind: 'target',
    ...headOf(packed),
    funds: {
      unit: fundUnit(unit),
      ...named(['budget', 'fiscal', 'other', 'purpose'], amounts),
    },
    disbursementPlan: body.plan.map(([by, percent]) => ({ by, percent })),
    goal: { expected: body.goal },
    indicators: withRepeats(body.rows).map((row) => {
      const { level3, target, ...rest } = named(targetColumns, row);
      return { ...rest, level3: level3 ?? '', target: { text: target ?? '' } };
    }),
  } as unknown as LayoutForm;
  return { form, numbers: new Map() };
}

const fundColumns = [
  'source',
  'label',
  'initialBudget',
  'annualBudget',
  'executed',
  'weight',
  'executionRate',
  'score',
] as const;

function selfEvaluationOf(packed: Packed, body: Body<'self-evaluation'>): Unpacked {
  const rows = withRepeats(body.rows).map((row) => named(indicatorColumns, row));
  const form = {
    kind: 'self-evaluation',
    ...headOf(packed),
    funds: {
      unit: fundUnit(body.unit),
      rows: body.funds.map((row) => {
        const { label, ...rest } = named(fundColumns, row);
        return { ...rest, label: label ?? '' };
      }),
    },
    goal: named(['expected', 'actual'], body.goal),
    indicators: rows.map(indicatorOf),
    groupWeights: body.groups.map(([level1, weight]) => ({ level1, weight })),
    total: named(['weight', 'score'], body.total),
    rating: body.rating,
  } as unknown as LayoutForm;
  return { form, numbers: numbersOf(rows) };
}

const indicatorColumns = [
  'level1',
  'level2',
  'level3',
  'target',
  'actual',
  'weight',
  'score',
  'deviation',
  'targetNumber',
  'actualNumber',
] as const;

type IndicatorRow = Record<(typeof indicatorColumns)[number], string | null>;

function indicatorOf({ level1, level2, level3, target, actual, ...rest }: IndicatorRow) {
  const { weight, score, deviation } = rest;
  return {
    level1,
    level2,
    level3: level3 ?? '',
    target: { text: target ?? '' },
    actual: { text: actual ?? '' },
    weight,
    score,
    deviation,
  };
}

function numbersOf(rows: readonly IndicatorRow[]): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const [index, { targetNumber, actualNumber }] of rows.entries()) {
    if (targetNumber !== null) numbers.set(`/indicators/${index}/target`, targetNumber);
    if (actualNumber !== null) numbers.set(`/indicators/${index}/actual`, actualNumber);
  }
  return numbers;
}

function fundUnit(unit: string | null | undefined): '万元' | '元' | null {
  return unit === '万元' || unit === '元' ? unit : null;
}
