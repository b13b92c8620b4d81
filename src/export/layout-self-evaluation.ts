import { figure, label, layoutOf, levelCells, text } from './layout-parts.ts';
import type { Draft, Layout, LayoutSelfEvaluation, Row } from './layout-types.ts';

/** 绩效指标, 一级, 二级, 三级, 年度指标值, 实际完成值, 分值, 得分, 偏差原因. */
const widths = [5, 7, 9, 16, 11, 11, 6, 6, 14];
const all = widths.length;

/** A 项目支出绩效自评表 as the ministry's model has it. */
export function layoutSelfEvaluation(form: LayoutSelfEvaluation): Layout {
  const rows = [...headRows(form), ...fundRows(form), ...goalRows(form), ...indicatorRows(form), ...lastRows(form)];
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

function fundRows({ funds: { unit, rows } }: LayoutSelfEvaluation): Row[] {
  const block = { ...label(unit === null ? '项目资金' : `项目资金（${unit}）`, { rows: rows.length + 1 }), paths: unit === null ? [] : ['/funds/unit'] };
  const headings = [label('', { columns: 2 }), ...['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].map((words) => label(words))];
  return [
    [block, ...headings],
    ...rows.map((row, index): Row => {
      const at = (field: string): string => `/funds/rows/${index}/${field}`;
      return [
        text(row.label, at('label'), { columns: 2 }),
        figure(row.initialBudget, at('initialBudget')),
        figure(row.annualBudget, at('annualBudget')),
        figure(row.executed, at('executed')),
        figure(row.weight, at('weight')),
        figure(row.executionRate, at('executionRate'), { sign: '%' }),
        figure(row.score, at('score')),
      ];
    }),
  ];
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

function lastRows({ total, rating, extras }: LayoutSelfEvaluation): Row[] {
  return [
    [label('总分', { columns: 6 }), figure(total.weight, '/total/weight'), figure(total.score, '/total/score'), label('')],
    ...(rating === null ? [] : [[label('评分等级', { columns: 2 }), text(rating, '/rating', { columns: all - 2 })]]),
    ...extras.map((extra, index) => [label(extra.label, { columns: 3 }), text(extra.value, `/extras/${index}/value`, { columns: all - 3 })]),
  ];
}
