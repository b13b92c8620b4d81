import { closes, type Exact, type Figure, figure, sum } from '../../number/index.ts';
import type { FundRow } from '../../schema/index.ts';
import {
  type BrokenBreakdown,
  brokenBreakdowns,
  listsOnlySome,
  type Parts,
  partGroups,
  readParts,
  unneededElsewhere,
  withoutCarryover,
} from '../fund-parts.ts';
import { type AmountColumn, amountColumns, read } from '../funds.ts';
import { closingBlank, roundedParts, slipped, slippedAddend } from '../hints.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Mismatch, Rule, RuleContext, Verdict, Words } from '../types.ts';
import { exactly, mismatch, unverifiable } from '../verdict.ts';
import {
  columnWords,
  cutOff,
  fundRowWords,
  lacking,
  lackingOf,
  of,
  uncalculated,
} from '../words.ts';

/** The total of each amount column against its parts, all as printed. */
export const fundParts: Rule = {
  meta: {
    id: 'fund-parts',
    severity: 'error',
    title: {
      zh: '年度资金总额应等于各来源资金之和',
      en: 'The total of the funds is the sum of its parts',
    },
    basis: {
      zh: '自评表“年度资金总额”下列“其中：当年财政拨款、上年结转资金、其他资金”',
      en: 'The form lists under 年度资金总额 what it is made of: current grant, carry-over, other funds',
    },
    docs: 'docs/rules/fund-parts.md',
  },
  check: selfEvaluation(function* ({ funds: { rows } }, context) {
    for (const [index, row] of rows.entries()) {
      if (row.source !== 'total') continue;
      for (const column of amountColumns) yield* checkColumn(rows, index, column, context);
    }
    if (context.complete)
      yield* brokenBreakdowns(rows).flatMap((broken) => brokenBreakdown(rows, broken));
  }),
};

function* checkColumn(
  rows: readonly FundRow[],
  index: number,
  column: AmountColumn,
  context: RuleContext,
): Iterable<Verdict> {
  const row = rows[index];
  const { groups, certain } = partGroups(rows, index);
  const apart = row === undefined || !certain ? null : withoutCarryover(rows, row);
  const readings = (apart === null ? groups : [apart]).flatMap((group) => readParts(group, column));
  const filled = readings.some((parts) => parts.blanks.length < parts.rows.length);
  if (row === undefined || (row[column] === null && !filled) || readings.length === 0) return;
  const total = read(row[column]);
  const path = pointers.fund(index, column);
  if (total === null)
    yield unverifiable(path, lacking([of(fundRowWords(row), columnWords[column])]));
  else if (certain && listsOnlySome(rows, row))
    yield unverifiable(path, incomplete(row, column, total, readings));
  else yield judge(path, row, column, total, readings, certain, context);
}

function incomplete(
  row: FundRow,
  column: AmountColumn,
  total: Figure,
  [first]: readonly Parts[],
): Words {
  const name = of(fundRowWords(row), columnWords[column]);
  const listed = first?.sum.toFixed() ?? '0';
  return {
    zh: `${name.zh}印为 ${total.printed}，“其中”只列出 ${listed}，未必列全`,
    en: `the ${name.en} is printed as ${total.printed}, of which only ${listed} is listed`,
  };
}

function judge(
  path: string,
  row: FundRow,
  column: AmountColumn,
  total: Figure,
  readings: readonly Parts[],
  certain: boolean,
  context: RuleContext,
): Verdict {
  if (readings.some((parts) => closes(parts.sum, total.value))) return exactly;
  const nearest = readings.reduce((best, parts) =>
    distance(parts, total).lt(distance(best, total)) ? parts : best,
  );
  if (isUncalculated(row) && !(column === 'executed' && isScoredNothing(row)))
    return unverifiable(path, uncalculated);
  if (!context.complete) return unverifiable(path, cutOff);
  if (!certain)
    return unverifiable(path, {
      zh: '有多行资金总额，看不出各行属于哪一行',
      en: 'several total rows, and no telling which parts are whose',
    });
  const blank = readings.find((parts) => parts.blanks.length > 0 && parts.sum.lt(total.value));
  if (blank !== undefined) {
    if (!unneededElsewhere(row, column, blank)) return needsBlank(path, row, column, total, blank);
    // Rows that are blank throughout are hardly there; but what they hold is not known.
    const broken = wrongSum(path, row, column, total, blank.sum, blank.rows);
    return { ...broken, severity: 'warning' };
  }
  return wrongSum(path, row, column, total, nearest.sum, nearest.rows);
}

function brokenBreakdown(
  rows: readonly FundRow[],
  { index, column, parts, certain }: BrokenBreakdown,
): Verdict[] {
  const row = rows[index];
  const whole = read(row?.[column] ?? null);
  const added = sum(parts.flatMap((part) => read(part[column])?.value ?? []));
  if (row === undefined || whole === null) return [];
  const broken = wrongSum(pointers.fund(index, column), row, column, whole, added, parts);
  return [certain ? broken : { ...broken, severity: 'warning' }];
}

function wrongSum(
  path: string,
  row: FundRow,
  column: AmountColumn,
  total: Figure,
  sumOfParts: Exact,
  rows: readonly FundRow[],
): Mismatch {
  const name = fundRowWords(row);
  const expected = sumOfParts.toFixed(Math.max(total.decimals, sumOfParts.decimalPlaces()));
  const digits = rows.flatMap((part) => part[column] ?? []);
  const parts = digits.map(figure);
  const added = digits.length === 1 ? expected : `${digits.join(' + ')} = ${expected}`;
  return mismatch(
    path,
    {
      zh: `${name.zh}的${columnWords[column].zh}印为 ${total.printed}，各项之和 ${added}`,
      en: `The ${columnWords[column].en} of ${name.en} is printed as ${total.printed}, but its parts add up to ${added}`,
    },
    {
      printed: total.printed,
      expected,
      range: [expected, expected],
      hint:
        slipped(total.value, sumOfParts) ??
        slippedAddend(
          parts.map(({ value }) => value),
          sumOfParts,
          total.value,
        ) ??
        roundedParts(parts, total),
    },
  );
}

/** An uncalculated row of formulas shows 0 in every column; a 0 beside a figure was printed on purpose. */
function isUncalculated(row: FundRow): boolean {
  return amountColumns.every((column) => read(row[column])?.value.isZero() ?? true);
}

/** Nothing spent, says the total, and the execution earned nothing for it: that is no formula left uncalculated. */
function isScoredNothing({ weight, score }: FundRow): boolean {
  return weight !== null && read(score)?.value.isZero() === true;
}

function distance(parts: Parts, total: Figure): Exact {
  return parts.sum.minus(total.value).abs();
}

function needsBlank(
  path: string,
  row: FundRow,
  column: AmountColumn,
  total: Figure,
  parts: Parts,
): Verdict {
  const blanks = parts.blanks.map((part) => of(fundRowWords(part), columnWords[column]));
  const [only] = blanks;
  const hint =
    blanks.length === 1 && only !== undefined
      ? closingBlank(only, total.value.minus(parts.sum).toFixed())
      : null;
  const missing =
    hint === null
      ? lackingOf(
          blanks,
          of(fundRowWords(row), columnWords[column]),
          total.printed,
          parts.sum.toFixed(),
        )
      : lacking(blanks);
  return unverifiable(path, missing, hint);
}
