import { describe, expect, it } from 'vitest';
import { divideMeasure, parseMeasure } from '../../src/number/index.ts';

/** comparator|number|unit, with nothing for null. */
function brief(text: string): string {
  const { comparator, number, unit } = parseMeasure(text);
  return `${comparator ?? ''}|${number ?? ''}|${unit ?? ''}`;
}

describe('parseMeasure: the sign', () => {
  it.each([
    ['=100.00(%)', '=|100.00|%'],
    ['＝100%', '=|100|%'],
    ['≥95%', '≥|95|%'],
    ['≧95%', '≥|95|%'],
    ['>=95%', '≥|95|%'],
    ['＞＝95%', '≥|95|%'],
    ['不少于12次', '≥|12|次'],
    ['不低于95%', '≥|95|%'],
    ['至少3场', '≥|3|场'],
    ['大于等于95%', '≥|95|%'],
    ['≤5.60万元', '≤|5.60|万元'],
    ['≦5天', '≤|5|天'],
    ['<=5天', '≤|5|天'],
    ['不超过5天', '≤|5|天'],
    ['小于等于5天', '≤|5|天'],
    ['>5', '>|5|'],
    ['＞5', '>|5|'],
    ['<5', '<|5|'],
    ['≈5', '≈|5|'],
    ['大于5', '>|5|'],
    ['95%及以上', '≥|95|%'],
    ['95%以上', '≥|95|%'],
    ['33次及以上', '≥|33|次'],
    ['10天以内', '≤|10|天'],
    ['10天以下', '≤|10|天'],
    ['50%以下', '≤|50|%'],
    ['20人左右', '≈|20|人'],
    ['95%左右', '≈|95|%'],
    ['≥ 95 %', '≥|95|%'],
    ['≥95%及以上', '≥|95|%'],
  ])('%s is %s', (text, expected) => {
    expect(brief(text)).toBe(expected);
  });
});

describe('parseMeasure: number and unit', () => {
  it.each([
    ['100.00(%)', '|100.00|%'],
    ['12次', '|12|次'],
    ['12', '|12|'],
    ['0', '|0|'],
    ['-3℃', '|-3|℃'],
    ['1,043.40万元', '|1043.40|万元'],
    ['１２次', '|12|次'],
    ['5.6（万元）', '|5.6|万元'],
    ['共20名', '|20|名'],
    ['全年4次', '|4|次'],
    ['每年≥3次', '≥|3|次'],
    ['3次/年', '|3|次/年'],
    ['98.21000000000001%', '|98.21000000000001|%'],
  ])('%s is %s', (text, expected) => {
    expect(brief(text)).toBe(expected);
  });
});

describe('parseMeasure: what is not one number', () => {
  it.each([
    '',
    '无',
    '—',
    '多样',
    '良好',
    '≥',
    '不超过',
    '以上',
    '5-10年',
    '5～10年',
    '5至10天',
    '100%达标',
    '100%完成',
    '人均≥0.3万',
    '2031年',
    '2031年12月',
    '12月',
    '12月底前',
    '10日前',
    '3月1日',
    '2031.12.31',
    '1次，2场',
    '3人5天',
    '提高5%',
    '5%的增长率',
    '95%以内',
    '95%(含)以上',
    '30天完成',
    '按12次',
    '1,5次',
    '8:00',
    '10 20',
    '≥10 20次',
  ])('%j has neither sign, number nor unit', (text) => {
    expect(brief(text)).toBe('||');
  });
});

describe('parseMeasure: the text', () => {
  it.each([
    ['', ''],
    ['无', '无'],
    ['≥95%\n及以上', '≥95%及以上'],
    ['  ≧ 95 ％ ', '≧95％'],
    ['10 km', '10 km'],
  ])('of %j stays whole, white space aside: %j', (text, whole) => {
    expect(parseMeasure(text).text).toBe(whole);
  });
});

describe('divideMeasure', () => {
  it.each([
    ['≥9595%及以上', '≥', '95', '%', '95%及以上'],
    ['33次及以上', null, '3', '次', '3次及以上'],
    ['100100%', null, '100', '%', '100%'],
    ['=0.50.5万元', '=', '0.5', '万元', '0.5万元'],
    ['≥95大于等于95%', '≥', '95', '%', '大于等于95%'],
    ['≥55大于等于55万元', '≥', '55', '万元', '大于等于55万元'],
    ['100按计划完成', null, '100', null, '按计划完成'],
    ['≥9090%以上', '≥', '90', '%', '90%以上'],
  ])('%s', (text, comparator, number, unit, description) => {
    expect(divideMeasure(text)).toEqual({ text, comparator, number, unit, description });
  });

  it.each(['', '良好', '≥95%', '95', '12次', '≥5.60万元', '12个月'])('leaves %j whole', (text) => {
    expect(divideMeasure(text)).toBeNull();
  });

  it('takes the unit from the words only where they say the same number', () => {
    expect(divideMeasure('10按9次完成')).toMatchObject({ number: '10', unit: null });
  });
});
