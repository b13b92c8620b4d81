import { describe, expect, it } from 'vitest';
import { audit, found, remarks, summary } from '../../support/audit/findings.ts';
import type { FundRow } from '../../../src/schema/index.ts';

const rule = 'score-sum';
const jiading: Partial<FundRow> = {
  weight: '10',
  annualBudget: '2987500.00',
  executed: '2451785.69',
  executionRate: '82.07',
  score: '8.21',
};
const form = (
  execution: Partial<FundRow>,
  scores: (string | null)[],
  score: string | null,
  weight: string | null = null,
) => ({
  funds: { rows: [execution] },
  indicators: scores.map((one) => ({ score: one, weight: '50' })),
  total: { score, weight },
});

describe('score-sum accepts', () => {
  it.each([
    ['the sum to the last digit', form(jiading, ['50', '40'], '98.21')],
    ['a float artefact (Jiading 2022)', form(jiading, ['50', '40'], '98.21000000000001')],
    [
      'quotients that are printed at full length',
      form(
        { weight: '10', score: '9.53333333333333' },
        ['3.33333333333333', '3.33333333333333', '3.33333333333333'],
        '19.5333333333333',
      ),
    ],
    ['the execution score truncated', form(jiading, ['50', '40'], '98.20')],
    ['the unrounded execution score', form(jiading, ['50', '40'], '98.2068')],
    [
      'the execution score in whole numbers',
      form({ ...jiading, score: '8' }, ['50', '40'], '98.21'),
    ],
    ['weight × the printed rate', form({ ...jiading, annualBudget: null }, ['50', '40'], '98.207')],
    ['a wrong execution score carried on', form({ ...jiading, score: '10' }, ['50', '40'], '100')],
    [
      'the right execution score beside a wrong one',
      form({ ...jiading, score: '10' }, ['50', '40'], '98.21'),
    ],
    [
      'an unrounded execution score whose weight is not printed',
      form({ executionRate: '67.84', score: '7' }, ['50', '40'], '96.784'),
    ],
    [
      'a whole execution score without a rate',
      form({ weight: '10', score: '7' }, ['50', '40'], '96.8'),
    ],
    [
      'a blank that is not needed (organisation 2024)',
      form({ weight: '10', executionRate: '100' }, ['60', '40'], '100'),
    ],
  ])('%s', (_name, sketch) => {
    expect([...found(rule, sketch), ...remarks(rule, sketch)]).toEqual([]);
  });

  it('the score of the row that counts, and of no other', () => {
    const rows: Partial<FundRow>[] = [
      { weight: '10', annualBudget: '9', executed: '5', score: '6' },
      {
        source: 'fiscal',
        label: '财政拨款',
        weight: '10',
        annualBudget: '9',
        executed: '8',
        score: '9',
      },
    ];
    const sketch = (score: string) => ({ ...form({}, ['50', '40'], score), funds: { rows } });
    expect(found(rule, sketch('95.56'))).toEqual([]);
    expect(summary(found(rule, sketch('98.89')))).toEqual(['/total/score 98.89 → 96.00']);
  });

  it('the total of the indicators only, where the execution completes the hundred', () => {
    const totals = (score: string, weight: string) =>
      form({ weight: '10', executionRate: '98', score: '9.8' }, ['49', '48'], score, weight);
    const of = (sketch: ReturnType<typeof totals>) => ({
      ...sketch,
      indicators: sketch.indicators.map((row) => ({ ...row, weight: '45' })),
    });
    const rules = (score: string, weight: string): string[] =>
      audit(of(totals(score, weight)))
        .findings.filter(({ severity, path }) => severity === 'error' && path.startsWith('/total'))
        .map(({ rule: id }) => id)
        // These scores are above their weights, too.
        .filter((id) => id.endsWith('-sum'));
    expect(rules('97', '90')).toEqual([]);
    expect(rules('97', '100')).toEqual(['score-sum']);
    expect(rules('106.8', '90')).toEqual(['weight-sum']);
    expect(rules('96', '90')).toEqual(['weight-sum', 'score-sum']);
  });

  it('the score of a row below that alone prints one', () => {
    const rows: Partial<FundRow>[] = [
      { executionRate: '98' },
      {
        source: 'fiscal',
        label: '其中：财政拨款',
        weight: '10',
        executionRate: '98',
        score: '9.8',
      },
    ];
    const sketch = (score: string) => ({
      ...form({}, ['50', '40'], score),
      indicators: [
        { weight: '50', score: '50' },
        { weight: '40', score: '40' },
      ],
      funds: { rows },
    });
    expect([...found(rule, sketch('99.8')), ...remarks(rule, sketch('99.8'))]).toEqual([]);
    expect(summary(found(rule, sketch('98.9')))).toEqual(['/total/score 98.9 → 99.8']);
  });

  it('an execution score that is rounded, also where an indicator scores the execution', () => {
    const rows = [{ annualBudget: '80', executed: '50.1', executionRate: '62.63' }];
    const sketch = (score: string, level3 = '预算执行率') => ({
      funds: { rows },
      indicators: [
        { level3, weight: '10', score: '6' },
        { weight: '90', score: '90' },
      ],
      total: { weight: '100', score },
    });
    expect([
      ...found(rule, sketch('96')),
      ...found(rule, sketch('96.26')),
      ...found(rule, sketch('96.27')),
    ]).toEqual([]);
    expect(summary(found(rule, sketch('96.28')))).toEqual(['/total/score 96.28 → 96.00']);
    expect(summary(found(rule, sketch('96.26', '场次')))).toEqual(['/total/score 96.26 → 96.00']);
  });

  it('a row of 无 that is counted, beside a rounded score', () => {
    const sketch = {
      ...form(jiading, [], '98.20'),
      indicators: [
        { score: '85', weight: '85' },
        { level3: '无', target: '无', score: '5', weight: '5' },
      ],
    };
    expect(found(rule, sketch)).toEqual([]);
    expect(found(rule, { ...sketch, total: { score: '93.20', weight: null } })).toEqual([]);
  });

  it('what is exact as exact, what is rounded as rounded', () => {
    const rounded = (score: string): number =>
      audit(form(jiading, ['50', '40'], score)).checks.withinRounding;
    expect(rounded('98.20') - rounded('98.21')).toBe(1);
  });
});

describe('score-sum rejects', () => {
  it.each([
    ['a hundredth beyond every rounding', form(jiading, ['50', '40'], '98.22'), '98.22 → 98.21'],
    ['a hundredth below every rounding', form(jiading, ['50', '40'], '98.19'), '98.19 → 98.21'],
    [
      'seven scores that do not add up (Yinchuan 2023)',
      form(
        { weight: '10', executionRate: '67.84', score: '7' },
        ['10', '10', '20', '10', '15', '15', '10'],
        '94',
      ),
      '94 → 97',
    ],
    [
      'more than a rounding of the printed score, weight or not',
      form({ executionRate: '67.84', score: '7' }, ['50', '40'], '98.2'),
      '98.2 → 97.0',
    ],
    [
      'less than a rounding of the printed score',
      form({ weight: '10', score: '7' }, ['50', '40'], '95.8'),
      '95.8 → 97.0',
    ],
    [
      'a point beside a score that no budget rounds',
      form(
        { weight: '10', annualBudget: '0.00', executed: '0.00', score: '0' },
        ['50', '40'],
        '90.5',
      ),
      '90.5 → 90.0',
    ],
    [
      'a whole point above the blanks',
      form({ weight: '10', annualBudget: '5', executed: '5', score: '10' }, ['50', null], '59'),
      '59 → 60',
    ],
    [
      'ten points too few',
      form({ weight: '10', executionRate: '0', score: '0' }, ['90'], '80'),
      '80 → 90',
    ],
    [
      'a tenth in an indicator',
      form({ score: '10', weight: '10', executionRate: '100' }, ['49.9', '40'], '100.0'),
      '100.0 → 99.9',
    ],
    [
      'more than the weight beside it, blanks or not',
      form({ weight: '10', executionRate: '100' }, ['60', '40'], '101.5', '100'),
      '101.5 → 100.0',
    ],
    ['more than blanks can hold', form(jiading, ['50', null], '109.22'), '109.22 → 58.21'],
    [
      'addends beyond the total, blanks or not',
      form({ weight: '10', executionRate: '50' }, ['60', '50'], '100'),
      '100 → 110',
    ],
  ])('%s', (_name, sketch, figures) => {
    expect(summary(found(rule, sketch))).toEqual([`/total/score ${figures}`]);
  });

  it('a total beside an execution that stands among the indicators too, by what they add up to', () => {
    const rows = [
      { level1: '预算执行率', weight: '10', score: '9' },
      { weight: '90', score: '90' },
    ];
    const sketch = {
      funds: { rows: [{ weight: '10', executionRate: '90', score: '9' }] },
      indicators: rows,
      total: { weight: '100', score: '98' },
    };
    expect(found(rule, sketch)).toMatchObject([
      { expected: '99', message: '总分的得分印为 98，各指标得分之和 99' },
    ]);
  });

  it('a total that repeats the weight beside it, and says so', () => {
    expect(found(rule, form(jiading, ['50', '40'], '100.00', '100'))[0]?.hint).toBe(
      'neighbouring cell',
    );
  });

  it('a total that is rounded itself, and says so', () => {
    expect(found(rule, form(jiading, ['49.96', '40'], '98.2'))[0]).toMatchObject({
      expected: '98.17',
      hint: 'rounding of the total',
      severity: 'warning',
    });
    expect(found(rule, form(jiading, ['50', '40'], '98'))[0]).toMatchObject({
      severity: 'warning',
    });
    // Up to the next point is no rounding of 9.01.
    const up = found(rule, form({ ...jiading, score: '9.01' }, ['50', '40'], '100'));
    expect(up[0]).toMatchObject({ severity: 'error', expected: '99.01' });
    expect(found(rule, form(jiading, ['49.86', '40'], '98.2'))[0]).toMatchObject({
      expected: '98.07',
      hint: null,
    });
  });

  it.each([
    ['9.821', '×10'],
    ['9821', 'lost decimal point'],
    ['95.00', null],
  ])('%s with the hint %s', (score, hint) => {
    expect(found(rule, form(jiading, ['50', '40'], score))[0]?.hint).toBe(hint);
  });
});

describe('score-sum cannot check', () => {
  it('where a blank is needed, and says what would close the sum', () => {
    expect(found(rule, form(jiading, ['50', null], '98.21'))).toEqual([]);
    expect(remarks(rule, form(jiading, ['50', null], '98.21'))).toMatchObject([
      { path: '/total/score', hint: 'a blank would close the sum' },
    ]);
    expect(remarks(rule, form(jiading, ['50', null], '98.21'))[0]?.message).toContain('若为 40，');
    expect(remarks(rule, form(jiading, ['40', null], '98.21'))).toMatchObject([
      { hint: 'a blank would close the sum' },
    ]);
    expect(remarks(rule, form(jiading, ['39.99', null], '98.21'))).toMatchObject([{ hint: null }]);
    expect(remarks(rule, form(jiading, ['50', null], '109.21'))).toMatchObject([{ hint: null }]);
  });

  it.each([
    [
      'a blank beside an execution score that is counted unrounded',
      form({ weight: '10', annualBudget: '9', executed: '5', score: '6' }, ['50', null], '55.63'),
    ],
    [
      'a blank beside a float artefact of the weight',
      form({ weight: '10', executionRate: '100' }, ['60', '30'], '100.00000000000001', '100'),
    ],
    ['a blank total', form(jiading, ['90'], null)],
    ['an uncalculated formula', form(jiading, ['90'], '0.00')],
  ])('%s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
    expect(remarks(rule, sketch)).toHaveLength(1);
  });

  it('a form that was cut off', () => {
    expect(
      remarks(rule, form(jiading, ['50'], '98.21'), { sources: [{ complete: false }] }),
    ).toHaveLength(1);
    expect(found(rule, form(jiading, ['50'], '98.21'), { sources: [{ complete: false }] })).toEqual(
      [],
    );
  });
});
