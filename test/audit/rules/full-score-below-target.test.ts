import { describe, expect, it } from 'vitest';
import { found, summary } from '../../support/audit/findings.ts';

const rule = 'full-score-below-target';
const form = (target: string, actual: string, score = '10', more: object = {}) => ({
  indicators: [{ target, actual, weight: '10', score, ...more }],
});

describe('full-score-below-target warns of a full score', () => {
  it.each([
    ['≥95%', '94.9%'],
    ['>80', '79'],
    ['=20名', '19名'],
    ['100%', '98%'],
    ['共20名', '共19名'],
    ['≥1000万', '999万元'],
    ['≥95%', '≤90%'],
    ['≥95%', '90'],
    ['≥95%', '0.9'],
    ['≥1000万元', '9990000元'],
    ['≥2万人', '19000人'],
  ])('for %s with %s', (target, actual) => {
    expect(found(rule, form(target, actual))).toMatchObject([
      { path: '/indicators/0/score', printed: '10', severity: 'warning' },
    ]);
  });

  it.each([
    '设备故障率',
    '管网漏损率',
    '辍学率',
    '登记失业率',
    '药占比',
    '产品不合格率',
    '三公经费支出',
    '人均培训成本',
  ])('but not where less is better: %s', (level3) => {
    expect(found(rule, form('5%', '1%', '10', { level3 }))).toEqual([]);
  });

  it.each(['故障排查率', '污染治理达标率', '失业人员培训覆盖率', '纠纷调解率'])(
    'and where it is not: %s',
    (level3) => {
      expect(found(rule, form('95%', '91%', '10', { level3 }))).toHaveLength(1);
    },
  );

  it('reason given or not (organisation 2024)', () => {
    expect(summary(found(rule, form('共20名', '共19名', '10', { deviation: '去世一名' })))).toEqual(
      ['/indicators/0/score 10 → 9.50'],
    );
  });

  it('for some of what there was to be none of', () => {
    const score = (target: string, actual: string, of = '10') =>
      summary(found(rule, { indicators: [{ target, actual, weight: '10', score: of }] }));
    expect(score('=0起', '2起')).toEqual(['/indicators/0/score 10 → -']);
    expect(score('≤0', '0.5')).toHaveLength(1);
    expect([
      ...score('=0起', '0起'),
      ...score('=0起', '2起', '8'),
      ...score('≥0起', '2起'),
      ...score('=0起', '2人'),
      ...score('0起', '2起'),
      ...score('=0起', '≤2起'),
    ]).toEqual([]);
  });

  it('on a cost row with a sign', () => {
    expect(found(rule, form('≥5万元', '4万元', '10', { level2: '成本指标' }))).toHaveLength(1);
  });
});

describe('full-score-below-target accepts', () => {
  it.each([
    ['a target that was reached', '≥95%', '95%', '10'],
    ['more than the target', '100%', '101%', '10'],
    ['a share of the score', '≥95%', '90%', '9.47'],
    ['a limit that was kept', '≤20天', '15天', '10'],
    ['a rough target', '70人左右', '69人', '10'],
    ['a fraction that is met', '≥95%', '0.96', '10'],
    ['a whole as a fraction', '≥95%', '1', '10'],
    ['another unit of money', '≥1000万元', '0.1亿元', '10'],
    ['other units', '16.8万元', '0', '10'],
    ['words', '提高', '提高', '10'],
    ['a lower bound that may reach it', '≥95%', '≥90%', '10'],
    ['an unsigned time to stay below', '30天', '25天', '10'],
    ['a target just equal', '>80', '80', '10'],
  ])('%s', (_name, target, actual, score) => {
    expect(found(rule, form(target, actual, score))).toEqual([]);
  });

  it('an unsigned cost row, at either level', () => {
    expect(found(rule, form('5万元', '4万元', '10', { level2: '成本指标' }))).toEqual([]);
    expect(found(rule, form('5万元', '4万元', '10', { level1: '成本指标', level2: null }))).toEqual(
      [],
    );
  });

  it('an unsigned rate of errors', () => {
    expect(found(rule, form('5%', '3%', '10', { level3: '群众投诉率' }))).toEqual([]);
    expect(found(rule, form('10吨', '8吨', '10', { level3: '二氧化碳排放量' }))).toEqual([]);
    expect(found(rule, form('100%', '95%', '10', { level3: '投诉办结率' }))).toHaveLength(1);
  });

  it('a weight of zero', () => {
    expect(
      found(rule, { indicators: [{ target: '≥95%', actual: '90%', weight: '0', score: '0' }] }),
    ).toEqual([]);
  });
});
