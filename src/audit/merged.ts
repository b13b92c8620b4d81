import { type Exact, sum } from '../number/index.ts';
import type { Finding, Indicator, SelfEvaluationForm } from '../schema/index.ts';
import { read } from './funds.ts';
import { isBesideScale, isAssessed } from './indicators.ts';
import { pointers } from './pointers.ts';
import { sumCloses } from './total-sum.ts';
import type { Spanned } from './types.ts';

type Column = 'weight' | 'score';
const columns: readonly Column[] = ['weight', 'score'];

/** How a form's weights and scores stand for several rows: what is merged is read as one figure with blanks below. */
export interface MergedCells {
  /** Whether a row's weight stands for rows below too. */
  sharesWeight(index: number): boolean;
  /** The most that a row's score may be: its weight, or those of all rows that the score stands for. */
  mostScore(index: number): Exact | null;
  /** Whether a blank is no gap: its cell is merged with one above it, or its row is not scored at all. */
  isNoGap(index: number, column: Column): boolean;
}

/** The rows right below one that leave a column blank. */
function blanksBelow(
  indicators: readonly Indicator[],
  index: number,
  column: Column,
): readonly Indicator[] {
  const below = indicators.slice(index + 1);
  const end = below.findIndex(
    (row) => row[column] !== null || !isAssessed(row) || isBesideScale(row),
  );
  return end < 0 ? below : below.slice(0, end);
}

/** The rows right below one whose cells of a column are merged with its own. */
export function spannedBelow(
  indicators: readonly Indicator[],
  index: number,
  column: Column,
  spanned: Spanned,
): readonly Indicator[] {
  const blanks = blanksBelow(indicators, index, column);
  const end = blanks.findIndex(
    (_, nth) => !spanned.has(pointers.indicator(index + 1 + nth, column)),
  );
  return end < 0 ? blanks : blanks.slice(0, end);
}

/** Reads a form's blanks as merged cells where 总分 closes without them; a figure left out by mistake leaves it open. */
export function mergedCells(form: SelfEvaluationForm, spanned: Spanned): MergedCells {
  const { indicators } = form;
  const closed = {
    weight: sumCloses(form, 'weight', spanned),
    score: sumCloses(form, 'score', spanned),
  };
  const isSpanned = (index: number, column: Column): boolean =>
    spanned.has(pointers.indicator(index, column));
  const merged = (index: number, column: Column): readonly Indicator[] =>
    closed[column]
      ? blanksBelow(indicators, index, column)
      : spannedBelow(indicators, index, column, spanned);
  const weightOf = (row: Indicator | undefined): Exact | null =>
    read(row?.weight ?? null)?.value ?? null;
  const mostScore = (index: number): Exact | null => {
    const own = weightOf(indicators[index]);
    return own === null
      ? own
      : sum([own, ...merged(index, 'score').flatMap((row) => weightOf(row) ?? [])]);
  };
  const isScoredAbove = (index: number): boolean => {
    const above = indicators.slice(0, index).findLastIndex(({ score }) => score !== null);
    const [score, weight] = [read(indicators[above]?.score ?? null), weightOf(indicators[above])];
    const fits =
      score !== null &&
      weight !== null &&
      score.value.gt(weight) &&
      score.value.lte(mostScore(above) ?? weight);
    return fits && merged(above, 'score').length >= index - above;
  };
  return {
    sharesWeight: (index) => merged(index, 'weight').length > 0,
    mostScore,
    isNoGap: (index, column) => {
      if (isSpanned(index, column)) return true;
      if (!closed[column]) return false;
      return (
        column === 'weight' ||
        (indicators[index]?.weight === null ? closed.weight : isScoredAbove(index))
      );
    },
  };
}

type Ref = Finding['refs'][number];

function isSameCell(one: Ref | undefined, other: Ref | undefined): boolean {
  return (
    one?.table !== undefined &&
    one.table === other?.table &&
    one.row === other.row &&
    one.column === other.column
  );
}

/**
 * The form with a figure that one cell prints for several rows told once: readers repeat what a cell spans in each of its
 * rows. Where 总分 closes over the repeated figures, in more columns than over those told once, they are figures of their own.
 */
export function mergedOnce(
  form: SelfEvaluationForm,
  refs: Readonly<Record<string, Ref>>,
): { readonly form: SelfEvaluationForm; readonly spanned: Spanned } {
  const isRepeated = (column: Column, index: number): boolean => {
    const same = isSameCell(
      refs[pointers.indicator(index, column)],
      refs[pointers.indicator(index - 1, column)],
    );
    return same && form.indicators[index]?.[column] === form.indicators[index - 1]?.[column];
  };
  const pathsOf = (column: Column): string[] =>
    form.indicators.flatMap((_, index) =>
      isRepeated(column, index) ? [pointers.indicator(index, column)] : [],
    );
  const spanned = new Set(columns.flatMap(pathsOf));
  const once = (row: Indicator, index: number): Indicator =>
    columns.reduce(
      (told, column) =>
        spanned.has(pointers.indicator(index, column)) ? { ...told, [column]: null } : told,
      row,
    );
  const repeated = { form, spanned: new Set<string>() };
  const told = { form: { ...form, indicators: form.indicators.map(once) }, spanned };
  const merged = columns.filter((column) => pathsOf(column).length > 0);
  const closing = (one: typeof told): number =>
    merged.filter((column) => sumCloses(one.form, column, one.spanned)).length;
  return spanned.size === 0 || closing(repeated) > closing(told) ? repeated : told;
}
