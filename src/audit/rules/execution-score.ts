import {
  agreement,
  exact,
  hundred,
  type Figure,
  figure,
  hull,
  preciseTo,
  type Interval,
  printRange,
  roundTo,
  zero,
} from '../../number/index.ts';
import type { FundRow, SelfEvaluationForm } from '../../schema/index.ts';
import {
  type Computed,
  executionRatio,
  executionRow,
  executionScores,
  scoresExecutionElsewhere,
} from '../funds.ts';
import { sameAsNeighbour, slipped, slippedBy } from '../hints.ts';
import { isExecutionGroup, isExecutionRate } from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Rule, RuleContext, Verdict, Words } from '../types.ts';
import { exactly, mismatch, unverifiable, withinRounding } from '../verdict.ts';
import { columnWords, fundRowWords, lacking, modeNote, of, rateSign } from '../words.ts';

/** The total row's score against weight × rate, capped at the weight, at the score's own precision. */
export const executionScore: Rule = {
  meta: {
    id: 'execution-score',
    severity: 'error',
    title: {
      zh: '预算执行得分应等于分值乘以执行率',
      en: 'The execution score is its weight times the execution rate',
    },
    basis: {
      zh: '财预〔2020〕10号把预算执行率列为自评内容；各地填表说明：得分 = 分值 × 执行率，最高不超过分值',
      en: "Cai Yu [2020] No. 10 makes the execution rate a part of self-evaluation; the forms' notes: score = weight × rate, at most the weight",
    },
    docs: 'docs/rules/execution-score.md',
  },
  check: selfEvaluation(function* (form, context) {
    const first = executionRow(form);
    if (scoresExecutionElsewhere(form)) {
      const row = first === null ? undefined : form.funds.rows[first];
      if (first !== null && row !== undefined && asksForScore(form, context))
        yield unverifiable(pointers.fund(first, 'score'), missing(row));
      return;
    }
    if (first === null) {
      if (form.funds.rows.length > 0)
        yield unverifiable(
          pointers.fundRows,
          lacking([{ zh: '资金总额行', en: 'total fund row' }]),
        );
      return;
    }
    for (const [index, row] of form.funds.rows.entries()) {
      const counts = index === first || (row.source === 'total' && row.score !== null);
      if (counts) yield checkScore(pointers.fund(index, 'score'), row, context);
    }
  }),
};

/** Whether the funds table has a column for the execution's score, and no indicator is scored in its place. */
function asksForScore({ indicators }: SelfEvaluationForm, { columns }: RuleContext): boolean {
  const asked = columns?.funds.includes('weight') === true && columns.funds.includes('score');
  return (
    asked &&
    !indicators.some(
      (one) => one.weight !== null && (isExecutionRate(one) || isExecutionGroup(one)),
    )
  );
}

function checkScore(path: string, row: FundRow, context: RuleContext): Verdict {
  const { rounding, fractions, scoreDecimals } = context;
  const sources = executionScores(fractions ? inPoints(row) : row);
  if (row.score === null || row.weight === null) return unverifiable(path, missing(row));
  const printed = figure(row.score);
  if (sources.length === 0) return withoutRate(path, row, figure(row.weight), printed);
  // A bare integer beside scores with decimals has lost its zeros, not its decimals.
  const meant = preciseTo(printed, scoreDecimals ?? 0);
  const found = sources.map(({ value, interval }) => agreement(meant, value, interval));
  if (found.includes('exact')) return exactly;
  if (found.includes('within-rounding')) return withinRounding;
  return wrongScore(path, row, printed, sources, {
    mode: rounding.score,
    sign: rateSign(fractions),
  });
}

const mostRatio = exact('1.5');

/** Where a document prints fractions of 1, a wrong or lonely rate is one too, whatever its amounts say. */
function inPoints(row: FundRow): FundRow {
  const rate = row.executionRate;
  return rate === null || exact(rate).gt(mostRatio)
    ? row
    : { ...row, executionRate: exact(rate).times(hundred).toFixed() };
}

/** Whatever the rate is, the score lies between 0 and the weight. */
function withoutRate(path: string, row: FundRow, weight: Figure, score: Figure): Verdict {
  if (score.value.gte(zero) && score.value.lte(weight.value))
    return unverifiable(path, missing(row));
  const name = fundRowWords(row);
  return mismatch(
    path,
    {
      zh: `${name.zh}的得分印为 ${score.printed}，不在 0 与分值 ${weight.printed} 之间`,
      en: `The score of ${name.en} is printed as ${score.printed}, outside 0 to its weight ${weight.printed}`,
    },
    {
      printed: score.printed,
      range: ['0', weight.printed],
      hint: slipped(score.value, weight.value),
    },
  );
}

function missing(row: FundRow): Words {
  const name = fundRowWords(row);
  const blank = (['score', 'weight'] as const)
    .filter((column) => row[column] === null)
    .map((column) => of(name, columnWords[column]));
  const noRate =
    row.weight === null ? row.executionRate === null : executionScores(row).length === 0;
  return lacking([...blank, ...(noRate ? [of(name, columnWords.executionRate)] : [])]);
}

/** How the document shortens scores, and what follows its rates. */
interface Terms {
  readonly mode: RuleContext['rounding']['score'];
  readonly sign: string;
}

/** What is allowed, which never holds the printed score: two intervals that lie on either side of it are not one. */
function allowed(printed: Figure, first: Computed, sources: readonly Computed[]): Interval {
  const all = hull(sources.flatMap(({ interval }) => [interval.low, interval.high]));
  const isBetween = printed.value.gte(all.low) && printed.value.lte(all.high);
  return isBetween ? first.interval : all;
}

function wrongScore(
  path: string,
  row: FundRow,
  printed: Figure,
  sources: readonly Computed[],
  { mode, sign }: Terms,
): Verdict {
  const [unrounded] = sources;
  if (unrounded === undefined) return unverifiable(path, missing(row));
  const decimals = Math.max(printed.decimals, 2);
  const expected = roundTo(unrounded.value, decimals, mode ?? 'half-up').toFixed(decimals);
  const name = fundRowWords(row);
  const note = modeNote(mode);
  // The printed rate, unless the amounts give what is said to be right and it does not.
  const byRate = exact(row.weight ?? '0')
    .times(row.executionRate ?? '0')
    .div(sign === '' ? '1' : hundred);
  const byAmounts =
    executionRatio(row).kind === 'ratio' &&
    (row.executionRate === null || !roundTo(byRate, decimals, mode ?? 'half-up').eq(expected));
  const rate = byAmounts ? `${row.executed} ÷ ${row.annualBudget}` : `${row.executionRate}${sign}`;
  return mismatch(
    path,
    {
      zh: `${name.zh}的得分印为 ${printed.printed}，按 ${row.weight} × ${rate} 应为 ${expected}${note.zh}`,
      en: `The score of ${name.en} is printed as ${printed.printed}, but ${row.weight} × ${rate} gives ${expected}${note.en}`,
    },
    {
      printed: printed.printed,
      expected,
      range: printRange(allowed(printed, unrounded, sources), decimals),
      hint:
        sameAsNeighbour(row, 'score', ['weight', 'executionRate', 'executed', 'annualBudget']) ??
        slippedBy(printed, unrounded),
    },
  );
}
