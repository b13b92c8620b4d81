import type { TargetIndicator } from '../../../src/schema/index.ts';
import { departmentInTitle, headBlocks, headRows, printedTitle } from './layout-head.ts';
import { mergedRows } from './layout-indicators.ts';
import type { Application, BudgetTarget, TargetRow } from './target.ts';
import { buildTable, fill, label, number, over, prose, value } from './table.ts';
import type { DraftCell, DraftRow } from './table.ts';
import type { ExpectedTarget, Sample } from './types.ts';

const orNull = (text: string): string | null => (text === '' ? null : text);

function indicators(
  groups: BudgetTarget['groups'],
  read: (row: TargetRow) => Omit<TargetIndicator, 'level1' | 'level2' | 'level3'>,
): TargetIndicator[] {
  return groups.flatMap(({ level1, level2s }) =>
    level2s.flatMap(({ level2, rows }) =>
      rows.map((row) => ({ level1, level2, level3: row.level3, ...read(row) })),
    ),
  );
}

function expectedBudget(draft: BudgetTarget): ExpectedTarget {
  const [budget, fiscal, other] = draft.funds;
  return {
    kind: 'target',
    title: `${draft.project}绩效目标表`,
    year: null,
    project: { name: draft.project, code: draft.code },
    department: draft.department,
    departmentCode: draft.departmentCode,
    implementingUnit: null,
    funds: {
      unit: '万元',
      budget: budget.number,
      fiscal: fiscal.number,
      other: other.number,
      purpose: draft.purpose.join(''),
    },
    disbursementPlan: draft.plan.map((percent, index) => ({ by: draft.by[index] ?? '', percent })),
    goal: { expected: draft.goal.join('') },
    indicators: indicators(draft.groups, (row) => ({
      description: orNull(row.description),
      target: row.target,
      basis: orNull(row.basis),
    })),
  };
}

/** The first table: office, project, funds, plan and goal. */
function budgetRows(draft: BudgetTarget): DraftRow[] {
  const [budget, fiscal, other] = draft.funds;
  const plan = draft.plan.map((percent, index) =>
    number(`${percent}%`, `disbursementPlan/${String(index)}/percent`),
  );
  return [
    {
      kind: 'head',
      cells: [
        over(value(`${draft.departmentCode}${draft.department}`, 'department'), 5),
        over(label('单位：万元'), 2),
      ],
    },
    {
      kind: 'head',
      cells: fill(
        [
          label('项目编码'),
          value(draft.code, 'project/code'),
          label('项目名称'),
          prose(draft.project, 'project/name'),
        ],
        7,
        [1, 3],
      ),
    },
    {
      kind: 'fund',
      cells: [
        over(label('预算规模及资金用途'), 1, 2),
        label('预算数'),
        number(budget.printed, 'funds/budget'),
        label('其中：财政资金'),
        number(fiscal.printed, 'funds/fiscal'),
        label('其他资金'),
        number(other.printed, 'funds/other'),
      ],
    },
    { kind: 'fund', cells: [over(prose(draft.purpose.join('\n'), 'funds/purpose'), 6)] },
    {
      kind: 'head',
      cells: [
        over(label('资金支出计划（%）'), 1, 2),
        ...fill(
          draft.by.map((by) => label(by)),
          6,
          [1, 3],
        ),
      ],
    },
    { kind: 'head', cells: fill(plan, 6, [1, 3]) },
    {
      kind: 'goal',
      cells: [label('绩效目标'), over(prose(draft.goal.join('\n'), 'goal/expected'), 6)],
    },
  ];
}

/** The targets filed with a budget, as beidaihe-targets-cells prints them: funds and indicators in two tables. */
export function layoutBudgetTarget(draft: BudgetTarget): Sample {
  const header = [
    '一级指标',
    '二级指标',
    '三级指标',
    '绩效指标描述',
    '指标值',
    '指标值确定依据',
  ].map((text) => label(text));
  const rows = mergedRows(draft.groups, '', (row, path) => [
    prose(row.level3, `${path}/level3`),
    prose(row.description, `${path}/description`),
    value(row.target.text, `${path}/target`),
    prose(row.basis, `${path}/basis`),
  ]);
  const title = `${draft.numbered ? `${String(draft.number)}.` : ''}${draft.project}绩效目标表`;
  return {
    expected: expectedBudget(draft),
    accept: {},
    blocks: [
      { kind: 'line', role: 'title', text: title },
      { kind: 'table', table: buildTable(budgetRows(draft), 7) },
      {
        kind: 'table',
        table: buildTable([{ kind: 'indicator-header', cells: header }, ...rows], 6),
      },
    ],
  };
}

function fundRows(draft: Application, columns: number): DraftRow[] {
  const block =
    draft.unit.style === 'block' && draft.unit.unit !== null
      ? `项目资金（${draft.unit.unit}）`
      : '项目资金';
  const paths = ['funds/budget', 'funds/fiscal', 'funds/other'];
  const pairs = draft.funds.map(
    (one, index) =>
      [label(draft.fundLabels[index] ?? ''), number(one.printed, paths[index] ?? '')] as const,
  );
  if (draft.fundStyle === 'row')
    return [{ kind: 'fund', cells: fill([label(block), ...pairs.flat()], columns, [2, 4, 6]) }];
  return pairs.map((pair, index) => ({
    kind: 'fund',
    cells: [...(index === 0 ? [over(label(block), 1, 3)] : []), ...fill(pair, columns - 1, [1])],
  }));
}

function goalRows(draft: Application, columns: number): DraftRow[] {
  const annual = prose(draft.goal.join('\n'), 'goal/expected');
  if (draft.midterm === null)
    return [{ kind: 'goal', cells: [label('年度绩效目标'), over(annual, columns - 1)] }];
  return [
    {
      kind: 'goal-header',
      cells: [
        over(label('总体目标'), 1, 2),
        ...fill([label('中期目标'), label('年度目标')], columns - 1, [0, 1]),
      ],
    },
    { kind: 'goal', cells: fill([prose(draft.midterm.join('\n')), annual], columns - 1, [0, 1]) },
  ];
}

function expectedApplication(draft: Application): ExpectedTarget {
  const [budget, fiscal, other] = draft.funds;
  const { head } = draft;
  return {
    kind: 'target',
    title: departmentInTitle(head) + draft.title,
    year: head.year,
    project: { name: head.project, code: head.code },
    department: head.department,
    departmentCode: head.department === null ? null : head.departmentCode,
    implementingUnit: head.unit,
    funds: {
      unit: draft.unit.unit,
      budget: budget.number,
      fiscal: fiscal.number,
      other: other.number,
      purpose: null,
    },
    disbursementPlan: [],
    goal: { expected: draft.goal.join('') },
    indicators: indicators(draft.groups, (row) => ({
      description: null,
      target: draft.split === null ? row.target : row.split.measure,
      basis: null,
    })),
  };
}

function applicationIndicators(draft: Application, columns: number): DraftRow[] {
  const { split } = draft;
  const lead: DraftCell[] = draft.lead
    ? [
        over(
          { text: '绩效指标', role: 'lead' },
          1,
          draft.groups.flatMap((one) => one.level2s.flatMap((inner) => inner.rows)).length + 1,
        ),
      ]
    : [];
  const left = columns - lead.length;
  const target =
    split === null ? [label(draft.target)] : [label(split[0]), label('指标值'), label(split[1])];
  const header = fill(
    [
      label('一级指标'),
      label('二级指标'),
      label('三级指标'),
      ...target,
      ...(draft.remark ? [label('备注')] : []),
    ],
    left,
    [2],
  );
  const rows = mergedRows(draft.groups, '', (row, path) =>
    fill(
      [
        prose(row.level3, `${path}/level3`),
        ...(split === null
          ? [value(row.target.text, `${path}/target`)]
          : [row.split.sign, row.split.number, row.split.unit].map((text) =>
              value(text, `${path}/target`),
            )),
        ...(draft.remark ? [prose('')] : []),
      ],
      left - 2,
      [0],
    ),
  );
  return [{ kind: 'indicator-header', cells: [...lead, ...header] }, ...rows];
}

/** 项目支出绩效目标申报表. */
export function layoutApplication(draft: Application): Sample {
  const columns = 8;
  const title = printedTitle(draft.title, draft.head);
  const unit = (style: string): string | null =>
    draft.unit.style === style ? draft.unit.unit : null;
  const all: DraftRow[] = [
    ...headRows(draft.head, title, columns, unit('row')),
    {
      kind: 'head',
      cells: fill(
        [label('项目性质'), value(draft.nature), label('计划开始日期'), value(draft.begin)],
        columns,
        [1, 3],
      ),
    },
    ...fundRows(draft, columns),
    ...goalRows(draft, columns),
    ...applicationIndicators(draft, columns),
  ];
  return {
    expected: expectedApplication(draft),
    accept: {},
    blocks: [
      ...headBlocks(draft.head, title, unit('line')),
      { kind: 'table', table: buildTable(all, columns) },
    ],
  };
}
