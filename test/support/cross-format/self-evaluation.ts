import type { SelfEvaluationDraft } from '../forms/self-evaluation.ts';
import { groups } from './self-evaluation-indicators.ts';
import { printed } from './values.ts';

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

/** An invented self-evaluation that holds what real ones make hard. */
export const selfEvaluation: SelfEvaluationDraft = {
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
