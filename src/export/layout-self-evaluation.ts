import { figure, label, layoutOf, levelCells, pairs, text } from './layout-parts.ts';
import type { Draft, Layout, LayoutSelfEvaluation, Row } from './layout-types.ts';

/** 绩效指标, 一级, 二级, 三级, 年度指标值, 实际完成值, 分值, 得分, 偏差原因. */
const widths = [5, 7, 9, 15.5, 11, 11, 6, 7.5, 14];
const all = widths.length;

/** A 项目支出绩效自评表 as the ministry's model has it. */
export function layoutSelfEvaluation(form: LayoutSelfEvaluation): Layout {
  const extras = extraRows(form);
  const before = extrasBeforeFunds(form);
  const rows = [...headRows(form), ...extras.slice(0, before), ...fundRows(form), ...goalRows(form), ...indicatorRows(form), ...lastRows(form), ...extras.slice(before)];
  return layoutOf(form, rows, widths);
}

function headRows({ project, department, departmentCode, implementingUnit }: LayoutSelfEvaluation): Row[] {
  const name = [label('项目名称', { columns: 2 }), text(project.name, '/project/name', { columns: project.code === null ? all - 2 : 3 })];
  const code = project.code === null ? [] : [label('项目编码'), text(project.code, '/project/code', { columns: all - 6 })];
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
  ['年初预算数', 'initialBudget'], ['全年预算数', 'annualBudget'], ['全年执行数', 'executed'], ['分值', 'weight'], ['执行率', 'executionRate'], ['得分', 'score'],
] as const;

/** Whether the funds were printed as labels and values side by side: their total has no label then. */
function isPaired({ funds: { rows: [first] } }: LayoutSelfEvaluation): boolean {
  return first?.source === 'total' && first.label === '';
}

/** Of figures with the same label side by side the last are the form's own: how many extras stand before the funds for that. */
function extrasBeforeFunds(form: LayoutSelfEvaluation): number {
  const names = new Set(form.funds.rows.map(({ label: name }) => name));
  return isPaired(form) ? form.extras.findLastIndex((extra) => names.has(extra.label)) + 1 : 0;
}

function fundRows(form: LayoutSelfEvaluation): Row[] {
  const { unit, rows } = form.funds;
  const paired = isPaired(form) ? rows.flatMap(pairedRows) : null;
  const block = { ...label(unit === null ? '项目资金' : `项目资金（${unit}）`, { rows: paired?.length ?? rows.length + 1 }), paths: unit === null ? [] : ['/funds/unit'] };
  if (paired !== null) return paired.map((row, at) => (at === 0 ? [block, ...row] : row));
  return [
    [block, label('', { columns: 2 }), ...columns.map(([words]) => label(words))],
    ...rows.map((row, index): Row => [text(row.label, `/funds/rows/${index}/label`, { columns: 2 }), ...columns.map(([, field]) => amount(row, field, index))]),
  ];
}

type FundRow = LayoutSelfEvaluation['funds']['rows'][number];

function amount(row: FundRow, field: (typeof columns)[number][1], index: number): Draft {
  return figure(row[field], `/funds/rows/${index}/${field}`, field === 'executionRate' ? { sign: '%' } : {});
}

function pairedRows(row: FundRow, index: number): Row[] {
  const printed = columns.filter(([, field]) => row[field] !== null);
  const half = Math.min(3, printed.length);
  const nameOf = (heading: string): Draft => (row.label === '' ? label(heading) : text(row.label, `/funds/rows/${index}/label`));
  return [printed.slice(0, half), printed.slice(half)].filter((part) => part.length > 0).map((part) => pairs(part.map(([heading, field]) => [nameOf(heading), amount(row, field, index)]), all - 1));
}

function goalRows({ goal }: LayoutSelfEvaluation): Row[] {
  return [
    [label('年度总体目标', { rows: 2 }), label('预期目标', { columns: 4 }), label('实际完成情况', { columns: 4 })],
    [text(goal.expected, '/goal/expected', { columns: 4 }), text(goal.actual, '/goal/actual', { columns: 4 })],
  ];
}

const headings = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'];

function indicatorRows({ indicators, groupWeights }: LayoutSelfEvaluation): Row[] {
  const first = [label('绩效指标', { rows: indicators.length + 1 }), ...headings.map((words) => label(words))];
  const levels = levelCells(indicators, (level1, index) => {
    const at = groupWeights.findIndex((group) => group.level1 === level1);
    const weight = groupWeights[at]?.weight;
    const own = `/indicators/${index}/level1`;
    return weight === undefined ? { text: level1, paths: [own] } : { text: `${level1}(${weight}分)`, paths: [own, `/groupWeights/${at}/weight`, `/groupWeights/${at}`] };
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
    ];
  });
  return [first, ...rows];
}

function lastRows({ total, rating }: LayoutSelfEvaluation): Row[] {
  return [
    [label('总分', { columns: 6 }), figure(total.weight, '/total/weight'), figure(total.score, '/total/score'), label('')],
    ...(rating === null ? [] : [[label('评分等级', { columns: 2 }), text(rating, '/rating', { columns: all - 2 })]]),
  ];
}

function extraRows({ extras }: LayoutSelfEvaluation): Row[] {
  return extras.map((extra, index) => [label(extra.label, { columns: 3 }), text(extra.value, `/extras/${index}/value`, { columns: all - 3 })]);
}
