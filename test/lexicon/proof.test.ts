import { describe, expect, it } from 'vitest';
import { level1Labels, provesLabel } from '../../src/lexicon/index.ts';
import { words } from '../../src/lexicon/terms.ts';

describe('provesLabel', () => {
  it('knows every listed word, and every level', () => {
    const all = [...Object.values(words).flat(), ...level1Labels, '数量目标', '产出质量'];
    expect(all.filter((word) => !provesLabel(word))).toEqual([]);
  });

  it.each([
    '项目资金（万元）',
    '项目资金(人民币万元)',
    '预算执行情况（10分）',
    '产出指标（50分）',
    '成本指标(20)',
    '全年预算数（A）',
    '执行率（B/A）',
    '执行率=B÷A×100%',
    '得分（10分×执行率）',
    '项目实施单位（公章）',
    '主管部门（盖章）：',
    '转移支付（项目）名称',
    '中期目标（2024年—2026年）',
    '实际完成情况（截止2024年12月31日）',
    '其中：财政拨款',
    '其他资金',
    '1.项目名称',
    '（一）预算执行情况',
    '★一级指标',
    '年度目标2',
    '全 年 预 算 数',
    '项⽬名称',
  ])('knows %s, whose qualifiers it knows', (text) => {
    expect(provesLabel(text)).toBe(true);
  });

  it.each([
    '全年完成数值',
    '年度预算总执行率',
    '自评完成情况说明',
    '评（扣）分标准',
    '偏差原因及整改情况说明',
  ])('knows %s, which words compose', (text) => {
    expect(provesLabel(text)).toBe(true);
  });

  it.each([
    '2024年度项目支出绩效自评表',
    '附件3',
    '（2024年度）',
    '二〇二四年度',
    '无',
    '——',
    '（A）',
    'B/A',
    '万元',
    '优',
  ])('knows %s, which says what forms say', (text) => {
    expect(provesLabel(text)).toBe(true);
  });

  it.each(['全年鑫算数', '主菅部门：', '三级拈标'])('knows %s, misread by a character', (text) => {
    expect(provesLabel(text)).toBe(true);
  });

  it.each([
    '鹿鸣',
    '项目名称鹿鸣',
    '鹿鸣项目名称',
    '项目名称（甲乙丙丁）',
    '项目资金（含中央资金12万元）',
    '年度指标值（经县财政局批复调整）',
    '全年预算数（Zebra）',
    '全年预算数Zebra',
    '鹿鸣绩效自评表',
    '50',
    '98.15',
    '≥95%',
    '项目名称7391',
    '效指标',
    '体目标',
    '河湖巡查',
    '资金性质：一般公共预算',
    '',
  ])('does not know %j', (text) => {
    expect(provesLabel(text) && text !== '').toBe(false);
  });
});
