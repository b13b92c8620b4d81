import { describe, expect, it } from 'vitest';
import { findLabel, type Term } from '../../src/lexicon/index.ts';
import { words } from '../../src/lexicon/terms.ts';
import { labelKey } from '../../src/model/index.ts';

/** How the provinces' own forms name the parts, as their published forms print them. */
const places: readonly (readonly [string, Term, string])[] = [
  ['Hubei', 'fundTotal', '年度财政资金总额'],
  ['Hubei', 'executed', '执行数(B)'],
  ['Hubei', 'indicatorBlock', '年度绩效目标1（80分）'],
  ['Hunan', 'projectName', '专项资金名称'],
  ['Hunan', 'fundFiscal', '其中：中央、省、市补助'],
  ['Hunan', 'indicatorBlock', '长期绩效指标'],
  ['Sichuan', 'fundFiscal', '其中-财政拨款'],
  ['Sichuan', 'annualBudget', '调整后预算数'],
  ['Sichuan', 'actual', '实际完成指标值（包含数字及文字描述）'],
  ['Chongqing', 'fundTotal', '年度总金额'],
  ['Chongqing', 'annualBudget', '全年（调整）预算数'],
  ['Chongqing', 'weight', '执行率权重（%）'],
  ['Chongqing', 'score', '执行率得分'],
  ['Chongqing', 'total', '自评总分（分）'],
  ['Yunnan', 'targetSign', '指标性质'],
  ['Yunnan', 'note', '其他需要说明的事项'],
  ['Shandong', 'scoringRule', '得分计算方法'],
  ['Shandong', 'target', '预期指标值(A)'],
  ['Hebei', 'goalActual', '具体完成情况'],
  ['Hebei', 'implementingUnit', '实施（主管）单位'],
  ['Henan', 'fundsBlock', '项目年度预算执行情况（万元）'],
  ['Liaoning', 'projectName', '项目（政策）名称'],
  ['Liaoning', 'targetSign', '运算符号'],
  ['Inner Mongolia', 'weight', '分值权重'],
  ['Beijing', 'targetSign', '绩效指标性质'],
  ['Beijing', 'targetUnit', '绩效度量单位'],
  ['Zhejiang', 'fundFiscal', '政府性基金预算'],
  ['Shanghai', 'budget', '年度资金申请总额'],
  ['Shanghai', 'midTermGoal', '项目总目标'],
  ['Shanghai', 'level2', '二级目标'],
  ['Shanxi', 'weight', '权重设定值'],
  ['Guangdong', 'fundTotal', '年度金额'],
  ['Guizhou', 'annualBudget', '全年预算数A'],
  ['Guizhou', 'executionRate', '执行率=B/A×100%'],
  ['the platform', 'level3', '三级绩效指标名称'],
  ['the platform', 'scoringRule', '评（扣）分标准'],
  ['the ministries', 'fundsBlock', '资金投入情况（万元）'],
  ['the ministries', 'executionRate', '预算执行率(B/A×100%)'],
  ['the ministries', 'attribute', '中期资金总额：'],
];

describe('words', () => {
  it.each(places)('of %s: %s is %s', (_, term, word) => {
    expect(findLabel(word)?.terms).toContain(term);
  });

  it.each(Object.entries(words))('%s has each word once', (_, list) => {
    const keys = list.map(labelKey);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('leaves sentences and values alone', () => {
    for (const text of ['保障全年正常运转。', '≥95%', '2023年12月', '农村公路日常养护'])
      expect(findLabel(text)).toBeNull();
  });
});
