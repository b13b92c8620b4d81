import { isNil } from '../model/index.ts';
import type { SelfEvaluationForm } from '../schema/index.ts';
import { givesReasons } from './indicators.ts';

/** Words of the account itself that give a cause. */
const cause = /原因|由于|因为|受.{1,12}影响|因.{1,20}(?:未|没有|推迟|延期|取消|减少)/u;

/** Whether a form gives any reason for a deviation: behind an indicator, in a row of its own, or in its account. */
export function givesAnyReason({ indicators, extras, goal }: SelfEvaluationForm): boolean {
  return (
    indicators.some(({ deviation }) => deviation !== null) ||
    extras.some(({ label, value }) => givesReasons.test(label) && !isNil(value)) ||
    cause.test(goal.actual ?? '')
  );
}
