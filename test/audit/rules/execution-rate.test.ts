import { describe, expect, it } from 'vitest';
import { auditForms } from '../../../src/audit/index.ts';
import type { FundRow } from '../../../src/schema/index.ts';
import { audit, found, remarks, summary } from '../../support/audit/findings.ts';
import { form } from '../../support/audit/forms.ts';

const rule = 'execution-rate';
const row = (
  annualBudget: string | null,
  executed: string | null,
  executionRate: string | null,
  more: Partial<FundRow> = {},
) => ({ funds: { rows: [{ annualBudget, executed, executionRate, ...more }] } });
const errors = (...args: Parameters<typeof row>): string[] => summary(found(rule, row(...args)));

describe('execution-rate rejects', () => {
  it.each(['99', '101', '99.9'])('%s where budget and spending are printed alike', (rate) => {
    expect(errors('4.80', '4.80', rate)).toEqual([`/funds/rows/0/executionRate ${rate} → 100.00`]);
    expect(errors('4.80', '4.80', '100')).toEqual([]);
  });
});

describe('execution-rate tells as likely, or as a habit,', () => {
  const one = (rate: string, bareRates: string[], executed = '98.20') => {
    const [told] = auditForms([form(row('100.00', executed, rate))], { sources: [{ bareRates }] });
    return told?.findings.filter((finding) => finding.rule === rule) ?? [];
  };
  const path = '/funds/rows/0/executionRate';

  it('a fraction of 1 where nothing says percent, and only there', () => {
    expect(one('0.982', [path])).toMatchObject([{ severity: 'info', expected: '98.2' }]);
    expect(one('1', [path], '100.00')).toMatchObject([{ severity: 'info', expected: '100' }]);
    expect(one('0.982', [])).toMatchObject([{ severity: 'error' }]);
    // It is no fraction of this ratio.
    expect(one('0.892', [path])).toMatchObject([{ severity: 'error' }]);
  });

  it('not a fraction beside percentages', () => {
    const forms = [row('100.00', '98.20', '0.982'), row('100.00', '50.00', '50')].map(form);
    const [told] = auditForms(forms, { sources: [{ bareRates: [path] }, { bareRates: [path] }] });
    const errors = told?.findings.filter((finding) => finding.rule === rule);
    expect(errors).toMatchObject([{ severity: 'error' }]);
  });

  it.each([
    ['what whole 万元 explain', '89', '59', '66.17', 'warning'],
    ['what they do not', '89', '59', '68.17', 'error'],
    ['a whole rate', '89', '59', '65', 'error'],
    ['amounts with decimals', '89.0', '59.0', '66.7', 'error'],
  ])('%s', (_name, annual, executed, rate, severity) => {
    expect(found(rule, row(annual, executed, rate))).toMatchObject([{ severity }]);
  });
});

describe('execution-rate accepts', () => {
  it.each([
    ['half-up', '1386.73', '1250.05', '90.14'],
    ['truncation (Jiading 2024)', '1153.35', '1037.89', '89.98'],
    ['truncation of a rounded input', '233.38', '212.16', '90.90'],
    ['ceiling (Jiading 2022)', '397800.00', '136250.54', '34.26'],
    ['ceiling at no decimals', '35', '34.99994', '100'],
    ['ceiling beside a bare integer', '35', '23.360502', '66.75'],
    ['half-up at no decimals', '15', '9.999936', '67'],
    ['anything that rounded inputs may stand for', '6.05', '4.63', '76.38'],
    ['the other end of it', '6.05', '4.63', '76.68'],
    ['more than all of it', '100', '105', '105.00'],
    ['a float artefact', '100', '98.21', '98.21000000000001'],
    ['an amount that was taken back', '-10', '-5', '50'],
    ['a long quotient of fifteen digits', '1251', '215', '17.186250999200638'],
  ])('%s', (_name, annual, executed, rate) => {
    expect(errors(annual, executed, rate)).toEqual([]);
  });

  it('what is exact as exact, what is rounded as rounded', () => {
    const rounded = (rate: string | null): number =>
      audit(row('80', '40.01', rate)).checks.withinRounding;
    expect([rounded(null), rounded('50.0125'), rounded('50.01'), rounded('50')]).toEqual([
      0, 0, 1, 1,
    ]);
  });

  it('fractions, where a document prints all of its rates so', () => {
    const rates = (...printed: [string, string, string][]): string[] => {
      const rows = printed.map(([annualBudget, executed, executionRate], index) => ({
        source: index === 0 ? ('total' as const) : ('fiscal' as const),
        annualBudget,
        executed,
        executionRate,
      }));
      return summary(found(rule, { funds: { rows } }));
    };
    expect(rates(['100', '98', '0.98'], ['60', '60', '1'], ['40', '0', '0'])).toEqual([]);
    expect(rates(['100', '98', '0.98'], ['60', '59', '98.33'])).toEqual([
      '/funds/rows/0/executionRate 0.98 → 98.00',
    ]);
    expect(rates(['100', '98', '0.98'], ['40', '0', '0'])).toHaveLength(1);
    // One figure that is wrong does not make slips of all others, and is told in the document's own terms.
    const wrong: [string, string, string][] = [
      ['100', '98', '0.98'],
      ['60', '60', '1'],
      ['40', '50', '0.95'],
    ];
    expect(rates(...wrong)).toEqual(['/funds/rows/2/executionRate 0.95 → 1.2500']);
    const rows = wrong.map(([annualBudget, executed, executionRate]) => ({
      annualBudget,
      executed,
      executionRate,
    }));
    expect(found(rule, { funds: { rows } }).map(({ message }) => message)).toEqual([
      '年度资金总额的执行率印为 0.95，按 50 ÷ 40 应为 1.2500',
    ]);
  });

  it('what a part repeats of the total, weight and score with it', () => {
    const repeated = (more: Partial<FundRow>, total: Partial<FundRow> = {}): string[] => {
      const cells = { weight: '10', executionRate: '90.00', score: '9.00' };
      return summary(
        found(rule, {
          funds: {
            rows: [
              { annualBudget: '100', executed: '90', ...cells, ...total },
              { source: 'fiscal', annualBudget: '80', executed: '75', ...cells, ...more },
            ],
          },
        }),
      );
    };
    expect(repeated({})).toEqual([]);
    expect(repeated({ weight: null, score: null })).toEqual([
      '/funds/rows/1/executionRate 90.00 → 93.75',
    ]);
    expect(repeated({ executionRate: '91.00' })).toHaveLength(1);
    expect(repeated({}, { executed: '91' })).toHaveLength(2);
  });

  it('a blank rate, which is no check at all', () => {
    expect(errors('10', '5', null)).toEqual([]);
    expect(remarks(rule, row('10', null, null))).toEqual([]);
  });

  it('0 over a budget of zero', () => {
    expect(errors('0.00', '0.00', '0.00')).toEqual([]);
    expect(errors('0', '0', '0')).toEqual([]);
  });
});

describe('execution-rate rejects', () => {
  it.each([
    ['what no rounding gives (organisation 2024)', '4.68', '4.56', '100', '97.44'],
    ['a spread of ±0.5 on a bare integer (Yinchuan 2023)', '3', '0.22792', '7.599', '7.597'],
    ['one unit below truncation', '100', '34.2510', '34.24', '34.25'],
    ['one unit above ceiling', '100', '34.2510', '34.27', '34.25'],
    ['the neighbouring value of an exact quotient', '5', '3', '60.01', '60.00'],
    ['the neighbouring value of rounded inputs', '6.05', '4.63', '76.69', '76.53'],
    ['just below what rounded inputs allow', '6.05', '4.63', '76.37', '76.53'],
    [
      "half a unit of an amount's own place where its row prints more",
      '4.8',
      '4.56',
      '96.0',
      '95.00',
    ],
    ['nothing spent over something spent', '0.282', '0.282', '0', '100.00'],
    ['something spent over nothing spent', '1.4', '0', '5', '0.00'],
  ])('%s', (_name, annual, executed, rate, expected) => {
    expect(errors(annual, executed, rate)).toEqual([
      `/funds/rows/0/executionRate ${rate} → ${expected}`,
    ]);
  });

  it('any rate but 0 over a budget of zero', () => {
    expect(errors('0.00', '0.00', '100.00')).toEqual(['/funds/rows/0/executionRate 100.00 → 0']);
    expect(errors('0', '5', '100')).toHaveLength(1);
  });

  it('every row by itself', () => {
    const rows = [
      row('10', '5', '50').funds.rows[0] ?? {},
      { ...row('10', '5', '51').funds.rows[0], source: 'fiscal' as const, label: '其中：财政拨款' },
    ];
    expect(summary(found(rule, { funds: { rows } }))).toEqual([
      '/funds/rows/1/executionRate 51 → 50.00',
    ]);
  });

  it('a rate of 0 that would also round from the initial budget, without a guess', () => {
    expect(found(rule, row('5', '3', '0', { initialBudget: '1000' }))[0]?.hint).toBeNull();
  });

  it('a rate over the initial budget, and says so', () => {
    const [finding] = found(rule, row('80', '40', '40', { initialBudget: '100' }));
    expect(finding).toMatchObject({ expected: '50.00', hint: 'initial budget as denominator' });
  });
});

describe('a finding of execution-rate', () => {
  it('shows what the inputs allow, as the contract prints it', () => {
    expect(found(rule, row('4.68', '4.56', '100', { initialBudget: '4.8' }))).toEqual([
      {
        rule,
        kind: 'mismatch',
        severity: 'error',
        path: '/funds/rows/0/executionRate',
        printed: '100',
        expected: '97.44',
        range: ['97.22', '97.65'],
        hint: null,
        refs: [],
        message: '年度资金总额的执行率印为 100%，按 4.56 ÷ 4.68 应为 97.44%',
      },
    ]);
  });

  it.each([
    ['0.98', 'rate printed as a fraction'],
    ['0.9744', 'rate printed as a fraction'],
    ['9744', 'lost decimal point'],
    ['974.4', '×10'],
    ['9.75', '×10'],
    ['0.0097', '万元/元'],
    ['974400', '万元/元'],
    ['10', 'neighbouring cell'],
    ['50', null],
  ])('of %s has the hint %s', (rate, hint) => {
    const [finding] = found(rule, row('4.68', '4.56', rate, { weight: '10', score: '9.74' }));
    expect(finding?.hint).toBe(hint);
  });

  it('expects the figure as its document would have rounded it', () => {
    const rows = [
      ['1153.35', '1037.89', '89.98'],
      ['12.63', '12.52', '99.12'],
      ['100.00', '34.56', '43.65'],
    ].map(([annualBudget = '', executed = '', executionRate = '']) => ({
      annualBudget,
      executed,
      executionRate,
    }));
    const [finding] = found(rule, {
      funds: {
        rows: [...rows, { annualBudget: '300.93', executed: '267.67', executionRate: '98.94' }],
      },
    }).slice(1);
    expect(finding).toMatchObject({ expected: '88.94' });
    expect(finding?.message).toMatch(/应为 88\.94%（本文件一律只舍不入）$/);
  });

  it('speaks English', () => {
    expect(found(rule, row('4.68', '4.56', '100'), { lang: 'en' })[0]?.message).toBe(
      'The execution rate of "年度资金总额" is printed as 100%, but 4.56 ÷ 4.68 gives 97.44%',
    );
  });
});

describe('execution-rate cannot check', () => {
  it('without an amount, and names it', () => {
    expect(
      audit(row(null, '5', '50', { initialBudget: '10' })).checks.unverifiable,
    ).toBeGreaterThan(0);
    expect(remarks(rule, row(null, '5', '50', { initialBudget: '10' }))).toMatchObject([
      {
        severity: 'info',
        path: '/funds/rows/0/executionRate',
        message: '无法核对：缺年度资金总额的全年预算数',
      },
    ]);
    expect(remarks(rule, row(null, null, '50'))[0]?.message).toContain(
      '全年预算数、年度资金总额的全年执行数',
    );
  });
});
