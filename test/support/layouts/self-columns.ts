import type { ColumnKey, Columns } from './indicators.ts';
import type { SelfTraits } from './structure.ts';
import type { Context } from './types.ts';

const orders: Readonly<Record<SelfTraits['order'], readonly ColumnKey[]>> = {
  standard: ['target', 'actual', 'weight', 'score', 'deviation'],
  'weight-first': ['weight', 'target', 'actual', 'score', 'deviation'],
  'weight-middle': ['target', 'weight', 'actual', 'score', 'deviation'],
  'weight-behind': ['target', 'actual', 'deviation', 'weight', 'score'],
};

/** The columns of the levels, with the weights of whole groups where they have columns of their own. */
export function levelColumns(traits: Pick<SelfTraits, 'depth' | 'weights'>): ColumnKey[] {
  if (traits.depth === 'name-only') return ['level3'];
  if (traits.depth === 'one-and-name') return ['level1', 'level3'];
  if (traits.weights === 'column') return ['level1', 'level1Weight', 'level2', 'level3'];
  return traits.weights === 'each-level'
    ? ['level1', 'level1Weight', 'level2', 'level2Weight', 'level3']
    : ['level1', 'level2', 'level3'];
}

/** The value's columns in place of the one, and the column of unknown words in its place. */
function keysOf(context: Context, traits: SelfTraits): ColumnKey[] {
  const split: Readonly<Record<SelfTraits['value'], readonly ColumnKey[]>> = {
    one: ['target'],
    split: ['sign', 'target', 'unit'],
    'value-unit': ['target', 'unit'],
  };
  const later: readonly ColumnKey[] = traits.terms === 'columns' ? ['later'] : [];
  const target = [...later, ...split[traits.value]];
  const levels = levelColumns(traits);
  const numbered: ColumnKey[] = context.random.chance(0.08) ? ['number'] : [];
  const reasons = context.random.chance(0.8);
  const rest = orders[traits.order]
    .filter((key) => reasons || key !== 'deviation')
    .flatMap((key): readonly ColumnKey[] => (key === 'target' ? target : [key]));
  const keys = [...numbered, ...levels, ...rest];
  if (traits.extra === 'end') return [...keys, 'foreign'];
  if (traits.extra === 'after-name')
    return keys.toSpliced(keys.indexOf('level3') + 1, 0, 'foreign');
  if (traits.extra === 'before-score') return keys.toSpliced(keys.indexOf('score'), 0, 'foreign');
  return keys;
}

/** Without columns for all levels the names stand under a word of their own. */
export const nameWord = (context: Context, depth: SelfTraits['depth']): string =>
  depth === 'three' ? context.word('level3') : context.random.pick(['指标名称', '绩效指标名称']);

/** What a heading adds in brackets to the word that names it. */
const suffixes = ['（经县财政局2024年8月批复调整）', '（按年初批复填列）', '（对照年初目标填写）'];

/** A heading's word with what a form adds to it, where it does. */
export function suffixed(context: Context, text: string): string {
  return context.structure.traits.suffix === 'heading'
    ? text + context.random.pick(suffixes)
    : text;
}

/** The columns of a self-evaluation's indicators, with the words above them. */
export function columnsOf(context: Context, traits: SelfTraits, foreign: string): Columns {
  const { word, random } = context;
  // Beside a value of another term the year's own must say so.
  const plain = traits.terms === 'columns' ? '年度指标值' : word('target');
  const target = suffixed(context, plain.replace(/[(（]A[)）]$/, ''));
  const weight = word('weight');
  return {
    keys: keysOf(context, traits),
    words: {
      number: '序号',
      level1: word('level1'),
      level1Weight: weight,
      level2: word('level2'),
      level2Weight: weight,
      level3: nameWord(context, traits.depth),
      foreign,
      later: random.pick(['中期指标值', '实施期指标值']),
      sign: word('sign'),
      target: traits.value === 'one' ? target : '指标值',
      unit: word('measureUnit'),
      actual: word('actual').replace(/[(（]B[)）]$/, ''),
      weight,
      score: word('score'),
      deviation: word('deviation'),
      basis: '',
    },
    groups: {
      levels: '绩效指标',
      target,
      results: random.pick(['指标完成情况', '自评情况', '绩效指标完成情况']),
    },
  };
}
