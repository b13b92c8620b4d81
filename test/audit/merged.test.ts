import { describe, expect, it } from 'vitest';
import { audit } from '../support/audit/findings.ts';
import type { IndicatorSketch } from '../support/audit/forms.ts';

/** What is said of the indicators' rows. */
function told(indicators: IndicatorSketch[], score: string): string[] {
  const { findings } = audit({ funds: { rows: [{ weight: '10', executionRate: '98', score: '9.8' }] }, indicators, total: { weight: '100', score } });
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule, path }) => `${rule} ${path}`);
}

const last: IndicatorSketch = { level3: '合格率', weight: '30', score: '30' };

describe('a figure that stands for several rows', () => {
  it('a weight and a score in the first of them', () => {
    const rows = [{ target: '≥10次', actual: '10次', weight: '60', score: '55' }, { level3: '场次', target: '≥5次', actual: '5次' }, last];
    expect(told(rows, '94.8')).toEqual([]);
    // One that 总分 needs is a gap, and so is one beside a total that does not close.
    expect(told(rows, '94.9')).toEqual(['missing-value /indicators/1/score']);
    expect(told([{ ...rows[0], weight: '50' }, ...rows.slice(1)], '94.8')).toContain('missing-value /indicators/1/weight');
  });

  it('a weight over scores of their own', () => {
    expect(told([{ weight: '60', score: '28' }, { level3: '场次', score: '30' }, last], '97.8')).toEqual([]);
  });

  it('a score over weights of their own', () => {
    const rows = (score: string): IndicatorSketch[] => [{ weight: '30', score }, { level3: '场次', weight: '30' }, last];
    expect(told(rows('58'), '97.8')).toEqual([]);
    // More than all of them weigh, or than 总分 holds.
    expect(told(rows('61'), '100.8')).toContain('score-within-weight /indicators/0/score');
    expect(told(rows('58'), '96.8')).toContain('score-within-weight /indicators/0/score');
    // A score that its own weight holds stands for itself only.
    expect(told(rows('30'), '69.8')).toEqual(['missing-value /indicators/1/score']);
  });
});
