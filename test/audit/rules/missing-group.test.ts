import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';

const rule = 'missing-group';

const form = (...groups: string[]) => ({
  indicators: groups.map((level1, index) => ({ level1, level2: null, level3: `第${index}项` })),
});

describe('missing-group', () => {
  it.each([
    ['没有效益指标', form('产出指标', '产出指标', '满意度指标')],
    ['没有产出指标', form('成本指标', '效益指标', '满意度指标')],
  ])('warns: %s', (message, sketch) => {
    expect(found(rule, sketch)).toMatchObject([
      { path: '/indicators', severity: 'warning', message },
    ]);
    expect(found(rule, { ...sketch, kind: 'target' })).toHaveLength(1);
    expect(found(rule, sketch, { sources: [{ complete: false }] })).toEqual([]);
  });

  it.each([
    ['both', form('产出指标', '效益指标', '满意度指标')],
    ['other words', form('产出指标', '效果指标', '满意度指标')],
    ['a few rows', form('产出指标', '满意度指标')],
    ['another kind of table', form('履职效能', '管理效率', '社会效益')],
    ['neither', form('满意度指标', '满意度指标', '满意度指标')],
  ])('accepts %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
  });
});
