import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';

const rule = 'repeated-name';

const row = (level1: string, level3 = '体检人员覆盖率', more: object = {}) => ({
  level1,
  level2: null,
  level3,
  ...more,
});

describe('repeated-name', () => {
  it('tells a name in several groups, once a form', () => {
    const indicators = [
      row('产出指标'),
      row('产出指标', '参与率'),
      row('效益指标', '1.体检人员覆盖率'),
      row('效益指标', '参与率'),
    ];
    const expected = [
      {
        path: '/indicators/2',
        severity: 'info',
        message: '指标“1.体检人员覆盖率”既列在产出指标下，又列在效益指标下（另有 1 个名称重复）',
      },
    ];
    expect(found(rule, { indicators })).toMatchObject(expected);
    expect(found(rule, { kind: 'target', indicators })).toMatchObject(expected);
  });

  it.each([
    ['other names', [row('产出指标'), row('效益指标', '参与率')]],
    ['one group', [row('产出指标'), row('产出指标', undefined, { target: '5' })]],
    [
      'rows of 无',
      [row('产出指标', '无', { target: '无' }), row('效益指标', '无', { target: '无' })],
    ],
    ['rows that do not apply', [row('产出指标', '不适用'), row('效益指标', '不适用')]],
  ])('accepts %s', (_name, indicators) => {
    expect(found(rule, { indicators })).toEqual([]);
  });
});
