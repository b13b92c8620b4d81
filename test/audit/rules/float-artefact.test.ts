import { describe, expect, it } from 'vitest';
import { found, summary } from '../../support/audit/findings.ts';

const rule = 'float-artefact';
const artefact = '98.21000000000001';

describe('float-artefact', () => {
  it('notes one in every field that holds a figure, where it stands', () => {
    const rows = [
      {
        initialBudget: artefact,
        annualBudget: artefact,
        executed: artefact,
        weight: artefact,
        executionRate: artefact,
        score: artefact,
      },
    ];
    const indicators = [
      { weight: artefact, score: artefact, target: `≥${artefact}%`, actual: `${artefact}%` },
    ];
    const findings = found(rule, {
      funds: { rows },
      indicators,
      total: { weight: artefact, score: artefact },
    });
    expect(findings.map(({ path }) => path)).toEqual([
      ...['initialBudget', 'annualBudget', 'executed', 'weight', 'executionRate', 'score'].map(
        (column) => `/funds/rows/0/${column}`,
      ),
      '/indicators/0/weight',
      '/indicators/0/score',
      '/indicators/0/target',
      '/indicators/0/actual',
      '/total/weight',
      '/total/score',
    ]);
    expect(
      findings.every(({ severity, expected }) => severity === 'info' && expected === '98.21'),
    ).toBe(true);
  });

  it('notes one in a target form', () => {
    const sketch = {
      kind: 'target' as const,
      funds: { budget: '5.6000000000000005', fiscal: '5.6', other: '0' },
      disbursementPlan: ['30.000000000000004', '100'],
      indicators: [{ target: '≥94.99999999999999%' }],
    };
    expect(summary(found(rule, sketch))).toEqual([
      '/funds/budget 5.6000000000000005 → 5.6',
      '/disbursementPlan/0/percent 30.000000000000004 → 30',
      '/indicators/0/target 94.99999999999999 → 95',
    ]);
  });

  it.each(['98.21', '98.251374331', '98.25137433155081', '0.0000001234567'])(
    'says nothing of %s',
    (score) => {
      expect(found(rule, { total: { score } })).toEqual([]);
    },
  );
});
