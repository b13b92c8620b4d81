import { describe, expect, it } from 'vitest';
import { compareForms } from '../../src/audit/index.ts';
import type { Change, PerformanceForm } from '../../src/schema/index.ts';
import { form } from '../support/audit/forms.ts';

type Sketch = Parameters<typeof form>[0] & {
  readonly name?: string | null;
  readonly code?: string;
  readonly year?: number;
  readonly unit?: '元';
};

function made({ name = '夜间开放', code, year = 2030, unit, ...sketch }: Sketch): PerformanceForm {
  const one = form(sketch);
  if (one.kind === 'target') throw new Error('a form that scores is wanted');
  const funds = { ...one.funds, unit: unit ?? ('万元' as const) };
  return { ...one, year, project: { name, code: code ?? null }, funds };
}

const opening = {
  level2: '数量指标',
  level3: '开放次数',
  target: '≥100次',
  actual: '104次',
  weight: '20',
};
const time = {
  level2: '时效指标',
  level3: '办结时限',
  target: '≤5天',
  actual: '4天',
  weight: '10',
};
const base: Sketch = {
  funds: {
    rows: [
      { source: 'total', initialBudget: '36.00', annualBudget: '32.50', executed: '30.00' },
      { source: 'carryover', annualBudget: '0.00' },
    ],
  },
  indicators: [opening, time],
};

const changes = (after: Sketch, before: Sketch = {}): Change[] =>
  compareForms([made({ ...base, ...before })], [made({ ...base, ...after })]).pairs.flatMap(
    (pair) => pair.changes,
  );
const told = (...args: Parameters<typeof changes>): string[] =>
  changes(...args).map(({ kind, severity, paths }) => `${severity} ${kind} ${paths.join(' ')}`);

describe('two forms of one project', () => {
  it('that are the same differ in nothing', () => {
    expect(changes({})).toEqual([]);
    // Another hand writes the same otherwise.
    const same = { ...opening, target: '>= 100.0 次' };
    expect(changes({ indicators: [same, time] })).toEqual([]);
  });

  it.each([
    ['a lower target', { ...opening, target: '≥80次' }, 'warning target-lowered'],
    ['a higher one', { ...opening, target: '≥120次' }, 'info target-changed'],
    ['another unit', { ...opening, target: '≥80人' }, 'info target-changed'],
    ['another weight', { ...opening, weight: '15' }, 'info weight-moved'],
    ['another name', { ...opening, level3: '夜间开放次数' }, 'info indicator-renamed'],
  ])('%s is told', (_name, indicator, words) => {
    expect(told({ indicators: [indicator, time] })).toEqual([
      expect.stringMatching(new RegExp(`^${words} /indicators/0`, 'u')),
    ]);
  });

  it('a limit that is raised asks for less', () => {
    const later = { ...time, target: '≤9天' };
    expect(told({ indicators: [opening, later] })).toEqual([
      'warning target-lowered /indicators/1/target /indicators/1/target',
    ]);
  });

  it('an indicator that is gone, or new', () => {
    expect(told({ indicators: [opening] })).toEqual(['warning indicator-dropped /indicators/1 ']);
    expect(told({}, { indicators: [time] })).toEqual(['info indicator-added  /indicators/0']);
  });

  it('a budget that moved, in whatever unit it is printed', () => {
    const money = (initialBudget: string, unit?: '元'): Sketch => ({
      ...(unit && { unit }),
      funds: { rows: [{ source: 'total', initialBudget }] },
    });
    expect(told(money('360000', '元'), money('36.00'))).toEqual([]);
    expect(told(money('38.00'), money('36.00'))[0]).toMatch(/^info budget-changed/u);
    expect(told(money('54.00'), money('36.00'))[0]).toMatch(/^warning budget-changed/u);
    expect(changes(money('54.00'), money('36.00'))[0]?.message.zh).toContain('（+50.0%）');
  });

  it('of two years: what was done already, and what was left', () => {
    const next = { ...opening, target: '≥102次' };
    expect(told({ year: 2031, indicators: [next, time] })).toEqual([
      'warning below-last-year /indicators/0/actual /indicators/0/target',
      // 4 days were enough, 5 are allowed.
      'warning below-last-year /indicators/1/actual /indicators/1/target',
    ]);
    const carried = (annualBudget: string): Sketch => ({
      year: 2031,
      indicators: [],
      funds: { rows: [{ source: 'carryover', annualBudget }] },
    });
    const kinds = (amount: string): string[] =>
      changes(carried(amount), { indicators: [] }).map(({ kind }) => kind);
    expect(kinds('2.50')).toEqual([]);
    expect(kinds('3.00')).toEqual(['carryover-differs']);
  });
});

describe('the forms of two documents', () => {
  const named = (name: string | null, code: string | null = null): PerformanceForm =>
    made({ ...base, name, ...(code !== null && { code }) });
  const pairs = (before: PerformanceForm[], after: PerformanceForm[]): string[] => {
    const { pairs: all, dropped, added } = compareForms(before, after);
    return [
      ...all.map((pair) => `${pair.before.number}-${pair.after.number} ${pair.by}`),
      ...dropped.map(({ number }) => `${number}-`),
      ...added.map(({ number }) => `-${number}`),
    ];
  };

  it('are paired by code, by name, or by a name that is alike', () => {
    const before = [named('河道清淤'), named('校舍维修', 'A1'), named('图书馆夜间开放')];
    const after = [named('图书馆夜间开放项目'), named('校舍改造', 'A1'), named('河道清淤整治')];
    expect(pairs(before, after)).toEqual(['3-1 name', '2-2 code', '1-3 likeness']);
  });

  it('that have no other are named', () => {
    expect(pairs([named('河道清淤'), named('校舍维修')], [named('校舍维修')])).toEqual([
      '2-1 name',
      '1-',
    ]);
  });

  it('are taken for a pair where each document has but one', () => {
    expect(pairs([named(null)], [named('校舍维修')])).toEqual(['1-1 only']);
  });
});
