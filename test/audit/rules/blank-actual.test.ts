import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';
import type { IndicatorSketch } from '../../support/audit/forms.ts';

const rule = 'blank-actual';

const other = { level3: '场次', target: '≥10场', actual: '10场', weight: '50', score: '50' };
const row = (more: IndicatorSketch) => ({
  indicators: [{ target: '≥90%', actual: '', weight: '30', score: '30', ...more }, other],
});

describe('blank-actual', () => {
  it.each(['', '—', '/', '--', '－'])('warns of points for %o', (actual) => {
    expect(found(rule, row({ actual }))).toMatchObject([
      { path: '/indicators/0/actual', severity: 'warning', printed: actual },
    ]);
  });

  it.each([
    ['无', row({ actual: '无' })],
    ['no points', row({ score: '0' })],
    ['no score', row({ score: null })],
    ['a row that does not apply', row({ level3: '不适用' })],
    ['the execution rate', row({ level3: '预算执行率' })],
    ['a row of management', row({ level1: '项目管理', level2: '制度建设' })],
    ['a form without actuals', { indicators: [{ actual: '', weight: '30', score: '30' }] }],
  ])('accepts %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
  });

  it('says nothing of a form read in part', () => {
    expect(found(rule, row({}), { sources: [{ complete: false }] })).toEqual([]);
  });
});
