import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/forms/ledger.ts';
import { Reader } from '../../src/forms/reader.ts';
import { readSelfEvaluation } from '../../src/forms/self-evaluation.ts';
import type { SelfEvaluationForm } from '../../src/schema/index.ts';
import { selfEvaluationSchema } from '../../src/schema/index.ts';
import { wholeForm } from '../support/stitch.ts';

const indicators =
  '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n产出指标(50分)|数量指标|巡查次数|≥12次|12次|50|50\n效益指标(40分)|社会效益指标|水清|良好|良好|40|40';

function read(...rows: readonly string[]): SelfEvaluationForm {
  return readSelfEvaluation(
    new Reader(wholeForm(['绩效自评表', '项目名称|河湖巡查|', ...rows].join('\n')), new Ledger()),
  );
}

describe('readSelfEvaluation', () => {
  it('gives what the schema asks for, however little is printed', () => {
    for (const form of [read(), read(indicators), read('总分|90')])
      expect(selfEvaluationSchema.parse(form)).toEqual(form);
    expect(read()).toMatchObject({
      kind: 'self-evaluation',
      funds: { unit: null, rows: [] },
      goal: { expected: null, actual: null },
      indicators: [],
      groupWeights: [],
      total: { weight: null, score: null },
      rating: null,
      extras: [],
    });
  });

  it.each([
    ['年度总体目标|预期目标|实际完成情况\n|巡查到位。|已巡查。', '巡查到位。', '已巡查。'],
    ['年度总体目标|巡查到位。|', '巡查到位。', null],
    ['预期目标|巡查到位。|\n实际完成情况|已巡查。|', '巡查到位。', '已巡查。'],
    ['年度绩效目标|巡查到位。|\n年度目标完成情况|已巡查。|', '巡查到位。', '已巡查。'],
    ['年度总体目标完成情况|巡查到位。|', '巡查到位。', null],
  ])('reads goals: %j', (rows, expected, actual) => {
    expect(read(rows).goal).toEqual({ expected, actual });
  });

  it('reads the weights of groups', () => {
    expect(read(indicators).groupWeights).toEqual([
      { level1: '产出指标', weight: '50' },
      { level1: '效益指标', weight: '40' },
    ]);
    expect(read(indicators).indicators.map(({ level1 }) => level1)).toEqual([
      '产出指标',
      '效益指标',
    ]);
  });

  it('reads the total below the indicators', () => {
    expect(read(indicators, '总分|||||100.00|99.50').total).toEqual({
      weight: '100.00',
      score: '99.50',
    });
    expect(read(indicators, '总分|||||—|99.50').total).toEqual({ weight: null, score: '99.50' });
  });

  it('reads a rating beside the total or below it', () => {
    expect(read(indicators, '总分|100|99.50|评分等级|优').rating).toBe('优');
    expect(read(indicators, '总分|||||100|99.50', '自评结论|良').rating).toBe('良');
    expect(read(indicators, '总分|||||100|99.50', '评价等级|—').rating).toBeNull();
  });

  it('takes a report under 评价结论 for no grade', () => {
    const report = '项目执行总体良好，个别指标偏低。';
    expect(read(indicators, '总分|||||100|99.50', `评价结论|${report}`)).toMatchObject({
      rating: null,
      extras: [{ label: '评价结论', value: report }],
    });
  });

  it('says the funds’ unit once, not among the extras', () => {
    const form = read(
      '单位：万元',
      '项目资金||年初预算数|全年预算数|全年执行数\n|年度资金总额|1|1|1',
      indicators,
    );
    expect(form.funds.unit).toBe('万元');
    expect(form.extras).toEqual([]);
  });

  it('keeps every other label and value as an extra', () => {
    const form = read(
      '项目类型|一次性|',
      indicators,
      '总分|||||100|99.50',
      '填表人：王某 联系电话：021-5',
      '备注|无',
    );
    expect(form.extras).toEqual([
      { label: '项目类型', value: '一次性' },
      { label: '填表人', value: '王某' },
      { label: '联系电话', value: '021-5' },
      { label: '备注', value: '无' },
    ]);
  });
});
