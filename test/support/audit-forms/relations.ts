import type { FundRow } from '../../../src/schema/index.ts';
import {
  decimalsOf,
  least,
  less,
  minus,
  most,
  over,
  plus,
  type Ratio,
  ratio,
  times,
  unit,
} from '../audit/ratio.ts';
import { atMost, hundred, isEqual, isZero, none, sumOf, valueOf } from './figures.ts';
import type { Evaluation, Relation, Structure, Target } from './types.ts';

const columns = ['initialBudget', 'annualBudget', 'executed'] as const;
const half = ratio(1, 2);
interface Range {
  readonly low: Ratio;
  readonly high: Ratio;
}

const fund = (row: number, column: keyof FundRow): string => `/funds/rows/${row}/${column}`;
const cell = (row: number, column: string): string => `/indicators/${row}/${column}`;
const read = (digits: string | null): Ratio => valueOf(digits ?? '0');
/** Long floats are told as what they are an artefact of. */
const short = (value: Ratio): Ratio => {
  const scaled = times(value, ratio(10n ** 9n));
  const whole = (scaled.top * 2n + scaled.bottom) / (scaled.bottom * 2n);
  return ratio(whole, 10n ** 9n);
};

/** Strictly within one unit: what half-up, truncation and ceiling reach together. */
function reaches({ low, high }: Range, printed: Ratio, decimals: number): boolean {
  return less(low, plus(printed, unit(decimals))) && less(minus(printed, unit(decimals)), high);
}

/** Executed ÷ annual budget in points, from all that the printed amounts may stand for; null where there is none. */
function rateRange({ annualBudget, executed }: FundRow, decimals: number): Range | null {
  if (annualBudget === null || executed === null) return null;
  const [annual, done] = [valueOf(annualBudget), valueOf(executed)];
  if (isZero(annual)) return null;
  if (isEqual(annual, done)) return { low: hundred, high: hundred };
  const margin = (digits: string): Ratio =>
    decimalsOf(digits) === 0 ? none : times(unit(decimals), half);
  const of = (part: Ratio, whole: Ratio): Ratio => times(over(part, whole), hundred);
  const down = minus(done, margin(executed));
  const low = less(done, none) ? down : most(none, down);
  const ends = [low, plus(done, margin(executed))].flatMap((part) =>
    [minus(annual, margin(annualBudget)), plus(annual, margin(annualBudget))].map((whole) =>
      isZero(whole) ? times(hundred, hundred) : of(part, whole),
    ),
  );
  return { low: least(...ends), high: most(...ends) };
}

const rowDecimals = (row: FundRow): number =>
  Math.max(...columns.map((column) => decimalsOf(row[column] ?? '0')));

function rates({ form, structure }: Evaluation): Relation[] {
  const { fractions } = structure.style;
  return form.funds.rows.flatMap((row, index) => {
    if (row.executionRate === null || structure.repeats.includes(index)) return [];
    const range = rateRange(row, rowDecimals(row));
    const cells = (['executionRate', 'annualBudget', 'executed'] as const).map((column) =>
      fund(index, column),
    );
    const printed = times(valueOf(row.executionRate), fractions ? hundred : ratio(1));
    const decimals = Math.min(decimalsOf(row.executionRate), 13) - (fractions ? 2 : 0);
    if (row.annualBudget === null || row.executed === null) return [];
    const holds = range === null ? isZero(printed) : reaches(range, printed, Math.max(decimals, 0));
    return [{ name: 'rate', cells, holds }];
  });
}

/** The execution's score before it was shortened: from the amounts and from the printed rate; null where neither is there. */
function scoreRange(row: FundRow, { style }: Structure): Range | null {
  if (row.weight === null) return null;
  const weight = valueOf(row.weight);
  const range = rateRange(row, rowDecimals(row));
  const printed =
    row.executionRate === null
      ? null
      : times(valueOf(row.executionRate), style.fractions ? hundred : ratio(1));
  const all = [
    ...(range === null ? [] : [range.low, range.high]),
    ...(printed === null ? [] : [printed]),
  ];
  if (all.length === 0) return null;
  const scores = all.map((rate) => most(none, least(weight, times(weight, over(rate, hundred)))));
  return { low: least(...scores), high: most(...scores) };
}

interface Scored {
  readonly row: FundRow;
  readonly score: string;
  readonly cells: readonly string[];
}

/** What scores the execution: a fund row, or an indicator in its place with the amounts of the total. */
function scored({ form, structure }: Evaluation): Scored | null {
  const main = form.funds.rows.findIndex(({ source }) => source === 'total');
  const row = form.funds.rows[main];
  if (row === undefined) return null;
  const amounts = (['executionRate', 'annualBudget', 'executed'] as const).map((column) =>
    fund(main, column),
  );
  if (structure.execution !== null)
    return {
      row,
      score: fund(main, 'score'),
      cells: [fund(main, 'score'), fund(main, 'weight'), ...amounts],
    };
  const index = structure.rows.findIndex((one) => one.isExecution === true && one.counts.score);
  const own = form.indicators[index];
  if (own === undefined) return null;
  const cells = [cell(index, 'score'), cell(index, 'weight'), ...amounts];
  return {
    row: { ...row, weight: own.weight, score: own.score },
    score: cell(index, 'score'),
    cells,
  };
}

function score(sheet: Evaluation): Relation[] {
  const { row, cells } = scored(sheet) ?? {};
  if (row?.weight == null || row.score === null || cells === undefined) return [];
  const { structure } = sheet;
  const range = scoreRange(row, structure);
  const printed = valueOf(row.score);
  const inWeight = atMost(none, printed) && atMost(printed, valueOf(row.weight));
  const holds =
    range === null
      ? inWeight
      : reaches(range, printed, Math.min(structure.style.scoreDecimals, 12));
  return [{ name: 'execution score', cells, holds }];
}

function amounts({ form, structure }: Evaluation): Relation[] {
  return structure.sums.flatMap(({ whole, parts }) =>
    columns.flatMap((column) => {
      const rows = [whole, ...parts];
      const digits = rows.map((index) => form.funds.rows[index]?.[column] ?? null);
      if (digits.every((one) => one === null)) return [];
      const [total = null, ...rest] = digits;
      const holds = isEqual(read(total), sumOf(rest.map(read)));
      return [{ name: 'fund parts', cells: rows.map((index) => fund(index, column)), holds }];
    }),
  );
}

/** Initial and annual budget of one year are of one size. */
function sizes({ form }: Evaluation): Relation[] {
  return form.funds.rows.flatMap((row, index) => {
    if (row.source !== 'total' || row.initialBudget === null || row.annualBudget === null)
      return [];
    const [initial, annual] = [valueOf(row.initialBudget), valueOf(row.annualBudget)];
    if (isZero(initial) || isZero(annual)) return [];
    const cells = columns.map((column) => fund(index, column));
    const far = ratio(1000);
    return [
      {
        name: 'sizes',
        cells,
        holds: less(initial, times(annual, far)) && less(annual, times(initial, far)),
      },
    ];
  });
}

function scoresOfIndicators({ form, structure }: Evaluation, column: 'weight' | 'score'): Ratio {
  return sumOf([
    ...structure.rows.map((row, index) =>
      row.counts[column] ? read(form.indicators[index]?.[column] ?? null) : none,
    ),
    ...structure.besides.map((pair) => valueOf(pair[column])),
  ]);
}

function weights(sheet: Evaluation): Relation[] {
  const { form, structure } = sheet;
  const cells = ['/total/weight', ...structure.rows.map((_, index) => cell(index, 'weight'))];
  const execution = form.funds.rows[structure.execution ?? -1];
  if (structure.execution !== null) cells.push(fund(structure.execution, 'weight'));
  const sum = plus(scoresOfIndicators(sheet, 'weight'), read(execution?.weight ?? null));
  const total = form.total.weight === null ? hundred : valueOf(form.total.weight);
  return [{ name: 'weights', cells, holds: isEqual(sum, total) && isEqual(total, hundred) }];
}

/** What the total may take for the execution: its score as printed, or rounded again with no fewer decimals. */
function takesExecution(left: Ratio, row: FundRow, total: string, structure: Structure): boolean {
  if (isEqual(short(left), short(read(row.score)))) return true;
  const range = scoreRange(row, structure);
  if (range === null) return false;
  const places = Math.max(decimalsOf(row.score ?? '0'), Math.min(decimalsOf(total), 9));
  return reaches(range, left, places);
}

function scores(sheet: Evaluation): Relation[] {
  const { form, structure } = sheet;
  const execution = scored(sheet);
  const cells = [
    '/total/score',
    ...structure.rows.map((_, index) => cell(index, 'score')),
    execution?.score ?? '/total',
  ];
  if (form.total.score === null || execution === null) return [];
  const total = short(valueOf(form.total.score));
  const printed = read(execution.row.score);
  const all = scoresOfIndicators(sheet, 'score');
  const base = structure.execution === null ? minus(all, printed) : all;
  const capped = structure.capped && isEqual(total, hundred) && !less(plus(base, printed), hundred);
  const holds =
    capped || takesExecution(minus(total, base), execution.row, form.total.score, structure);
  return [{ name: 'scores', cells: [...new Set(cells)], holds }];
}

function groups({ form, structure }: Evaluation): Relation[] {
  return form.groupWeights.map(({ level1, weight }, at) => {
    const members = form.indicators.flatMap((one, index) =>
      one.level1 === level1 && structure.rows[index]?.counts.weight === true ? [index] : [],
    );
    const sum = sumOf(members.map((index) => read(form.indicators[index]?.weight ?? null)));
    const cells = [`/groupWeights/${at}/weight`, ...members.map((index) => cell(index, 'weight'))];
    return { name: 'group', cells, holds: isEqual(sum, valueOf(weight)) };
  });
}

function bands({ form }: Evaluation): Relation[] {
  if (form.rating === null || form.total.score === null) return [];
  const total = valueOf(form.total.score);
  const grade = [90, 80, 60].filter((from) => less(total, ratio(from))).length;
  const holds = '优良中差'.indexOf(form.rating.replace('较', '').charAt(0)) === grade;
  return [{ name: 'rating', cells: ['/rating', '/total/score'], holds }];
}

/** What must not be blank. */
function filled({ form, structure }: Evaluation): Relation[] {
  const asked: [string, string | null][] = [['/total/score', form.total.score]];
  const row = form.funds.rows[structure.execution ?? -1];
  if (structure.execution !== null && row !== undefined) {
    for (const column of ['weight', 'score'] as const)
      asked.push([fund(structure.execution, column), row[column]]);
  }
  structure.rows.forEach(({ counts, takesPoints }, index) => {
    for (const column of ['weight', 'score'] as const)
      if (counts[column] && takesPoints !== true && (counts.weight || column === 'score'))
        asked.push([cell(index, column), form.indicators[index]?.[column] ?? null]);
  });
  const [main] = structure.sums;
  if (main !== undefined) {
    for (const column of columns) {
      const parts = main.parts.some(
        (index) => !isZero(read(form.funds.rows[index]?.[column] ?? null)),
      );
      if (parts)
        asked.push([fund(main.whole, column), form.funds.rows[main.whole]?.[column] ?? null]);
    }
  }
  return asked.map(([path, value]) => ({ name: 'filled', cells: [path], holds: value !== null }));
}

/** Everything that holds in a form whose figures hold together, by exact fractions and by nothing of the audit's. */
export function relationsOf(
  sheet: Evaluation | Target,
  ofRows: (sheet: Evaluation) => Relation[],
): Relation[] {
  if (sheet.kind === 'target') return ofTarget(sheet);
  const parts = [rates, score, amounts, sizes, weights, scores, groups, bands, filled, ofRows];
  return parts.flatMap((part) => part(sheet));
}

function ofTarget({ form }: Target): Relation[] {
  const { budget, fiscal, other } = form.funds;
  const carried = form.extras.map(({ value }) => value);
  const paths = ['budget', 'fiscal', 'other'].map((name) => `/funds/${name}`);
  const sum = sumOf([read(fiscal), read(other), ...carried.map(valueOf)]);
  const steps = form.disbursementPlan.map(({ percent }) => read(percent));
  const all = form.disbursementPlan.map((_, index) => `/disbursementPlan/${index}/percent`);
  const rising = steps.every((one, index) => index === 0 || !less(one, steps[index - 1] ?? none));
  const shares =
    form.disbursementPlan.some(({ by }) => by.endsWith('季度')) && isEqual(sumOf(steps), hundred);
  const ends = isEqual(steps.at(-1) ?? hundred, hundred);
  return [
    { name: 'budget', cells: paths, holds: budget !== null && isEqual(valueOf(budget), sum) },
    ...(steps.length === 0
      ? []
      : [
          {
            name: 'plan',
            cells: all,
            holds:
              shares ||
              (rising && ends && form.disbursementPlan.every(({ percent }) => percent !== null)),
          },
        ]),
  ];
}
