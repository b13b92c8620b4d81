import fc from 'fast-check';
import type { FundRow, SelfEvaluationForm } from '../../../src/schema/index.ts';
import { consistent } from './consistent.ts';
import { decimalsOf, less, minus, parse, plus, print, type Ratio, ratio, times } from './ratio.ts';

const columns = ['initialBudget', 'annualBudget', 'executed'] as const;

/** As `print`, for values that may be negative. */
function show(value: Ratio, decimals: number): string {
  return less(value, ratio(0))
    ? `-${print(minus(ratio(0), value), decimals)}`
    : print(value, decimals);
}

function withRows(form: SelfEvaluationForm, rows: FundRow[]): SelfEvaluationForm {
  return { ...form, funds: { ...form.funds, rows } };
}

/** Any cell left blank: what needs it cannot be checked then, but nothing is wrong. */
function blank(form: SelfEvaluationForm, pick: number): SelfEvaluationForm {
  const copy = structuredClone(form);
  const { funds, indicators, total } = copy;
  const cells = [
    ...funds.rows.flatMap((row) =>
      ([...columns, 'weight', 'executionRate', 'score'] as const).map((column) => () => {
        row[column] = null;
        // A score or a total may come from the rounded rate: without rate or weight only the printed score tells.
        if (row.source === 'total' && (column === 'weight' || column === 'executionRate'))
          Object.assign(copy, { total: { ...copy.total, score: null } });
        if (row.source === 'total' && column === 'executionRate') row.score = null;
      }),
    ),
    ...indicators.flatMap((row) =>
      (['weight', 'score'] as const).map((column) => () => (row[column] = null)),
    ),
    () => Object.assign(copy, { rating: null, total: { ...total, weight: null } }),
    () => Object.assign(copy, { total: { ...total, score: null } }),
    () => (copy.rating = null),
  ];
  cells[pick % cells.length]?.();
  return copy;
}

/** The first part broken down into rows of its own: all of it, or one of them only. */
function breakDown(form: SelfEvaluationForm, percent: number, whole: boolean): SelfEvaluationForm {
  const [total, first, ...rest] = form.funds.rows;
  if (total === undefined || first === undefined) return form;
  const share = (
    column: (typeof columns)[number],
    of: (all: Ratio, part: Ratio) => Ratio,
  ): string | null => {
    const digits = first[column];
    if (digits === null) return null;
    const decimals = decimalsOf(digits);
    return show(
      of(parse(digits), parse(print(times(parse(digits), ratio(percent, 100)), decimals))),
      decimals,
    );
  };
  const row = (
    source: FundRow['source'],
    label: string,
    of: (all: Ratio, part: Ratio) => Ratio,
  ): FundRow => ({
    source,
    label,
    weight: null,
    executionRate: null,
    score: null,
    initialBudget: share('initialBudget', of),
    annualBudget: share('annualBudget', of),
    executed: share('executed', of),
  });
  const below = [
    row('fiscal', '其中：中央补助', (_, part) => part),
    ...(whole ? [row('unknown', '省级配套', minus)] : []),
  ];
  return withRows(form, [total, first, ...below, ...rest]);
}

/** The last part below zero (carry-over taken back), the first larger by as much; rates of both left blank. */
function takeBack(form: SelfEvaluationForm, percent: number): SelfEvaluationForm {
  const rows = form.funds.rows;
  const last = rows.length - 1;
  const moved = (row: FundRow, index: number): FundRow => {
    if (index !== 1 && index !== last) return row;
    const change = (column: (typeof columns)[number]): string | null => {
      const [from, to] = [rows[1]?.[column] ?? null, rows[last]?.[column] ?? null];
      if (from === null || to === null) return row[column];
      const decimals = Math.max(decimalsOf(from), decimalsOf(to));
      const by = parse(print(times(parse(to), ratio(100 + percent, 100)), decimals));
      return show(index === 1 ? plus(parse(from), by) : minus(parse(to), by), decimals);
    };
    return {
      ...row,
      initialBudget: change('initialBudget'),
      annualBudget: change('annualBudget'),
      executed: change('executed'),
      executionRate: null,
    };
  };
  return last < 2 ? form : withRows(form, rows.map(moved));
}

/** A form that holds together in whatever shape a real one has: cells left blank, parts broken down, parts below zero. */
export const variants: fc.Arbitrary<SelfEvaluationForm> = fc
  .record({
    whole: consistent,
    blanks: fc.array(fc.nat(1000), { maxLength: 8 }),
    below: fc.option(fc.record({ percent: fc.integer({ min: 0, max: 100 }), all: fc.boolean() })),
    back: fc.option(fc.integer({ min: 1, max: 50 })),
    unit: fc.constantFrom('万元' as const, '元' as const, null),
    allBlank: fc.option(fc.constantFrom('weight' as const, 'score' as const)),
  })
  .map(({ whole, blanks, below, back, unit, allBlank }) => {
    // What is blank may be what was taken back.
    const negative = back === null || blanks.length > 0 ? whole.form : takeBack(whole.form, back);
    const broken = below === null ? negative : breakDown(negative, below.percent, below.all);
    const form = blanks.reduce(blank, { ...broken, funds: { ...broken.funds, unit } });
    return allBlank === null ? form : withoutColumn(form, allBlank);
  });

/** A form whose tables print no weights, or no scores. */
function withoutColumn(form: SelfEvaluationForm, column: 'weight' | 'score'): SelfEvaluationForm {
  return {
    ...form,
    funds: { ...form.funds, rows: form.funds.rows.map((row) => ({ ...row, [column]: null })) },
    indicators: form.indicators.map((row) => ({ ...row, [column]: null })),
    total: { weight: column === 'weight' ? null : form.total.weight, score: null },
    rating: null,
  };
}
