import type { Measure } from '../../../src/schema/index.ts';
import type { Group, PrintedRow } from '../forms/self-evaluation.ts';
import { measured, printed, words } from './values.ts';

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

/** The indicators of the invented self-evaluation, by group. */
export const groups: Group[] = [
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
