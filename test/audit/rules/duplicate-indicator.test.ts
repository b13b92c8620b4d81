import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';
import type { IndicatorSketch } from '../../support/audit/forms.ts';

const rule = 'duplicate-indicator';
const row = { level3: '群众满意度', target: '≥95%', actual: '96%', weight: '10', score: '10' };

describe('duplicate-indicator', () => {
  it('warns of each later row that repeats one, wherever the first stands', () => {
    expect(
      found(rule, { indicators: [row, { ...row, level3: '参训率' }, row, row] }),
    ).toMatchObject([
      {
        path: '/indicators/2',
        severity: 'warning',
        message: '第3行指标“群众满意度”与第1行完全相同',
      },
      { path: '/indicators/3' },
    ]);
  });

  it.each<[keyof IndicatorSketch, string]>([
    ['level1', '效益指标'],
    ['level2', '质量指标'],
    ['level3', '其他'],
    ['target', '≥96%'],
    ['actual', '97%'],
    ['weight', '5'],
    ['score', '9'],
    ['deviation', '原因'],
  ])('accepts a row that differs in its %s', (field, value) => {
    expect(found(rule, { indicators: [row, { ...row, [field]: value }] })).toEqual([]);
  });

  it('accepts rows of 无', () => {
    expect(
      found(rule, {
        indicators: [
          { level3: '无', target: '无' },
          { level3: '无', target: '无' },
        ],
      }),
    ).toEqual([]);
  });

  it('looks at target forms too (Beidaihe)', () => {
    const target = {
      level3: '群众满意度',
      target: '≥95%',
      description: '群众满意数量占总数的比例',
      basis: '年度工作计划',
    };
    const sketch = (...indicators: IndicatorSketch[]) => ({ kind: 'target' as const, indicators });
    expect(found(rule, sketch(target, target))).toHaveLength(1);
    expect(
      found(rule, sketch(target, { ...target, description: '其他' }, { ...target, basis: '其他' })),
    ).toEqual([]);
  });
});
