import type { Rule } from '../types.ts';
import { actualRepeatsTarget } from './actual-repeats-target.ts';
import { blankActual } from './blank-actual.ts';
import { blankTarget } from './blank-target.ts';
import { budgetChange } from './budget-change.ts';
import { budgetParts } from './budget-parts.ts';
import { budgetUnit } from './budget-unit.ts';
import { copiedGoal } from './copied-goal.ts';
import { costAboveExecuted } from './cost-above-executed.ts';
import { deductionWithoutReason } from './deduction-without-reason.ts';
import { duplicateIndicator } from './duplicate-indicator.ts';
import { earlierYear } from './earlier-year.ts';
import { executionIndicator } from './execution-indicator.ts';
import { executionRate } from './execution-rate.ts';
import { executionScore } from './execution-score.ts';
import { floatArtefact } from './float-artefact.ts';
import { fullScoreBelowTarget } from './full-score-below-target.ts';
import { fundParts } from './fund-parts.ts';
import { groupWeight } from './group-weight.ts';
import { heavyRow } from './heavy-row.ts';
import { indicatorScore } from './indicator-score.ts';
import { lateCompletion } from './late-completion.ts';
import { lowExecution } from './low-execution.ts';
import { misplacedSatisfaction } from './misplaced-satisfaction.ts';
import { missingGroup } from './missing-group.ts';
import { missingSatisfaction } from './missing-satisfaction.ts';
import { missingValue } from './missing-value.ts';
import { negativeAmount } from './negative-amount.ts';
import { numberInText } from './number-in-text.ts';
import { overAchievement } from './over-achievement.ts';
import { overspent } from './overspent.ts';
import { planCumulative } from './plan-cumulative.ts';
import { rateAboveHundred } from './rate-above-hundred.ts';
import { ratingBand } from './rating-band.ts';
import { reasonWithFullScore } from './reason-with-full-score.ts';
import { repeatedName } from './repeated-name.ts';
import { scoreSum } from './score-sum.ts';
import { scoreWithinWeight } from './score-within-weight.ts';
import { templateText } from './template-text.ts';
import { totalWeight } from './total-weight.ts';
import { undoneFullScore } from './undone-full-score.ts';
import { uniformResults } from './uniform-results.ts';
import { unitConflict } from './unit-conflict.ts';
import { unspentFullScore } from './unspent-full-score.ts';
import { weightSum } from './weight-sum.ts';

/** Every rule, in the order in which findings are listed: from the top of the form to its end. */
export const rules: readonly Rule[] = [
  executionRate,
  executionScore,
  fundParts,
  overspent,
  negativeAmount,
  budgetUnit,
  budgetChange,
  unspentFullScore,
  lowExecution,
  weightSum,
  scoreSum,
  scoreWithinWeight,
  ratingBand,
  totalWeight,
  groupWeight,
  heavyRow,
  missingGroup,
  missingSatisfaction,
  misplacedSatisfaction,
  indicatorScore,
  fullScoreBelowTarget,
  undoneFullScore,
  lateCompletion,
  deductionWithoutReason,
  reasonWithFullScore,
  overAchievement,
  rateAboveHundred,
  unitConflict,
  executionIndicator,
  costAboveExecuted,
  missingValue,
  blankActual,
  blankTarget,
  numberInText,
  copiedGoal,
  floatArtefact,
  actualRepeatsTarget,
  uniformResults,
  duplicateIndicator,
  repeatedName,
  earlierYear,
  templateText,
  budgetParts,
  planCumulative,
];
