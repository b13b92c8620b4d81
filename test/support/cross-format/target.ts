import type { BudgetTarget, TargetRow } from '../forms/target.ts';
import { printed, words } from './values.ts';

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

/** Invented targets filed with a budget, which print their numbers twice as real ones do. */
export const budgetTarget = {
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
