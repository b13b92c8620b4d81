import { describe, expect, it } from 'vitest';
import {
  findLabel,
  findUnit,
  guessHeading,
  guessPair,
  names,
  splitInline,
  type Term,
} from '../../src/lexicon/index.ts';
import { countCharacters } from '../../src/model/index.ts';

/** The words that stand for each part in forms as they are filed. */
const wild: readonly (readonly [Term, string])[] = [
  [
    'projectName',
    '项目名称 项目支出名称 专项资金名称 转移支付(项目)名称 转移支付（项目）名称 专项名称',
  ],
  ['projectCode', '项目编码 项目代码 预算项目编码'],
  ['department', '主管部门 主管部门及代码 主管预算部门 市级主管部门 县级主管部门 省级主管部门'],
  ['implementingUnit', '实施单位 项目实施单位 项目单位 预算单位 资金使用单位 实施单位（盖章）：'],
  [
    'fundsBlock',
    '项目资金(万元) 项目资金（元） 资金情况(万元) 预算执行情况(万元)(10分) 年度预算数(万元)',
  ],
  ['initialBudget', '年初预算数 年初预算 年初预算安排 预算编制数'],
  ['annualBudget', '全年预算数 全年预算数(A) 调整后预算数 调整预算数 预算数(A) 年度预算数'],
  ['executed', '全年执行数 全年执行数(B) 执行数(B) 预算执行数 实际支出数 全年支出数'],
  ['executionRate', '执行率 执行率(%) 执行率(B/A) 预算执行率 预算执行率(%) 预算完成率'],
  ['weight', '分值 分数 权重 参考分值 设定权重'],
  ['score', '得分 自评得分 自评分 指标得分'],
  ['fundTotal', '年度资金总额 资金总额 总额 合计 项目资金总额'],
  ['fundFiscal', '其中：当年财政拨款 本年财政拨款 其中：财政资金 财政拨款 中央补助 一般公共预算'],
  ['fundCarryover', '上年结转资金 上年结转 上年结余'],
  ['fundOther', '其他资金 单位资金 地方资金 财政专户管理资金'],
  ['goalBlock', '年度总体目标 总体目标 年度目标 年度绩效目标 年度总体目标完成情况'],
  ['goalExpected', '预期目标 年初设定目标 年初目标'],
  ['goalActual', '实际完成情况 目标实际完成情况 年度总体目标完成情况综述'],
  ['target', '年度指标值 年度指标值(A) 指标值 年初目标值(A) 绩效指标值 目标值'],
  ['targetSign', '指标性质 计算符号'],
  ['targetUnit', '度量单位 计量单位'],
  ['actual', '实际完成值 实际完成值(B) 完成值 全年实际值 全年完成值 全年实际完成值'],
  [
    'deviation',
    '偏差原因分析及改进措施 偏差原因及改进措施 未完成原因分析 未完成原因分析及改进措施 未完成原因和改进措施 未完成原因及拟采取的改进措施',
  ],
  ['total', '总分 合计 总计 自评总分'],
  ['rating', '评分等级 自评等级 评价等级 自评结论 评价结论'],
  ['person', '填表人 填报人 联系人 联系电话 填报日期 自评日期 单位负责人签字'],
  ['note', '备注 说明 其他需要说明事项'],
  ['level1', '一级指标'],
  ['level2', '二级指标'],
  ['level3', '三级指标'],
  ['indicatorBlock', '绩效指标'],
];

describe('findLabel', () => {
  it.each(wild.flatMap(([term, words]) => words.split(' ').map((word) => [word, term] as const)))(
    '%s names %s',
    (word, term) => {
      expect(findLabel(word)?.terms).toContain(term);
    },
  );

  it.each([
    '项 目 名 称',
    '项目名称：',
    '项目名称:',
    '项目\n名称',
    '一、项目名称',
    '1.项目名称',
    '*项目名称',
  ])('sees through %j', (text) => {
    expect(findLabel(text)?.terms).toEqual(['projectName']);
  });

  it.each([
    ['项目资金(万元)', '万元'],
    ['项目资金（元）', '元'],
    ['年度预算数（万元）', '万元'],
    ['预算执行情况(万元)(10分)', '万元'],
    ['执行数万元', '万元'],
    ['项目资金', null],
  ])('%s prints the unit %s', (text, unit) => {
    expect(findLabel(text)).toMatchObject({ unit });
  });

  it('knows that one word may name several parts', () => {
    expect(findLabel('合计')?.terms).toEqual(expect.arrayContaining(['fundTotal', 'total']));
  });

  it.each(['', '王某', '项目名称一览', '青溪市主管部门', `项目名称${'甲'.repeat(40)}`])(
    'does not take %j for a label',
    (text) => {
      expect(findLabel(text)).toBeNull();
    },
  );
});

describe('names', () => {
  it('asks for one of several parts', () => {
    expect(names('总分', 'rating', 'total')).toBe(true);
    expect(names('总分', 'rating')).toBe(false);
    expect(names('王某', 'rating', 'total')).toBe(false);
  });
});

describe('guessHeading', () => {
  it.each([
    ['年末实际完成数值', 'actual'],
    ['全年预期目标值', 'target'],
    ['单位评分情况', 'score'],
    ['标准分数（满分）', 'scoringRule'],
    ['未完成的说明与整改', 'deviation'],
    ['资金执行进度情况', 'executionRate'],
    ['年初安排的预算', 'initialBudget'],
    ['指标计量单位', 'targetUnit'],
    ['年度预期目标', 'target'],
    ['应当完成数', 'target'],
  ])('%s is most likely %s', (text, term) => {
    expect(guessHeading(text)).toBe(term);
  });

  it.each(['', '序号', `得分${'长'.repeat(30)}`])('says nothing about %j', (text) => {
    expect(guessHeading(text)).toBeNull();
  });
});

describe('guessPair', () => {
  it.each([
    ['项目落实单位', 'implementingUnit'],
    ['上级主管', 'department'],
    ['项目序列号：', 'projectCode'],
    ['任务名称', 'projectName'],
    ['评定结论', 'rating'],
    ['设定任务及目标', 'goalBlock'],
    ['年终实绩', 'goalActual'],
    ['目标的最终达成', 'goalActual'],
  ])('%s most likely names %s', (text, term) => {
    expect(guessPair(text)).toBe(term);
  });

  it.each(['项目受益单位', '验收单位', '财政局意见', '未完成目标的原因'])(
    'takes %s for a note, whatever it ends in',
    (text) => {
      expect(guessPair(text)).toBe('note');
    },
  );

  it.each(['', '河湖巡查', '12个', `${'长'.repeat(24)}单位`])('says nothing about %j', (text) => {
    expect(guessPair(text)).toBeNull();
  });
});

describe('findUnit', () => {
  it.each([
    ['单位：万元', '万元'],
    ['单位：元', '元'],
    ['单位:元', '元'],
    ['（元）', '元'],
    ['元', '元'],
    ['（单位：万元）', '万元'],
    ['单位：人民币元', '元'],
    ['元旦', null],
    ['', null],
  ])('%j: %s', (text, unit) => {
    expect(findUnit(text)).toBe(unit);
  });
});

describe('splitInline', () => {
  it.each([
    ['填表人：王某 联系电话：021-555', ['填表人：|王某 ', '联系电话：|021-555']],
    ['填表人：王某联系电话：021-555', ['填表人：|王某', '联系电话：|021-555']],
    ['填表人:王某　填报日期:2031年1月5日', ['填表人:|王某　', '填报日期:|2031年1月5日']],
    ['填表人（签字）：王某', ['填表人（签字）：|王某']],
    ['单 位：万元', ['单 位：|万元']],
    ['填表人：联系电话：', ['填表人：|', '联系电话：|']],
    ['备注：项目负责人：见附件', ['备注：|', '项目负责人：|见附件']],
  ])('%s', (text, pairs) => {
    expect(splitInline(text)?.map(({ label, value }) => `${label}|${value}`)).toEqual(pairs);
  });

  it('does not cut at a word inside a sentence', () => {
    expect(splitInline('备注：由各县电话：号码见后')).toEqual([
      { label: '备注：', value: '由各县电话：号码见后' },
    ]);
  });

  it.each(['', '填表人王某', '王某 联系电话：021', '时间：8：00', '：'])(
    '%j does not begin with a label and a colon',
    (text) => {
      expect(splitInline(text)).toBeNull();
    },
  );

  it('keeps every character', () => {
    const text = '  填表人： 王 某  联系电话：021-555 单位负责人（签字）：李某  ';
    const pieces = splitInline(text)?.flatMap(({ label, value }) => [label, value]) ?? [];
    expect(pieces.reduce((sum, piece) => sum + countCharacters(piece), 0)).toBe(
      countCharacters(text),
    );
  });
});
