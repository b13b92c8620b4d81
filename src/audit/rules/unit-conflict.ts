import { exact } from '../../number/index.ts';
import type { Indicator } from '../../schema/index.ts';
import { hints } from '../hints.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import { isApplicable } from '../rows.ts';
import type { Hint, Rule, Verdict } from '../types.ts';
import { dimensionOf, isUnitSlip, unitKey } from '../units.ts';
import { exactly, mismatch } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

/** Target and actual that are measured in different things. */
export const unitConflict: Rule = {
  meta: {
    id: 'unit-conflict',
    severity: 'warning',
    title: {
      zh: '完成值与指标值的单位应一致',
      en: 'Actual and target are in the same unit',
    },
    basis: {
      zh: '同一指标的完成值与指标值要能比较；金额对比率、万元对元的，比较没有意义',
      en: 'The actual of an indicator is compared with its target: an amount with a rate, or 元 with 万元, cannot be',
    },
    docs: 'docs/rules/unit-conflict.md',
  },
  check: selfEvaluation(function* ({ indicators }) {
    for (const [index, indicator] of indicators.entries()) {
      const { target, actual } = indicator;
      const isCompared =
        isApplicable(indicator) &&
        target.number !== null &&
        actual.number !== null &&
        unitKey(target) !== '' &&
        unitKey(actual) !== '';
      if (!isCompared) continue;
      const [goal, done] = [dimensionOf(target), dimensionOf(actual)];
      if (goal !== null && done !== null && goal !== done) yield conflict(indicator, index, null);
      else if (isUnitSlip(target, actual)) yield conflict(indicator, index, slipHint(indicator));
      else yield exactly;
    }
  }),
};

function slipHint({ target }: Indicator): Hint | null {
  return dimensionOf(target) === 'money' ? hints.units : null;
}

function conflict(indicator: Indicator, index: number, hint: Hint | null): Verdict {
  const name = indicatorWords(indicator, index);
  const { target, actual } = indicator;
  const isZero = exact(actual.number ?? '0').isZero();
  if (isZero) return exactly;
  return mismatch(
    pointers.indicator(index, 'actual'),
    {
      zh: `${name.zh}的完成值 ${actual.text} 与指标值 ${target.text} 单位不同`,
      en: `The actual ${actual.text} of ${name.en} and its target ${target.text} are in different units`,
    },
    { printed: actual.text, hint },
  );
}
