import { figure, label, layoutOf, levelCells, text } from './layout-parts.ts';
import type { Draft, Layout, LayoutTarget, Row } from './layout-types.ts';

/** 一级, 二级, 三级 (two columns), 绩效指标描述, 指标值, 指标值确定依据. */
const widths = [9, 10, 10, 9, 18, 15, 16];
const all = widths.length;

/** A 绩效目标表: project, funds, the payment plan, the goal, the indicators. */
export function layoutTarget(form: LayoutTarget): Layout {
  const rows = [...headRows(form), ...fundRows(form), ...planRows(form), ...goalRows(form), ...indicatorRows(form), ...extraRows(form)];
  return layoutOf(form, rows, widths);
}

function headRows({ project, department, departmentCode, implementingUnit }: LayoutTarget): Row[] {
  const name = text(project.name, '/project/name', { columns: project.code === null ? all - 1 : 3 });
  const words = departmentCode === null ? department : `${departmentCode}-${department ?? ''}`;
  const owners = [
    ...(words === null ? [] : [label(departmentCode === null ? '主管部门' : '主管部门及代码'), { ...text(words, '/department', { columns: implementingUnit === null ? all - 1 : 3 }), paths: ['/department', '/departmentCode'] }]),
    ...(implementingUnit === null ? [] : [label('实施单位'), text(implementingUnit, '/implementingUnit', { columns: words === null ? all - 1 : all - 5 })]),
  ];
  return [
    [label('项目名称'), name, ...(project.code === null ? [] : [label('项目编码'), text(project.code, '/project/code', { columns: all - 5 })])],
    ...(owners.length === 0 ? [] : [owners]),
  ];
}

function fundRows({ funds: { unit, budget, fiscal, other, purpose } }: LayoutTarget): Row[] {
  if ([unit, budget, fiscal, other, purpose].every((value) => value === null)) return [];
  const block = label(unit === null ? '预算规模及资金用途' : `预算规模及资金用途（${unit}）`, { rows: purpose === null ? 1 : 2 });
  const amounts = [label('预算数'), figure(budget, '/funds/budget'), label('其中：财政资金'), figure(fiscal, '/funds/fiscal')];
  return [
    [{ ...block, paths: unit === null ? [] : ['/funds/unit'] }, ...amounts, label('其他资金'), figure(other, '/funds/other')],
    ...(purpose === null ? [] : [[label('资金用途'), text(purpose, '/funds/purpose', { columns: all - 2 })]]),
  ];
}

function planRows({ disbursementPlan: plan }: LayoutTarget): Row[] {
  const lines: Row[] = [];
  const block = label('资金支出计划（%）', { rows: 2 * Math.ceil(plan.length / (all - 1)) });
  for (let from = 0; from < plan.length; from += all - 1) {
    const part = plan.slice(from, from + all - 1);
    const last = all - part.length;
    const span = (at: number): { columns: number } => ({ columns: at === part.length - 1 ? last : 1 });
    lines.push([...(from === 0 ? [block] : []), ...part.map(({ by }, at) => text(by, `/disbursementPlan/${from + at}/by`, span(at)))]);
    lines.push(part.map(({ percent }, at) => figure(percent, `/disbursementPlan/${from + at}/percent`, { ...span(at), sign: '%' })));
  }
  return lines;
}

function goalRows({ goal }: LayoutTarget): Row[] {
  return goal.expected === null ? [] : [[label('绩效目标'), text(goal.expected, '/goal/expected', { columns: all - 1 })]];
}

const headings = ['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据'];

function indicatorRows({ indicators }: LayoutTarget): Row[] {
  const levels = levelCells(indicators, (level1, index) => ({ text: level1, paths: [`/indicators/${index}/level1`] }));
  const rows = indicators.map((indicator, index): Draft[] => {
    const at = (field: string): string => `/indicators/${index}/${field}`;
    return [
      ...(levels[index] ?? []),
      { ...text(indicator.level3, at('level3'), { columns: 2 }), paths: [at('level3'), `/indicators/${index}`] },
      text(indicator.description, at('description')),
      text(indicator.target.text, at('target')),
      text(indicator.basis, at('basis')),
    ];
  });
  return indicators.length === 0 ? [] : [headings.map((words) => label(words, { columns: words === '三级指标' ? 2 : 1 })), ...rows];
}

function extraRows({ extras }: LayoutTarget): Row[] {
  return extras.map((extra, index) => [label(extra.label, { columns: 2 }), text(extra.value, `/extras/${index}/value`, { columns: all - 2 })]);
}
