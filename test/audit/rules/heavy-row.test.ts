import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';

const rule = 'heavy-row';

const rows = (...weights: string[]) => ({
  indicators: weights.map((weight) => ({ weight, score: weight })),
});

describe('heavy-row', () => {
  it('tells a row of thirty points, once a form', () => {
    expect(found(rule, rows('20', '30', '40'))).toMatchObject([
      {
        path: '/indicators/1/weight',
        severity: 'info',
        message: '指标“培训班次”一行的分值 30，达到 30 分（另有 1 行相同情况）',
      },
    ]);
  });

  it('accepts less, and two rows', () => {
    expect(found(rule, rows('20', '29.9', '20'))).toEqual([]);
    expect(found(rule, rows('50', '40'))).toEqual([]);
    expect(found(rule, {})).toEqual([]);
  });

  it('takes its threshold from the configuration', () => {
    expect(found(rule, rows('20', '30', '40'), { config: { heavyRow: '50' } })).toEqual([]);
  });
});
