import { decimalsOf, less, minus, over, plus, type Ratio, ratio, times } from '../audit/ratio.ts';
import type { amountColumns } from './cells.ts';
import { cellOf, withCells } from './cells.ts';
import type { Fault, Slipped } from './faults.ts';
import { atMost, hundred, inFull, isEqual, isZero, shown, sumOf, valueOf } from './figures.ts';
import type { Evaluation } from './types.ts';

type Cells = readonly (readonly [path: string, digits: string | null])[];
type Change = (sheet: Evaluation, around: Parameters<Fault>[1]) => Cells | null;

/** A fault that changes cells of a self-evaluation. */
const of =
  (change: Change): Fault =>
  (sheet, around) => {
    if (sheet.kind === 'target') return null;
    const cells = change(sheet, around);
    if (cells === null || cells.every(([path, digits]) => cellOf(sheet, path) === digits))
      return null;
    return { sheet: withCells(sheet, cells), changed: cells.map(([path]) => path) };
  };

const mainOf = ({ form }: Evaluation): number =>
  form.funds.rows.findIndex(({ source }) => source === 'total');

/** A whole column in yuan where the form says 万元. */
const columnInYuan = (column: (typeof amountColumns)[number]): Fault =>
  of(({ form }) => {
    if (form.funds.unit !== '万元') return null;
    return form.funds.rows.flatMap((row, index) => {
      const digits = row[column];
      if (digits === null || isZero(valueOf(digits))) return [];
      return [[`/funds/rows/${index}/${column}`, inFull(times(valueOf(digits), ratio(10_000)), 0)]];
    });
  });

const amountsSwapped = of((sheet) => {
  const main = mainOf(sheet);
  const row = sheet.form.funds.rows[main];
  return [
    [`/funds/rows/${main}/annualBudget`, row?.executed ?? null],
    [`/funds/rows/${main}/executed`, row?.annualBudget ?? null],
  ];
});

const rateOf = (sheet: Evaluation, whole: 'initialBudget' | 'annualBudget'): Ratio | null => {
  const row = sheet.form.funds.rows[mainOf(sheet)];
  if (row == null || row[whole] === null || row.executed === null || row.executionRate === null)
    return null;
  const budget = valueOf(row[whole] ?? '0');
  return isZero(budget) ? null : times(over(valueOf(row.executed), budget), hundred);
};

const byInitial = of((sheet) => {
  const rate = rateOf(sheet, 'initialBudget');
  const main = mainOf(sheet);
  const digits = sheet.form.funds.rows[main]?.executionRate ?? '0';
  if (rate === null || sheet.structure.style.fractions) return null;
  return [[`/funds/rows/${main}/executionRate`, shown(rate, Math.min(decimalsOf(digits), 4))]];
});

/** Alone among its kind a ratio is how its form prints rates; among percentages it is a slip. */
const asFraction = of((sheet, { sisters }) => {
  const rate = rateOf(sheet, 'annualBudget');
  if (rate === null || isZero(rate) || sheet.structure.style.fractions || sisters < 2) return null;
  return [[`/funds/rows/${mainOf(sheet)}/executionRate`, shown(times(rate, ratio(1, 100)), 4)]];
});

const rateOfScore = of((sheet) => {
  const main = mainOf(sheet);
  return [[`/funds/rows/${main}/executionRate`, sheet.form.funds.rows[main]?.score ?? null]];
});

const executionInFull = of(({ form, structure: { execution } }) => {
  const row = form.funds.rows[execution ?? -1];
  return row === undefined ? null : [[`/funds/rows/${execution ?? 0}/score`, row.weight]];
});

const scored = (sheet: Evaluation): number[] =>
  sheet.form.indicators.flatMap((one, index) =>
    sheet.structure.rows[index]?.counts.weight === true && one.weight !== null && one.score !== null
      ? [index]
      : [],
  );

const scoreAbove = (amount: string): Fault =>
  of((sheet, { random }) => {
    const rows = scored(sheet);
    if (rows.length === 0) return null;
    const index = random.pick(rows);
    const weight = sheet.form.indicators[index]?.weight ?? '0';
    return [
      [
        `/indicators/${index}/score`,
        inFull(plus(valueOf(weight), valueOf(amount)), decimalsOf(weight)),
      ],
    ];
  });

/** A row scored above its weight, and another below it: the total closes. */
const scoreAboveUnnoticed = of((sheet, { random }) => {
  const rows = scored(sheet).filter(
    (index) => sheet.structure.rows[index]?.sharesWeight === undefined,
  );
  const [one, other] = [random.pick([...rows, 0]), random.pick([...rows, 0])];
  const [upper, lower] = [sheet.form.indicators[one], sheet.form.indicators[other]];
  if (
    one === other ||
    upper?.score !== upper?.weight ||
    lower?.score == null ||
    upper?.score == null
  )
    return null;
  if (!atMost(ratio(1), valueOf(lower.score))) return null;
  return [
    [
      `/indicators/${one}/score`,
      inFull(plus(valueOf(upper.score), ratio(1)), decimalsOf(upper.score)),
    ],
    [
      `/indicators/${other}/score`,
      inFull(minus(valueOf(lower.score), ratio(1)), decimalsOf(lower.score)),
    ],
  ];
});

/** A missed target scored in full, the total with it. */
const fullThough = of((sheet, { random }) => {
  const { form, structure } = sheet;
  const rows = scored(sheet).filter((index) => {
    const one = form.indicators[index];
    const isMissed = structure.rows[index]?.by === 'at-least' && one?.score !== one?.weight;
    return isMissed && less(valueOf(one?.score ?? '0'), valueOf(one?.weight ?? '0'));
  });
  if (rows.length === 0 || form.total.score === null) return null;
  const index = random.pick(rows);
  const one = form.indicators[index];
  const more = minus(valueOf(one?.weight ?? '0'), valueOf(one?.score ?? '0'));
  return [
    [`/indicators/${index}/score`, one?.weight ?? null],
    [
      '/total/score',
      inFull(
        plus(valueOf(form.total.score), more),
        decimalsOf(form.total.score) > 9 ? 0 : decimalsOf(form.total.score),
      ),
    ],
  ];
});

const totalAs = (value: (sheet: Evaluation) => Ratio | null): Fault =>
  of((sheet) => {
    const digits = sheet.form.total.score;
    const other = value(sheet);
    if (digits === null || other === null) return null;
    return [['/total/score', inFull(other, decimalsOf(digits) > 9 ? 0 : decimalsOf(digits))]];
  });

const scoresOf = ({ form, structure }: Evaluation): Ratio =>
  sumOf(
    form.indicators.map((one, index) =>
      structure.rows[index]?.counts.score === true ? valueOf(one.score ?? '0') : ratio(0),
    ),
  );

const rating = (by: 1 | -1): Fault =>
  of(({ form }) => {
    const grade = '优良中差'.indexOf((form.rating ?? '').replace('较', '').charAt(0));
    const other = '优良中差'[grade + by];
    return form.rating === null || grade < 0 || other === undefined ? null : [['/rating', other]];
  });

const reasonBlank = of(({ form, structure }, { random }) => {
  const rows = form.indicators.flatMap(({ deviation }, index) =>
    deviation !== null && structure.rows[index]?.counts.weight === true ? [index] : [],
  );
  return rows.length === 0 ? null : [[`/indicators/${random.pick(rows)}/deviation`, null]];
});

/** Rounded to a whole where all sisters print decimals, the total with it. */
const roundedScore = of(({ form, structure }, { sisters }) => {
  const row = form.funds.rows[structure.execution ?? -1];
  const { style } = structure;
  if (row?.score == null || form.total.score === null || sisters < 3) return null;
  if (style.scoreDecimals !== 2 || style.trims || style.total !== 'printed') return null;
  const other = shown(valueOf(row.score), 0);
  const more = minus(valueOf(other), valueOf(row.score));
  if (isEqual(valueOf(other), valueOf(row.score))) return null;
  return [
    [`/funds/rows/${structure.execution ?? 0}/score`, other],
    ['/total/score', inFull(plus(valueOf(form.total.score), more), 2)],
  ];
});

const without = (sheet: Evaluation, index: number, more: boolean): Slipped => {
  const own = sheet.form.indicators[index];
  const kind = sheet.structure.rows[index];
  const [add, kinds] = more && own !== undefined && kind !== undefined ? [[own], [kind]] : [[], []];
  const remove = more ? 0 : 1;
  const form = {
    ...sheet.form,
    indicators: sheet.form.indicators.toSpliced(index, remove, ...add),
  };
  const rows = sheet.structure.rows.toSpliced(index, remove, ...kinds);
  return { sheet: { ...sheet, form, structure: { ...sheet.structure, rows } }, changed: [] };
};

const rowOf =
  (more: boolean): Fault =>
  (sheet, { random }) => {
    if (sheet.kind === 'target') return null;
    const rows = scored(sheet).filter(
      (index) => sheet.structure.rows[index]?.sharesWeight === undefined,
    );
    return rows.length < 3 ? null : without(sheet, random.pick(rows), more);
  };

const anyRow = (sheet: Evaluation): Ratio => {
  const index = scored(sheet).at(-1);
  return valueOf(sheet.form.indicators[index ?? -1]?.score ?? '0');
};

const total = ({ form }: Evaluation): Ratio | null =>
  form.total.score === null || decimalsOf(form.total.score) > 9 ? null : valueOf(form.total.score);

export const moreFaults: Readonly<Record<string, Fault>> = {
  'a column in yuan: initial budget': columnInYuan('initialBudget'),
  'a column in yuan: annual budget': columnInYuan('annualBudget'),
  'a column in yuan: amount executed': columnInYuan('executed'),
  'budget and spending in each other’s place': amountsSwapped,
  'the rate: over the initial budget': byInitial,
  'the rate: as a fraction among percentages': asFraction,
  'the rate: the score in its place': rateOfScore,
  'the execution score: in full': executionInFull,
  'the execution score: rounded to a whole, with its total': roundedScore,
  'a score: one point above its weight': scoreAbove('1'),
  'a score: a hair above its weight': scoreAbove('0.01'),
  'a score: above its weight, made up for elsewhere': scoreAboveUnnoticed,
  'a score: in full though the target was missed': fullThough,
  'the total score: its weight in its place': totalAs(() => hundred),
  'the total score: without the execution': totalAs((sheet) => scoresOf(sheet)),
  'the total score: a row left out': totalAs((sheet) => {
    const all = total(sheet);
    return all === null ? null : minus(all, anyRow(sheet));
  }),
  'the total score: a row counted twice': totalAs((sheet) => {
    const all = total(sheet);
    return all === null ? null : plus(all, anyRow(sheet));
  }),
  'the rating: a grade too high': rating(-1),
  'the rating: a grade too low': rating(1),
  'a reason: left blank': reasonBlank,
  'a row left out': rowOf(false),
  'a row twice': rowOf(true),
};
