import { describe, expect, it } from 'vitest';
import { cleanText, countUp, foldWidth, isNil, labelKey } from '../../src/model/index.ts';

describe('cleanText', () => {
  it.each([
    ['1 月 1 日', '1月1日'],
    ['可持 续影\n响指 标', '可持续影响指标'],
    ['河湖\t巡查', '河湖巡查'],
    ['河湖\u3000巡查', '河湖巡查'],
    ['河湖\n\n巡查', '河湖巡查'],
    ['  河湖 巡查  ', '河湖巡查'],
    ['good   work', 'good work'],
    ['good\nwork', 'good work'],
    ['10 20', '10 20'],
    ['≥ 95 %', '≥95%'],
    ['巡查 12 km 路', '巡查12 km路'],
    ['（ 一 ） abc', '（一）abc'],
    ['河\u200b湖', '河湖'],
    ['a\u200bb', 'a b'],
    ['inter\u00adnational \u200e12', 'international 12'],
    ['\u202a满意\u202c度', '满意度'],
    ['\ufeff项目', '项目'],
    ['', ''],
    [' \n\t', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('changes nothing but white space', () => {
    const text = 'T部：“居职”，１２％…ABC（甲）';
    expect(cleanText(text)).toBe(text);
  });
});

describe('foldWidth', () => {
  it('folds full-width forms to ASCII and keeps every position', () => {
    const text = '（１２．５％）：Ａｂ～项目。';
    expect(foldWidth(text)).toBe('(12.5%):Ab~项目。');
    expect(foldWidth(text)).toHaveLength(text.length);
  });
});

describe('labelKey', () => {
  it.each([
    ['项 目\n名 称：', '项目名称'],
    ['项目资金（万元）:', '项目资金(万元)'],
    ['Ａ：：', 'A'],
    ['填表人：王某', '填表人:王某'],
    ['\ufeff总\u3000分', '总分'],
  ])('%j is looked up as %j', (text, key) => {
    expect(labelKey(text)).toBe(key);
  });
});

describe('countUp', () => {
  it('is told of four numbers from 1 on, and more', () => {
    expect(countUp(['1', '2', '3', '4', '5'])).toBe(true);
    expect(countUp(['1', '2', '3'])).toBe(false);
    expect(countUp(['1', '2', '4', '5'])).toBe(false);
    expect(countUp(['0', '1', '2', '3'])).toBe(false);
  });
});

describe('isNil', () => {
  it.each(['', ' ', '\u3000', '-', '—', '——', '－', '–', '―', '/', '无', ' 无\n'])(
    '%j says nothing',
    (text) => {
      expect(isNil(text)).toBe(true);
    },
  );

  it.each(['0', '无偏差', '不', '-5', '——————', '十', '//'])('%j says something', (text) => {
    expect(isNil(text)).toBe(false);
  });
});
