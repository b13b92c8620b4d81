import { describe, expect, it } from 'vitest';
import { readForms } from '../../src/forms/index.ts';
import type { PerformanceForm } from '../../src/schema/index.ts';
import { stitch } from '../../src/stitch/index.ts';
import { freeze, textDocument } from '../support/stitch.ts';

const scored =
  '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n产出指标|数量指标|巡查次数|≥12次|12次|90|90';
const planned = '一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|巡查次数|≥12次';

function read(title: string, rows: readonly string[], indicators: string): PerformanceForm {
  const document = textDocument([title, ...rows, indicators].join('\n'));
  const [found] = readForms(freeze(stitch(document).value)).value.forms;
  if (found === undefined) throw new Error('no form');
  return found.form;
}

const evaluation = (...rows: readonly string[]): PerformanceForm =>
  read('绩效自评表', ['项目名称|河湖巡查|', ...rows], scored);
const target = (...rows: readonly string[]): PerformanceForm =>
  read('绩效目标表', ['项目名称|河湖巡查|', ...rows], planned);

describe('a label in unknown words beside its value', () => {
  it.each([
    ['项目落实单位|云溪县河道所|', { implementingUnit: '云溪县河道所' }],
    ['项目序列号|330900-2032-17|', { project: { name: '河湖巡查', code: '330900-2032-17' } }],
    ['评定结论|良好|', { rating: '良好' }],
  ])('fills the field that it hints at: %s', (row, expected) => {
    expect(evaluation(row)).toMatchObject({ ...expected, extras: [] });
  });

  it.each([
    ['项目落实单位|三百米|', 'implementingUnit'],
    ['项目序列号|第一批|', 'project/code'],
    ['评定结论|待复核|', 'rating'],
  ])('is an extra where its value does not suit the field: %s', (row, field) => {
    const { extras, ...form } = evaluation(row);
    expect(extras).toHaveLength(1);
    expect(form).toMatchObject(
      field === 'project/code' ? { project: { code: null } } : { [field]: null },
    );
  });

  it('is an extra where a known label names the field', () => {
    const form = evaluation('实施单位|云溪县河道所|', '项目落实单位|云溪县水利局|');
    expect(form.implementingUnit).toBe('云溪县河道所');
    expect(form.extras).toEqual([{ label: '项目落实单位', value: '云溪县水利局' }]);
  });

  it('is an extra where another hints at the same field', () => {
    const form = evaluation('项目落实单位|云溪县河道所|', '具体承接单位|云溪县水利局|');
    expect(form.implementingUnit).toBeNull();
    expect(form.extras).toHaveLength(2);
  });

  it('is the department where it is in charge beside a unit of its own', () => {
    expect(evaluation('项目主管单位|云溪县水利局|', '用款单位|云溪县河道所|')).toMatchObject({
      department: '云溪县水利局',
      implementingUnit: '云溪县河道所',
    });
  });

  it('holds money in target forms only', () => {
    expect(target('本年拟投入资金|12.50|')).toMatchObject({ funds: { budget: '12.50' } });
    expect(evaluation('本年拟投入资金|12.50|').funds).toMatchObject({ rows: [] });
  });
});
