import { describe, expect, it } from 'vitest';
import { auditForms, fillAuditConfig, ruleMetadata } from '../../src/audit/index.ts';
import { auditConfigSchema, auditSchema } from '../../src/schema/index.ts';
import { audit } from '../support/audit/findings.ts';
import { form } from '../support/audit/forms.ts';

const wrongRate = {
  funds: {
    rows: [
      { annualBudget: '4.68', executed: '4.56', executionRate: '100', weight: '10', score: '10' },
    ],
  },
};

describe('auditForms', () => {
  it('gives one audit for each form, in order, as the schema has it', () => {
    const audits = auditForms([form({ kind: 'target' }), form(wrongRate), form({})]);
    expect(audits.map((one) => auditSchema.parse(one))).toEqual(audits);
    expect(
      audits.map(({ findings }) => findings.some(({ rule }) => rule === 'execution-rate')),
    ).toEqual([false, true, false]);
    expect(auditForms([])).toEqual([]);
  });

  it('counts every verdict, and gives each mismatch and each rule that could not run one finding', () => {
    const { checks, findings } = audit({
      funds: {
        rows: [
          {
            annualBudget: '9.00',
            executed: '6.00',
            executionRate: '66.67',
            weight: '10',
            score: '6.67',
          },
        ],
      },
      indicators: [
        { weight: '90', score: '95' },
        { level3: '覆盖率', weight: '1' },
        { level3: '合格率' },
      ],
      total: { weight: '100', score: '101.67' },
    });
    const remarks = findings.filter(({ message }) => message.startsWith('无法核对'));
    expect(findings.length - remarks.length).toBe(checks.mismatch);
    expect(new Set(remarks.map(({ rule }) => rule)).size).toBe(remarks.length);
    expect(checks.unverifiable).toBeGreaterThan(remarks.length);
    expect(checks.withinRounding).toBe(2);
  });

  it('changes nothing of its forms', () => {
    const before = form(wrongRate);
    const copy = structuredClone(before);
    auditForms([before]);
    expect(before).toEqual(copy);
  });

  it('takes severities from the configuration', () => {
    const of = (setting: 'warning' | 'off'): string[] =>
      audit(wrongRate, { config: { rules: { 'execution-rate': setting } } })
        .findings.filter(({ rule }) => rule === 'execution-rate')
        .map(({ severity }) => severity);
    expect(of('warning')).toEqual(['warning']);
    expect(of('off')).toEqual([]);
    const counts = (setting: 'warning' | 'off'): number =>
      audit(wrongRate, { config: { rules: { 'execution-rate': setting } } }).checks.mismatch;
    expect(counts('warning') - counts('off')).toBe(1);
  });

  it('names three of the things that a rule lacks, and counts the others', () => {
    const lacking = (count: number, lang: 'zh' | 'en'): string | undefined =>
      audit(
        {
          indicators: [
            ...Array.from({ length: count }, (_, index) => ({
              level3: `甲${index + 1}`,
              weight: '10',
            })),
            { weight: '10', score: '10' },
          ],
        },
        { lang },
      ).findings.find(({ rule, kind }) => rule === 'score-within-weight' && kind === 'unverifiable')
        ?.message;
    expect(lacking(3, 'zh')).toBe(
      '无法核对：缺指标“甲1”的得分；缺指标“甲2”的得分；缺指标“甲3”的得分',
    );
    expect(lacking(5, 'zh')).toBe(
      '无法核对：缺指标“甲1”的得分；缺指标“甲2”的得分；缺指标“甲3”的得分；另有 2 处',
    );
    expect(lacking(5, 'en')).toMatch(/score of indicator "甲3" missing; and 2 more$/);
  });

  it("says a remark as info whatever the rule's severity", () => {
    const blank = { funds: { rows: [{ executionRate: '100' }] } };
    expect(
      audit(blank, { config: { rules: { 'execution-rate': 'error' } } }).findings[0],
    ).toMatchObject({ rule: 'execution-rate', severity: 'info' });
  });

  it("adds where a value stands: its own place, a row's name, one within it, or its neighbour's", () => {
    const options = (refs: Record<string, { line: number }>) => ({ sources: [{ refs }] });
    const place = (refs: Record<string, { line: number }>): unknown =>
      audit(wrongRate, options(refs)).findings.find(({ rule }) => rule === 'execution-rate')?.refs;
    expect(
      place({ '/funds/rows/0/executionRate': { line: 7 }, '/funds/rows/0/label': { line: 6 } }),
    ).toEqual([{ line: 7 }]);
    expect(place({ '/funds/rows/0/executionRate/part': { line: 8 } })).toEqual([{ line: 8 }]);
    expect(place({ '/funds/rows/0/label': { line: 6 } })).toEqual([{ line: 6 }]);
    expect(place({ '/funds/rows/01/label': { line: 6 } })).toEqual([]);
    const twice = { indicators: [{ level3: '参训率' }, { level3: '参训率' }] };
    const row = audit(
      twice,
      options({ '/indicators/1/level1': { line: 3 }, '/indicators/1/level3': { line: 5 } }),
    ).findings.find(({ rule }) => rule === 'duplicate-indicator');
    expect(row?.refs).toEqual([{ line: 5 }]);
    const [own] = auditForms([
      { ...form(wrongRate), refs: { '/funds/rows/0/executionRate': { line: 9 } } },
    ]);
    expect(own?.findings[0]?.refs).toEqual([{ line: 9 }]);
  });

  it('words everything in English when asked', () => {
    const { findings } = audit(
      {
        ...wrongRate,
        indicators: [{ weight: '90' }],
        rating: '优',
        groupWeights: [{ level1: '效益指标', weight: '3' }],
      },
      { lang: 'en' },
    );
    expect(findings.length).toBeGreaterThan(4);
    for (const { message } of findings)
      expect(message).toMatch(/^(?:Cannot be checked: |The |An? |")/);
  });
});

describe('the configuration', () => {
  it('is filled from the national preset', () => {
    expect(fillAuditConfig()).toMatchObject({
      totalWeight: '100',
      overAchievement: '130',
      ratingBands: [{ from: '90' }, { from: '80' }, { from: '60' }, { from: '0' }],
    });
    expect(fillAuditConfig({ totalWeight: '90' })).toMatchObject({
      totalWeight: '90',
      overAchievement: '130',
    });
  });

  it('knows places with five grades', () => {
    const graded = (score: string, rating: string): string[] =>
      audit({ total: { weight: '100', score }, rating }, { config: { preset: 'five-grades' } })
        .findings.filter(({ rule }) => rule === 'rating-band')
        .map(({ kind }) => kind);
    expect([
      graded('90', '优'),
      graded('89.99', '良'),
      graded('70', '中'),
      graded('69.99', '及格'),
      graded('59.99', '不合格'),
    ]).toEqual([[], [], [], [], []]);
    expect([graded('69.99', '中'), graded('70', '及格'), graded('59', '及格')]).toEqual([
      ['mismatch'],
      ['mismatch'],
      ['mismatch'],
    ]);
    expect(fillAuditConfig({ preset: 'five-grades' })).toMatchObject({
      totalWeight: '100',
      overAchievement: '130',
    });
  });

  it('is strict', () => {
    expect(
      auditConfigSchema.safeParse({
        rules: { 'total-weight': 'off' },
        ratingBands: [{ names: ['优'], from: '90' }],
      }).success,
    ).toBe(true);
    for (const wrong of [
      { rule: {} },
      { rules: { x: 'fatal' } },
      { totalWeight: 100 },
      { ratingBands: [] },
      { preset: 'nowhere' },
    ]) {
      expect(auditConfigSchema.safeParse(wrong).success).toBe(false);
    }
  });
});

describe("the rules' metadata", () => {
  it('names every rule of the contract, and none twice', () => {
    const ids = ruleMetadata.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        'actual-repeats-target',
        'budget-parts',
        'deduction-without-reason',
        'duplicate-indicator',
        'execution-indicator',
        'execution-rate',
        'execution-score',
        'float-artefact',
        'full-score-below-target',
        'fund-parts',
        'group-weight',
        'indicator-score',
        'missing-value',
        'number-in-text',
        'over-achievement',
        'plan-cumulative',
        'rating-band',
        'score-sum',
        'score-within-weight',
        'total-weight',
        'weight-sum',
      ]),
    );
  });
});
