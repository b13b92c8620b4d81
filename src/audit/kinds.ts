import type { SelfEvaluationForm, TargetForm } from '../schema/index.ts';
import type { Rule, RuleContext, Verdict } from './types.ts';

type Check<F> = (form: F, context: RuleContext) => Iterable<Verdict>;

/** A check of self-evaluation forms; it says nothing of others. */
export function selfEvaluation(check: Check<SelfEvaluationForm>): Rule['check'] {
  return (form, context) => (form.kind === 'self-evaluation' ? check(form, context) : []);
}

/** A check of target forms; it says nothing of others. */
export function targetForm(check: Check<TargetForm>): Rule['check'] {
  return (form, context) => (form.kind === 'target' ? check(form, context) : []);
}
