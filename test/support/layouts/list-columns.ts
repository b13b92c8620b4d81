import type { ColumnKey, Columns } from './indicators.ts';
import { levelColumns, nameWord, suffixed } from './self-columns.ts';
import type { ListTraits } from './structure.ts';
import type { Context } from './types.ts';

/** The indicators' columns of a list. */
export function indicatorColumns(context: Context, traits: ListTraits, foreign: string): Columns {
  const { word } = context;
  const target: readonly ColumnKey[] = {
    one: ['target'],
    split: ['sign', 'target', 'unit'],
    'value-unit': ['target', 'unit'],
  }[traits.value] as readonly ColumnKey[];
  const orders = {
    standard: [...target, 'actual', 'weight', 'score', 'deviation'],
    'weight-first': ['weight', ...target, 'actual', 'score', 'deviation'],
    'weight-middle': [...target, 'weight', 'actual', 'score', 'deviation'],
  } as const;
  const rest: readonly ColumnKey[] =
    traits.of === 'self-evaluation' ? orders[traits.order] : target;
  const text = suffixed(context, word('target').replace(/[(（]A[)）]$/, ''));
  return {
    keys: [
      ...levelColumns(traits),
      ...rest,
      ...(traits.extra === 'end' ? (['foreign'] as const) : []),
    ],
    words: {
      number: '',
      level1: word('level1'),
      level1Weight: '',
      level2: word('level2'),
      level2Weight: '',
      level3: nameWord(context, traits.depth),
      foreign,
      later: '',
      sign: word('sign'),
      target: traits.value === 'one' ? text : '指标值',
      unit: word('measureUnit'),
      actual: word('actual').replace(/[(（]B[)）]$/, ''),
      weight: word('weight'),
      score: word('score'),
      deviation: word('deviation'),
      basis: '',
    },
    groups: { levels: '绩效指标', target: text, results: '指标完成情况' },
  };
}
