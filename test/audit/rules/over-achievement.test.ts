import { describe, expect, it } from 'vitest';
import { found, remarks, summary } from '../../support/audit/findings.ts';

const rule = 'over-achievement';
const form = (target: string, actual: string, more: object = {}) => ({
  indicators: [{ target, actual, ...more }],
});

describe('over-achievement', () => {
  it.each([
    ['200人次', '664人次'],
    ['≥10次', '13次'],
    ['=10次', '13.0次'],
    ['≥10次', '≥13次'],
  ])('warns of %s with %s', (target, actual) => {
    expect(found(rule, form(target, actual))).toMatchObject([
      { path: '/indicators/0/actual', severity: 'warning' },
    ]);
  });

  it('says how far it is beyond', () => {
    expect(summary(found(rule, form('200人次', '664人次')))).toEqual([
      '/indicators/0/actual 664 → 200',
    ]);
    expect(found(rule, form('200人次', '664人次'))[0]?.message).toContain('的 332%，');
  });

  it.each([
    ['just below the threshold', '≥100次', '129次', {}],
    ['a reason', '≥10次', '50次', { deviation: '新增任务' }],
    ['a limit', '≤10天', '20天', {}],
    ['an unsigned cost', '10万元', '20万元', { level2: '成本指标' }],
    ['an unsigned time', '10天', '20天', {}],
    ['other units', '10次', '20人', {}],
    ['a target of zero', '≥0次', '1次', {}],
    ['an upper bound', '≥10次', '≤20次', {}],
    ['words', '完成', '完成', {}],
  ])('accepts %s', (_name, target, actual, more) => {
    expect(found(rule, form(target, actual, more))).toEqual([]);
  });

  it('takes its threshold from the configuration', () => {
    expect(
      found(rule, form('≥100次', '129次'), { config: { overAchievement: '129' } }),
    ).toHaveLength(1);
    expect(found(rule, form('≥100次', '150次'), { config: { overAchievement: '151' } })).toEqual(
      [],
    );
  });

  it('cannot ask for a reason where the form has no place for one', () => {
    const sketch = { indicators: [{ target: '≥10次', actual: '20次' }] };
    const printed = (...indicators: string[]) => ({
      sources: [{ columns: { funds: [], indicators } }],
    });
    expect(found(rule, sketch, printed('target', 'actual'))).toEqual([]);
    expect(remarks(rule, sketch, printed('target', 'actual'))).toMatchObject([
      { path: '/indicators/0/actual' },
    ]);
    expect(found(rule, sketch, printed('target', 'actual', 'deviation'))).toHaveLength(1);
  });
});
