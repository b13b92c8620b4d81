import { parseMeasure } from '../../../src/number/index.ts';
import { ratio } from '../audit/ratio.ts';
import type { Random } from '../forms/random.ts';
import { shown, sumOf, valueOf } from './figures.ts';
import type { Target } from './types.ts';

const plans: readonly (readonly [
  habit: string,
  by: readonly string[],
  percents: readonly string[],
])[] = [
  ['a plan by quarters', ['3月底', '6月底', '10月底', '12月底'], ['25', '50', '80', '100']],
  [
    'a plan with decimals',
    ['3月底', '6月底', '10月底', '12月底'],
    ['12.50', '40.00', '77.50', '100.00'],
  ],
  ['a plan that stands still', ['3月底', '6月底', '10月底', '12月底'], ['0', '60', '60', '100']],
  ['a plan of shares', ['第一季度', '第二季度', '第三季度', '第四季度'], ['20', '30', '35', '15']],
  ['no plan', [], []],
];

/** A target form whose figures hold together. */
export function targetSheet(random: Random): Target {
  const [planHabit, by, percents] = random.pick(plans);
  const decimals = random.pick([0, 2, 2, 4]);
  const amount = (): string => shown(ratio(1 + random.int(900_000), 10 ** decimals), decimals);
  const fiscal = amount();
  const other = random.pick([null, shown(ratio(0), decimals), amount(), amount()]);
  const carried = random.chance(0.3) ? amount() : null;
  const parts = [fiscal, other, carried].flatMap((digits) => digits ?? []);
  return {
    kind: 'target',
    form: {
      kind: 'target',
      title: '项目支出绩效目标表',
      year: 2024,
      project: { name: '示例项目', code: null },
      department: '示例市示例局',
      departmentCode: null,
      implementingUnit: null,
      funds: {
        unit: '万元',
        budget: shown(sumOf(parts.map(valueOf)), decimals),
        fiscal,
        other,
        purpose: '保障日常业务开展。',
      },
      disbursementPlan: by.map((step, index) => ({ by: step, percent: percents[index] ?? null })),
      goal: { expected: '完成年度任务，提升服务水平。' },
      indicators: ['举办培训班次', '受训人员覆盖率'].map((level3, index) => ({
        level1: '产出指标',
        level2: index === 0 ? '数量指标' : '质量指标',
        level3,
        description: '按计划完成',
        target: { ...parseMeasure(index === 0 ? '≥12期' : '≥95%'), description: null },
        basis: '年度工作计划',
      })),
      extras: carried === null ? [] : [{ label: '上年结转资金', value: carried }],
    },
    habits: [
      planHabit,
      ...(carried === null ? [] : ['carry-over among the extras']),
      ...(other === null ? ['other funds blank'] : []),
    ],
  };
}
