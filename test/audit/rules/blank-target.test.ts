import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';

const rule = 'blank-target';

const other = { level3: '场次', target: '≥10场' };
const blank = { level3: '知晓率', target: '' };

describe('blank-target', () => {
  it('warns once a form', () => {
    expect(
      found(rule, { indicators: [other, blank, { ...blank, level3: '参训率', target: '—' }] }),
    ).toMatchObject([
      {
        path: '/indicators/1/target',
        severity: 'warning',
        message: '指标“知晓率”的指标值留空（另有 1 行相同情况）',
      },
    ]);
  });

  it('looks at target forms too', () => {
    const kind = 'target' as const;
    expect(found(rule, { kind, indicators: [other, blank] })).toHaveLength(1);
  });

  it.each([
    ['a form without targets', [blank]],
    ['a row of 无', [other, { level3: '无', target: '' }]],
    ['the execution rate', [other, { level3: '预算执行率', target: '' }]],
    ['a row of management', [other, { ...blank, level1: '项目管理', level2: '制度建设' }]],
  ])('accepts %s', (_name, indicators) => {
    expect(found(rule, { indicators })).toEqual([]);
  });

  it('says nothing of a form read in part', () => {
    const sketch = { indicators: [other, blank] };
    expect(found(rule, sketch, { sources: [{ complete: false }] })).toEqual([]);
  });
});
