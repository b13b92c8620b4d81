import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';
import type { IndicatorSketch } from '../../support/audit/forms.ts';

const rule = 'uniform-results';

const same = { target: '10场', actual: '10场', weight: '10', score: '10' };
const other = { target: '≥9场', actual: '10场', weight: '10', score: '10' };
const message = (...indicators: IndicatorSketch[]): string[] =>
  found(rule, { indicators }).map((finding) => finding.message);

describe('uniform-results', () => {
  it('tells once a form what all rows have in common', () => {
    expect(found(rule, { indicators: [same, same, same] })).toMatchObject([
      { path: '/indicators', severity: 'info' },
    ]);
    expect(message(same, same, same)).toEqual([
      '3 项指标全部得满分，3 项指标的完成值全部等于指标值',
    ]);
    expect(message(same, same, same, other)).toEqual(['4 项指标全部得满分']);
    expect(message(same, same, { ...same, score: '9' })).toEqual([
      '3 项指标的完成值全部等于指标值',
    ]);
    expect(message(same, same, same, { level3: '无', target: '无', actual: '无' })).toHaveLength(1);
  });

  it.each([
    ['two rows', [same, same]],
    [
      'a row that lost points and fell short',
      [same, same, { ...other, actual: '8场', score: '8' }],
    ],
    ['nothing', []],
  ])('accepts %s', (_name, indicators) => {
    expect(message(...indicators)).toEqual([]);
  });
});
