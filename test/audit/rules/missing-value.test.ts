import { describe, expect, it } from 'vitest';
import { found, remarks, summary } from '../../support/audit/findings.ts';
import type { FundRow } from '../../../src/schema/index.ts';
import type { FormSketch, IndicatorSketch } from '../../support/audit/forms.ts';

const rule = 'missing-value';
const whole: Partial<FundRow> = { weight: '10', score: '10' };
const form = (
  execution: Partial<FundRow>,
  indicators: IndicatorSketch[],
  total: FormSketch['total'] = { weight: '100', score: '100' },
) => ({ funds: { rows: [execution] }, indicators, total });
const full = { weight: '45', score: '45' };
const paths = (sketch: FormSketch): string[] => found(rule, sketch).map(({ path }) => path);

describe('missing-value', () => {
  it.each([
    ['nothing missing', form(whole, [full, full])],
    [
      'a row of 无',
      form(whole, [full, full, { level3: '无', target: '无' }, { level3: '', target: '—' }]),
    ],
    [
      'a blank fiscal row',
      {
        ...form(whole, [full]),
        funds: { rows: [whole, { source: 'fiscal' as const, label: '财政拨款' }] },
      },
    ],
    ['no 总分 row', form(whole, [full], {})],
    ['no weight in 总分', form(whole, [full], { score: '100' })],
    [
      'rows of a template that nobody filled',
      form(whole, [
        full,
        full,
        { level3: '指标2：', target: '' },
        { level3: '……', target: '……' },
        { level3: '指标1：/', target: '/' },
        { level3: '...', target: '' },
      ]),
    ],
    ['no weights and scores anywhere', form({ executionRate: '92.36' }, [{}, {}], {})],
    [
      'no weights anywhere',
      form({ score: '9.9' }, [{ score: '45' }, { score: '45' }], { score: '99.9' }),
    ],
    ['the execution scored as an indicator', form({}, [{ weight: '100', score: '100' }])],
  ])('accepts %s', (_name, sketch) => {
    expect([...found(rule, sketch), ...remarks(rule, sketch)]).toEqual([]);
  });

  it.each([
    [
      'the execution weight (Yinchuan 2023)',
      form({ score: '0' }, [full, full]),
      ['/funds/rows/0/weight'],
    ],
    [
      'the execution score (organisation 2024)',
      form({ weight: '10' }, [full, full]),
      ['/funds/rows/0/score'],
    ],
    [
      'the execution score though the indicators make up the total',
      form({ weight: '10' }, [{ weight: '100', score: '100' }]),
      ['/funds/rows/0/score'],
    ],
    ['both of them', form({}, [full, full]), ['/funds/rows/0/weight', '/funds/rows/0/score']],
    [
      "an indicator's weight and another's score",
      form(whole, [{ weight: '45' }, { score: '45' }]),
      ['/indicators/1/weight', '/indicators/0/score'],
    ],
    ["the only indicator's score", form(whole, [{ weight: '90' }]), ['/indicators/0/score']],
    [
      "a name that begins like a template's",
      form(whole, [full, { level3: '指标体系建设', target: '' }]),
      ['/indicators/1/weight', '/indicators/1/score'],
    ],
    [
      'an indicator that lacks only its name',
      form(whole, [full, { level3: '', target: '≥5次' }]),
      ['/indicators/1/weight', '/indicators/1/score'],
    ],
    ['the total score', form(whole, [full, full], { weight: '100' }), ['/total/score']],
  ])('warns of %s', (_name, sketch, expected) => {
    expect(paths(sketch)).toEqual(expected);
  });

  it('says which it is', () => {
    expect(found(rule, form({ score: '0' }, [full]))).toMatchObject([
      { severity: 'warning', printed: null, message: '年度资金总额的分值留空' },
    ]);
    expect(summary(found(rule, form({ score: '0' }, [full])))).toEqual([
      '/funds/rows/0/weight - → -',
    ]);
  });

  it('remarks once on a column that no indicator fills', () => {
    const sketch = form(whole, [{ weight: '45' }, { weight: '45' }]);
    expect(found(rule, sketch)).toEqual([]);
    expect(remarks(rule, sketch)).toMatchObject([
      { path: '/indicators/0/score', message: '无法核对：所有指标都没有得分' },
    ]);
  });

  it('asks for what the columns ask for, where they are known', () => {
    const asked = (sketch: FormSketch, funds: string[], indicators: string[]): string[] =>
      found(rule, sketch, { sources: [{ columns: { funds, indicators } }] }).map(
        ({ path }) => path,
      );
    const noWeights = form({ score: '10' }, [full, full]);
    expect(
      asked(noWeights, ['executed', 'executionRate', 'score'], ['target', 'weight', 'score']),
    ).toEqual([]);
    expect(asked(noWeights, ['executed', 'weight', 'score'], ['weight', 'score'])).toEqual([
      '/funds/rows/0/weight',
    ]);
    expect(asked(form({}, [{}, {}], {}), ['executed'], ['target', 'actual'])).toEqual([]);
    expect(asked(form({}, [full, { weight: '45' }]), [], ['weight', 'score'])).toEqual([
      '/indicators/1/score',
    ]);
    // A column that was filled is there, whatever its heading was taken for.
    expect(asked(form(whole, [full, { weight: '45' }]), [], [])).toEqual(['/indicators/1/score']);
    expect(asked(form({ ...whole }, [{}, {}], { weight: '100' }), [], ['weight'])).toEqual([
      '/indicators/0/weight',
    ]);
    expect(
      asked(
        form(whole, [{ weight: '90' }], { weight: '100' }),
        ['weight', 'score'],
        ['weight', 'score'],
      ),
    ).toEqual(['/indicators/0/score', '/total/score']);
  });

  it('tells a column that is there and wholly blank once', () => {
    const sketch = form(whole, [{ weight: '45' }, { weight: '45' }]);
    expect(
      found(rule, sketch, {
        sources: [{ columns: { funds: [], indicators: ['weight', 'score'] } }],
      }),
    ).toMatchObject([
      { path: '/indicators/0/score', severity: 'warning', message: '所有指标的得分都留空' },
    ]);
  });

  it('accuses no form that was cut off', () => {
    const options = { sources: [{ complete: false }] };
    expect(found(rule, form(whole, [full, {}]), options)).toEqual([]);
    expect(remarks(rule, form(whole, [full, {}]), options)).toHaveLength(1);
  });
});

describe('missing-value of a cell that prints no number', () => {
  const unread = (...unreadable: string[]) => ({ sources: [{ unreadable }] });

  it('says that it cannot be checked, not that it is blank', () => {
    const sketch = form(whole, [full, { weight: '45' }]);
    expect(found(rule, sketch, unread('/indicators/1/score'))).toEqual([]);
    expect(remarks(rule, sketch, unread('/indicators/1/score'))).toMatchObject([
      { path: '/indicators/1/score', message: '无法核对：指标“培训班次”的得分印的不是数字' },
    ]);
    expect(found(rule, sketch, unread('/indicators/1/weight'))).toHaveLength(1);
    expect(
      remarks(rule, sketch, {
        sources: [{ unreadable: ['/indicators/1/score'], complete: false }],
      })[0]?.message,
    ).toContain('印的不是数字');
  });

  it('nor that a whole column is', () => {
    const sketch = form(whole, [{ weight: '45' }, { weight: '45' }]);
    const known = {
      sources: [
        {
          columns: { funds: [], indicators: ['weight', 'score'] },
          unreadable: ['/indicators/0/score'],
        },
      ],
    };
    expect(summary(found(rule, sketch, known))).toEqual(['/indicators/1/score - → -']);
  });
});
