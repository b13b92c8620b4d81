import { type Exact, hundred } from '../../number/index.ts';
import { foldWidth } from '../../model/index.ts';
import type { RatingBand, SelfEvaluationForm } from '../../schema/index.ts';
import { read } from '../funds.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Rule, RuleContext, Verdict } from '../types.ts';
import { exactly, mismatch, unverifiable } from '../verdict.ts';
import { columnWords, lacking, of } from '../words.ts';

/** The printed rating against the total score. A form that prints no rating claims none. */
export const ratingBand: Rule = {
  meta: {
    id: 'rating-band',
    severity: 'error',
    title: {
      zh: '评分等级应与总分得分相符',
      en: 'The rating is the one that the total score earns',
    },
    basis: {
      zh: '财预〔2020〕10号：90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差；地方另有规定的可配置',
      en: 'Cai Yu [2020] No. 10: 优 from 90, 良 from 80, 中 from 60, 差 below; configurable where a province differs',
    },
    docs: 'docs/rules/rating-band.md',
  },
  check: selfEvaluation((form, { settings }) =>
    form.rating === null ? [] : [checkRating(form, form.rating, settings)],
  ),
};

/** The rating's bare word: brackets and a closing 等, 级 or 档 taken off. */
function ratingWord(rating: string): string {
  const bare = foldWidth(rating)
    .replace(/\s/g, '')
    .replace(/\([^()]*\)/g, '');
  return bare.replace(/(?:等级|等次|等|级|档)$/, '');
}

function bandOf(score: Exact, bands: readonly RatingBand[]): RatingBand | undefined {
  return bands.find(({ from }) => score.gte(from)) ?? bands.at(-1);
}

function checkRating(
  { total }: SelfEvaluationForm,
  rating: string,
  { ratingBands }: RuleContext['settings'],
): Verdict {
  const score = read(total.score);
  if (score === null)
    return unverifiable(
      pointers.rating,
      lacking([of({ zh: '总分', en: 'total' }, columnWords.score)]),
    );
  const word = ratingWord(rating);
  const printed = ratingBands.find(({ names }) => names.includes(word));
  if (printed === undefined) {
    return unverifiable(pointers.rating, {
      zh: `等级“${rating}”不在所配置的等级之内`,
      en: `"${rating}" is none of the configured ratings`,
    });
  }
  const earned = bandOf(score.value, ratingBands);
  const weight = read(total.weight);
  // Some forms total less or more than 100: the bands may then be meant for the share of it.
  const scaled =
    weight === null || weight.value.isZero()
      ? earned
      : bandOf(score.value.div(weight.value).times(hundred), ratingBands);
  if (earned === undefined || printed === earned || printed === scaled) return exactly;
  const expected = earned.names[0] ?? null;
  return mismatch(
    pointers.rating,
    {
      zh: `评分等级印为“${rating}”，总分得分 ${score.printed} 应为“${expected}”`,
      en: `The rating is printed as "${rating}", but a total score of ${score.printed} earns "${expected}"`,
    },
    { printed: rating, expected },
  );
}
