import type { Rule } from '../types.ts';
import { actualRepeatsTarget } from './actual-repeats-target.ts';
import { budgetParts } from './budget-parts.ts';
import { deductionWithoutReason } from './deduction-without-reason.ts';
import { duplicateIndicator } from './duplicate-indicator.ts';
import { executionIndicator } from './execution-indicator.ts';
import { executionRate } from './execution-rate.ts';
import { executionScore } from './execution-score.ts';
import { floatArtefact } from './float-artefact.ts';
import { fullScoreBelowTarget } from './full-score-below-target.ts';
import { fundParts } from './fund-parts.ts';
import { groupWeight } from './group-weight.ts';
import { indicatorScore } from './indicator-score.ts';
import { missingValue } from './missing-value.ts';
import { numberInText } from './number-in-text.ts';
import { overAchievement } from './over-achievement.ts';
import { planCumulative } from './plan-cumulative.ts';
import { ratingBand } from './rating-band.ts';
import { scoreSum } from './score-sum.ts';
import { scoreWithinWeight } from './score-within-weight.ts';
import { totalWeight } from './total-weight.ts';
import { weightSum } from './weight-sum.ts';

/** Every rule, in the order in which findings are listed: from the top of the form to its end. */
export const rules: readonly Rule[] = [
  executionRate,
  executionScore,
  fundParts,
  weightSum,
  scoreSum,
  scoreWithinWeight,
  ratingBand,
  totalWeight,
  groupWeight,
  indicatorScore,
  fullScoreBelowTarget,
  deductionWithoutReason,
  overAchievement,
  executionIndicator,
  missingValue,
  numberInText,
  floatArtefact,
  actualRepeatsTarget,
  duplicateIndicator,
  budgetParts,
  planCumulative,
];
