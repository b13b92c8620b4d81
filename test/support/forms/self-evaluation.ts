import fc from 'fast-check';
import type { FundRow, FundUnit } from '../../../src/schema/index.ts';
import {
  department,
  goal,
  indicatorName,
  labelName,
  people,
  projectCode,
  projectName,
  reason,
} from './names.ts';
import { amount, measure, none, nothingPrinted, points, splitMeasure } from './values.ts';
import { fundBlocks, fundRows, labels, levels, nothing, others, ratings, titles } from './words.ts';

const words = <K extends keyof typeof labels>(key: K): fc.Arbitrary<string> =>
  fc.constantFrom(...labels[key]);

/** The head of any form as it is printed. */
export const headArbitrary = fc.record({
  annex: fc.constantFrom('', '', '附件3', '附件 2:', '附件1：', '附表1'),
  year: fc.oneof(fc.constant(null), fc.integer({ min: 2015, max: 2030 })),
  yearStyle: fc.constantFrom(
    '（Y年度）',
    '(Y年度)',
    '(Y 年度)',
    '（Y 年度）',
    'title',
    'title',
    'title-short',
    'Y年度',
    '（Y年）',
  ),
  /** What stands before the title on its line. */
  numbering: fc.constantFrom('', '', '', '', '', '一、', '1.', '（二）', '附件3     ', '附件2：'),
  departmentInTitle: fc.constantFrom(false, false, false, false, false, false, true),
  /** A row with a label that is no field of ours. */
  other: fc.option(fc.constantFrom(...others), { freq: 1, nil: null }),
  titleInTable: fc.boolean(),
  project: projectName,
  projectLabel: words('project'),
  code: fc.option(projectCode, { freq: 1 }),
  codeLabel: words('code'),
  codeFirst: fc.boolean(),
  department: fc.option(department, { freq: 12 }),
  departmentLabel: words('department'),
  departmentCode: fc.option(fc.stringMatching(/^[1-9][0-9]{2,5}$/), { freq: 1 }),
  unit: fc.option(department, { freq: 8 }),
  unitLabel: words('unit'),
  stacked: fc.constantFrom(false, false, false, true),
});
export type Head = typeof headArbitrary extends fc.Arbitrary<infer T> ? T : never;

export const unitArbitrary = fc.record({
  unit: fc.constantFrom<FundUnit | null>('万元', '万元', '元', null),
  /** In the label of the funds block, on a line above the table, or at the right of its first row. */
  style: fc.constantFrom('block', 'block', 'block', 'line', 'row'),
});

interface PrintedAmount {
  readonly printed: string;
  readonly number: string | null;
}
const empty: fc.Arbitrary<PrintedAmount> = fc
  .constantFrom(...nothing)
  .map((printed) => ({ printed, number: null }));
const amountOrEmpty: fc.Arbitrary<PrintedAmount> = fc.oneof(
  { weight: 6, arbitrary: amount },
  { weight: 1, arbitrary: empty },
);
const zeroOrEmpty: fc.Arbitrary<PrintedAmount> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('0', '0.00').map((text) => ({ printed: text, number: text })),
  },
  { weight: 3, arbitrary: empty },
  { weight: 2, arbitrary: amount },
);
const figure: fc.Arbitrary<PrintedAmount> = points.map((text) => ({ printed: text, number: text }));
const rate: fc.Arbitrary<PrintedAmount> = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 3 }))
  .map(([n, digits]) => (n / 100).toFixed(digits))
  .map((text) => ({ printed: text, number: text }));

export interface PrintedFundRow extends Record<
  'initialBudget' | 'annualBudget' | 'executed' | 'weight' | 'executionRate' | 'score',
  PrintedAmount
> {
  readonly source: FundRow['source'];
  readonly label: string;
}

const fundRow = (
  source: FundRow['source'] & keyof typeof fundRows,
): fc.Arbitrary<PrintedFundRow> => {
  const money = source === 'total' || source === 'fiscal' ? amountOrEmpty : zeroOrEmpty;
  const minor = fc.oneof({ weight: 4, arbitrary: empty }, { weight: 1, arbitrary: figure });
  const major = fc.oneof({ weight: 9, arbitrary: figure }, { weight: 1, arbitrary: empty });
  return fc.record({
    source: fc.constant(source),
    label: fc.constantFrom(...fundRows[source]),
    initialBudget: money,
    annualBudget: money,
    executed: money,
    weight: source === 'total' ? major : minor,
    executionRate: fc.oneof({ weight: 3, arbitrary: rate }, { weight: 1, arbitrary: empty }),
    score: source === 'total' ? major : minor,
  });
};

const fundsArbitrary = fc.record({
  rows: fc.tuple(
    fundRow('total'),
    fundRow('fiscal'),
    fc.option(fundRow('carryover'), { freq: 4 }),
    fc.option(fundRow('other'), { freq: 4 }),
    fc
      .option(fundRow('other'), { freq: 1 })
      .map((row) => (row === null ? null : { ...row, label: '地方资金' })),
  ),
  initialBudget: fc.option(words('initialBudget'), { freq: 8 }),
  annualBudget: words('annualBudget'),
  executed: words('executed'),
  weight: words('weight'),
  executionRate: words('executionRate'),
  score: words('score'),
  order: fc.constantFrom('standard', 'standard', 'standard', 'rate-first', 'unscored'),
  percentSign: fc.boolean(),
  block: fc.constantFrom(...fundBlocks['万元'].map((_, index) => index)),
});
export type Funds = typeof fundsArbitrary extends fc.Arbitrary<infer T> ? T : never;

const missing = fc.constantFrom('', '-', '—', '　');
const point: fc.Arbitrary<PrintedAmount> = fc.oneof(
  { weight: 14, arbitrary: figure },
  { weight: 1, arbitrary: missing.map((printed) => ({ printed, number: null })) },
);
const cut = fc.oneof({ weight: 40, arbitrary: indicatorName }, { weight: 1, arbitrary: labelName });

/** One row of the indicator table. `blank` actuals and scores stand for what a department forgot to fill in. */
const rowArbitrary = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      level3: cut,
      target: measure,
      split: splitMeasure,
      actual: fc.oneof(
        { weight: 12, arbitrary: measure },
        { weight: 1, arbitrary: fc.constant(nothingPrinted) },
      ),
      weight: figure,
      score: point,
      deviation: reason,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('无', '', '—').map((text) => ({
      level3: '无',
      target: none,
      split: { sign: '', number: '无', unit: '', measure: none },
      actual: none,
      weight: { printed: text, number: null },
      score: { printed: text, number: null },
      deviation: '',
    })),
  },
);
export type PrintedRow = typeof rowArbitrary extends fc.Arbitrary<infer T> ? T : never;

export interface Group<Row = PrintedRow> {
  readonly level1: string;
  /** Printed behind the label where the form does so. */
  readonly weight: string;
  readonly level2s: readonly { readonly level2: string; readonly rows: readonly Row[] }[];
}

/** A row of the printed form that nobody filled in: it keeps its level-2 label, and stays in the list. */
const unfilled: PrintedRow = {
  level3: '',
  target: nothingPrinted,
  split: { sign: '', number: '', unit: '', measure: nothingPrinted },
  actual: nothingPrinted,
  weight: { printed: '', number: null },
  score: { printed: '', number: null },
  deviation: '',
};

function group<Row>(
  level1: string,
  level2s: readonly string[],
  row: fc.Arbitrary<Row>,
  most: number,
  alone?: Row,
): fc.Arbitrary<Group<Row>> {
  const some = fc.array(row, { minLength: 1, maxLength: most });
  const rows =
    alone === undefined
      ? some
      : fc.oneof({ weight: 9, arbitrary: some }, { weight: 1, arbitrary: fc.constant([alone]) });
  return fc.record({
    level1: fc.constant(level1),
    weight: points,
    level2s: fc
      .subarray([...level2s], { minLength: 1 })
      .chain((chosen) =>
        fc.tuple(...chosen.map((level2) => fc.record({ level2: fc.constant(level2), rows }))),
      ),
  });
}

/** The satisfaction group keeps one level 2: its three wordings name the same thing. */
const satisfaction = fc.constantFrom(
  '服务对象满意度指标',
  '服务对象满意度指标',
  '社会公众或服务对象满意度指标',
  '满意度指标',
);

/**
 * The indicator table level by level, each level and each of its parts present or not, with up to `most` rows under a
 * level-2 label. Under some labels stands `alone`, where it is given.
 */
export function rowsByLevel<Row>(
  row: fc.Arbitrary<Row>,
  most: number,
  alone?: Row,
): fc.Arbitrary<Group<Row>[]> {
  return fc
    .tuple(
      fc.option(group('成本指标', levels[0]?.[1] ?? [], row, Math.min(most, 2), alone), {
        freq: 1,
      }),
      fc.option(group('产出指标', levels[1]?.[1] ?? [], row, most, alone), { freq: 12 }),
      fc.option(group('效益指标', levels[2]?.[1] ?? [], row, most, alone), { freq: 12 }),
      fc.option(
        satisfaction.chain((level2) =>
          group('满意度指标', [level2], row, Math.min(most, 4), alone),
        ),
        { freq: 12 },
      ),
    )
    .map((list) => list.filter((entry): entry is Group<Row> => entry !== null));
}

const groupsArbitrary: fc.Arbitrary<Group[]> = fc.oneof(
  { weight: 3, arbitrary: rowsByLevel(rowArbitrary, 3, unfilled) },
  { weight: 12, arbitrary: rowsByLevel(rowArbitrary, 3) },
  { weight: 1, arbitrary: rowsByLevel(rowArbitrary, 10) },
  { weight: 1, arbitrary: fc.constant<Group[]>([]) },
);

export const selfEvaluationArbitrary = fc.record({
  title: fc.constantFrom(...titles),
  head: headArbitrary,
  unit: unitArbitrary,
  funds: fundsArbitrary,
  groups: groupsArbitrary,
  goal: fc.option(fc.record({ expected: goal, actual: fc.oneof(goal, fc.constant([''])) }), {
    freq: 12,
  }),
  goalLabels: fc.tuple(words('goal'), words('expected'), words('actualGoal')),
  goalStyle: fc.constantFrom('columns', 'columns', 'columns', 'rows'),
  lead: fc.boolean(),
  order: fc.constantFrom('standard', 'standard', 'weight-first', 'weight-middle'),
  /** Sign, number and unit under one heading in a header row of their own. */
  tallHeader: fc.boolean(),
  split: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.tuple(words('sign'), words('measureUnit')) },
  ),
  extraColumn: fc.constantFrom('', '', '', '', '评分标准', '指标解释'),
  columns: fc.record({
    target: words('target'),
    actual: words('actual'),
    weight: words('weight'),
    score: words('score'),
    deviation: fc.option(words('deviation'), { freq: 6 }),
  }),
  groupWeights: fc.constantFrom('', '', '(W分)', '（W分）'),
  total: fc.option(
    fc.record({
      label: words('total'),
      weight: point,
      score: fc.oneof(
        point,
        fc
          .constantFrom('98.21000000000001', '86.339999999999996')
          .map((printed) => ({ printed, number: printed })),
      ),
    }),
    { freq: 12 },
  ),
  rating: fc.option(fc.tuple(words('rating'), fc.constantFrom(...ratings)), { freq: 1 }),
  notes: fc.option(
    fc.record({ style: fc.constantFrom('lines', 'rows', 'across'), person: people }),
    { freq: 3 },
  ),
});
export type SelfEvaluationDraft =
  typeof selfEvaluationArbitrary extends fc.Arbitrary<infer T> ? T : never;
