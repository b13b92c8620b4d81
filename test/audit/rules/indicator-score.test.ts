import { describe, expect, it } from 'vitest';
import { found, summary } from '../../support/audit/findings.ts';

const rule = 'indicator-score';
const form = (target: string, actual: string, score: string, more: object = {}) => ({
  indicators: [{ target, actual, weight: '10', score, ...more }],
});
const warnings = (...args: Parameters<typeof form>): string[] =>
  summary(found(rule, form(...args)));

describe('indicator-score accepts', () => {
  it.each([
    ['full marks at the target', '≥95%', '95%', '10'],
    ['the share, rounded half up', '≥95%', '90%', '9.47'],
    ['the share, rounded up', '≥95%', '90%', '9.48'],
    ['the share, at no decimals', '≥95%', '80%', '9'],
    ['the share of rounded figures', '≥95%', '93.3%', '9.83'],
    ['the share to half a point, printed like all others', '≥95%', '90%', '9.50'],
    ['the share of a percentage whose sign only the target prints', '≥95%', '90', '9.47'],
    ['the share of a fraction', '≥95%', '0.9', '9.47'],
    ['what may be a small percentage', '≤5%', '1', '10'],
    ['the share of an amount in another unit', '≥1万元', '9000元', '9'],
    ['nothing for nothing', '≥95%', '0%', '0'],
    ['full marks below a limit', '≤20天', '18天', '10'],
    ['one rule above a limit: weight × (1 − (a − t) ÷ t)', '≤20天', '25天', '7.5'],
    ['its rival: weight × t ÷ a', '≤20天', '25天', '8'],
    ['nothing far beyond a limit', '≤20天', '60天', '0'],
    ["full marks where a share is due: another rule's business", '≥95%', '90%', '10'],
    ['a deduction for far too much: regulation asks for it', '≥10次', '13次', '6'],
    ['anything about a rough target', '70人左右', '50人', '3'],
    ['anything where the actual only names a bound', '≥95%', '≥95%', '6'],
    ['all or nothing on an equal sign', '=100%', '90%', '0'],
    ['either direction on an equal sign, more done', '=10次', '12次', '8.33'],
    ['different units', '≥10万元', '5次', '3'],
    ['words', '完成', '完成', '3'],
    ['a number for words', '完成', '5', '3'],
    ['words for a number', '5', '完成', '3'],
    ['a target of zero', '=0次', '1次', '3'],
    ["too much on any count: another rule's business", '≥95%', '90%', '11'],
  ])('%s', (_name, target, actual, score) => {
    expect(warnings(target, actual, score)).toEqual([]);
  });

  it("an unsigned cost scored by itself or by the form's spending (Yinchuan 2023)", () => {
    const cost = { level1: '产出指标', level2: '成本指标' };
    expect(warnings('3万元', '0.4916万元', '2', cost)).toEqual([]);
    const spending = {
      funds: { rows: [{ weight: '10', executionRate: '64.23', score: '6' }] },
      ...form('5万', '5万', '6', cost),
    };
    expect(found(rule, spending)).toEqual([]);
    expect(found(rule, { ...spending, ...form('5万', '5万', '3', cost) })).toHaveLength(1);
    expect(found(rule, { ...spending, ...form('=5万', '5万', '6', cost) })).toHaveLength(1);
    expect(found(rule, { ...spending, ...form('5万', '5万', '6') })).toHaveLength(1);
  });
});

describe('indicator-score warns of', () => {
  it.each([
    ['less than the share to half a point', '≥95%', '90%', '8.90', '9.47'],
    ['less than the share of a bare percentage', '≥95%', '90', '8.00', '9.47'],
    ['less than the share', '≥95%', '90%', '9.45', '9.47'],
    ['more than the share', '≥95%', '90%', '9.49', '9.47'],
    ['a deduction although the target was reached', '≥95%', '96%', '9.99', '10.00'],
    ['a deduction although the target was just reached', '≥95.0%', '95.0%', '9.99', '10.00'],
    ['a deduction although a limit was kept', '≤20天', '18天', '9', '10.00'],
    ['a score that both rival rules reject', '≤20天', '25天', '9', '-'],
    ['a score between the rivals', '≤20天', '25天', '7.75', '-'],
    ['full marks above a limit', '≤20天', '40天', '10', '-'],
    ['a rival rule for more than enough', '≥10次', '12次', '8.33', '10.00'],
    ['a share beyond what the most decimals allow', '≥95.5%', '90.25%', '9.455', '9.450'],
    ['a deduction on an equal sign that was met', '=100%', '100%', '5', '10.00'],
    ['a share of the wrong direction', '≥100人', '50人', '7.50', '5.00'],
    ['a deduction for a little too much', '≥10次', '12次', '6', '10.00'],
    ['no sign, and no direction gives it', '100人', '50人', '7.00', '5.00'],
  ])('%s', (_name, target, actual, score, expected) => {
    expect(warnings(target, actual, score)).toEqual([`/indicators/0/score ${score} → ${expected}`]);
  });

  it('nothing of an execution rate that is scored as the funds table has it', () => {
    const scored = (score: string) =>
      summary(
        found(rule, {
          funds: { rows: [{ annualBudget: '80', executed: '50.1', executionRate: '62' }] },
          indicators: [
            { level3: '预算执行率', target: '100%', actual: '62.63%', weight: '20', score },
          ],
        }),
      );
    expect([...scored('12.53'), ...scored('12.40')]).toEqual([]);
    expect(scored('11.30')).toHaveLength(1);
  });

  it("and names every rule's score", () => {
    expect(found(rule, form('≤20天', '25天', '9'))).toMatchObject([
      {
        severity: 'warning',
        expected: null,
        range: ['8.00', '8.00'],
        message:
          '指标“培训班次”的得分印为 9，按指标值 ≤20天、完成值 25天、分值 10 应为 8.00 或 7.50',
      },
    ]);
  });

  it('nothing of a row that prints no weight or no score', () => {
    const row = { target: '≥95%', actual: '90%' };
    expect(
      found(rule, { indicators: [{ ...row, weight: '10' }, { ...row, score: '3' }, row] }),
    ).toEqual([]);
  });

  it('nothing where a configured threshold already allows a deduction', () => {
    expect(found(rule, form('≥10次', '12次', '6'), { config: { overAchievement: '120' } })).toEqual(
      [],
    );
  });
});
