import fc from 'fast-check';
import type { Measure } from '../../../src/schema/index.ts';

type Comparator = Measure['comparator'];

const plain = (text: string): Measure => ({ text, comparator: null, number: null, unit: null });

const unitsOfCount = [
  '次',
  '人',
  '个',
  '场',
  '期',
  '人次',
  '批次',
  '部',
  '名',
  '家',
  '户',
  '万',
  '万元',
  '元',
  '元/月',
  '万元/年',
  '平方米',
  '公里',
  '天',
  '台套',
  '次/季度',
  '分',
  '‰',
];
const signs: readonly (readonly [string, Comparator])[] = [
  ['', null],
  ['=', '='],
  ['＝', '='],
  ['≥', '≥'],
  ['>=', '≥'],
  ['≧', '≥'],
  ['≤', '≤'],
  ['<=', '≤'],
  ['≦', '≤'],
  ['>', '>'],
  ['<', '<'],
  ['不少于', '≥'],
  ['不低于', '≥'],
  ['至少', '≥'],
  ['大于等于', '≥'],
  ['不超过', '≤'],
  ['全年≥', '≥'],
  ['全年', null],
  ['每年', null],
  ['共', null],
];
const closings: readonly (readonly [string, Comparator])[] = [
  ['及以上', '≥'],
  ['以上', '≥'],
  ['以内', '≤'],
  ['以下', '≤'],
  ['左右', '≈'],
];

/** Decimal digits as printed: integers, decimals with trailing zeros, thousands separators, rarely full-width digits. */
const printedNumber: fc.Arbitrary<{ printed: string; number: string }> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .integer({ min: 0, max: 200 })
      .map((n) => ({ printed: String(n), number: String(n) })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 99 }))
      .map(([n, d]) => {
        const text = `${n}.${String(d).padStart(2, '0')}`;
        return { printed: text, number: text };
      }),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1000, max: 9_999_999 })
      .map((n) => ({ printed: n.toLocaleString('en-US'), number: String(n) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 999 })
      .map((n) => ({ printed: wide(String(n)), number: String(n) })),
  },
);

/** Digits in their full-width forms. */
export function wide(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

const percent: fc.Arbitrary<Measure> = fc
  .tuple(
    fc.constantFrom(...signs.slice(0, 16)),
    printedNumber,
    fc.constantFrom('%', '(%)', '%', '%'),
  )
  .map(([[sign, comparator], { printed, number }, unit]) => ({
    text: `${sign}${printed}${unit}`,
    comparator,
    number,
    unit: '%',
  }));

const percentClosing: fc.Arbitrary<Measure> = fc
  .tuple(printedNumber, fc.constantFrom(...closings.filter(([word]) => word !== '以内')))
  .map(([{ printed, number }, [word, comparator]]) => ({
    text: `${printed}%${word}`,
    comparator,
    number,
    unit: '%',
  }));

/** Sign and closing word say the same twice. */
const doubled: fc.Arbitrary<Measure> = fc
  .tuple(printedNumber, fc.constantFrom('%', '次', '人', '分'), fc.constantFrom('以上', '及以上'))
  .map(([{ printed, number }, unit, word]) => ({
    text: `≥${printed}${unit}${word}`,
    comparator: '≥',
    number,
    unit,
  }));

const count: fc.Arbitrary<Measure> = fc
  .tuple(fc.constantFrom(...signs), printedNumber, fc.constantFrom(...unitsOfCount), fc.boolean())
  .map(([[sign, comparator], { printed, number }, unit, brackets]) => ({
    text: `${sign}${printed}${brackets ? `(${unit})` : unit}`,
    comparator,
    number,
    unit,
  }));

const countClosing: fc.Arbitrary<Measure> = fc
  .tuple(printedNumber, fc.constantFrom(...unitsOfCount.slice(0, 14)), fc.constantFrom(...closings))
  .map(([{ printed, number }, unit, [word, comparator]]) => ({
    text: `${printed}${unit}${word}`,
    comparator,
    number,
    unit,
  }));

const bare: fc.Arbitrary<Measure> = fc
  .tuple(fc.constantFrom(...signs.slice(0, 11)), printedNumber)
  .map(([[sign, comparator], { printed, number }]) => ({
    text: `${sign}${printed}`,
    comparator,
    number,
    unit: null,
  }));

/** Words that hold no single number, taken from the kinds that the contract names. */
const words = [
  '多样',
  '及时',
  '健全',
  '良好',
  '达成指标',
  '达成年度指标',
  '有效提升',
  '较上年度增加',
  '考核合格',
  '完成',
  '已完成',
  '显著',
  '规范',
  '满意',
  '基本达成',
  '100%达标',
  '1月1日-12月31日',
  '2024年12月31日前完成',
  '2024年6月30日',
  '每月在10日之前打卡发放',
  '5-10年',
  '3-5个',
  '至少一次',
  '多次',
  '是',
  '有',
  '达标',
  '100%完成',
  '较好',
  '三级甲等',
  'II类水质',
  '已完成全部28所学校维修，验收合格率100%',
  '20人；30人',
  '9:00-17:00',
  '按合同约定时间完成',
  '人均≥0.3万',
  '培训≥12期，培训人员≥650人次',
  '前三名',
  '长期',
  '≥80%覆盖率',
  '支付0.2279万元',
  '逐步提高',
  '零事故',
  '2024年1-12月',
] as const;

const word: fc.Arbitrary<Measure> = fc.constantFrom(...words).map(plain);

/** A target or an actual value with its reading by CONTRACT.md, "A value reads as follows". */
export const measure: fc.Arbitrary<Measure> = fc.oneof(
  { weight: 5, arbitrary: percent },
  { weight: 5, arbitrary: count },
  { weight: 2, arbitrary: percentClosing },
  { weight: 2, arbitrary: countClosing },
  { weight: 2, arbitrary: bare },
  { weight: 1, arbitrary: doubled },
  { weight: 6, arbitrary: word },
);

/** A value for sign, number and unit in three columns; the text is what stands when they are put together. */
export const splitMeasure: fc.Arbitrary<{
  sign: string;
  number: string;
  unit: string;
  measure: Measure;
}> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...signs.slice(1, 11)),
        printedNumber,
        fc.constantFrom('%', ...unitsOfCount),
      )
      .map(([[sign, comparator], { printed, number }, unit]) => ({
        sign,
        number: printed,
        unit,
        measure: { text: `${sign}${printed}${unit}`, comparator, number, unit },
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('良好', '健全', '有效提升', '及时')
      .map((text) => ({ sign: '', number: text, unit: '', measure: plain(text) })),
  },
);

/** The row of a form that has nothing to assess. */
export const none: Measure = plain('无');
export const nothingPrinted: Measure = plain('');

/** Weights and scores: whole numbers, one or two decimals. */
export const points: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 60 }).map(String) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 6000 }).map((n) => (n / 100).toFixed(2)) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }).map((n) => (n / 10).toFixed(1)) },
);

/** Amounts of money as printed, with the digits that must come out. */
export const amount: fc.Arbitrary<{ printed: string; number: string }> = fc.oneof(
  fc.integer({ min: 0, max: 99_999_999 }).map((cents) => {
    const number = (cents / 100).toFixed(2);
    return { printed: number, number };
  }),
  fc.integer({ min: 0, max: 99_999_999 }).map((cents) => {
    const number = (cents / 100).toFixed(2);
    return {
      printed: Number(number).toLocaleString('en-US', { minimumFractionDigits: 2 }),
      number,
    };
  }),
  fc.integer({ min: 0, max: 50_000 }).map((n) => ({ printed: String(n), number: String(n) })),
  fc.integer({ min: 1, max: 99_999_999 }).map((n) => {
    const number = (n / 1_000_000).toFixed(6);
    return { printed: number, number };
  }),
);
