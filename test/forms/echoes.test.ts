import { describe, expect, it } from 'vitest';
import { Echoes } from '../../src/forms/echoes.ts';
import { form } from '../support/audit/forms.ts';

const evaluation = new Echoes(
  form({
    funds: { rows: [{ label: '县级配套（二期）' }] },
    indicators: [{ level1: '项目决策', level2: '立项', level3: '开放次数' }],
    groupWeights: [{ level1: '项目决策', weight: '20' }],
    extras: [
      { label: '科室意见', value: '属实' },
      { label: '偏差原因经费保障（开放次数）', value: '无差' },
    ],
  }),
);

describe('Echoes', () => {
  it.each([
    '县级配套（二期）：',
    '项目决策',
    '项目决策（20分）',
    '立项',
    '20',
    '科室意见',
    '偏差原因经费保障',
    '开放次数',
    '偏差原因',
    '经费保障',
  ])('has %s', (text) => {
    expect(evaluation.has(text)).toBe(true);
  });

  it.each(['属实', '无差', '次数', '保', '县级', ''])('has no %j', (text) => {
    expect(evaluation.has(text)).toBe(false);
  });

  it('has what a plan says by when', () => {
    const target = form({
      kind: 'target',
      disbursementPlan: ['25', null],
      steps: ['3月底', '年末'],
    });
    expect(new Echoes(target).has('3月底')).toBe(true);
  });
});
