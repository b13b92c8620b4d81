import type { Measure } from '../../../src/schema/index.ts';
import { layoutSelfEvaluation } from '../forms/layout-self.ts';
import { layoutBudgetTarget } from '../forms/layout-target.ts';
import type { Group, PrintedRow, SelfEvaluationDraft } from '../forms/self-evaluation.ts';
import type { BudgetTarget, TargetRow } from '../forms/target.ts';
import type { Block, Sample } from '../forms/types.ts';

/** Invented forms that hold what real ones make hard: the same two in every format. */
const printed = (text: string): { printed: string; number: string | null } => ({
  printed: text,
  number: text === '' ? null : text.replace(/[,%]/g, ''),
});

const words = (text: string): Measure => ({ text, comparator: null, number: null, unit: null });
const measured = (
  comparator: Measure['comparator'],
  digits: string,
  unit: string,
  brackets = false,
): Measure => ({
  text: `${comparator ?? ''}${digits}${brackets ? `(${unit})` : unit}`,
  comparator,
  number: digits.replaceAll(',', ''),
  unit,
});

function row(
  level3: string,
  target: Measure,
  actual: Measure,
  weight: string,
  score: string,
  deviation = '',
): PrintedRow {
  const split = { sign: '', number: '', unit: '', measure: target };
  // The generator's types name the very words that it chooses from.
  return {
    level3,
    target,
    split,
    actual,
    weight: printed(weight),
    score: printed(score),
    deviation,
  } as unknown as PrintedRow;
}

const groups: Group[] = [
  {
    level1: '产出指标',
    weight: '50',
    level2s: [
      {
        level2: '数量指标',
        rows: [
          row(
            '流动书车进乡村次数',
            measured('≥', '1,200.00', '次', true),
            measured(null, '1,236.00', '次', true),
            '8.00',
            '8.00',
          ),
          row(
            '新购图书数量',
            measured('≥', '12,500', '册'),
            measured(null, '12,486', '册'),
            '6.00',
            '5.99',
            '一批图书因出版社缺货未到，已列入下年采购计划。',
          ),
          row(
            '有声读物更新',
            measured('=', '100.00', '%', true),
            measured(null, '100.00', '%', true),
            '6.00',
            '6.00',
          ),
          row(
            '古籍数字化扫描',
            measured('≥', '30000', '页'),
            measured(null, '30000', '页'),
            '4.00',
            '4.00',
          ),
        ],
      },
      {
        level2: '质量指标',
        rows: [
          row(
            '图书编目差错率',
            measured('≤', '0.50', '%'),
            measured(null, '0.32', '%'),
            '6.00',
            '6.00',
          ),
          row(
            '书车车况与车载书架、升降台、恒湿柜年度检验一次合格率',
            measured('≥', '98', '%'),
            measured(null, '95.65', '%'),
            '5.00',
            '4.88',
            '一辆书车的升降台检验未一次通过；已更换液压件并复检合格。',
          ),
        ],
      },
      {
        level2: '时效指标',
        rows: [
          row(
            '读者荐购响应时间',
            words('5-10个工作日'),
            { text: '7个工作日以内', comparator: '≤', number: '7', unit: '个工作日' },
            '5.00',
            '5.00',
          ),
          row(
            '年度项目按时完成率',
            measured('=', '100', '%'),
            measured(null, '100', '%'),
            '5.00',
            '5.00',
          ),
        ],
      },
      {
        level2: '成本指标',
        rows: [
          row(
            '单车年均运行成本',
            measured('≤', '13.20', '万元/年'),
            measured(null, '12.86', '万元/年'),
            '5.00',
            '5.00',
          ),
        ],
      },
    ],
  },
  {
    level1: '效益指标',
    weight: '30',
    level2s: [
      { level2: '经济效益指标', rows: [row('无', words('无'), words('无'), '', '')] },
      {
        level2: '社会效益指标',
        rows: [
          row(
            '惠及乡村读者',
            measured('≥', '86,000', '人次'),
            measured(null, '91,204', '人次'),
            '8.00',
            '8.00',
          ),
          row('乡村阅读推广志愿者队伍建设', words('健全'), words('达成年度指标'), '6.00', '6.00'),
        ],
      },
      {
        level2: '生态效益指标',
        rows: [
          row(
            '旧书循环利用率',
            measured('≥', '60', '%'),
            measured(null, '63.40', '%'),
            '6.00',
            '6.00',
          ),
        ],
      },
      {
        level2: '可持续影响指标',
        rows: [
          row(
            '流动服务点位长效管护机制',
            words('建立并有效运行'),
            words('已建立，运行良好'),
            '6.00',
            '6.00',
          ),
          row('书车使用年限', measured('≥', '8', '年'), measured(null, '8', '年'), '4.00', '4.00'),
        ],
      },
    ],
  },
  {
    level1: '满意度指标',
    weight: '10',
    level2s: [
      {
        level2: '服务对象满意度指标',
        rows: [
          row(
            '乡村读者满意度',
            measured('≥', '95', '%'),
            measured(null, '93.10', '%'),
            '5.00',
            '4.90',
            '部分点位停靠时间短。下年按赶集日调整线路。',
          ),
          row(
            '志愿者满意度',
            measured('≥', '90', '%'),
            measured(null, '96.50', '%'),
            '5.00',
            '5.00',
          ),
        ],
      },
    ],
  },
];

const fund = (
  source: 'total' | 'fiscal' | 'carryover' | 'other',
  label: string,
  figures: readonly string[],
): NonNullable<SelfEvaluationDraft['funds']['rows'][number]> => {
  const [
    initialBudget = '',
    annualBudget = '',
    executed = '',
    weight = '',
    executionRate = '',
    score = '',
  ] = figures;
  return {
    source,
    label,
    initialBudget: printed(initialBudget),
    annualBudget: printed(annualBudget),
    executed: printed(executed),
    weight: printed(weight),
    executionRate: printed(executionRate),
    score: printed(score),
  };
};

const selfEvaluation: SelfEvaluationDraft = {
  title: '项目支出绩效自评表',
  head: {
    annex: '附件3',
    year: 2031,
    yearStyle: '（Y年度）',
    numbering: '',
    departmentInTitle: false,
    other: ['项目负责人', '陈一'],
    titleInTable: false,
    project: '流动书车与乡村阅读推广',
    projectLabel: '项目名称',
    code: null,
    codeLabel: '项目编码',
    codeFirst: false,
    department: '云溪县文化局(汇总)',
    departmentLabel: '主管部门',
    departmentCode: null,
    unit: '云溪县图书馆',
    unitLabel: '实施单位',
    stacked: false,
  },
  unit: { unit: '万元', style: 'block' },
  funds: {
    rows: [
      fund('total', '年度资金总额', ['1,286.00', '1,310.50', '1,222.30', '10.00', '93.27', '9.33']),
      fund('fiscal', '其中：当年财政拨款', ['1,180.00', '1,204.50', '1,118.20', '', '92.84', '']),
      fund('carryover', '上年结转资金', ['106.00', '106.00', '104.10', '', '98.21', '']),
      fund('other', '其他资金', ['0.00', '0.00', '0.00', '', '', '']),
      null,
    ],
    initialBudget: '年初预算数',
    annualBudget: '全年预算数',
    executed: '全年执行数',
    weight: '分值',
    executionRate: '执行率',
    score: '得分',
    order: 'standard',
    percentSign: true,
    block: 1,
  },
  groups,
  goal: {
    expected: [
      '1.全年流动书车进乡村1,200次以上，覆盖全部92个行政村。',
      '2.新购图书12,500册，更新有声读物资源库。',
      '3.完成古籍数字化扫描30000页；建立流动服务点位长效管护机制，乡村读者满意度达到95%以上。',
    ],
    actual: [
      '1.流动书车进乡村1,236次，覆盖92个行政村。',
      '2.新购图书12,486册，有声读物资源库全部更新。',
      '3.完成古籍数字化扫描30000页；长效管护机制已建立并运行，乡村读者满意度为93.10%，未达到预期。',
    ],
  },
  goalLabels: ['年度总体目标', '预期目标', '实际完成情况'],
  goalStyle: 'columns',
  lead: true,
  order: 'standard',
  tallHeader: false,
  split: null,
  extraColumn: '',
  columns: {
    target: '年度指标值',
    actual: '实际完成值',
    weight: '分值',
    score: '得分',
    deviation: '偏差原因分析及改进措施',
  },
  groupWeights: '',
  total: { label: '总分', weight: printed('100.00'), score: printed('99.10') },
  rating: ['评分等级', '优'],
  notes: { style: 'rows', person: '陈一' },
};

const target = (
  level3: string,
  description: string,
  value: TargetRow['target'],
  basis: string,
): TargetRow =>
  ({
    level3,
    description,
    target: value,
    basis,
    split: { sign: '', number: '', unit: '', measure: value },
  }) as unknown as TargetRow;
const repeated = (
  comparator: '≥' | '=',
  digits: string,
  said: string,
  unit: string | null,
): TargetRow['target'] => ({
  text: `${comparator}${digits}${said}`,
  comparator,
  number: digits,
  unit,
  description: said,
});
const qualitative = (text: string): TargetRow['target'] => ({ ...words(text), description: null });

const budgetTarget = {
  number: 1,
  numbered: false,
  project: '灌区渠道清淤',
  code: '110228231KQNRZ4YF7GA',
  department: '云溪县水务局（本级）',
  departmentCode: '219001',
  funds: [printed('1,043.40'), printed('1,043.40'), printed('0.00')],
  purpose: ['对东干渠、西干渠及12条支渠清淤，保障灌溉。'],
  goal: [
    '1.全年清淤渠道186.5公里，清运淤泥不少于4.2万立方米。',
    '2.春灌前全部通水，灌溉水利用系数稳步提高，受益农户满意度不低于95%。',
  ],
  plan: ['25.00', '60.00', '85.00', '100.00'],
  by: ['3月底', '6月底', '10月底', '12月底'],
  groups: [
    {
      level1: '产出指标',
      weight: '50',
      level2s: [
        {
          level2: '数量指标',
          rows: [
            target(
              '清淤渠道长度',
              '反映干渠、支渠清淤的总长度',
              repeated('≥', '186.5', '186.5公里', '公里'),
              '年度工作计划',
            ),
            target(
              '清运淤泥',
              '反映清出并运离渠道的淤泥方量',
              repeated('≥', '4.2', '4.2万立方米', '万立方米'),
              '年度工作计划',
            ),
          ],
        },
        {
          level2: '质量指标',
          rows: [
            target(
              '渠底高程达标率',
              '验收断面的渠底高程达到设计要求',
              repeated('≥', '95', '95%及以上', '%'),
              '《灌溉渠道养护技术规程》',
            ),
          ],
        },
        {
          level2: '时效指标',
          rows: [
            target(
              '春灌前完成清淤',
              '三月底前干渠全部通水',
              qualitative('按计划完成'),
              '年度工作计划',
            ),
          ],
        },
        {
          level2: '成本指标',
          rows: [
            target(
              '公里清淤成本',
              '反映每公里清淤的平均支出',
              repeated('=', '5.59', '5.59万元', '万元'),
              '历史数据',
            ),
          ],
        },
      ],
    },
    {
      level1: '效益指标',
      weight: '30',
      level2s: [
        {
          level2: '社会效益指标',
          rows: [
            target(
              '保障灌溉面积',
              '清淤后可保障自流灌溉的农田面积',
              repeated('≥', '12.8', '12.8万亩', '万亩'),
              '《云溪县灌区规划》',
            ),
          ],
        },
        {
          level2: '可持续影响指标',
          rows: [
            target(
              '管护队伍稳定',
              '乡镇渠道管护员队伍长期保持稳定',
              qualitative('稳定'),
              '历史数据',
            ),
          ],
        },
      ],
    },
    {
      level1: '满意度指标',
      weight: '10',
      level2s: [
        {
          level2: '服务对象满意度指标',
          rows: [
            target(
              '受益农户满意度',
              '抽样调查中表示满意和基本满意的农户占比',
              repeated('≥', '95', '95%以上', '%'),
              '问卷调查',
            ),
          ],
        },
      ],
    },
  ],
} as unknown as BudgetTarget;

/** Long labels are printed on several lines, broken where a narrow column would break them. */
function wrapped(blocks: readonly Block[]): Block[] {
  const narrow = (text: string): string =>
    text.length > 4 ? text.replace(/(?:.{4}(?=.{2}))/g, '$&\n') : text;
  return blocks.map((block) =>
    block.kind !== 'table'
      ? block
      : {
          ...block,
          table: {
            ...block.table,
            cells: block.table.cells.map((cell) =>
              cell.role === 'level' ? { ...cell, text: narrow(cell.text) } : cell,
            ),
          },
        },
  );
}

const withWrappedLabels = (sample: Sample): Sample => ({
  ...sample,
  blocks: wrapped(sample.blocks),
});

export const crossForms = {
  'self-evaluation': withWrappedLabels(layoutSelfEvaluation(selfEvaluation)),
  target: withWrappedLabels(layoutBudgetTarget(budgetTarget)),
} as const satisfies Record<string, Sample>;
