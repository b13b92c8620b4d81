import { describe, expect, it } from 'vitest';
import { findMisread } from '../../src/lexicon/index.ts';

describe('findMisread', () => {
  it.each([
    ['全年鑫算数', '全年预算数', 'annualBudget'],
    ['全 年 鑫 算 数（A）', '全 年 预 算 数（A）', 'annualBudget'],
    ['实际完戍值', '实际完成值', 'actual'],
    ['主菅部门：', '主管部门：', 'department'],
    ['三级拈标', '三级指标', 'level3'],
    ['年度资佥总额', '年度资金总额', 'fundTotal'],
  ])('reads %s as %s', (from, as, term) => {
    const read = findMisread(from);
    expect(read?.text).toBe(as);
    expect(read?.terms).toContain(term);
  });

  it.each([
    '上年预算数',
    '去年预算数',
    '税务主管部门',
    '债券资金',
    '得分',
    '得芬',
    '全鑫鑫算数',
    '全年预算数',
    '年度目标A',
    '项目名',
  ])('leaves %s alone', (text) => {
    expect(findMisread(text)).toBeNull();
  });
});
