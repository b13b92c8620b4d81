import { describe, expect, it } from 'vitest';
import { auditForms } from '../../../src/audit/index.ts';
import type { FundRow } from '../../../src/schema/index.ts';
import { found, remarks, summary } from '../../support/audit/findings.ts';
import { form } from '../../support/audit/forms.ts';

const rule = 'execution-score';
const total = (sketch: Partial<FundRow>) => ({ funds: { rows: [sketch] } });
const errors = (sketch: Partial<FundRow>): string[] => summary(found(rule, total(sketch)));

describe('execution-score takes a bare integer', () => {
  const scores = (...printed: [string, string][]): (string | null)[] =>
    auditForms(
      printed.map(([executionRate, score]) =>
        form(total({ weight: '10', executionRate, score, source: 'total' })),
      ),
    ).flatMap(({ findings }) =>
      findings.filter((finding) => finding.rule === rule).map((finding) => finding.printed),
    );

  it('for a rounded score where the document prints whole numbers', () => {
    expect(scores(['90.10', '10'], ['84.00', '8'], ['92.25', '9.23'])).toEqual([]);
    expect(scores(['90.10', '9'])).toEqual([]);
  });

  it('as it stands beside scores with decimals', () => {
    expect(scores(['92.25', '9.23'], ['90.10', '10'])).toEqual(['10']);
    expect(scores(['92.25', '9.23'], ['94.00', '9'], ['80.00', '8.00'])).toEqual(['9']);
    // Its zeros are gone, and no more.
    expect(scores(['92.25', '9.23'], ['100', '10'], ['99.96', '10'])).toEqual([]);
  });
});

describe('execution-score accepts', () => {
  it.each([
    [
      'half-up of the unrounded ratio (Jiading 2022)',
      {
        weight: '10',
        annualBudget: '935000.00',
        executed: '918545.38',
        executionRate: '98.25',
        score: '9.82',
      },
    ],
    [
      'the printed rate',
      {
        weight: '10',
        annualBudget: '935000.00',
        executed: '918545.38',
        executionRate: '98.25',
        score: '9.83',
      },
    ],
    [
      'the printed rate, even a wrong one',
      { weight: '10', annualBudget: '4.68', executed: '4.56', executionRate: '100', score: '10' },
    ],
    [
      'the right ratio beside a wrong rate',
      { weight: '10', annualBudget: '4.68', executed: '4.56', executionRate: '100', score: '9.74' },
    ],
    [
      'whole numbers (Yinchuan 2023)',
      { weight: '10', annualBudget: '3', executed: '0.22792', executionRate: '7.599', score: '1' },
    ],
    ['truncation at one decimal', { weight: '10', executionRate: '98.29', score: '9.8' }],
    ['ceiling at one decimal', { weight: '10', executionRate: '98.21', score: '9.9' }],
    ['a weight of 20', { weight: '20', executionRate: '90.63', score: '18.13' }],
    [
      'the cap at the weight',
      { weight: '10', annualBudget: '100', executed: '120', executionRate: '120', score: '10' },
    ],
    ['no rate but amounts', { weight: '10', annualBudget: '100', executed: '50', score: '5.00' }],
    [
      'the unrounded ratio behind a whole rate, whose amounts are blank',
      { weight: '10', executed: '1', executionRate: '17', score: '1.67' },
    ],
    [
      'nothing spent',
      { weight: '10', annualBudget: '1.5', executed: '0', executionRate: '0', score: '0' },
    ],
    [
      'nothing where more was paid back than spent',
      { weight: '10', annualBudget: '100', executed: '-5', executionRate: '-5', score: '0' },
    ],
    [
      'a rate that is printed as a fraction, as it is meant',
      { weight: '10', annualBudget: '80', executed: '50.1', executionRate: '0.63', score: '6.30' },
    ],
    [
      'zero over zero',
      { weight: '10', annualBudget: '0', executed: '0', executionRate: '0', score: '0' },
    ],
  ])('%s', (_name, sketch) => {
    expect(errors(sketch)).toEqual([]);
    expect(remarks(rule, total(sketch))).toEqual([]);
  });

  it('whatever a fiscal row repeats: only the total row counts', () => {
    const rows = [
      { weight: '10', executionRate: '50', score: '5' },
      {
        source: 'fiscal' as const,
        label: '其中：财政拨款',
        weight: '10',
        executionRate: '90',
        score: '5',
      },
    ];
    expect(found(rule, { funds: { rows } })).toEqual([]);
  });

  it('a form that scores the execution as an indicator', () => {
    const form = {
      funds: { rows: [{ annualBudget: '10', executed: '5', executionRate: '50' }] },
      indicators: [{ weight: '40' }, { weight: '60' }],
      total: { weight: '100' },
    };
    expect([...found(rule, form), ...remarks(rule, form)]).toEqual([]);
  });
});

describe('execution-score where the indicators alone make up the total', () => {
  const columns = (funds: string[]) => ({
    sources: [{ columns: { funds, indicators: ['weight', 'score'] } }],
  });
  const form = (level3: string) => ({
    funds: { rows: [{ annualBudget: '10', executed: '5', executionRate: '50' }] },
    indicators: [{ weight: '40', level3 }, { weight: '60' }],
    total: { weight: '100' },
  });

  it('says that a score was asked for and left blank', () => {
    expect(remarks(rule, form('参训率'), columns(['weight', 'score']))).toMatchObject([
      {
        path: '/funds/rows/0/score',
        message: '无法核对：缺年度资金总额的得分、年度资金总额的分值',
      },
    ]);
  });

  it('says nothing where none was asked for, or an indicator is scored in its place', () => {
    expect(remarks(rule, form('参训率'), columns(['executionRate']))).toEqual([]);
    expect(remarks(rule, form('预算执行率'), columns(['weight', 'score']))).toEqual([]);
  });
});

describe('execution-score rejects', () => {
  it.each([
    [
      'one unit beyond a rate that is printed as a fraction',
      { weight: '10', annualBudget: '80', executed: '50.1', executionRate: '0.63', score: '6.31' },
      '6.26',
    ],
    [
      'one unit above ceiling',
      {
        weight: '10',
        annualBudget: '935000.00',
        executed: '918545.38',
        executionRate: '98.25',
        score: '9.84',
      },
      '9.82',
    ],
    [
      'one unit below truncation',
      {
        weight: '10',
        annualBudget: '935000.00',
        executed: '918545.38',
        executionRate: '98.25',
        score: '9.81',
      },
      '9.82',
    ],
    [
      'more than what rounds to a whole rate',
      { weight: '10', executionRate: '17', score: '1.81' },
      '1.70',
    ],
    [
      'another rate than a wrong one of known amounts',
      { weight: '10', annualBudget: '6', executed: '1', executionRate: '25', score: '2.55' },
      '1.67',
    ],
    ['a whole number too far', { weight: '10', executionRate: '64.23', score: '8' }, '6.42'],
    ['more than the weight', { weight: '10', executionRate: '120', score: '12' }, '10.00'],
    ['full marks for little', { weight: '10', executionRate: '16.39', score: '10' }, '1.64'],
    [
      'a weight of 20 taken for 10',
      { weight: '20', executionRate: '90.63', score: '9.06' },
      '18.13',
    ],
    [
      'something for nothing',
      { weight: '10', annualBudget: '1.5', executed: '0', executionRate: '0', score: '5' },
      '0.00',
    ],
  ])('%s', (_name, sketch, expected) => {
    expect(errors(sketch)).toEqual([`/funds/rows/0/score ${sketch.score} → ${expected}`]);
  });

  it.each(['12', '-1'])('%s of 10, whatever the rate is', (score) => {
    expect(found(rule, total({ weight: '10', score }))).toMatchObject([
      { path: '/funds/rows/0/score', printed: score, range: ['0', '10'] },
    ]);
  });

  it.each([{ weight: '10' }, { score: '9' }])(
    'looks for a total row that prints %o, past one that prints neither',
    (part) => {
      const rows = [{}, { label: '合计', ...part }];
      expect(remarks(rule, { funds: { rows } })[0]?.path).toBe('/funds/rows/1/score');
    },
  );

  it('the row below that alone prints a weight and a score', () => {
    const rows = [
      { executionRate: '50' },
      {
        source: 'fiscal' as const,
        label: '财政拨款',
        weight: '10',
        executionRate: '50',
        score: '6.5',
      },
    ];
    const form = (...weights: string[]) => ({
      funds: { rows },
      indicators: weights.map((weight) => ({ weight })),
      total: { weight: '100' },
    });
    expect(summary(found(rule, form('90')))).toEqual(['/funds/rows/1/score 6.5 → 5.00']);
    // Where the indicators alone make up the total, the execution is not scored there.
    expect(found(rule, form('60', '40'))).toEqual([]);
  });

  it('points at the total row, wherever it stands', () => {
    const rows = [
      { source: 'fiscal' as const, label: '财政拨款', weight: '10', score: '9' },
      { weight: '10', executionRate: '50', score: '6.5' },
    ];
    expect(summary(found(rule, { funds: { rows } }))).toEqual(['/funds/rows/1/score 6.5 → 5.00']);
  });

  it('every total row that prints a score, and no other', () => {
    const rows = [
      { weight: '10', executionRate: '50', score: '5' },
      { label: '合计', weight: '10', executionRate: '50', score: '7.5' },
      { label: '总计' },
    ];
    expect(summary(found(rule, { funds: { rows } }))).toEqual(['/funds/rows/1/score 7.5 → 5.00']);
    expect(remarks(rule, { funds: { rows } })).toEqual([]);
  });

  it.each([
    ['98.25', 'neighbouring cell'],
    ['10.00', 'neighbouring cell'],
    ['0.98', '×10'],
    ['982', 'lost decimal point'],
    ['3.00', null],
  ])('%s with the hint %s', (score, hint) => {
    const [finding] = found(
      rule,
      total({
        weight: '10',
        annualBudget: '935000.00',
        executed: '918545.38',
        executionRate: '98.25',
        score,
      }),
    );
    expect(finding).toMatchObject({ hint, range: ['9.82', '9.83'], expected: '9.82' });
  });
});

describe('execution-score cannot check', () => {
  it.each([
    ['without a weight', { executionRate: '50', score: '5' }, '无法核对：缺年度资金总额的分值'],
    ['without a score', { weight: '10', executionRate: '50' }, '无法核对：缺年度资金总额的得分'],
    [
      'without a rate',
      { weight: '10', score: '5', executed: '5' },
      '无法核对：缺年度资金总额的执行率',
    ],
  ])('%s', (_name, sketch, message) => {
    expect(remarks(rule, total(sketch))).toMatchObject([
      { severity: 'info', path: '/funds/rows/0/score', message },
    ]);
    expect(errors(sketch)).toEqual([]);
  });

  it('but has nothing to say where no funds are printed', () => {
    expect(remarks(rule, {})).toEqual([]);
  });

  it('without a total row', () => {
    expect(
      remarks(rule, total({ source: 'fiscal', label: '财政拨款', executionRate: '50' })),
    ).toMatchObject([{ path: '/funds/rows' }]);
  });
});
