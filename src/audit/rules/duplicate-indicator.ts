import type { Indicator, TargetIndicator } from '../../schema/index.ts';
import { isAssessed } from '../indicators.ts';
import { pointers } from '../pointers.ts';
import type { Rule, Verdict } from '../types.ts';
import { mismatch, slips } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

/** The same row twice. */
export const duplicateIndicator: Rule = {
  meta: {
    id: 'duplicate-indicator',
    severity: 'warning',
    title: { zh: '同一行指标不应重复', en: 'No indicator row stands twice' },
    basis: {
      zh: '同级同名、指标值与各栏完全相同的行只应列一次，否则重复计分',
      en: 'A row with the same levels, name, target and figures belongs in the table once, or it counts twice',
    },
    docs: 'docs/rules/duplicate-indicator.md',
  },
  check: ({ indicators }) => slips(repeated(indicators)),
};

function repeated(indicators: readonly (Indicator | TargetIndicator)[]): Verdict[] {
  const seen = new Map<string, number>();
  return indicators.flatMap((indicator, index) => {
    const key = rowKey(indicator);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, index);
    if (earlier === undefined || !isAssessed(indicator)) return [];
    const name = indicatorWords(indicator, index);
    return [
      mismatch(
        pointers.indicator(index),
        {
          zh: `第${index + 1}行${name.zh}与第${earlier + 1}行完全相同`,
          en: `Row ${index + 1}, ${name.en}, is the same as row ${earlier + 1}`,
        },
        { printed: indicator.level3 },
      ),
    ];
  });
}

function rowKey(indicator: Indicator | TargetIndicator): string {
  const rest =
    'actual' in indicator
      ? [indicator.actual.text, indicator.weight, indicator.score, indicator.deviation]
      : [indicator.description, indicator.basis];
  return JSON.stringify([
    indicator.level1,
    indicator.level2,
    indicator.level3,
    indicator.target.text,
    ...rest,
  ]);
}
