import { describe, expect, it } from 'vitest';
import { audit } from '../support/audit/findings.ts';
import type { IndicatorSketch } from '../support/audit/forms.ts';

/** What is said of the indicators' rows. */
function told(indicators: IndicatorSketch[], score: string): string[] {
  const { findings } = audit({
    funds: { rows: [{ weight: '10', executionRate: '98', score: '9.8' }] },
    indicators,
    total: { weight: '100', score },
  });
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, path }) => `${rule} ${path}`);
}

const last: IndicatorSketch = { level1: '效益指标', level3: '合格率', weight: '30', score: '30' };

/** What is said where each of the columns' figures in rows 0 and 1 comes of one cell. */
function toldOfCells(
  indicators: IndicatorSketch[],
  score: string,
  columns: readonly ('weight' | 'score')[],
  row = 12,
): string[] {
  const refs = Object.fromEntries(
    columns.flatMap((column, at) =>
      [0, 1].map((index) => [
        `/indicators/${index}/${column}`,
        { table: 0, row: index === 0 ? 12 : row, column: 5 + at },
      ]),
    ),
  );
  const sketch = {
    funds: { rows: [{ weight: '10', executionRate: '98', score: '9.8' }] },
    indicators,
    total: { weight: '100', score },
  };
  const { findings } = audit(sketch, { sources: [{ refs }] });
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, path, expected }) => `${rule} ${path} → ${expected ?? '-'}`);
}

describe('a figure that one cell prints for several rows', () => {
  const both = { weight: '60', score: '55' };
  const rows: IndicatorSketch[] = [
    { ...both, deviation: '工期较紧' },
    { ...both, level3: '场次' },
    last,
  ];

  it('counts once', () => {
    expect(toldOfCells(rows, '94.8', ['weight', 'score'])).toEqual([]);
    expect(toldOfCells(rows, '94.2', ['weight', 'score'])).toEqual([
      'score-sum /total/score → 94.8',
    ]);
    expect(
      toldOfCells([rows[0] ?? {}, { level3: '场次', weight: '60', score: '0' }, last], '94.8', [
        'weight',
      ]),
    ).toEqual([]);
  });

  it('leaves no blank below it that could close a sum', () => {
    const [first = {}, second = {}] = rows;
    const wrong = { weight: '50', score: '45' };
    expect(
      toldOfCells([{ ...first, ...wrong }, { ...second, ...wrong }, last], '94.8', [
        'weight',
        'score',
      ]),
    ).toEqual(['weight-sum /total/weight → 90', 'score-sum /total/score → 84.8']);
    expect(
      toldOfCells(
        [
          { ...first, weight: '30' },
          { ...second, weight: '30' },
          { ...last, weight: '31' },
        ],
        '94.8',
        ['score'],
      ),
    ).toEqual(['weight-sum /total/weight → 101']);
  });

  it('counts in each row where the cells are two, the figures are, or 总分 says so', () => {
    expect(toldOfCells(rows, '94.8', ['weight', 'score'], 13)).toEqual([
      'weight-sum /total/weight → 160',
      'score-sum /total/score → 149.8',
    ]);
    expect(toldOfCells([{ ...both, weight: '30' }, both, last], '94.8', ['weight'])).toContain(
      'weight-sum /total/weight → 130',
    );
    const own = [
      { weight: '30', score: '30' },
      { level3: '场次', weight: '30', score: '30' },
      last,
    ];
    expect(toldOfCells(own, '99.8', ['weight', 'score'])).toEqual([]);
  });
});

describe('a figure that stands for several rows', () => {
  it('is told apart from one that is missing', () => {
    const open = (second: IndicatorSketch, score: string): string[] =>
      audit({
        funds: { rows: [{ weight: '10', executionRate: '98', score: '9.8' }] },
        indicators: [{ weight: '60', score: '28' }, { level3: '场次', ...second }, last],
        total: { weight: '100', score },
      })
        .findings.filter(({ rule }) => rule === 'score-within-weight')
        .map(({ message }) => message);
    expect(open({}, '67.8')).toEqual([]);
    expect(open({ score: '30' }, '97.8')).toEqual(['无法核对：分值由几行合用']);
    expect(open({ score: '30' }, '90')).toEqual(['无法核对：分值由几行合用']);
    expect(open({}, '90')).toEqual(['无法核对：缺指标“场次”的分值、指标“场次”的得分']);
  });

  it('a weight and a score in the first of them', () => {
    const rows = [
      { target: '≥10次', actual: '10次', weight: '60', score: '55' },
      { level3: '场次', target: '≥5次', actual: '5次' },
      last,
    ];
    expect(told(rows, '94.8')).toEqual([]);
    // One that 总分 needs is a gap, and so is one beside a total that does not close.
    expect(told(rows, '94.9')).toEqual([]);
    expect(told(rows, '95.2')).toEqual([
      'score-sum /total/score',
      'missing-value /indicators/1/score',
    ]);
    expect(told([{ ...rows[0], weight: '50' }, ...rows.slice(1)], '94.8')).toContain(
      'missing-value /indicators/1/weight',
    );
  });

  it('a weight over scores of their own', () => {
    expect(
      told([{ weight: '60', score: '28' }, { level3: '场次', score: '30' }, last], '97.8'),
    ).toEqual([]);
  });

  it('a score over weights of their own', () => {
    const rows = (score: string): IndicatorSketch[] => [
      { weight: '30', score },
      { level3: '场次', weight: '30' },
      last,
    ];
    expect(told(rows('58'), '97.8')).toEqual([]);
    // More than all of them weigh, or than 总分 holds.
    expect(told(rows('61'), '100.8')).toContain('score-within-weight /indicators/0/score');
    expect(told(rows('58'), '96.8')).toContain('score-within-weight /indicators/0/score');
    // A score that its own weight holds stands for itself only.
    expect(told(rows('30'), '69.8')).toEqual(['missing-value /indicators/1/score']);
  });
});
