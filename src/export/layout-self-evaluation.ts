import {
  extraRow,
  extrasAbove,
  figure,
  label,
  layoutOf,
  levelCells,
  pairs,
  text,
} from './layout-parts.ts';
import type { Draft, Layout, LayoutSelfEvaluation, Row } from './layout-types.ts';

/** 绩效指标, 一级, 二级, 三级, 年度指标值, 实际完成值, 分值, 得分, 偏差原因. */
const standardWidths = [5, 7, 9, 15.5, 11, 11, 6, 7.5, 14];
const ownWidth = 12;

/** A 项目支出绩效自评表 as the ministry's model has it, with columns of its own (评分标准) behind the model's. */
export function layoutSelfEvaluation(form: LayoutSelfEvaluation): Layout {
  const own = ownColumns(form);
  const widths = [...standardWidths, ...own.map(() => ownWidth)];
  const all = widths.length;
  const inColumns = new Set(own.flatMap(({ extras }) => [...extras.values()]));
  const extras = form.extras.map((extra, index) =>
    inColumns.has(index) ? null : extraRow(extra, index, 3, all),
  );
  const above = extrasAbove(form.extras);
  const before = Math.max(above, extrasBeforeFunds(form));
  const present = (rows: readonly (Row | null)[]): Row[] => rows.filter((row) => row !== null);
  const rows = [
    ...present(extras.slice(0, above)),
    ...headRows(form, all),
    ...present(extras.slice(above, before)),
    ...fundRows(form, all),
    ...goalRows(form, all),
    ...indicatorRows(form, own),
    ...lastRows(form, all),
    ...present(extras.slice(before)),
  ];
  return layoutOf(form, rows, widths);
}

function headRows(
  { project, department, departmentCode, implementingUnit }: LayoutSelfEvaluation,
  all: number,
): Row[] {
  const name = [
    label('项目名称', { columns: 2 }),
    text(project.name, '/project/name', { columns: project.code === null ? all - 2 : 3 }),
  ];
  const code =
    project.code === null
      ? []
      : [label('项目编码'), text(project.code, '/project/code', { columns: all - 6 })];
  const words = departmentCode === null ? department : `${departmentCode}-${department ?? ''}`;
  const paths = departmentCode === null ? ['/department'] : ['/department', '/departmentCode'];
  return [
    [...name, ...code],
    [
      label(departmentCode === null ? '主管部门' : '主管部门及代码', { columns: 2 }),
      { ...text(words, '/department', { columns: 3 }), paths },
      label('实施单位'),
      text(implementingUnit, '/implementingUnit', { columns: all - 6 }),
    ],
  ];
}

const columns = [
  ['年初预算数', 'initialBudget'],
  ['全年预算数', 'annualBudget'],
  ['全年执行数', 'executed'],
  ['分值', 'weight'],
  ['执行率', 'executionRate'],
  ['得分', 'score'],
] as const;

/** Whether the funds are printed as labels and values side by side: their total has no label, parts have the two amounts alone. */
function isPaired({
  funds: {
    rows: [first, ...parts],
  },
}: LayoutSelfEvaluation): boolean {
  const amounts: readonly string[] = ['annualBudget', 'executed'];
  return (
    first?.source === 'total' &&
    first.label === '' &&
    parts.every((part) =>
      columns.every(([, field]) => (part[field] !== null) === amounts.includes(field)),
    )
  );
}

/** Of figures with the same label side by side the last are the form's own: how many extras stand before the funds for that. */
function extrasBeforeFunds(form: LayoutSelfEvaluation): number {
  const names = new Set(form.funds.rows.map(({ label: name }) => name));
  return isPaired(form) ? form.extras.findLastIndex((extra) => names.has(extra.label)) + 1 : 0;
}

function fundRows(form: LayoutSelfEvaluation, all: number): Row[] {
  const { unit, rows } = form.funds;
  const paired = isPaired(form) ? rows.flatMap((row, index) => pairedRows(row, index, all)) : null;
  const block = {
    ...label(unit === null ? '项目资金' : `项目资金（${unit}）`, {
      rows: paired?.length ?? rows.length + 1,
    }),
    paths: unit === null ? [] : ['/funds/unit'],
  };
  if (paired !== null) return paired.map((row, at) => (at === 0 ? [block, ...row] : row));
  return [
    [
      block,
      label('', { columns: 2 }),
      ...lastWide(
        columns.map(([words]) => label(words)),
        all,
      ),
    ],
    ...rows.map((row, index): Row => [
      text(row.label, `/funds/rows/${index}/label`, { columns: 2 }),
      ...lastWide(
        columns.map(([, field]) => amount(row, field, index)),
        all,
      ),
    ]),
  ];
}

/** The last column is as wide as the indicators' own columns make it. */
function lastWide(cells: readonly Draft[], all: number): Draft[] {
  return cells.map((cell, at) =>
    at === cells.length - 1 ? { ...cell, columnSpan: all - standardWidths.length + 1 } : cell,
  );
}

type FundRow = LayoutSelfEvaluation['funds']['rows'][number];

function amount(row: FundRow, field: (typeof columns)[number][1], index: number): Draft {
  return figure(
    row[field],
    `/funds/rows/${index}/${field}`,
    field === 'executionRate' ? { sign: '%' } : {},
  );
}

function pairedRows(row: FundRow, index: number, all: number): Row[] {
  const printed = columns.filter(([, field]) => row[field] !== null);
  const half = Math.min(3, printed.length);
  const nameOf = (heading: string): Draft =>
    row.label === '' ? label(heading) : text(row.label, `/funds/rows/${index}/label`);
  return [printed.slice(0, half), printed.slice(half)]
    .filter((part) => part.length > 0)
    .map((part) =>
      pairs(
        part.map(([heading, field]) => [nameOf(heading), amount(row, field, index)]),
        all - 1,
      ),
    );
}

function goalRows({ goal }: LayoutSelfEvaluation, all: number): Row[] {
  return [
    [
      label('年度总体目标', { rows: 2 }),
      label('预期目标', { columns: 4 }),
      label('实际完成情况', { columns: all - 5 }),
    ],
    [
      text(goal.expected, '/goal/expected', { columns: 4 }),
      text(goal.actual, '/goal/actual', { columns: all - 5 }),
    ],
  ];
}

const headings = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];

function indicatorRows(
  { indicators, groupWeights, extras }: LayoutSelfEvaluation,
  own: readonly OwnColumn[],
): Row[] {
  const first = [
    label('绩效指标', { rows: indicators.length + 1 }),
    ...[...headings, ...own.map(({ heading }) => heading)].map((words) => label(words)),
  ];
  const levels = levelCells(indicators, (level1, index) => {
    const at = groupWeights.findIndex((group) => group.level1 === level1);
    const weight = groupWeights[at]?.weight;
    const own = `/indicators/${index}/level1`;
    return weight === undefined
      ? { text: level1, paths: [own] }
      : {
          text: `${level1}(${weight}分)`,
          paths: [own, `/groupWeights/${at}/weight`, `/groupWeights/${at}`],
        };
  });
  const rows = indicators.map((indicator, index): Draft[] => {
    const at = (field: string): string => `/indicators/${index}/${field}`;
    return [
      ...(levels[index] ?? []),
      { ...text(indicator.level3, at('level3')), paths: [at('level3'), `/indicators/${index}`] },
      text(indicator.target.text, at('target')),
      text(indicator.actual.text, at('actual')),
      figure(indicator.weight, at('weight')),
      figure(indicator.score, at('score')),
      text(indicator.deviation, at('deviation')),
      ...own.map(({ extras: values }) => {
        const extra = values.get(index);
        return extra === undefined
          ? label('')
          : text(extras[extra]?.value ?? null, `/extras/${extra}/value`);
      }),
    ];
  });
  return [first, ...rows];
}

function lastRows({ total, rating }: LayoutSelfEvaluation, all: number): Row[] {
  return [
    [
      label('总分', { columns: 6 }),
      figure(total.weight, '/total/weight'),
      figure(total.score, '/total/score'),
      label('', { columns: all - 8 }),
    ],
    ...(rating === null
      ? []
      : [[label('评分等级', { columns: 2 }), text(rating, '/rating', { columns: all - 2 })]]),
  ];
}

/** A column that the contract has no field for: its values are extras named by row, `评分标准（开放次数）`. */
interface OwnColumn {
  readonly heading: string;
  /** By the index of an indicator, the index of the extra. */
  readonly extras: ReadonlyMap<number, number>;
}

/** Headings that no reader takes for one of the model's columns: 实际完成值运算符号 might become a target's sign. */
const safeHeading =
  /^(?!.*(?:偏差|原因|改进|整改|值|符号|单位|性质)).*(?:标准|细则|办法|方法|规则|依据|来源|描述|解释|释义|要点)/u;

function ownColumns({ indicators, extras }: LayoutSelfEvaluation): OwnColumn[] {
  const found = new Map<string, Map<number, number>>();
  for (const [index, { label: name }] of extras.entries()) {
    const row = indicators.findIndex(
      ({ level3 }, at) =>
        level3 !== '' &&
        name.endsWith(`（${level3}）`) &&
        found.get(name.slice(0, -level3.length - 2))?.has(at) !== true,
    );
    const heading = name.slice(0, -(indicators[row]?.level3.length ?? 0) - 2);
    if (row < 0 || !safeHeading.test(heading)) continue;
    found.set(heading, (found.get(heading) ?? new Map<number, number>()).set(row, index));
  }
  return [...found].map(([heading, values]) => ({ heading, extras: values }));
}
