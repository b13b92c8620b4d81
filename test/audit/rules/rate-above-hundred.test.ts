import { describe, expect, it } from 'vitest';
import { found, summary } from '../../support/audit/findings.ts';

const rule = 'rate-above-hundred';

const row = (level3: string, actual: string, target = '≥90%') => ({
  indicators: [{ level3, target, actual }],
});

describe('rate-above-hundred', () => {
  it.each(['群众满意度', '1.验收合格率（≥**%）', '参保覆盖率', '资金拨付及时率', '数据准确率'])(
    'warns of %s above 100 %',
    (name) => {
      expect(found(rule, row(name, '105%'))).toMatchObject([
        { path: '/indicators/0/actual', severity: 'warning', printed: '105' },
      ]);
    },
  );

  it('warns of a target above 100 %, in target forms too', () => {
    expect(summary(found(rule, row('群众满意度', '95%', '≥101%')))).toEqual([
      '/indicators/0/target 101 → -',
    ]);
    const indicators = [{ level3: '群众满意度', target: '≥120%' }];
    expect(found(rule, { kind: 'target', indicators })).toHaveLength(1);
  });

  it.each([
    ['a whole', row('群众满意度', '100%', '≥100%')],
    ['what may be above', row('任务完成率', '120%')],
    ['a change', row('满意度提升率', '130%')],
    ['a growth', row('合格率同比增长率', '130%')],
    ['other units', row('群众满意度', '105人')],
    ['words', row('群众满意度', '满意')],
  ])('accepts %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
  });
});
