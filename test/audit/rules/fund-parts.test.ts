import { describe, expect, it } from 'vitest';
import { found, remarks, summary } from '../../support/audit/findings.ts';
import { carryover, fiscal, form, other, row, same, total } from '../../support/audit/fund-rows.ts';

const rule = 'fund-parts';

describe('fund-parts accepts', () => {
  it.each([
    [
      'a sum to the last digit',
      form(total('1250.05'), fiscal('1037.89'), carryover('0.00'), other('212.16')),
    ],
    ['other decimals of the same value', form(total('50'), fiscal('49.50'), other('0.5'))],
    ['blanks where the rest closes', form(total('50'), fiscal('50'), carryover(null), other(null))],
    ['a float artefact', form(total('50.300000000000004'), fiscal('50.1'), other('0.2'))],
    [
      'quotients that are printed at full length',
      form(
        total('10'),
        fiscal('3.33333333333333'),
        carryover('3.33333333333333'),
        other('3.33333333333333'),
      ),
    ],
    ['a total row alone', form(total('50'))],
    ['a column that nobody filled', form(total(null), fiscal(null))],
    [
      'a part whose sub-rows stand below it',
      form(
        total('100'),
        row('fiscal', '其中：财政拨款', '80'),
        row('fiscal', '其中：中央补助', '50'),
        row('unknown', '省级配套', '30'),
        other('20'),
      ),
    ],
    [
      'a sub-row that is only a part of its part',
      form(
        total('100'),
        row('fiscal', '财政拨款', '80'),
        row('fiscal', '其中：中央补助', '50'),
        other('20'),
      ),
    ],
    [
      'sub-rows that end in 地方资金',
      form(
        total('100'),
        row('fiscal', '财政拨款', '80'),
        row('fiscal', '其中：中央补助', '50'),
        row('other', '地方资金', '30'),
        other('20'),
      ),
    ],
    [
      'grants that add up to the grant before them',
      form(
        total('80'),
        row('fiscal', '财政拨款', '80'),
        row('fiscal', '中央补助', '50'),
        row('fiscal', '市级财政资金', '30'),
      ),
    ],
    [
      'grants that are parts themselves',
      form(total('90'), row('fiscal', '其中：中央补助', '50'), row('other', '地方资金', '40')),
    ],
    [
      '其中 before each part',
      form(
        total('90'),
        row('fiscal', '其中：财政拨款', '50'),
        row('other', '其中：其他资金', '40'),
      ),
    ],
    [
      'a row that is no source of funds',
      form(total('90'), fiscal('90'), row('unknown', '年末结余', '7')),
    ],
    [
      'two blocks with a total each',
      form(total('90'), fiscal('90'), row('total', '合计', '30'), other('30')),
    ],
    [
      'a total printed twice',
      form(total('90'), fiscal('60'), other('30'), row('total', '合计', '90')),
    ],
  ])('%s', (_name, sketch) => {
    expect([...found(rule, sketch), ...remarks(rule, sketch)]).toEqual([]);
  });
});

describe('fund-parts rejects', () => {
  it.each([
    [
      'the last digit',
      form(total('1250.06'), fiscal('1037.89'), other('212.16')),
      '1250.06 → 1250.05',
    ],
    [
      'one addend',
      form(total('1250.05'), fiscal('1037.89'), carryover('0.00'), other('212.17')),
      '1250.05 → 1250.06',
    ],
    [
      'parts beyond the total, blanks or not',
      form(total('50'), fiscal('60'), other(null)),
      '50 → 60',
    ],
    ['a part that cannot be a sub-row', form(total('50'), fiscal('50'), other('50')), '50 → 100'],
    [
      'two blocks with a total each, one wrong',
      form(total('90'), fiscal('90'), row('total', '合计', '30'), other('31')),
      '30 → 31',
    ],
  ])('%s', (_name, sketch, figures) => {
    expect(summary(found(rule, sketch)).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      figures,
    ]);
  });

  it.each(['initialBudget', 'annualBudget', 'executed'] as const)(
    'a wrong %s at its own cell',
    (column) => {
      const rows = [
        { [column]: '10' },
        { source: 'fiscal' as const, label: '财政拨款', [column]: '9' },
      ];
      expect(found(rule, { funds: { rows } })).toMatchObject([
        { path: `/funds/rows/0/${column}`, printed: '10', expected: '9', severity: 'error' },
      ]);
    },
  );

  it.each([
    ['100000', '10', '万元/元'],
    ['1', '10', '×10'],
    ['1000', '10', 'lost decimal point'],
    ['7', '10', null],
  ])('%s for %s with the hint %s', (printed, part, hint) => {
    expect(found(rule, form(total(printed), fiscal(part)))[0]?.hint).toBe(hint);
  });

  it.each([
    ['30.01', 'rounding of the parts'],
    ['30.02', null],
    ['29.99', 'rounding of the parts'],
    ['31', null],
  ])('%s for 10.00 + 20.00 with the hint %s', (printed, hint) => {
    expect(found(rule, form(total(printed), fiscal('10.00'), other('20.00')))[0]?.hint).toBe(hint);
  });

  it('a total of 0 beside figures, which no formula left', () => {
    const sketch = form(
      { ...total('45'), initialBudget: '0.00', annualBudget: '48' },
      { ...fiscal('45'), initialBudget: '3.00', annualBudget: '48' },
    );
    expect(summary(found(rule, sketch))).toEqual(['/funds/rows/0/initialBudget 0.00 → 3.00']);
  });

  it('what a blank without a budget cannot close (Jiading 2022)', () => {
    const parts = (blank: string | null): ReturnType<typeof form> =>
      form(
        { ...total('50'), annualBudget: '60' },
        { ...fiscal('40'), annualBudget: '60' },
        { ...other(null), annualBudget: blank },
      );
    expect(summary(found(rule, parts('0.00')))).toEqual(['/funds/rows/0/executed 50 → 40']);
    // A row that is blank throughout is hardly there, as the budget shows that closes without it.
    expect(found(rule, parts(null))).toMatchObject([
      { path: '/funds/rows/0/executed', expected: '40', severity: 'warning' },
    ]);
    // Only what was executed follows from the budget.
    const initial = form(
      { ...total('50'), initialBudget: '70', annualBudget: '50' },
      { ...fiscal('50'), initialBudget: '60', annualBudget: '50' },
      { ...other('0'), annualBudget: '0' },
    );
    expect(found(rule, initial)).toEqual([]);
  });

  it('a total without its last part, which no breakdown holds', () => {
    const rows = [
      row('fiscal', '财政拨款', '80'),
      row('fiscal', '其中：中央补助', '50'),
      row('other', '地方资金', '20'),
    ];
    expect(summary(found(rule, form(total('80'), ...rows)))).toEqual([
      '/funds/rows/0/executed 80 → 100',
    ]);
  });

  it('and adds nothing to an only part', () => {
    expect(found(rule, form(total('50'), fiscal('40')))[0]?.message).toBe(
      '年度资金总额的全年执行数印为 50，各项之和 40',
    );
  });

  it('one addend ten times too large, and says so', () => {
    expect(found(rule, form(total('30'), fiscal('10'), other('200')))[0]?.hint).toBe('×10');
  });
});

describe('fund-parts cannot check', () => {
  it('where a blank is needed, and says what would close the sum', () => {
    const sketch = form(total('50'), fiscal('40'), carryover(null));
    expect(found(rule, sketch)).toEqual([]);
    expect(remarks(rule, sketch)).toMatchObject([
      {
        path: '/funds/rows/0/executed',
        hint: 'a blank would close the sum',
        message:
          '无法核对：缺上年结转资金的全年执行数；上年结转资金的全年执行数若为 10，合计即相符',
      },
    ]);
  });

  it('where two blanks are needed, without a guess', () => {
    expect(
      remarks(rule, form(total('50'), fiscal('40'), carryover(null), other(null))),
    ).toMatchObject([
      {
        hint: null,
        message:
          '无法核对：缺上年结转资金的全年执行数、其他资金的全年执行数（年度资金总额的全年执行数印为 50，已填各项之和 40）',
      },
    ]);
  });

  it('but warns where the other columns close without the blank', () => {
    const last = (blank: string | null, initial = '70') =>
      form(
        { ...same('total', '年度资金总额', '100', '98'), initialBudget: '80' },
        { ...same('fiscal', '财政拨款', '100', '98'), initialBudget: initial },
        { ...same('other', '其他资金', null, null), annualBudget: blank },
      );
    expect(summary(found(rule, last(null)))).toEqual(['/funds/rows/0/initialBudget 80 → 70']);
    expect(found(rule, last(null))[0]?.severity).toBe('warning');
    expect(found(rule, last('0'))).toEqual([]);
    expect(remarks(rule, last('0'))).toHaveLength(1);
  });

  it('an uncalculated formula', () => {
    expect(found(rule, form(total('0'), fiscal('40')))).toEqual([]);
    const all = { initialBudget: '0', annualBudget: '0' };
    expect(remarks(rule, form({ ...total('0.00'), ...all }, fiscal('40')))[0]?.message).toContain(
      '未计算的公式',
    );
  });

  it('a blank total', () => {
    expect(remarks(rule, form(total(null), fiscal('40')))).toHaveLength(1);
  });

  it('a form that was cut off', () => {
    const sketch = form(total('50'), fiscal('60'));
    const options = { sources: [{ complete: false }] };
    expect(found(rule, sketch, options)).toEqual([]);
    expect(remarks(rule, sketch, options)).toHaveLength(1);
    expect(remarks(rule, form(total('50'), fiscal('50')), options)).toEqual([]);
  });

  it('totals whose parts cannot be told apart', () => {
    const sketch = form(total('90'), row('total', '合计', '50'), fiscal('60'));
    expect(found(rule, sketch)).toEqual([]);
    expect(remarks(rule, sketch)).toHaveLength(1);
  });
});
