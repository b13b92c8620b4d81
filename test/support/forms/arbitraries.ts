import fc from 'fast-check';
import { layoutSelfEvaluation } from './layout-self.ts';
import { selfEvaluationArbitrary } from './self-evaluation.ts';
import type { Sample } from './types.ts';

/** A self-evaluation form with its printed layout. */
export const selfEvaluation: fc.Arbitrary<Sample> = selfEvaluationArbitrary.map(layoutSelfEvaluation);

/** The forms of one document. */
export const forms: fc.Arbitrary<Sample[]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(selfEvaluation) }, { weight: 1, arbitrary: fc.array(selfEvaluation, { minLength: 2, maxLength: 4 }) },
);
