import { type Figure, figure, sum, zero } from '../../number/index.ts';
import type { Indicator, SelfEvaluationForm } from '../../schema/index.ts';
import { read } from '../funds.ts';
import { slipped } from '../hints.ts';
import { isBesideScale, isAssessed } from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { type MergedCells, mergedCells, spannedBelow } from '../merged.ts';
import { pointers } from '../pointers.ts';
import { exceedsWeight } from '../total-sum.ts';
import { totalWords } from '../total-verdicts.ts';
import type { Hint, Rule, Spanned, Verdict, Words } from '../types.ts';
import { exactly, mismatch, unverifiable } from '../verdict.ts';
import { columnWords, indicatorWords, lacking, of, sharedWeight } from '../words.ts';

/** 0 ≤ score ≤ weight for every indicator, for rows that share one weight, and for the total. */
export const scoreWithinWeight: Rule = {
  meta: {
    id: 'score-within-weight',
    severity: 'error',
    title: {
      zh: '指标得分应在 0 与分值之间',
      en: "An indicator's score lies between 0 and its weight",
    },
    basis: {
      zh: '分值即该指标的满分；财预〔2020〕10号：完成指标值的记该指标所赋全部分值',
      en: "The weight is the indicator's full score; Cai Yu [2020] No. 10: an indicator that is met earns all of it",
    },
    docs: 'docs/rules/score-within-weight.md',
  },
  check: selfEvaluation(function* (form, { spanned }) {
    yield* overTotal(form);
    yield* overShared(form.indicators, spanned);
    const merged = mergedCells(form, spanned);
    const blank = columns.filter(
      (column) =>
        form.indicators.length > 1 && form.indicators.every((one) => one[column] === null),
    );
    for (const [index, indicator] of form.indicators.entries()) {
      const absent = columns.filter((column) => indicator[column] === null);
      if (absent.length === 0) yield checkIndicator(indicator, index, merged);
      else if (!isAssessed(indicator) || isBesideScale(indicator)) continue;
      else if (!absent.every((column) => merged.isNoGap(index, column)))
        yield unverifiable(
          pointers.indicator(index, 'score'),
          missing(indicator, index, absent, blank),
        );
      // Without a score of its own a row is checked with the one above, which prints it for both.
      else if (indicator.score !== null)
        yield unverifiable(pointers.indicator(index, 'score'), sharedWeight);
    }
  }),
};

/** 总分 above its own weight, where no row adds points to the scale. */
function overTotal(form: SelfEvaluationForm): Verdict[] {
  const [score, weight] = [read(form.total.score), read(form.total.weight)];
  if (!exceedsWeight(form) || score === null || weight === null) return [];
  if (weight.value.isZero() || form.indicators.some(isBesideScale)) return [];
  return [outside(pointers.total('score'), totalWords, score, weight)];
}

/** Scores of rows that share one printed weight, above it together. */
function overShared(indicators: readonly Indicator[], spanned: Spanned): Verdict[] {
  return indicators.flatMap((first, index) => {
    const weight = read(first.weight);
    const below = weight === null ? [] : spannedBelow(indicators, index, 'weight', spanned);
    if (weight === null || below.length === 0) return [];
    const scores = [first, ...below].flatMap(({ score }) => read(score) ?? []);
    const whole = sum(scores.map(({ value }) => value));
    const count = below.length + 1;
    if (scores.length < count || whole.lte(weight.value)) return [];
    const name = indicatorWords(first, index);
    const added = `${scores.map(({ printed }) => printed).join(' + ')} = ${whole.toFixed()}`;
    return [
      mismatch(
        pointers.indicator(index, 'score'),
        {
          zh: `${name.zh}等 ${count} 行合用分值 ${weight.printed}，得分之和 ${added}，超过分值`,
          en: `${name.en} and the rows below (${count} in all) share the weight ${weight.printed}, but their scores add up to ${added}`,
        },
        { printed: whole.toFixed(), range: ['0', weight.printed] },
      ),
    ];
  });
}

type Column = 'weight' | 'score';
const columns: readonly Column[] = ['weight', 'score'];
const allIndicators: Words = { zh: '所有指标', en: 'all indicators' };

/** A row that adds points to the scale or takes some off (加分项, 扣分项): it prints no weight to stay within, or one below 0. */
function isBeyondScale(indicator: Indicator, weight: Figure, score: Figure): boolean {
  const name = [indicator.level1, indicator.level2, indicator.level3].join();
  const takes =
    score.value.lt(zero) &&
    /扣分|减分/.test(name) &&
    (weight.value.isZero() || score.value.gte(weight.value));
  return takes || (weight.value.isZero() && /加分|附加分/.test(name));
}

function missing(
  indicator: Indicator,
  index: number,
  absent: readonly Column[],
  blank: readonly Column[],
): Words {
  const whole = absent.some((column) => blank.includes(column));
  const name = indicatorWords(indicator, index);
  return lacking(
    (whole ? blank : absent).map((column) => of(whole ? allIndicators : name, columnWords[column])),
  );
}

function checkIndicator(indicator: Indicator, index: number, merged: MergedCells): Verdict {
  const path = pointers.indicator(index, 'score');
  const name = indicatorWords(indicator, index);
  const weight = figure(indicator.weight ?? '0');
  const score = figure(indicator.score ?? '0');
  const most = merged.mostScore(index) ?? weight.value;
  if (score.value.gte(zero) && score.value.lte(most)) return exactly;
  if (isBeyondScale(indicator, weight, score)) return exactly;
  return outside(path, name, score, weight);
}

function outside(path: string, name: Words, score: Figure, weight: Figure): Verdict {
  const hint: Hint | null = slipped(score.value, weight.value);
  return mismatch(
    path,
    {
      zh: `${name.zh}的得分印为 ${score.printed}，不在 0 与分值 ${weight.printed} 之间`,
      en: `The score of ${name.en} is printed as ${score.printed}, outside 0 to its weight ${weight.printed}`,
    },
    { printed: score.printed, range: ['0', weight.printed], hint },
  );
}
