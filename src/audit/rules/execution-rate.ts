import {
  agreement,
  divide,
  type Exact,
  exact,
  type Figure,
  figure,
  hundred,
  type Interval,
  printRange,
  reaches,
  roundTo,
  scale,
} from '../../number/index.ts';
import type { FundRow } from '../../schema/index.ts';
import { asRatio, type Computed, executionFund, executionRatio, read } from '../funds.ts';
import { asFraction, hints, sameAsNeighbour, slippedBy } from '../hints.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Hint, Rule, RuleContext, Verdict, Words } from '../types.ts';
import { exactly, mismatch, unverifiable, withinRounding } from '../verdict.ts';
import { columnWords, fundRowWords, lacking, modeNote, of, rateSign } from '../words.ts';

/** 执行率 of each fund row against 全年执行数 ÷ 全年预算数. A blank rate claims nothing, so it is no check. */
export const executionRate: Rule = {
  meta: {
    id: 'execution-rate',
    severity: 'error',
    title: {
      zh: '执行率应等于全年执行数除以全年预算数',
      en: 'The execution rate is the amount executed over the annual budget',
    },
    basis: {
      zh: '自评表表头“执行率(B/A)”：B 为全年执行数，A 为全年（调整后）预算数',
      en: "The form's own heading 执行率(B/A): B the amount executed, A the annual (adjusted) budget",
    },
    docs: 'docs/rules/execution-rate.md',
  },
  check: selfEvaluation(function* (form, context) {
    const main = executionFund(form)?.row;
    for (const [index, row] of form.funds.rows.entries()) {
      if (main !== undefined && row !== main && repeatsCells(row, main)) yield withinRounding;
      else if (row.executionRate !== null)
        yield checkRate(pointers.fund(index, 'executionRate'), row, row.executionRate, {
          ...context,
          unit: form.funds.unit,
        });
    }
  }),
};

/**
 * Whether a row below only repeats the cells of the row that counts, merged over both: weight, rate and score are the same, and the rate is
 * that row's. One that is its own all the same agrees anyway.
 */
function repeatsCells(row: FundRow, main: FundRow): boolean {
  const same = (['weight', 'executionRate', 'score'] as const).every(
    (column) => row[column] !== null && row[column] === main[column],
  );
  const ratio = executionRatio(main);
  return (
    same &&
    ratio.kind === 'ratio' &&
    agreement(figure(row.executionRate ?? '0'), ratio.value, ratio.interval) !== 'mismatch'
  );
}

/** What a rate is held against besides its row. */
interface Known extends RuleContext {
  /** What the amounts are counted in. */
  readonly unit: string | null;
}

function checkRate(path: string, row: FundRow, digits: string, context: Known): Verdict {
  const ratio = executionRatio(row);
  if (ratio.kind === 'missing') {
    return unverifiable(
      path,
      lacking(ratio.columns.map((column) => of(fundRowWords(row), columnWords[column]))),
    );
  }
  if (ratio.kind === 'zero-budget') return checkZeroBudget(path, row, digits);
  const printed = figure(digits);
  const found = agreement(printed, ratio.value, ratio.interval);
  if (found !== 'mismatch') return found === 'exact' ? exactly : withinRounding;
  if (isBareFraction(path, printed, ratio, context)) return printedAsFraction(path, row, printed);
  const computed = context.fractions ? asShare(ratio) : ratio;
  if (context.fractions && reaches(computed.interval, asRatio(printed))) return withinRounding;
  return wrongRate(path, row, printed, computed, context);
}

function wrongRate(
  path: string,
  row: FundRow,
  printed: Figure,
  computed: Computed,
  { rounding, fractions, unit }: Known,
): Verdict {
  const decimals = Math.max(printed.decimals, fractions ? 4 : 2);
  const expected = roundTo(computed.value, decimals, rounding.rate ?? 'half-up').toFixed(decimals);
  const whole = !fractions && unit === '万元' && fitsWholeAmounts(row, printed);
  return mismatch(
    path,
    wording(row, printed.printed, expected, rateSign(fractions), modeNote(rounding.rate)),
    {
      printed: printed.printed,
      expected,
      range: printRange(computed.interval, decimals),
      hint: whole ? hints.wholeAmounts : likelyCause(row, printed, computed, fractions),
      ...(whole && { severity: 'warning' }),
    },
  );
}

/** Amounts that were shortened to whole 万元 give another rate than those that it was reckoned from: 59 ÷ 89 is 65.4 to 67.2 %. */
function fitsWholeAmounts(row: FundRow, rate: Figure): boolean {
  const [executed, budget] = [row.executed, row.annualBudget].map(read);
  if (executed == null || budget == null || budget.value.lt(1)) return false;
  const bare = executed.decimals === 0 && budget.decimals === 0;
  if (!bare || rate.value.isInteger()) return false;
  const half = (value: Exact): Interval => ({ low: value.minus('0.5'), high: value.plus('0.5') });
  return reaches(scale(divide(half(executed.value), half(budget.value)), hundred), rate);
}

/** Whether a rate is right as a fraction of 1, and neither its own sign nor the document's other rates make it a percentage. */
function isBareFraction(
  path: string,
  printed: Figure,
  ratio: Computed,
  { fractions, percentages, bareRates }: RuleContext,
): boolean {
  return !percentages && !fractions && bareRates.has(path) && asFraction(printed, ratio) !== null;
}

/** No sign says that it is a percentage, and as a fraction of 1 it is right: a habit, no error. */
function printedAsFraction(path: string, row: FundRow, { printed, value }: Figure): Verdict {
  const name = fundRowWords(row);
  const expected = value.times(hundred).toString();
  return mismatch(
    path,
    {
      zh: `${name.zh}的执行率印为 ${printed}，没有百分号，是小数写法，即 ${expected}%`,
      en: `The execution rate of ${name.en} is printed as ${printed} without a percent sign: the fraction of 1, that is ${expected}%`,
    },
    { printed, expected, hint: null, severity: 'info' },
  );
}

/** What a document of fractions prints for percentage points. */
function asShare({ value, interval }: Computed): Computed {
  const hundredth = exact('0.01');
  return { value: value.times(hundredth), interval: scale(interval, hundredth) };
}

/** With nothing to spend there is no rate: 0 or blank is printed. */
function checkZeroBudget(path: string, row: FundRow, digits: string): Verdict {
  if (exact(digits).isZero()) return exactly;
  const name = fundRowWords(row);
  return mismatch(
    path,
    {
      zh: `${name.zh}的执行率印为 ${digits}%，而全年预算数为 0，应为 0 或留空`,
      en: `The execution rate of ${name.en} is printed as ${digits}%, but its annual budget is 0: it should be 0 or blank`,
    },
    { printed: digits, expected: '0', range: ['0', '0'] },
  );
}

function wording(row: FundRow, digits: string, expected: string, sign: string, note: Words): Words {
  const name = fundRowWords(row);
  return {
    zh: `${name.zh}的执行率印为 ${digits}${sign}，按 ${row.executed} ÷ ${row.annualBudget} 应为 ${expected}${sign}${note.zh}`,
    en: `The execution rate of ${name.en} is printed as ${digits}${sign}, but ${row.executed} ÷ ${row.annualBudget} gives ${expected}${sign}${note.en}`,
  };
}

function likelyCause(
  row: FundRow,
  printed: Figure,
  computed: Computed,
  fractions: boolean,
): Hint | null {
  const ratio = executionRatio(row, 'initialBudget');
  const byInitial = ratio.kind === 'ratio' && fractions ? asShare(ratio) : ratio;
  const fitsInitial =
    'value' in byInitial && agreement(printed, byInitial.value, byInitial.interval) !== 'mismatch';
  return (
    (fractions ? null : asFraction(printed, computed)) ??
    (fitsInitial && !printed.value.isZero() ? hints.initialBudget : null) ??
    sameAsNeighbour(row, 'executionRate', [
      'weight',
      'score',
      'executed',
      'annualBudget',
      'initialBudget',
    ]) ??
    slippedBy(printed, computed)
  );
}
