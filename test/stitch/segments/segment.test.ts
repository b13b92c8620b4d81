import { describe, expect, it } from 'vitest';
import { onlyText } from '../../../src/stitch/segments/segment.ts';
import { itemsOf, itemText, rowItem, segmentsIn, spanItems } from '../../support/stitch.ts';

const indicators = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分';
const funds = '项目资金(万元)||年初预算数|全年预算数|全年执行数|分值|执行率|得分';

/** Title and first and last item of each segment. */
function cut(source: string): string[] {
  const items = itemsOf(source);
  return segmentsIn(items).map(
    ({ title, from, to }) =>
      `${title?.title.text ?? ''}: ${itemText(items[from])} … ${itemText(items[to - 1])}`,
  );
}

describe('findSegments', () => {
  it('begins a form at each title', () => {
    expect(
      cut('说明\n绩效自评表\n项目名称|甲|\n总分|90|\n\n项目绩效自评表\n项目名称|乙|\n总分|91|'),
    ).toEqual(['绩效自评表: 绩效自评表 … 总分|90|', '项目绩效自评表: 项目绩效自评表 … 总分|91|']);
  });

  it('begins a form at a title that stands in a table', () => {
    expect(cut('绩效自评表||\n项目名称|甲|\n项目绩效自评表|项目绩效自评表|\n项目名称|乙|')).toEqual(
      [
        '绩效自评表: 绩效自评表|| … 项目名称|甲|',
        '项目绩效自评表: 项目绩效自评表|项目绩效自评表| … 项目名称|乙|',
      ],
    );
  });

  it('reads a title that is printed on two lines', () => {
    expect(cut('市级部门项目支出\n绩效自评表\n项目名称|甲|')).toEqual([
      '市级部门项目支出绩效自评表: 市级部门项目支出 … 项目名称|甲|',
    ]);
  });

  it('does not read a table’s last row as a title’s first half', () => {
    expect(cut('实施项目支出|\n绩效自评表\n项目名称|甲|')).toEqual([
      '绩效自评表: 绩效自评表 … 项目名称|甲|',
    ]);
  });

  it('keeps with a title what stands above it and belongs to it', () => {
    expect(
      cut(
        '绩效自评表\n项目名称|甲|\n总分|90|\n\n附件3\n（2031年度）\n单位：万元\n绩效自评表\n项目名称|乙|',
      ),
    ).toEqual(['绩效自评表: 绩效自评表 … 总分|90|', '绩效自评表: 附件3 … 项目名称|乙|']);
  });

  it('begins a form without a title at a fresh project name', () => {
    expect(cut('项目名称|甲|\n总分|90|\n项目名称：乙|\n总分|91|')).toEqual([
      ': 项目名称|甲| … 总分|90|',
      ': 项目名称：乙| … 总分|91|',
    ]);
  });

  it('takes the rows of the head above a project name to its form', () => {
    expect(
      cut('项目名称|甲|\n总分|90|\n主管部门|水务局|\n项目编码|88|\n项目名称|乙|\n总分|91|'),
    ).toEqual([': 项目名称|甲| … 总分|90|', ': 主管部门|水务局| … 总分|91|']);
  });

  it('takes no other rows above a project name to its form', () => {
    expect(cut('项目名称|甲|\n巡查|十二次|\n项目名称|乙|')[1]).toBe(
      ': 项目名称|乙| … 项目名称|乙|',
    );
    expect(cut('项目名称|甲|主管部门|水务局\n项目名称|乙|主管部门|水务局')).toEqual([
      ': 项目名称|甲|主管部门|水务局 … 项目名称|甲|主管部门|水务局',
      ': 项目名称|乙|主管部门|水务局 … 项目名称|乙|主管部门|水务局',
    ]);
  });

  it('begins a form at a project name that is left blank', () => {
    expect(cut('项目名称|甲|\n总分|90|\n项目名称||\n总分|91|')).toHaveLength(2);
    expect(cut('项目名称|甲|\n总分|90|\n基本情况|项目名称||\n总分|91|')).toHaveLength(2);
  });

  it('leaves the foot of a form with it, though it names its people', () => {
    expect(cut('项目名称|甲|\n总分|90|\n填报单位|水务局|填表人|王某\n项目名称|乙|')[1]).toBe(
      ': 项目名称|乙| … 项目名称|乙|',
    );
  });

  it('does not begin a form at a title that a later page repeats', () => {
    expect(
      cut(`绩效自评表\n项目名称|甲|\n${funds}\n\n绩效自评表\n${indicators}\n总分|90|`),
    ).toEqual(['绩效自评表: 绩效自评表 … 总分|90|']);
  });

  it('begins a form at a title below which all tables stand again, though no project is named', () => {
    const tables = `${funds}\n|年度资金总额|1|1|1|10|100%|10\n${indicators}\n产出指标|数量指标|次数|5|5|90|90`;
    expect(cut(`绩效自评表\n${tables}\n\n绩效自评表\n${tables}`)).toHaveLength(2);
  });

  it('begins a form at the title above its tables, though the same words stood far above', () => {
    expect(
      cut(`绩效自评表\n一\n二\n三\n四\n五\n\n绩效自评表\n${funds}\n${indicators}`).at(-1),
    ).toBe(`绩效自评表: 绩效自评表 … ${indicators}`);
  });

  it('takes the second of two titles, a cover sheet’s and the form’s own', () => {
    expect(cut('绩效自评表\n\n河湖项目绩效自评表\n项目名称|甲|')).toEqual([
      '河湖项目绩效自评表: 河湖项目绩效自评表 … 项目名称|甲|',
    ]);
  });

  it('takes a project name that follows its title as that form’s', () => {
    expect(cut('绩效自评表\n主管部门|水务局|\n项目名称|甲|\n总分|90|')).toHaveLength(1);
  });

  it('does not take a column’s heading, or an indicator’s name, for a project', () => {
    expect(cut('项目名称|甲|\n总分|90|\n基本情况|名单|项目名称|')).toHaveLength(1);
    expect(cut('绩效自评表\n项目名称|甲|\n产出指标|质量指标|项目名称|规范|规范')).toHaveLength(1);
    expect(cut('绩效自评表\n项目名称|甲|\n||项目名称|规范|规范|10|10')).toHaveLength(1);
    expect(cut('绩效自评表\n项目名称|甲|\n序号|项目名称|主管部门|\n1|甲|水务局|')).toHaveLength(1);
  });

  it('takes a document without any mark as one form', () => {
    expect(cut('甲|乙\n丙|丁')).toEqual([': 甲|乙 … 丙|丁']);
    expect(segmentsIn([])).toEqual([]);
  });
});

describe('onlyText', () => {
  it.each([
    ['甲||', '甲'],
    ['甲|甲|甲', '甲'],
    ['甲|乙', null],
    ['||', null],
  ])('of %s is %s', (row, text) => {
    expect(onlyText(rowItem(row))).toBe(text);
  });

  it('does not look at cells that began above', () => {
    expect(onlyText(spanItems('甲|乙', '^|丙')[1])).toBe('丙');
    expect(onlyText(undefined)).toBeNull();
  });
});
