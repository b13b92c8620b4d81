import {
  agreement,
  type Exact,
  exact,
  type Figure,
  figure,
  type Interval,
  nearest,
  printRange,
  unitOf,
} from '../../number/index.ts';
import type { Indicator, SelfEvaluationForm } from '../../schema/index.ts';
import { acceptedScores } from '../accepted-scores.ts';
import {
  isBesideScale,
  missesTarget,
  type Quantities,
  quantities,
  staysBelow,
} from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { mergedCells } from '../merged.ts';
import { pointers } from '../pointers.ts';
import type { Rule, RuleContext, Verdict } from '../types.ts';
import { exactly, mismatch, unverifiable, withinRounding } from '../verdict.ts';
import { indicatorWords, sharedWeight } from '../words.ts';

/** A quantitative score that no accepted rule gives from target and actual. Qualitative rows and rows without figures are no check. */
export const indicatorScore: Rule = {
  meta: {
    id: 'indicator-score',
    severity: 'warning',
    title: {
      zh: '定量指标的得分应能由指标值和完成值算出',
      en: 'A quantitative score follows from target and actual',
    },
    basis: {
      zh: '财预〔2020〕10号：定量指标完成指标值的记全部分值，未完成的按完成值与指标值的比例记分；反向指标各地有两种算法',
      en: 'Cai Yu [2020] No. 10: a quantitative indicator that is met earns its weight, else in proportion; for "at most" targets two rules are in use',
    },
    docs: 'docs/rules/indicator-score.md',
  },
  check: selfEvaluation(function* (form, { settings, spanned }) {
    const merged = mergedCells(form, spanned);
    for (const [index, indicator] of form.indicators.entries()) {
      const both = quantities(indicator);
      if (
        both === null ||
        isBesideScale(indicator) ||
        indicator.weight === null ||
        indicator.score === null
      )
        continue;
      if (merged.sharesWeight(index)) {
        yield unverifiable(pointers.indicator(index, 'score'), sharedWeight);
        continue;
      }
      yield* checkScore(form, indicator, index, both, settings);
    }
  }),
};

function* checkScore(
  form: SelfEvaluationForm,
  indicator: Indicator,
  index: number,
  both: Quantities,
  settings: RuleContext['settings'],
): Iterable<Verdict> {
  const weight = figure(indicator.weight ?? '0').value;
  const score = figure(indicator.score ?? '0');
  const accepted = acceptedScores(form, indicator, weight, both);
  // A full score for a missed target is the business of full-score-below-target, a score beyond the weight of score-within-weight.
  if (
    accepted === null ||
    score.value.gt(weight) ||
    (score.value.eq(weight) && missesTarget(indicator, both)) ||
    mayBeMarkedDown(indicator, both, settings)
  )
    return;
  const found = accepted.map((interval) => agreement(score, interval.low, interval));
  if (found.includes('exact')) yield exactly;
  else if (
    found.includes('within-rounding') ||
    accepted.some((interval) => isPadded(score, interval))
  )
    yield withinRounding;
  else yield wrongScore(indicator, index, accepted, score.printed, Math.max(score.decimals, 2));
}

/** An actual far beyond its target: 财预〔2020〕10号 asks for a lower score where the target was set too low. */
function mayBeMarkedDown(
  indicator: Indicator,
  { target, actual, comparator }: Quantities,
  { overAchievement }: RuleContext['settings'],
): boolean {
  if (comparator === '≤' || comparator === '<') return false;
  if (comparator === null && staysBelow(indicator)) return false;
  return actual.value.gte(target.value.times(overAchievement).div('100'));
}

/** Scores given by hand to a half or a whole point are printed with as many decimals as all others: 28.40 for 28.42. */
function isPadded({ value, decimals }: Figure, { low, high }: Interval): boolean {
  const places = value.decimalPlaces();
  const half = unitOf(places).times('0.5');
  return places < decimals && low.lte(value.plus(half)) && high.gte(value.minus(half));
}

function wrongScore(
  indicator: Indicator,
  index: number,
  accepted: readonly Interval[],
  printed: string,
  decimals: number,
): Verdict {
  const middle = ({ low, high }: Interval): Exact => low.plus(high).div(exact('2'));
  const candidates = [...new Set(accepted.map((interval) => middle(interval).toFixed(decimals)))];
  const [first] = candidates;
  const near = nearest(
    accepted.map((interval) => ({ interval })),
    exact(printed),
  );
  const name = indicatorWords(indicator, index);
  const figures = {
    zh: `指标值 ${indicator.target.text}、完成值 ${indicator.actual.text}`,
    en: `target ${indicator.target.text} and actual ${indicator.actual.text}`,
  };
  return mismatch(
    pointers.indicator(index, 'score'),
    {
      zh: `${name.zh}的得分印为 ${printed}，按${figures.zh}、分值 ${indicator.weight} 应为 ${candidates.join(' 或 ')}`,
      en: `The score of ${name.en} is printed as ${printed}, but ${figures.en} with weight ${indicator.weight} give ${candidates.join(' or ')}`,
    },
    {
      printed,
      // Where two rules are in use, neither is known to be the right one.
      expected: candidates.length === 1 && first !== undefined ? first : null,
      range: near === undefined ? null : printRange(near.interval, decimals),
    },
  );
}
