import { department, projectName } from '../forms/names.ts';
import type { Random } from '../forms/random.ts';
import { buildTable, label, over, prose, value } from '../forms/table.ts';
import type { DraftRow } from '../forms/table.ts';
import type { Block } from '../forms/types.ts';
import { indicatorOf } from './catalogue.ts';
import { drawOne } from './values.ts';

/** A form of a kind that is not read, printed in the same document: 绩效运行监控表, filled in at half-year. */
export function monitoringForm(random: Random): Block[] {
  const names = ['数量指标', '质量指标', '时效指标', '社会效益指标'];
  const head = (cells: readonly [string, string, string, string]): DraftRow => ({
    kind: 'head',
    cells: [label(cells[0]), over(prose(cells[1]), 3), label(cells[2]), over(prose(cells[3]), 2)],
  });
  const rows = names.map((level2): DraftRow => {
    const { name, pair } = indicatorOf(random, level2, 'one');
    const level1 = level2 === '社会效益指标' ? '效益指标' : '产出指标';
    return {
      kind: 'indicator',
      cells: [
        { text: level1, role: 'level' },
        { text: level2, role: 'level' },
        prose(name),
        value(pair.target.text),
        value(pair.actual.text),
        value(pair.target.text),
        prose('确定能'),
      ],
    };
  });
  const headings = [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '1-6月执行情况',
    '全年预计完成情况',
    '完成可能性',
  ];
  const table = buildTable(
    [
      head(['项目名称', drawOne(random, projectName), '主管部门', drawOne(random, department)]),
      { kind: 'indicator-header', cells: headings.map((text) => label(text)) },
      ...rows,
    ],
    7,
  );
  return [
    { kind: 'line', role: 'title', text: '2024年项目支出绩效运行监控表' },
    { kind: 'table', table },
  ];
}
