import fc from 'fast-check';
import type { TargetIndicator } from '../../../src/schema/index.ts';
import { department, goal, indicatorName, projectCode, projectName } from './names.ts';
import { headArbitrary, rowsByLevel, unitArbitrary } from './self-evaluation.ts';
import { amount, measure, splitMeasure } from './values.ts';
import { applicationTitles, labels } from './words.ts';

type Target = TargetIndicator['target'];

const units = ['%', '次', '人', '个', '场', '期', '家', '户', '万元', '天'];
const digits = fc.oneof(
  fc.integer({ min: 1, max: 150 }).map(String),
  fc.integer({ min: 11, max: 999 }).map((n) => (n / 10).toFixed(1)),
);

/** Sign, number and words run together by the exporter (beidaihe-targets-cells); divided as CONTRACT.md says. */
const runTogether: fc.Arbitrary<Target> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('≥', '≥', '>'),
        digits,
        fc.constantFrom(...units),
        fc.constantFrom('', '及以上', '以上'),
      )
      .map(([sign, n, unit, word]) => ({
        text: `${sign}${n}${n}${unit}${word}`,
        comparator: sign as '≥' | '>',
        number: n,
        unit,
        description: `${n}${unit}${word}`,
      })),
  },
  // One digit twice could be a number of two digits as well.
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        digits.filter((n) => n.length > 1),
        fc.constantFrom(...units),
      )
      .map(([n, unit]) => ({
        text: `${n}${n}${unit}`,
        comparator: null,
        number: n,
        unit,
        description: `${n}${unit}`,
      })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(digits, fc.constantFrom(...units)).map(([n, unit]) => ({
      text: `≥${n}大于等于${n}${unit}`,
      comparator: '≥' as const,
      number: n,
      unit,
      description: `大于等于${n}${unit}`,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(digits, fc.constantFrom('按计划完成', '按时完成')).map(([n, words]) => ({
      text: `${n}${words}`,
      comparator: null,
      number: n,
      unit: null,
      description: words,
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('优良', '按计划完成', '有效提升')
      .map((text) => ({ text, comparator: null, number: null, unit: null, description: null })),
  },
);

const rowOf = (target: fc.Arbitrary<Target>) =>
  fc.record({
    level3: indicatorName,
    target,
    split: splitMeasure
      .filter(({ number }) => !/^(.+)\1$/.test(number))
      .map((parts) => ({ ...parts, measure: { ...parts.measure, description: null } })),
    description: fc.constantFrom(
      '反映工作完成情况',
      '应检尽检',
      '反映资金是否充足，支付是否及时到位',
      '“双随机”检查次数',
      '',
    ),
    basis: fc.constantFrom(
      '年度工作计划',
      '2024年工作要点',
      '《云湖市档案管理办法》',
      '历史数据',
      '',
    ),
  });
export type TargetRow = ReturnType<typeof rowOf> extends fc.Arbitrary<infer T> ? T : never;

/** The targets filed with a budget: two tables, the exporter runs values together. */
export const budgetTargetArbitrary = fc.record({
  number: fc.integer({ min: 1, max: 30 }),
  numbered: fc.boolean(),
  // The title repeats the name: a year in it could not be told from the form's own.
  project: projectName.filter((name) => !/\d年/.test(name)),
  code: projectCode,
  department,
  departmentCode: fc.stringMatching(/^[1-9][0-9]{5}$/),
  funds: fc.tuple(amount, amount, amount),
  purpose: goal,
  goal,
  plan: fc.constantFrom(
    ['25.00', '50.00', '75.00', '100.00'],
    ['0.00', '40.00', '80.50', '100.00'],
    ['10', '50', '90', '100'],
  ),
  by: fc.constantFrom(
    ['3月底', '6月底', '10月底', '12月底'],
    ['3月底', '6月底', '9月底', '12月底'],
  ),
  groups: rowsByLevel(rowOf(runTogether), 3),
});
export type BudgetTarget = typeof budgetTargetArbitrary extends fc.Arbitrary<infer T> ? T : never;

// 33次 or 1212个 would read as a number with its words run together.
const measured: fc.Arbitrary<Target> = measure
  .filter(({ text, number }) => text !== '' && !/^(.+)\1$/.test(number ?? ''))
  .map((value) => ({ ...value, description: null }));

/** 项目支出绩效目标申报表: one table, much like the self-evaluation. */
export const applicationArbitrary = fc.record({
  title: fc.constantFrom(...applicationTitles),
  head: headArbitrary,
  unit: unitArbitrary,
  nature: fc.constantFrom('新增项目', '延续项目', ''),
  begin: fc.constantFrom('2024-01-01', '2024年1月', ''),
  funds: fc.tuple(amount, amount, amount),
  fundLabels: fc.tuple(
    fc.constantFrom('年度资金总额', '年度资金总额：', '资金总额'),
    fc.constantFrom('其中：财政拨款', '其中：财政资金', '财政拨款'),
    fc.constantFrom('其他资金', '其他资金：'),
  ),
  fundStyle: fc.constantFrom('rows', 'row'),
  goal,
  midterm: fc.option(goal, { freq: 1 }),
  lead: fc.boolean(),
  target: fc.constantFrom(...labels.target.slice(0, 4)),
  split: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...labels.sign), fc.constantFrom(...labels.measureUnit)),
    },
  ),
  remark: fc.boolean(),
  groups: rowsByLevel(rowOf(measured), 3),
});
export type Application = typeof applicationArbitrary extends fc.Arbitrary<infer T> ? T : never;
