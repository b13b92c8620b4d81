import type { FundUnit } from '../../../src/schema/index.ts';
import { label, over } from '../forms/table.ts';
import type { DraftRow } from '../forms/table.ts';
import { ratings } from '../forms/words.ts';
import { assemble } from './assemble.ts';
import { closing, ratingPart, sumHeading, sumPairs, sumRow, tasks } from './closing.ts';
import type { Sum } from './closing.ts';
import { executionWeight, funds } from './funds.ts';
import { goals } from './goals.ts';
import { executionGroup, groupsOf } from './groups.ts';
import type { Level1 } from './groups.ts';
import { head, ordinal } from './head.ts';
import {
  expectedIndicators,
  flatten,
  indicatorBody,
  indicatorRows,
  points,
  pointsOf,
} from './indicators.ts';
import type { ColumnKey, Columns } from './indicators.ts';
import { framed } from './rows.ts';
import type { SelfTraits } from './structure.ts';
import type { Context, ExpectedSelfEvaluation, LayoutSample, Part } from './types.ts';
import { foreignColumns } from './words.ts';

const orders: Readonly<Record<SelfTraits['order'], readonly ColumnKey[]>> = {
  standard: ['target', 'actual', 'weight', 'score', 'deviation'],
  'weight-first': ['weight', 'target', 'actual', 'score', 'deviation'],
  'weight-middle': ['target', 'weight', 'actual', 'score', 'deviation'],
  'weight-behind': ['target', 'actual', 'deviation', 'weight', 'score'],
};

/** The value's columns in place of the one, and the column of unknown words in its place. */
function keysOf(context: Context, traits: SelfTraits): ColumnKey[] {
  const split: Readonly<Record<SelfTraits['value'], readonly ColumnKey[]>> = {
    one: ['target'],
    split: ['sign', 'target', 'unit'],
    'value-unit': ['target', 'unit'],
  };
  const levels: ColumnKey[] =
    traits.weights === 'column'
      ? ['level1', 'level1Weight', 'level2', 'level3']
      : ['level1', 'level2', 'level3'];
  const numbered: ColumnKey[] = context.random.chance(0.08) ? ['number'] : [];
  const reasons = context.random.chance(0.8);
  const rest = orders[traits.order]
    .filter((key) => reasons || key !== 'deviation')
    .flatMap((key): readonly ColumnKey[] => (key === 'target' ? split[traits.value] : [key]));
  const keys = [...numbered, ...levels, ...rest];
  if (traits.extra === 'end') return [...keys, 'foreign'];
  if (traits.extra === 'after-name')
    return keys.toSpliced(keys.indexOf('level3') + 1, 0, 'foreign');
  if (traits.extra === 'before-score') return keys.toSpliced(keys.indexOf('score'), 0, 'foreign');
  return keys;
}

function columnsOf(context: Context, traits: SelfTraits, foreign: string): Columns {
  const { word, random } = context;
  const target = word('target').replace(/[(（]A[)）]$/, '');
  const weight = word('weight');
  return {
    keys: keysOf(context, traits),
    words: {
      number: '序号',
      level1: word('level1'),
      level1Weight: random.chance(0.5) ? weight : '权重',
      level2: word('level2'),
      level3: word('level3'),
      foreign,
      later: '',
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

function sumOf(
  context: Context,
  groups: readonly Level1[],
  traits: SelfTraits,
  execution: number,
): Sum {
  const { empty } = context;
  const rows = flatten(groups);
  const weights = rows.reduce((sum, { row }) => sum + (row.weight ?? 0), 0);
  const scores = rows.reduce((sum, { row }) => sum + (row.score ?? 0), 0);
  const weight = empty ? 10_000 : weights + (executionWeight(traits) ?? 0) * 100;
  return {
    weight: pointsOf(context, weight),
    score: empty ? '' : points(scores + execution, true),
  };
}

interface Table {
  readonly part: Part;
  readonly weightPrinted: boolean;
}

/** The indicator table with its heading, its rows and, where the structure has it so, its sum. */
function table(
  context: Context,
  columns: Columns,
  groups: readonly Level1[],
  sum: Sum,
  traits: SelfTraits,
): Table {
  const body = indicatorBody(context, columns, groups);
  const text = context.word('sum');
  const inside = ['row', 'score', 'first-row'].includes(traits.sum);
  const own = (width: number): { rows: DraftRow[]; total: DraftRow } => {
    const { rows, spans } = indicatorRows(context, columns, body, width);
    return { rows, total: sumRow(text, columns, spans, sum, traits.sum === 'score') };
  };
  const frame = traits.lead;
  const lead = context.word('lead');
  const part = framed(
    frame,
    lead,
    {
      width: columns.keys.length,
      rows: (width) => {
        const { rows, total } = own(width);
        if (traits.sum !== 'first-row') return rows;
        const headings = rows.filter((row) => row.kind === 'indicator-header').length;
        return rows.toSpliced(headings, 0, total);
      },
    },
    { above: 'indicator-header', lead: true },
  );
  const withTotal: Part = {
    width: part.width,
    rows: (width) => {
      const rows = part.rows(width);
      if (!inside || traits.sum === 'first-row') return rows;
      const narrow = frame === 'left' ? width - 1 : width;
      const { total } = own(narrow);
      const [first, ...others] = total.cells;
      if (first === undefined || frame !== 'left') return [...rows, total];
      return [...rows, { ...total, cells: [over(first, (first.columnSpan ?? 1) + 1), ...others] }];
    },
  };
  return { part: withTotal, weightPrinted: ['row', 'first-row', 'heading'].includes(traits.sum) };
}

const section = (text: string): Part => ({
  width: 1,
  rows: (columns) => [{ kind: 'head', cells: [over(label(text), columns)] }],
});

/** Puts a numbered title before each block of a form, where the structure has sections. */
export function sections(
  context: Context,
  blocks: readonly (readonly [string, readonly Part[]])[],
): Part[] {
  const printed = blocks.filter(([, parts]) => parts.length > 0);
  return printed.flatMap(([title, parts], index) =>
    context.structure.traits.sections === 'rows'
      ? [section(ordinal(index) + title), ...parts]
      : parts,
  );
}

/** A self-evaluation of the context's structure. */
export function selfEvaluation(context: Context, traits: SelfTraits): LayoutSample {
  const { random, empty, word } = context;
  const unit: FundUnit = random.chance(0.8) ? '万元' : '元';
  const unitLine = traits.funds !== 'none' && traits.money === 'line' ? `单位：${unit}` : null;
  const top = head(context, unitLine);
  const money = funds(context, unit);
  const aims = goals(context);
  const [foreign, foreignTexts] = random.pick(foreignColumns);
  const executed = traits.rows === 'execution' && executionWeight(traits) === null;
  const others = 100 - (executed ? 10 : (executionWeight(traits) ?? 0));
  const usual = groupsOf(context, others, foreignTexts);
  const join = random.pick(['none', 'none', 'all'] as const);
  const execution = executed
    ? [executionGroup(context, traits.weights === 'column' ? 'none' : join)]
    : [];
  const groups = random.chance(0.5) ? [...execution, ...usual] : [...usual, ...execution];
  const columns = columnsOf(context, traits, foreign);
  const score = Number(money.fields.funds.rows.find((row) => row.source === 'total')?.score ?? 0);
  const sum = sumOf(context, groups, traits, Math.round(score * 100));
  const indicators = table(context, columns, groups, sum, traits);
  const truth = expectedIndicators(context, columns, groups);
  const grade = empty ? '' : random.pick<string>(ratings);
  const end = closing(context);
  const task = traits.tasks === 'money' ? tasks(context) : null;
  const rated = traits.rating === 'row';
  const heading = traits.sum === 'heading';
  const above = traits.sum === 'above';
  const ratingWord = word('rating');
  const sumParts = heading ? [sumHeading(word('sum'), sum, rated ? grade : null)] : [];
  const ratingParts = rated && !heading && !above ? [ratingPart(ratingWord, grade)] : [];
  const aboveParts = above
    ? [sumPairs('自评总分', sum.score, rated ? [ratingWord, grade] : null)]
    : [];
  const parts = sections(context, [
    [random.pick(['基本信息', '项目基本情况', '项目概况']), [...top.parts, ...aboveParts]],
    ['主要任务', task === null ? [] : [task.part]],
    [random.pick(['资金情况', '预算执行情况', '项目资金使用情况']), money.parts],
    [random.pick(['绩效目标', '目标完成情况', '年度目标完成情况']), aims.parts],
    [
      random.pick(['绩效指标', '指标完成情况', '年度绩效指标完成情况']),
      [indicators.part, ...sumParts],
    ],
    ['自评结论', [...ratingParts]],
    ['其他说明', end.parts],
  ]);
  const printsSum = traits.sum !== 'none';
  const orNull = (text: string): string | null => (text === '' ? null : text);
  const expected: ExpectedSelfEvaluation = {
    kind: 'self-evaluation',
    ...top.fields,
    ...money.fields,
    ...aims.fields,
    indicators: truth.indicators,
    groupWeights: groupWeights(context, columns, groups),
    total: {
      weight: printsSum && indicators.weightPrinted ? orNull(sum.weight) : null,
      score: printsSum ? orNull(sum.score) : null,
    },
    rating: rated ? orNull(grade) : null,
  };
  return assemble(parts, expected, [top, money, aims, end], {
    extras: [...truth.extras, ...(task?.extras ?? [])],
    open: truth.open,
  });
}

function groupWeights(
  context: Context,
  columns: Columns,
  groups: readonly Level1[],
): ExpectedSelfEvaluation['groupWeights'] {
  const inLabels = context.structure.traits.weights === 'label';
  if (!inLabels && !columns.keys.includes('level1Weight')) return [];
  return groups
    .filter((group) => !inLabels || (group.join === 'none' && group.text.endsWith('指标')))
    .map((group) => ({ level1: group.text, weight: points(group.weight, true) }));
}
