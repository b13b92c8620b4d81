import type { Random } from '../forms/random.ts';
import { fundRows, labels } from '../forms/words.ts';
import { hash } from './structure.ts';
import type { SetName } from './structure.ts';

/**
 * Wordings that a person understands from their parts and that no list of the reader holds: what another province, or
 * another year, might print. A third of them is kept for structures that are only measured on.
 */
const composed = {
  project: ['自评项目名称', '本级专项名称', '支出事项名称', '绩效项目全称', '财政支出项目名称'],
  code: ['项目识别码', '项目统一编号', '预算一体化项目编码', '项目库代码'],
  department: [
    '归口主管单位',
    '预算归口管理部门',
    '行业归口管理部门',
    '所属主管部门',
    '市直业务主管部门',
  ],
  unit: [
    '具体承办单位',
    '项目实施责任单位',
    '资金使用主体单位',
    '项目组织实施单位',
    '实际承担单位',
  ],
  initialBudget: [
    '年初核定预算数',
    '年初人大批复预算',
    '年初安排预算额',
    '期初下达预算金额',
    '年初批复资金额',
  ],
  annualBudget: [
    '调整后核定预算额',
    '全年可执行预算数',
    '年度最终预算额度',
    '全年核定预算总数',
    '追加调整后预算数',
    '本年度可用预算金额',
  ],
  executed: [
    '全年累计支付金额',
    '本年度实际使用额',
    '全年累计列支数',
    '年度实际支付额',
    '截至年末累计支出数',
    '全年实际拨付使用数',
    '当年累计执行金额',
    '本年实际列支金额',
  ],
  executionRate: [
    '全年资金执行比率',
    '预算支出完成比例',
    '年度支付进度比率',
    '资金使用完成率',
    '全年预算支付率',
    '预算执行百分比',
  ],
  weight: ['设定满分', '指标设定分数', '本项满分值', '指标满分标准', '指标基准分值', '赋予分值'],
  score: [
    '自查得分',
    '部门自评实得分',
    '本项自评得分',
    '单位自查评分',
    '自评核定得分',
    '最终自评分',
  ],
  goal: ['本年度项目总体绩效目标', '项目全年绩效总目标', '当年项目绩效目标', '年度项目总目标'],
  expected: [
    '年初申报的绩效目标',
    '计划达到的目标',
    '年初确定的预期目标',
    '预算批复时设定目标',
    '年度计划实现目标',
  ],
  actualGoal: [
    '目标年末达成情况',
    '截至年底完成情况',
    '年终目标实现情况说明',
    '全年实际达成情况',
    '年末目标完成结果',
  ],
  target: [
    '年初申报目标值',
    '当年计划指标值',
    '年度批复指标值',
    '全年预期目标数值',
    '年度计划达到值',
    '预算年度指标值',
  ],
  actual: [
    '年末指标完成情况值',
    '全年指标达成数值',
    '截至年底完成值',
    '年末实际达到指标值',
    '指标年终完成数值',
    '年度指标实现情况',
  ],
  deviation: [
    '偏离目标原因说明及整改办法',
    '未达预期的原因及改进计划',
    '指标未完成情况分析及措施',
    '差异原因分析与整改措施',
    '与目标偏差的原因及下步措施',
  ],
  sum: ['自评得分总计分', '各项得分合计', '全部指标合计得分', '本项目自评总得分', '自评总计得分'],
  rating: ['绩效自评档次', '自评所属等级', '自评结果评定等级', '项目绩效自评等级'],
  block: [
    '项目资金安排与执行',
    '年度资金安排及支出情况',
    '项目经费预算与支出',
    '预算资金安排使用情况',
  ],
  lead: ['年度绩效指标设定与完成', '项目绩效指标设定及完成情况', '绩效指标达成情况'],
  level1: ['一级指标类别', '指标（一级）', '一级分类指标'],
  level2: ['二级指标类别', '指标（二级）', '二级分类指标'],
  level3: ['三级指标及内容说明', '指标（三级）', '三级细化指标', '具体绩效指标名称'],
  sign: ['指标值比较符', '目标值方向符号', '指标计算符'],
  measureUnit: ['指标数值单位', '目标值计量单位名称', '数值计量单位'],
  total: ['全年资金合计数', '本年度资金总规模', '项目全年资金总额', '年度各类资金合计'],
  fiscal: [
    '市区两级财政补助资金',
    '其中：县本级财政预算安排资金',
    '其中：本年度财政预算拨款',
    '中央和省财政专项补助资金',
    '其中：当年各级财政拨款资金',
    '其中：同级财政预算安排拨款',
  ],
  carryover: [
    '以往年度结转结余资金',
    '上年度未支完结转资金',
    '上年末结转使用资金',
    '往年滚存结转资金',
  ],
  other: ['单位自行筹措资金', '单位自筹及其他来源资金', '其他渠道筹集资金', '社会捐赠及其他资金'],
} as const;

const listed = {
  ...labels,
  sum: labels.total,
  block: ['项目资金', '资金情况', '预算执行情况'],
  lead: ['绩效指标', '年度绩效指标'],
  ...fundRows,
} as const;

export type WordKind = keyof typeof composed;

const isHeld = (word: string): boolean => hash(word) % 3 === 0;

/** Composed words that a set may print: to tune on two thirds of them, to measure on the others. */
function composedWords(kind: WordKind, set: SetName): readonly string[] {
  const words: readonly string[] = composed[kind];
  const own = words.filter((word) => isHeld(word) === (set === 'hold'));
  return own.length === 0 ? words : own;
}

/** Every composed wording, for the test that none of them is listed. */
export const allComposed: readonly string[] = Object.values(composed).flat();

/** A wording, composed with the probability that the structure tells. */
export function wordOf(random: Random, kind: WordKind, set: SetName, own: number): string {
  if (random.chance(own)) return random.pick(composedWords(kind, set));
  return random.pick<string>(listed[kind]);
}

/** Labels of extras with values, listed and not. */
export const attributes: readonly (readonly [string, readonly string[]])[] = [
  ['项目负责人', ['陈一', '林小溪', '欧阳明']],
  ['联系电话', ['0000-1234567', '13900000000']],
  ['项目属性', ['经常性项目', '延续项目', '新增项目']],
  ['项目类别', ['其他运转类', '特定目标类']],
  ['项目起止时间', ['2024年1月-2024年12月', '2024.01-2025.06']],
  ['资金性质', ['一般公共预算', '政府性基金']],
  ['是否跨年度实施', ['否', '是']],
  ['绩效联络员', ['赵某', '孙某']],
  ['立项批复文号', ['云财预〔2024〕12号', '云发改〔2023〕88号']],
  ['财政归口科室', ['农业科', '社保科']],
  ['项目所在区域', ['青禾区柳溪街道', '全市']],
  ['政府采购方式', ['公开招标', '竞争性磋商']],
];

/** Unknown columns of the indicator table, and what stands in them. */
export const foreignColumns: readonly (readonly [string, readonly string[]])[] = [
  ['责任科室', ['业务一科', '办公室', '规划科']],
  ['数据采集渠道', ['问卷调查', '台账统计', '现场核查']],
  ['佐证材料名称', ['验收报告', '支付凭证', '签到册']],
  ['评分标准', ['按完成比例计分', '每低一个百分点扣一分', '完成得满分']],
  ['完成时限', ['12月底前', '当年第三季度', '全年']],
  ['指标所属科目', ['项目管理类', '业务类']],
  ['考核方式', ['资料审查', '抽样检查']],
];
