import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';
import type { IndicatorSketch } from '../../support/audit/forms.ts';

const rule = 'misplaced-satisfaction';

const group = { level1: '满意度指标', level2: '服务对象满意度指标', level3: '学员满意度' };
const form = (...indicators: IndicatorSketch[]) => ({ indicators });

describe('misplaced-satisfaction', () => {
  it('tells satisfaction among others, once a form', () => {
    const row = { level1: '效益指标', level2: '社会效益指标', level3: '群众满意度' };
    expect(found(rule, form(row, { ...row, level3: '2.干部满意率' }, group))).toMatchObject([
      {
        path: '/indicators/0',
        severity: 'info',
        message: '指标“群众满意度”列在效益指标下，不在满意度指标下（另有 1 行相同情况）',
      },
    ]);
  });

  it.each([
    ['its own group', form(group)],
    [
      'a group below the benefits',
      form({ level1: '效益指标', level2: '满意度指标', level3: '群众满意度' }),
    ],
    ['a form without such a group', form({ level1: '效益指标', level3: '群众满意度' })],
    ['what comes of it', form({ level3: '满意度调查份数' }, group)],
  ])('accepts %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
  });
});
