import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';

const rule = 'copied-goal';

const goal = (expected: string | null, actual: string | null) => ({ goal: { expected, actual } });

describe('copied-goal', () => {
  it.each([
    ['按月发放补贴。', '按月发放补贴。'],
    ['按月发放补贴，共12次', '按月发放补贴,共12次。'],
    ['1.培训2期；2.慰问', '1.培训2期;2.慰问'],
  ])('tells %s as %s', (expected, actual) => {
    expect(found(rule, goal(expected, actual))).toMatchObject([
      { path: '/goal/actual', severity: 'info' },
    ]);
  });

  it.each([
    ['an account', '按月发放补贴', '已按月发放补贴'],
    ['another figure', '培训12期', '培训11期'],
    ['figures with a point', '1.2', '12'],
    ['blanks', null, null],
    ['无', '无', '无'],
    ['a bare number', '870036.5', '870036.5'],
  ])('accepts %s', (_name, expected, actual) => {
    expect(found(rule, goal(expected, actual))).toEqual([]);
  });
});
