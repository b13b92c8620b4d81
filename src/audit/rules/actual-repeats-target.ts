import { foldWidth } from '../../model/index.ts';
import type { Indicator } from '../../schema/index.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Rule, Verdict } from '../types.ts';
import { mismatch, slips } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

/** An actual that only repeats the target with its sign (≥95% for ≥95%) does not say what was reached. */
export const actualRepeatsTarget: Rule = {
  meta: {
    id: 'actual-repeats-target',
    severity: 'info',
    title: {
      zh: '完成值不应只是连同符号照抄指标值',
      en: 'An actual does not merely repeat the target with its sign',
    },
    basis: {
      zh: '“实际完成值”应是实际数；照抄“≥95%”看不出完成了多少',
      en: 'The actual is to be what was reached; a repeated ≥95% does not say how much that was',
    },
    docs: 'docs/rules/actual-repeats-target.md',
  },
  check: selfEvaluation(({ indicators }) =>
    slips(
      indicators.flatMap((indicator, index) =>
        repeats(indicator) ? [repetition(indicator, index)] : [],
      ),
    ),
  ),
};

function repetition(indicator: Indicator, index: number): Verdict {
  const name = indicatorWords(indicator, index);
  const { text } = indicator.actual;
  return mismatch(
    pointers.indicator(index, 'actual'),
    {
      zh: `${name.zh}的完成值连同符号照抄了指标值 ${text}，应填实际完成数`,
      en: `The actual of ${name.en} repeats the target ${text} with its sign: it should be what was reached`,
    },
    { printed: text },
  );
}

const sign = /[≥≧⩾≤≦⩽<>=≈]/;

function repeats({ target, actual }: Indicator): boolean {
  const key = (text: string): string => foldWidth(text).replace(/\s/g, '');
  return (
    key(target.text) === key(actual.text) &&
    (actual.comparator !== null || sign.test(key(actual.text)))
  );
}
