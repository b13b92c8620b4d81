import fc from 'fast-check';
import { layoutSelfEvaluation } from './layout-self.ts';
import { layoutApplication, layoutBudgetTarget } from './layout-target.ts';
import { selfEvaluationArbitrary } from './self-evaluation.ts';
import { applicationArbitrary, budgetTargetArbitrary } from './target.ts';
import type { Sample } from './types.ts';

/** A self-evaluation form with its printed layout. */
const selfEvaluation: fc.Arbitrary<Sample> = selfEvaluationArbitrary.map(layoutSelfEvaluation);

/** A target form of either layout. */
const target: fc.Arbitrary<Sample> = fc.oneof(
  applicationArbitrary.map(layoutApplication),
  budgetTargetArbitrary.map(layoutBudgetTarget),
);

const one = fc.oneof({ weight: 4, arbitrary: selfEvaluation }, { weight: 1, arbitrary: target });

/** The forms of one document, of one kind, as a department files them. */
export const forms: fc.Arbitrary<Sample[]> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(one) },
  { weight: 1, arbitrary: fc.array(selfEvaluation, { minLength: 2, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(target, { minLength: 2, maxLength: 3 }) },
);
