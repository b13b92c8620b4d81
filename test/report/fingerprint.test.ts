import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../src/report/fingerprint.ts';
import type { Finding, PerformanceForm } from '../../src/schema/index.ts';
import { formWith, rateFinding } from '../support/check-run.ts';

const at = (path: string): Finding => ({ ...rateFinding, rule: 'missing-value', path });
const all = (forms: PerformanceForm[], file = 'a.txt'): string[] =>
  fingerprints(file, forms).flat();
const one = (finding: Finding, file?: string): string => all([formWith([finding])], file).join();

describe('fingerprints', () => {
  it('stay where lines move, words change or severity is set', () => {
    const moved: Finding = {
      ...rateFinding,
      refs: [{ line: 99 }],
      message: 'in English',
      severity: 'warning',
      range: null,
    };
    expect(one(moved)).toBe(one(rateFinding));
    expect(one(rateFinding)).toMatch(/^[0-9a-f]{32}$/u);
  });

  it.each<[string, Finding, string?]>([
    ['the rule', { ...rateFinding, rule: 'execution-score' }],
    ['the figure printed', { ...rateFinding, printed: '70.00' }],
    ['the figure expected', { ...rateFinding, expected: '97.00' }],
    ['the row', { ...rateFinding, path: '/funds/rows/1/executionRate' }],
    ['the field', { ...rateFinding, path: '/funds/rows/0/score' }],
    ['the file', rateFinding, 'b.txt'],
  ])('change with %s', (_, finding, file) => {
    expect(one(finding, file)).not.toBe(one(rateFinding));
  });

  it('know a row by its name, wherever other rows push it', () => {
    const form = formWith([at('/indicators/1/score')]);
    const [, second] = form.indicators;
    const alone = {
      ...formWith([at('/indicators/0/score')]),
      indicators: [second],
    } as PerformanceForm;
    expect(all([form])).toEqual(all([alone]));
  });

  it('are one for each finding, also for rows and forms of the same name', () => {
    const form = formWith([at('/indicators/0/score'), at('/indicators/1/score')]);
    const [first] = form.indicators;
    const twice = { ...form, indicators: [first, first] } as PerformanceForm;
    expect(new Set(all([twice, twice])).size).toBe(4);
  });
});
