import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/forms/ledger.ts';
import { Reader } from '../../src/forms/reader.ts';
import { readTargetForm } from '../../src/forms/target.ts';
import { type TargetForm, targetFormSchema } from '../../src/schema/index.ts';
import { wholeForm } from '../support/stitch.ts';

const indicators =
  '一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据\n产出指标|数量指标|巡查次数|全年巡查|≥1212次|年度计划';

function read(...rows: readonly string[]): TargetForm {
  return readTargetForm(
    new Reader(
      wholeForm(['河湖巡查绩效目标表', '项目名称|河湖巡查|', ...rows].join('\n')),
      new Ledger(),
    ),
  );
}

describe('readTargetForm', () => {
  it('reads a form', () => {
    const form = read(
      '203001水务局（本级）',
      '单位：万元',
      '项目编码|130304X|',
      '预算规模及资金用途|预算数|5.60|其中：财政资金|5.60|其他资金|0',
      '|定期巡查，保证水清。|',
      '资金支出计划|3月底|6月底|10月底|12月底',
      '|25.00|50.00%|75.00|100.00',
      '绩效目标|1.定期巡查。2.及时清淤。|',
      indicators,
    );
    expect(targetFormSchema.parse(form)).toEqual(form);
    expect(form).toEqual({
      kind: 'target',
      title: '河湖巡查绩效目标表',
      year: null,
      project: { name: '河湖巡查', code: '130304X' },
      department: '水务局（本级）',
      departmentCode: '203001',
      implementingUnit: null,
      funds: {
        unit: '万元',
        budget: '5.60',
        fiscal: '5.60',
        other: '0',
        purpose: '定期巡查，保证水清。',
      },
      disbursementPlan: [
        { by: '3月底', percent: '25.00' },
        { by: '6月底', percent: '50.00' },
        { by: '10月底', percent: '75.00' },
        { by: '12月底', percent: '100.00' },
      ],
      goal: { expected: '1.定期巡查。2.及时清淤。' },
      indicators: [
        {
          level1: '产出指标',
          level2: '数量指标',
          level3: '巡查次数',
          description: '全年巡查',
          target: {
            text: '≥1212次',
            comparator: '≥',
            number: '12',
            unit: '次',
            description: '12次',
          },
          basis: '年度计划',
        },
      ],
      extras: [],
    });
  });

  it('gives what the schema asks for, however little is printed', () => {
    const form = read();
    expect(targetFormSchema.parse(form)).toEqual(form);
    expect(form).toMatchObject({
      funds: { budget: null, fiscal: null, other: null, purpose: null },
      disbursementPlan: [],
      goal: { expected: null },
      indicators: [],
      extras: [],
    });
  });

  it('leaves blank amounts null', () => {
    expect(
      read('预算规模及资金用途|预算数|5.60|其中：财政资金|—|其他资金|', indicators).funds,
    ).toMatchObject({ budget: '5.60', fiscal: null, other: null });
  });

  it('takes the year’s amounts where the whole term’s stand before them, which are extras', () => {
    const form = read(
      '项目资金总额|30.00|年度资金总额|10.00',
      '其中：财政拨款|20.00|其中：财政拨款|8.00',
      '其他资金|10.00|其他资金|2.00',
      indicators,
    );
    expect(form.funds).toMatchObject({ budget: '10.00', fiscal: '8.00', other: '2.00' });
    expect(form.extras.map(({ value }) => value)).toEqual(['30.00', '20.00', '10.00']);
  });

  it('takes none of several kinds of fiscal funds for all of them, unless one says that it is', () => {
    const levels = ['中央财政资金|5.00|省级财政资金|3.00', '市级财政资金|1.00|其他资金|1.00'];
    const form = read('年度资金总额|10.00|', ...levels, indicators);
    expect(form.funds).toMatchObject({ budget: '10.00', fiscal: null, other: '1.00' });
    expect(form.extras).toEqual([
      { label: '中央财政资金', value: '5.00' },
      { label: '省级财政资金', value: '3.00' },
      { label: '市级财政资金', value: '1.00' },
    ]);
    expect(read('年度资金总额|10.00|财政拨款小计|9.00', ...levels, indicators).funds).toMatchObject(
      { budget: '10.00', fiscal: '9.00', other: '1.00' },
    );
  });

  it('takes a sum that is called 合计 where nothing else is called the budget', () => {
    expect(read('项目资金（万元）|合计|10.00', indicators).funds).toMatchObject({
      unit: '万元',
      budget: '10.00',
    });
  });

  it('puts what the form prints besides to the extras', () => {
    const form = read('项目性质|延续|计划开始日期|2031年1月', indicators, '填表人：王某');
    expect(form.extras).toEqual([
      { label: '项目性质', value: '延续' },
      { label: '计划开始日期', value: '2031年1月' },
      { label: '填表人', value: '王某' },
    ]);
  });

  it('tells the year’s goal from the whole term’s', () => {
    const form = read('总体目标|中期目标|年度目标', '|五年见效。|当年起步。', indicators);
    expect(form.goal.expected).toBe('当年起步。');
    expect(form.extras).toEqual([{ label: '中期目标', value: '五年见效。' }]);
  });
});
