import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';

const rule = 'reason-with-full-score';

const form = (deviation: string | null, more: object = {}) => ({
  indicators: [{ target: '完成', actual: '完成', weight: '10', score: '10', deviation, ...more }],
});

describe('reason-with-full-score', () => {
  it.each([
    '资金未支付',
    '因场地维修，两期推迟',
    '参训人数不足',
    '个别对象不要津贴',
    '受疫情影响较大',
  ])('warns of a full score with the reason %s', (deviation) => {
    expect(found(rule, form(deviation))).toMatchObject([
      { path: '/indicators/0/score', severity: 'warning', printed: '10' },
    ]);
  });

  it.each([
    ['no reason', form(null)],
    ['no deviation', form('未发生偏差')],
    ['more than was asked for', form('因需求增加，超额完成')],
    ['plain praise', form('已全部完成，继续保持')],
    ['points taken off', form('资金未支付', { score: '8' })],
    ['a target exceeded', form('原定两期取消，改为线上', { target: '≥10场', actual: '12场' })],
    ['what full-score-below-target tells', form('两期推迟', { target: '≥10场', actual: '8场' })],
    ['an execution rate', form('资金未支付', { level3: '预算执行率' })],
  ])('accepts %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
  });

  it('shortens a long reason', () => {
    const [finding] = found(rule, form('因'.repeat(30) + '推迟'));
    expect(finding?.message).toContain(`${'因'.repeat(20)}…`);
  });
});
