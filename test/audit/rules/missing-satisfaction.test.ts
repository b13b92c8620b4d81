import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';

const rule = 'missing-satisfaction';

const form = (...groups: string[]) => ({
  indicators: groups.map((level1, index) => ({ level1, level2: null, level3: `第${index}项` })),
});

describe('missing-satisfaction', () => {
  it('tells a form without a row of satisfaction', () => {
    const sketch = form('产出指标', '产出指标', '效益指标');
    expect(found(rule, sketch)).toMatchObject([{ path: '/indicators', severity: 'info' }]);
    expect(found(rule, { ...sketch, kind: 'target' })).toHaveLength(1);
    expect(found(rule, sketch, { sources: [{ complete: false }] })).toEqual([]);
  });

  it.each([
    ['one', form('产出指标', '效益指标', '满意度指标')],
    ['a few rows', form('产出指标', '效益指标')],
    ['another kind of table', form('履职效能', '管理效率', '社会效益')],
    [
      'one among the benefits',
      { indicators: [...form('产出指标', '效益指标').indicators, { level3: '群众满意度' }] },
    ],
    [
      'a group of 无',
      {
        indicators: [
          ...form('产出指标', '产出指标', '效益指标').indicators,
          { level1: '满意度指标', level3: '无', target: '无' },
        ],
      },
    ],
  ])('accepts %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
  });
});
