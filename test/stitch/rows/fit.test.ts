import { describe, expect, it } from 'vitest';
import { misfit, traitsOf } from '../../../src/stitch/rows/fit.ts';
import type { Role } from '../../../src/stitch/types.ts';
import { piece } from '../../support/stitch.ts';

const roles: readonly Role[] = [
  'block',
  'level1',
  'level2',
  'level3',
  'description',
  'sign',
  'target',
  'targetUnit',
  'actual',
  'weight',
  'score',
  'deviation',
  'basis',
  'fundLabel',
  'initialBudget',
  'annualBudget',
  'executed',
  'executionRate',
  'goalExpected',
  'goalActual',
  'midTermGoal',
  'blank',
  'other',
];

function cost(text: string, role: Role): number {
  return misfit(traitsOf(piece(text)), role, true);
}

describe('misfit', () => {
  it.each([
    ['绩效指标', 'block'],
    ['产出指标', 'level1'],
    ['产出指标(50分)', 'level1'],
    ['数量指标', 'level2'],
    ['巡查次数', 'level3'],
    ['≥', 'sign'],
    ['大于等于', 'sign'],
    ['定性', 'sign'],
    ['≥12次', 'target'],
    ['良好', 'target'],
    ['次', 'targetUnit'],
    ['95%', 'actual'],
    ['10', 'weight'],
    ['9.50', 'score'],
    ['雨多，下年补巡。', 'deviation'],
    ['按年度计划', 'basis'],
    ['年度资金总额', 'fundLabel'],
    ['1,043.40', 'executed'],
    ['—', 'annualBudget'],
    ['34.26%', 'executionRate'],
  ] as const)('%s fits the column %s', (text, role) => {
    expect(cost(text, role)).toBe(0);
  });

  it.each([
    ['产出指标', 'level1', 'level2'],
    ['数量指标', 'level2', 'level1'],
    ['数量指标', 'level2', 'level3'],
    ['巡查次数', 'level3', 'level2'],
    ['巡查次数', 'level3', 'level1'],
    ['10', 'weight', 'level3'],
    ['10', 'score', 'deviation'],
    ['10', 'target', 'level3'],
    ['95%', 'actual', 'weight'],
    ['95%', 'executionRate', 'executed'],
    ['良好', 'target', 'weight'],
    ['良好', 'actual', 'score'],
    ['≥12次', 'target', 'level3'],
    ['≥12次', 'target', 'level2'],
    ['无', 'deviation', 'level2'],
    ['0', 'score', 'deviation'],
    ['0', 'deviation', 'level3'],
    ['巡查次数', 'level3', 'blank'],
    ['标', 'level2', 'weight'],
  ] as const)('%s fits %s better than %s', (text, better, worse) => {
    expect(cost(text, better)).toBeLessThan(cost(text, worse));
  });

  it.each(roles)('a blank fits %s where the row says nothing else', (role) => {
    expect(misfit(traitsOf(null), role, false)).toBe(0);
  });

  it.each(['level3', 'weight', 'score'] as const)('misses %s in a row that has values', (role) => {
    expect(misfit(traitsOf(null), role, true)).toBeGreaterThan(0);
  });

  it.each(['block', 'level1', 'level2', 'deviation', 'blank'] as const)(
    'does not miss %s',
    (role) => {
      expect(misfit(traitsOf(null), role, true)).toBe(0);
    },
  );
});
