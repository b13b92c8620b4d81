import { describe, expect, it } from 'vitest';
import { found, remarks, summary } from '../../support/audit/findings.ts';
import type { IndicatorSketch } from '../../support/audit/forms.ts';

const rule = 'group-weight';
const form = (weight: string, ...indicators: IndicatorSketch[]) => ({
  groupWeights: [{ level1: '产出指标', weight }],
  indicators,
});

describe('group-weight', () => {
  it('accepts the sum of its own indicators, rows of 无 and other groups aside', () => {
    const rows = [
      { weight: '30' },
      { weight: '20.0' },
      { level1: '效益指标', weight: '30' },
      { level3: '无', target: '无', weight: '5' },
    ];
    expect([...found(rule, form('50', ...rows)), ...remarks(rule, form('50', ...rows))]).toEqual(
      [],
    );
  });

  it('takes a row that is no indicator for no row of unknown group', () => {
    expect(
      summary(
        found(
          rule,
          form('50', { weight: '30' }, { level1: null, level3: '无', target: '无', weight: '20' }),
        ),
      ),
    ).toEqual(['/groupWeights/0/weight 50 → 30']);
  });

  it('names the blanks that it lacks', () => {
    expect(remarks(rule, form('50', { weight: '30' }, { level3: '覆盖率' }))).toMatchObject([
      { message: '无法核对：缺指标“覆盖率”的分值' },
    ]);
  });

  it('warns of any other', () => {
    expect(summary(found(rule, form('50', { weight: '30' }, { weight: '20.01' })))).toEqual([
      '/groupWeights/0/weight 50 → 50.01',
    ]);
    expect(found(rule, form('50', { weight: '40' }))).toMatchObject([
      { severity: 'warning', range: ['40', '40'] },
    ]);
    expect(found(rule, form('50', { weight: '60' }, { weight: null }))).toHaveLength(1);
  });

  it('holds a label against the configured weight', () => {
    const config = { groupWeights: { 产出指标: '40' } };
    expect(summary(found(rule, form('50', { weight: '50' }), { config }))).toEqual([
      '/groupWeights/0/weight 50 → 40',
    ]);
    expect(found(rule, form('40', { weight: '40' }), { config })).toEqual([]);
  });

  it.each([
    ['a blank that is needed', form('50', { weight: '30' }, { weight: null })],
    ['a group without rows', form('50', { level1: '效益指标', weight: '30' })],
    ['a row that may belong to it', form('50', { weight: '30' }, { level1: null, weight: '20' })],
  ])('cannot check %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
    expect(remarks(rule, sketch)).toMatchObject([{ path: '/groupWeights/0/weight' }]);
  });

  it('cannot check a form that was cut off', () => {
    const options = { sources: [{ complete: false }] };
    expect(found(rule, form('50', { weight: '30' }), options)).toEqual([]);
    expect(remarks(rule, form('50', { weight: '30' }), options)).toHaveLength(1);
  });
});
