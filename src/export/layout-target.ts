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
import type { Draft, Layout, LayoutTarget, Row } from './layout-types.ts';

type Indicator = LayoutTarget['indicators'][number];

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly span: number;
  readonly cell: (indicator: Indicator, at: string) => Draft;
}

/** The columns behind 一级指标 and 二级指标; 绩效指标描述 and 指标值确定依据 only where some indicator has one. */
function columnsOf({ indicators }: LayoutTarget): Column[] {
  const described = indicators.some(({ description }) => description !== null);
  const based = indicators.some(({ basis }) => basis !== null);
  const optional = (
    present: boolean,
    heading: string,
    width: number,
    cell: Column['cell'],
  ): Column[] => (present ? [{ heading, width, span: 1, cell }] : []);
  return [
    {
      heading: '三级指标',
      width: 20,
      span: described || based ? 1 : 2,
      cell: ({ level3 }, at) => ({ ...text(level3, `${at}/level3`), paths: [`${at}/level3`, at] }),
    },
    ...optional(described, '绩效指标描述', 20, ({ description }, at) =>
      text(description, `${at}/description`),
    ),
    {
      heading: '指标值',
      width: 16,
      span: 1,
      cell: ({ target }, at) => text(target.text, `${at}/target`),
    },
    ...optional(based, '指标值确定依据', 18, ({ basis }, at) => text(basis, `${at}/basis`)),
  ];
}

/** A 绩效目标表: project, funds, the payment plan, the goal, the indicators. */
export function layoutTarget(form: LayoutTarget): Layout {
  const columns = columnsOf(form);
  const widths = [
    11,
    12,
    ...columns.flatMap(({ width, span }) => new Array<number>(span).fill(width / span)),
  ];
  const all = widths.length;
  const extras = form.extras.map((extra, index) => extraRow(extra, index, 2, all));
  const above = extrasAbove(form.extras);
  // A figure of the same name that is not the year's (中期资金总额) stands before it.
  const rows = [
    ...extras.slice(0, above),
    ...headRows(form, all),
    ...extras.slice(above),
    ...fundRows(form, all),
    ...planRows(form, all),
    ...goalRows(form, all),
    ...indicatorRows(form, columns),
  ];
  return layoutOf(form, rows, widths);
}

function headRows(
  { project, department, departmentCode, implementingUnit }: LayoutTarget,
  all: number,
): Row[] {
  const words = departmentCode === null ? department : `${departmentCode}-${department ?? ''}`;
  const names: [Draft, Draft][] = [[label('项目名称'), text(project.name, '/project/name')]];
  if (project.code !== null) names.push([label('项目编码'), text(project.code, '/project/code')]);
  const owners: [Draft, Draft][] = [];
  if (words !== null)
    owners.push([
      label(departmentCode === null ? '主管部门' : '主管部门及代码'),
      { ...text(words, '/department'), paths: ['/department', '/departmentCode'] },
    ]);
  if (implementingUnit !== null)
    owners.push([label('实施单位'), text(implementingUnit, '/implementingUnit')]);
  return [names, owners].filter((line) => line.length > 0).map((line) => pairs(line, all));
}

function fundRows(
  { funds: { unit, budget, fiscal, other, purpose } }: LayoutTarget,
  all: number,
): Row[] {
  const amounts = (
    [
      ['预算数', budget, 'budget'],
      ['其中：财政资金', fiscal, 'fiscal'],
      ['其他资金', other, 'other'],
    ] as const
  ).filter(([, value]) => value !== null);
  const rows: Row[] = [
    ...[amounts.slice(0, 2), amounts.slice(2)]
      .filter((line) => line.length > 0)
      .map((line) =>
        pairs(
          line.map(([words, value, field]) => [label(words), figure(value, `/funds/${field}`)]),
          all - 1,
        ),
      ),
    ...(purpose === null
      ? []
      : [[label('资金用途'), text(purpose, '/funds/purpose', { columns: all - 2 })]]),
  ];
  const [first, ...rest] = rows;
  if (first === undefined && unit === null) return [];
  const block = {
    ...label(unit === null ? '预算规模及资金用途' : `预算规模及资金用途（${unit}）`, {
      rows: Math.max(1, rows.length),
    }),
    paths: unit === null ? [] : ['/funds/unit'],
  };
  return [[block, ...(first ?? [label('', { columns: all - 1 })])], ...rest];
}

function planRows({ disbursementPlan: plan }: LayoutTarget, all: number): Row[] {
  const lines: Row[] = [];
  const block = label('资金支出计划（%）', { rows: 2 * Math.ceil(plan.length / (all - 1)) });
  for (let from = 0; from < plan.length; from += all - 1) {
    const part = plan.slice(from, from + all - 1);
    const span = (at: number): { columns: number } => ({
      columns: at === part.length - 1 ? all - part.length : 1,
    });
    lines.push([
      ...(from === 0 ? [block] : []),
      ...part.map(({ by }, at) => text(by, `/disbursementPlan/${from + at}/by`, span(at))),
    ]);
    lines.push(
      part.map(({ percent }, at) =>
        figure(percent, `/disbursementPlan/${from + at}/percent`, { ...span(at), sign: '%' }),
      ),
    );
  }
  return lines;
}

function goalRows({ goal, extras }: LayoutTarget, all: number): Row[] {
  // Beside another goal (总体绩效目标), the year's has a name of its own.
  const words = extras.some((extra) => extra.label.includes('目标')) ? '年度预期目标' : '绩效目标';
  return goal.expected === null
    ? []
    : [[label(words), text(goal.expected, '/goal/expected', { columns: all - 1 })]];
}

function indicatorRows({ indicators }: LayoutTarget, columns: readonly Column[]): Row[] {
  const levels = levelCells(indicators, (level1, index) => ({
    text: level1,
    paths: [`/indicators/${index}/level1`],
  }));
  const rows = indicators.map((indicator, index): Draft[] => [
    ...(levels[index] ?? []),
    ...columns.map(({ span, cell }) => ({
      ...cell(indicator, `/indicators/${index}`),
      columnSpan: span,
    })),
  ]);
  const headings = [
    label('一级指标'),
    label('二级指标'),
    ...columns.map(({ heading, span }) => label(heading, { columns: span })),
  ];
  return indicators.length === 0 ? [] : [headings, ...rows];
}
