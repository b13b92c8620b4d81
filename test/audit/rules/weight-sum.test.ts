import { describe, expect, it } from 'vitest';
import { audit, found, remarks, summary } from '../../support/audit/findings.ts';
import type { IndicatorSketch } from '../../support/audit/forms.ts';

const rule = 'weight-sum';
const weights = (...values: (string | null)[]): IndicatorSketch[] =>
  values.map((weight) => ({ weight }));
const form = (execution: string | null, indicators: IndicatorSketch[], weight: string | null) => ({
  funds: { rows: [{ weight: execution }] },
  indicators,
  total: { weight },
});

/** 资金管理情况 with a weight and a score a row, as the extras hold it. */
const managed = [
  ['备注', ''],
  ['科学性', '测算合理'],
  ['科学性', '3'],
  ['科学性', '3'],
  ['合规性', '2'],
  ['合规性', '1.5'],
  ['电话', '5550101'],
].map(([label = '', value = '']) => ({ label, value }));

describe('weight-sum accepts', () => {
  it.each([
    ['whole weights', form('10', weights('50', '40'), '100')],
    ['decimals', form('10.00', weights('33.3', '56.70'), '100')],
    ['a weight of 20', form('20', weights('50', '30'), '100')],
    ['a blank that is not needed', form(null, weights('60', '40'), '100')],
    ['a row of 无', form('10', [...weights('90'), { level3: '无', target: '无' }], '100')],
    [
      'a row of 无 that prints a weight, counted',
      form('10', [...weights('80'), { level3: '无', target: '', weight: '10' }], '100'),
    ],
    [
      'a row of 无 that prints a weight, not counted',
      form('10', [...weights('90'), { level3: '', target: '—', weight: '10' }], '100'),
    ],
    [
      'a fiscal row that repeats the weight',
      {
        ...form('10', weights('90'), '100'),
        funds: {
          rows: [{ weight: '10' }, { source: 'fiscal' as const, label: '财政拨款', weight: '10' }],
        },
      },
    ],
    [
      'the execution repeated as a group of its own',
      form(
        '10',
        [...weights('90'), { level1: '预算执行率指标', level3: '预算执行率', weight: '10' }],
        '100',
      ),
    ],
    [
      'two total rows that repeat the weight',
      {
        ...form('10', weights('90'), '100'),
        funds: { rows: [{ weight: '10' }, { label: '合计', weight: '10' }] },
      },
    ],
    [
      'a table without a total row',
      {
        ...form('10', weights('90'), '100'),
        funds: { rows: [{ source: 'fiscal' as const, label: '财政拨款', weight: '10' }] },
      },
    ],
    [
      'rows that are scored beside the indicators (Henan)',
      { ...form('10', weights('85'), '100'), extras: managed },
    ],
    [
      'two total rows that divide the weight',
      {
        ...form('10', weights('90'), '100'),
        funds: { rows: [{ weight: '5' }, { label: '合计', weight: '5' }] },
      },
    ],
  ])('%s', (_name, sketch) => {
    expect([...found(rule, sketch), ...remarks(rule, sketch)]).toEqual([]);
  });
});

describe('weight-sum rejects', () => {
  it.each([
    ['a hundredth', form('10', weights('50', '39.99'), '100'), '100 → 99.99'],
    ['weights of 110 (organisation 2024)', form('10', weights('60', '40'), '100'), '100 → 110'],
    [
      'addends beyond the total, blanks or not',
      form(null, weights('60', '50'), '100'),
      '100 → 110',
    ],
    [
      'a hundredth beside rows that are scored elsewhere',
      { ...form('10', weights('85.01'), '100'), extras: managed },
      '100 → 100.01',
    ],
    [
      'rows beside the indicators that leave no room for them',
      { ...form('10', weights('50', '46'), '100'), extras: managed },
      '100 → 106',
    ],
    [
      'extras that are no weights and scores',
      {
        ...form('10', weights('80'), '100'),
        extras: ['5', '5', '5', '4', '9'].map((value, index) => ({
          label: index < 3 ? '金额' : '人数',
          value,
        })),
      },
      '100 → 90',
    ],
    [
      "a weight that only a fiscal row prints beside the total's",
      {
        ...form('10', weights('80'), '100'),
        funds: {
          rows: [{ weight: '10' }, { source: 'fiscal' as const, label: '财政拨款', weight: '20' }],
        },
      },
      '100 → 90',
    ],
    [
      'an execution rate among the outputs',
      form('10', [...weights('90'), { level3: '预算执行率', weight: '10' }], '100'),
      '100 → 110',
    ],
    [
      '0 beside a score',
      { ...form('10', weights('90'), '0'), total: { weight: '0', score: '95' } },
      '0 → 100',
    ],
    [
      'what a blank weight cannot close beside its score and rate',
      {
        ...form(null, weights('95'), '100'),
        funds: { rows: [{ executionRate: '95', score: '9.5' }] },
      },
      '100 → 95',
    ],
    [
      'a total beside the execution scored among the indicators',
      form(null, [...weights('80'), { level3: '预算执行率', weight: '10' }], '100'),
      '100 → 90',
    ],
    [
      'a total beside an execution group of its own',
      form(null, [...weights('80'), { level1: '预算执行', weight: '10' }], '100'),
      '100 → 90',
    ],
    [
      'an execution group that is no indicator',
      form('10', [...weights('80'), { level1: '预算执行', level3: '无', target: '无' }], '80'),
      '80 → 90',
    ],
    [
      'an assessed row without a name',
      form('10', [...weights('80'), { level3: '', target: '5次', weight: '20' }], '100'),
      '100 → 110',
    ],
  ])('%s', (_name, sketch, figures) => {
    expect(summary(found(rule, sketch))).toEqual([`/total/weight ${figures}`]);
  });

  it.each([
    ['1000', '×10'],
    ['10000', 'lost decimal point'],
    ['97', null],
  ])('%s for 100 with the hint %s', (weight, hint) => {
    expect(found(rule, form('10', weights('50', '40'), weight))[0]).toMatchObject({
      hint,
      range: ['100', '100'],
    });
  });

  it('an addend that slipped by ten, and says so', () => {
    expect(found(rule, form('10', weights('500', '40'), '100'))[0]?.hint).toBe('×10');
  });
});

describe('weight-sum cannot check', () => {
  it('where a blank is needed, and says what would close the sum (Yinchuan 2023)', () => {
    const sketch = form(null, weights('50', '40'), '100');
    expect(found(rule, sketch)).toEqual([]);
    expect(remarks(rule, sketch)).toMatchObject([
      {
        path: '/total/weight',
        hint: 'a blank would close the sum',
        message: '无法核对：缺年度资金总额的分值；年度资金总额的分值若为 10，合计即相符',
      },
    ]);
  });

  it('where two blanks are needed, without a guess', () => {
    expect(remarks(rule, form(null, weights('50', null), '100'))).toMatchObject([
      { hint: null, message: expect.stringMatching(/（总分的分值印为 100，已填各项之和 50）$/) },
    ]);
  });

  it('a template of which no row is filled in', () => {
    const sketch = form(
      '10',
      [
        { level3: '指标1：', target: '' },
        { level3: '……', target: '' },
      ],
      '100',
    );
    expect(found(rule, sketch)).toEqual([]);
    expect(remarks(rule, sketch)).toMatchObject([{ message: '无法核对：没有已填的指标' }]);
    expect(summary(found(rule, form('10', [], '5')))).toEqual(['/total/weight 5 → 10']);
  });

  it.each([
    ['a blank total', form('10', weights('90'), null)],
    ['an uncalculated formula', form('10', weights('90'), '0')],
    [
      'an uncalculated row of formulas',
      { ...form('10', weights('90'), '0.00'), total: { weight: '0.00', score: '0' } },
    ],
    [
      'a blank weight that its rate allows',
      {
        ...form(null, weights('90'), '100'),
        funds: { rows: [{ executionRate: '95', score: '9.5' }] },
      },
    ],
    [
      'a blank weight without a rate',
      { ...form(null, weights('90'), '100'), funds: { rows: [{ score: '9.5' }] } },
    ],
  ])('%s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
    expect(remarks(rule, sketch)).toHaveLength(1);
  });

  it('a form that was cut off', () => {
    const options = { sources: [{ complete: false }] };
    expect(found(rule, form('10', weights('50'), '100'), options)).toEqual([]);
    expect(remarks(rule, form('10', weights('50'), '100'), options)).toHaveLength(1);
  });
});

describe('weight-sum of a form that adds points', () => {
  const bonus = (weight: string | null, score: string | null) => ({
    level1: '加分项',
    level3: '获省级表彰',
    target: '1次',
    actual: '1次',
    weight,
    score,
  });
  const sketch = (row: ReturnType<typeof bonus>, weight: string, score: string) => ({
    funds: { rows: [{ weight: '10', annualBudget: '5', executed: '5', score: '10' }] },
    indicators: [{ weight: '90', score: '90' }, row],
    total: { weight, score },
  });
  const all = (...given: Parameters<typeof sketch>): string[] =>
    audit(sketch(...given))
      .findings.filter(({ rule: id }) => id !== 'total-weight')
      .map(({ rule: id }) => id);

  it('counts their weight or leaves it out, and asks no reason for what was not earned', () => {
    expect([
      ...all(bonus('5', '3'), '100', '103'),
      ...all(bonus('5', '3'), '105', '103'),
      ...all(bonus(null, '3'), '100', '103'),
      ...all(bonus('5', null), '100', '100'),
    ]).toEqual([]);
    expect(all(bonus('5', '3'), '102', '103')).toEqual(['weight-sum']);
  });

  it('and so of a form that takes some off', () => {
    const malus = (weight: string | null, score: string | null) => ({
      ...bonus(weight, score),
      level1: '扣分项',
      level3: '审计发现问题',
      actual: '无',
    });
    expect([
      ...all(malus('-5', '-2'), '100', '98'),
      ...all(malus('5', '0'), '100', '100'),
      ...all(malus(null, '-2'), '100', '98'),
      ...all(malus('0', '-2'), '100', '98'),
    ]).toEqual([]);
    expect(all(malus('-5', '-2'), '100', '99')).toEqual(['score-sum']);
  });

  it('lets their points end at the total weight, and nowhere else', () => {
    expect(all(bonus('5', '3'), '100', '100')).toEqual([]);
    expect(all(bonus('5', '3'), '100', '101')).toEqual(['score-sum']);
    expect(all(bonus('5', '6'), '100', '106')).toEqual(['score-within-weight']);
  });
});
