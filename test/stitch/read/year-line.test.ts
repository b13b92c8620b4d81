import { describe, expect, it } from 'vitest';
import { partYears } from '../../../src/stitch/read/year-line.ts';
import { itemsOf } from '../../support/stitch.ts';

function parted(line: string): string[] {
  return [...partYears(itemsOf(line))].map(({ slots }) =>
    slots.map(({ piece }) => piece?.text ?? '').join('|'),
  );
}

describe('partYears', () => {
  it.each([
    ['（2022年度） 单位：万元', ['（2022年度）', '单位：万元']],
    ['2022年度　金额单位：元', ['2022年度', '金额单位：元']],
    ['（2022年度）|单位：万元', ['（2022年度）|', '|单位：万元']],
    [
      '填报单位：水务局|（2022年度）|金额单位：万元',
      ['填报单位：水务局||', '|（2022年度）|', '||金额单位：万元'],
    ],
    ['（2023年度） 金额：万元', ['（2023年度）', '金额：万元']],
  ])('%s', (line, expected) => {
    expect(parted(line)).toEqual(expected);
  });

  it.each([
    '（2022年度）',
    '2022年度项目支出绩效自评表',
    '2022年3月底前：完成',
    '单位：万元',
    '项目年度|2022年度',
    '（2022年度）|单位',
  ])('leaves %s whole', (line) => {
    expect(parted(line)).toEqual([line]);
  });
});
