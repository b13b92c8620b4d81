import { describe, expect, it } from 'vitest';
import { habitsOf } from '../../src/audit/document-rounding.ts';
import { form } from '../support/audit/forms.ts';

const roundingOf = (all: Parameters<typeof habitsOf>[0]) => habitsOf(all).rounding;

type Row = readonly [annualBudget: string, executed: string, executionRate: string, score: string];
const forms = (...rows: Row[]) =>
  rows.map(([annualBudget, executed, executionRate, score]) =>
    form({ funds: { rows: [{ annualBudget, executed, executionRate, weight: '10', score }] } }),
  );

const jiading2024: Row[] = [
  ['1386.73', '1250.05', '90.14', '9.01'],
  ['6.05', '4.63', '76.52', '7.65'],
  ['12.63', '12.52', '99.12', '9.91'],
];
const jiading2022: Row[] = [
  ['397800.00', '136250.54', '34.26', '3.43'],
  ['935000.00', '918545.38', '98.25', '9.82'],
  ['960000.00', '870000', '90.63', '9.06'],
];

describe("a document's rounding", () => {
  it('is read from all of its forms, for rates and for scores', () => {
    expect(roundingOf(forms(...jiading2024))).toEqual({ rate: 'truncation', score: null });
    expect(roundingOf(forms(...jiading2022))).toEqual({ rate: 'ceiling', score: 'half-up' });
    expect(roundingOf(forms(['300.00', '200.00', '66.67', '6.67']))).toEqual({
      rate: null,
      score: null,
    });
    expect(
      roundingOf(
        forms(['300.00', '200.00', '66.67', '6.67'], ['300.00', '100.00', '33.33', '3.33']),
      ),
    ).toEqual({ rate: 'half-up', score: 'half-up' });
  });

  it('is none where the forms show no one mode, or two', () => {
    expect(roundingOf(forms(['26', '26', '100', '10']))).toEqual({ rate: null, score: null });
    expect(roundingOf(forms(...jiading2024, ...jiading2022)).rate).toBeNull();
    expect(roundingOf([])).toEqual({ rate: null, score: null });
    expect(roundingOf([form({ kind: 'target' })])).toEqual({ rate: null, score: null });
  });

  it('is read past blank figures, and from a score of either the ratio or the rate', () => {
    const blank = form({
      funds: {
        rows: [
          { annualBudget: '3', executed: '2', weight: '10' },
          { executed: '2', executionRate: '66' },
        ],
      },
    });
    expect(roundingOf([...forms(...jiading2024), blank])).toEqual({
      rate: 'truncation',
      score: null,
    });
    expect(roundingOf([form({ funds: { rows: [] } })])).toEqual({ rate: null, score: null });
    // 8.3 of the printed, wrong rate; 6.7 of 66.67.
    expect(
      roundingOf(forms(['300.00', '200.00', '83.26', '8.3'], ['300.00', '200.00', '66.67', '6.7']))
        .score,
    ).toBe('half-up');
  });

  it('is not spoilt by a figure that is simply wrong', () => {
    expect(roundingOf(forms(...jiading2024, ['100.00', '50.00', '95.00', '1.00']))).toEqual({
      rate: 'truncation',
      score: null,
    });
  });
});
