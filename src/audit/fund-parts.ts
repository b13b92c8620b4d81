import { closes, type Exact, sum, zero } from '../number/index.ts';
import type { FundRow } from '../schema/index.ts';
import { type AmountColumn, amountColumns, read } from './funds.ts';

/** One way to read which rows are a total's own parts, in one column: their sum, and the rows that are blank. */
export interface Parts {
  readonly sum: Exact;
  readonly rows: readonly FundRow[];
  readonly blanks: readonly FundRow[];
}

/** More rows than this are read in the two plain ways only. */
const mostRows = 12;

/** A row's amount in one column; null where it is blank. */
export function amount(row: FundRow, column: AmountColumn): Exact | null {
  return read(row[column])?.value ?? null;
}

function amounts(rows: readonly FundRow[], column: AmountColumn): Exact {
  return sum(rows.map((row) => amount(row, column) ?? zero));
}

const ofWhich = /^[（(]?其中/;

/** A row under a part (其中：中央补助 below 财政拨款), not a part of the total. */
export function opensSubRows(rows: readonly FundRow[], index: number): boolean {
  return index > 0 && ofWhich.test(rows[index]?.label ?? '');
}

/** Kinds that may stand below another part: a grant by its giver, or a row of unknown kind. */
function mayBelong(row: FundRow): boolean {
  return row.source === 'fiscal' || row.source === 'unknown';
}

/**
 * Whether rows `from` to `to` may be a breakdown of the row before them, rather than parts of the total: they are announced
 * by 其中, or (fiscal and unnamed rows only) they add up to that row.
 */
function isBreakdown(
  rows: readonly FundRow[],
  from: number,
  to: number,
  column: AmountColumn,
): boolean {
  const run = rows.slice(from, to);
  const parent = rows[from - 1];
  const whole = parent === undefined ? null : amount(parent, column);
  const addsUp = whole !== null && closes(amounts(run, column), whole);
  return opensSubRows(rows, from) ? run.every(mayBelong) || addsUp : run.every(mayBelong) && addsUp;
}

/** Every choice of top-level rows: each row after the first is a part or ends a breakdown of the part before. */
function choices(rows: readonly FundRow[], column: AmountColumn, start = 0): FundRow[][] {
  const first = rows[start];
  if (first === undefined) return [[]];
  const rests = choices(rows, column, start + 1);
  for (let end = start + 2; end <= rows.length; end += 1) {
    if (isBreakdown(rows, start + 1, end, column)) rests.push(...choices(rows, column, end));
  }
  return rests.map((rest) => [first, ...rest]);
}

/** Without a budget nothing was executed, blank or not (Jiading 2022 leaves it blank). */
function spendsNothing(row: FundRow, column: AmountColumn): boolean {
  return column === 'executed' && amount(row, 'annualBudget')?.isZero() === true;
}

/** All ways to read the parts of a total among the rows that stand with it, in one column. */
export function readParts(rows: readonly FundRow[], column: AmountColumn): Parts[] {
  const tops = waysToRead(rows, column);
  return tops.map((top) => ({
    sum: amounts(top, column),
    rows: top,
    blanks: top.filter((row) => row[column] === null && !spendsNothing(row, column)),
  }));
}

function waysToRead(rows: readonly FundRow[], column: AmountColumn): FundRow[][] {
  const tops =
    rows.length > mostRows
      ? [[...rows], rows.filter((_, index) => !opensSubRows(rows, index))]
      : choices(rows, column);
  // A row of unknown kind need not be a source of funds at all.
  const named = rows.filter((row) => row.source !== 'unknown');
  return named.length === 0 || named.length === rows.length ? tops : [...tops, named];
}

/**
 * The rows that may be the parts of the total at `index`: with one total row all others; with several the rows up to the
 * next total, those before it, or all rows that are no total.
 */
export function partGroups(
  rows: readonly FundRow[],
  index: number,
): { readonly groups: readonly FundRow[][]; readonly certain: boolean } {
  const isPart = (row: FundRow): boolean => row.source !== 'total';
  const totals = rows.flatMap((row, at) => (isPart(row) ? [] : [at]));
  const all = rows.filter(isPart);
  if (totals.length === 1) return { groups: all.length === 0 ? [] : [all], certain: true };
  const next = totals.find((at) => at > index) ?? rows.length;
  const previous = totals.filter((at) => at < index).at(-1) ?? -1;
  const below = rows.slice(index + 1, next);
  const regular = totals.every((at, nth) => (totals[nth + 1] ?? rows.length) - at > 1);
  return {
    groups: [below, rows.slice(previous + 1, index), all].filter((group) => group.length > 0),
    certain: regular,
  };
}

/** One column is a slip; a way to draw up the table shows in two. */
const columnsOfAHabit = 2;

function closesIn(total: FundRow, parts: readonly FundRow[], column: AmountColumn): boolean {
  const whole = amount(total, column);
  return whole !== null && readParts(parts, column).some((one) => closes(one.sum, whole));
}

/** Parts without the carry-over, where a form states it beside the total (年度资金总额 is this year's) and not within it. */
export function withoutCarryover(
  rows: readonly FundRow[],
  total: FundRow,
): readonly FundRow[] | null {
  const parts = rows.filter(({ source }) => source !== 'total' && source !== 'carryover');
  const carried = (column: AmountColumn): boolean =>
    rows.some((row) => row.source === 'carryover' && amount(row, column)?.isZero() === false);
  const apart = amountColumns.filter((column) => carried(column) && closesIn(total, parts, column));
  return parts.length > 0 && apart.length >= columnsOfAHabit ? parts : null;
}

/** Whether a form lists only some of the parts: each is announced by 其中, and together they stay below the total in all columns. */
export function listsOnlySome(rows: readonly FundRow[], total: FundRow): boolean {
  const parts = rows.filter(({ source }) => source !== 'total');
  const filled = amountColumns.filter(
    (column) => amount(total, column) !== null && parts.some((row) => amount(row, column) !== null),
  );
  const below = filled.every((column) => amounts(parts, column).lt(amount(total, column) ?? zero));
  return (
    below && filled.length >= columnsOfAHabit && parts.every(({ label }) => ofWhich.test(label))
  );
}

/** Whether the rows that one column's sum may lack are blank in the others too, which close all the same: likelier a slip than a gap. */
export function unneededElsewhere(
  total: FundRow,
  column: AmountColumn,
  { rows, blanks }: Parts,
): boolean {
  const others = amountColumns.filter(
    (one) => one !== column && amount(total, one)?.isZero() === false,
  );
  return (
    others.length > 0 &&
    others.every((one) => blanks.every((row) => row[one] === null) && closesIn(total, rows, one))
  );
}

/** A part whose own breakdown (其中：中央补助 …) does not add up to it in one column. */
export interface BrokenBreakdown {
  readonly index: number;
  readonly column: AmountColumn;
  readonly parts: readonly FundRow[];
  /** Whether it closes in two columns, so that no row can be left out; in one that may be chance. */
  readonly certain: boolean;
}

interface Breakdown {
  readonly rows: readonly FundRow[];
  readonly closing: number;
}

/** The rows below a part that break it down: announced by 其中, and closing in one column at least. */
function breakdownOf(rows: readonly FundRow[], index: number): Breakdown | null {
  const whole = rows[index];
  if (whole === undefined || whole.source === 'total' || !opensSubRows(rows, index + 1))
    return null;
  const below = rows.slice(index + 1);
  const end = below.findIndex((row) => !mayBelong(row));
  const longest = end < 0 ? below.length : end;
  const closing = (run: readonly FundRow[]): number =>
    amountColumns.filter((column) => {
      const value = amount(whole, column);
      return value?.isZero() === false && closes(amounts(run, column), value);
    }).length;
  const runs = Array.from({ length: longest }, (_, more) => below.slice(0, more + 1))
    .filter((run) => run.length > 1)
    .map((run) => ({ rows: run, closing: closing(run) }));
  return (
    runs.find((run) => run.closing >= columnsOfAHabit) ??
    runs.find((run) => run.closing > 0) ??
    null
  );
}

/** Columns in which the rows announced below a part are more than it, where the total closes without them: they are its own. */
function overrun(rows: readonly FundRow[], index: number): BrokenBreakdown[] {
  const row = rows[index];
  const total = rows.find(({ source }) => source === 'total');
  if (row === undefined || row.source === 'total' || !opensSubRows(rows, index + 1)) return [];
  const below = rows.slice(index + 1);
  const end = below.findIndex((one) => !mayBelong(one));
  const parts = end < 0 ? below : below.slice(0, end);
  const others = rows.filter((one) => one.source !== 'total' && !parts.includes(one));
  const isOver = (column: AmountColumn): boolean => {
    const [own, whole] = [amount(row, column), total === undefined ? null : amount(total, column)];
    if (own === null || whole === null || parts.some((part) => part[column] === null)) return false;
    return closes(amounts(others, column), whole) && amounts(parts, column).gt(own);
  };
  const broken = amountColumns.filter(isOver);
  return broken.length === 1
    ? broken.map((column) => ({ index, column, parts, certain: false }))
    : [];
}

/** Breakdowns that close in some columns but not in this one, where every figure is printed. */
export function brokenBreakdowns(rows: readonly FundRow[]): BrokenBreakdown[] {
  return rows.flatMap((row, index) => {
    const found = breakdownOf(rows, index);
    if (found === null) return overrun(rows, index);
    const { rows: parts, closing } = found;
    const certain = closing >= columnsOfAHabit;
    const broken = amountColumns.filter((column) => {
      const value = amount(row, column);
      const isPrinted = value !== null && parts.every((part) => part[column] !== null);
      return isPrinted && !closes(amounts(parts, column), value);
    });
    // Where two columns are open, the rows may be only some of its parts.
    return certain || broken.length === 1
      ? broken.map((column) => ({ index, column, parts, certain }))
      : [];
  });
}
