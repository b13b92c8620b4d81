import { label, over } from '../forms/table.ts';
import type { DraftCell } from '../forms/table.ts';
import type { ExpectedTarget } from '../forms/types.ts';
import { assemble } from './assemble.ts';
import { closing } from './closing.ts';
import { targetGoals } from './goals.ts';
import { groupsOf } from './groups.ts';
import { head } from './head.ts';
import { expectedIndicators, indicatorBody, indicatorRows } from './indicators.ts';
import type { ColumnKey, Columns } from './indicators.ts';
import { framed, spread } from './rows.ts';
import { levelColumns, nameWord, sections, suffixed } from './self.ts';
import type { TargetTraits } from './structure.ts';
import { targetFunds } from './target-funds.ts';
import type { Context, LayoutSample, Part } from './types.ts';
import { foreignColumns } from './words.ts';

function columnsOf(context: Context, traits: TargetTraits, foreign: string): Columns {
  const { word, random } = context;
  const later = traits.terms === 'columns';
  const value: Readonly<Record<TargetTraits['value'], readonly ColumnKey[]>> = {
    one: ['target'],
    split: ['sign', 'target', 'unit'],
    'value-unit': ['target', 'unit'],
  };
  const keys: ColumnKey[] = [
    ...levelColumns({ depth: traits.depth, weights: 'none' }),
    ...(traits.extra === 'after-name' ? (['foreign'] as const) : []),
    ...(later ? (['later'] as const) : []),
    ...value[traits.value],
    ...(traits.extra === 'end' ? (['foreign'] as const) : []),
  ];
  const [laterWord, annual] = random.pick([
    ['实施期指标值', '年度指标值'],
    ['中期指标值', '年度指标值'],
    ['总体指标值', '当年度指标值'],
  ] as const);
  const plain = word('target').replace(/[(（]A[)）]$/, '');
  const target = later ? annual : suffixed(context, plain);
  return {
    keys,
    words: {
      number: '序号',
      level1: word('level1'),
      level1Weight: '',
      level2: word('level2'),
      level2Weight: '',
      level3: nameWord(context, traits.depth),
      foreign,
      later: laterWord,
      sign: word('sign'),
      target: traits.value === 'one' ? target : '指标值',
      unit: word('measureUnit'),
      actual: '',
      weight: '',
      score: '',
      deviation: '',
      basis: '',
    },
    groups: { levels: '绩效指标', target, results: '指标值设定' },
  };
}

/** The cumulative plan of payments, by the end of which month how much. */
function plan(context: Context): { part: Part; plan: ExpectedTarget['disbursementPlan'] } {
  const { random, empty } = context;
  const by = random.pick([
    ['3月底', '6月底', '9月底', '12月底'],
    ['3月底', '6月底', '10月底', '12月底'],
  ]);
  const percents = random.pick([
    ['25.00', '50.00', '75.00', '100.00'],
    ['20', '45', '80', '100'],
  ]);
  const row = (cells: readonly DraftCell[], columns: number): DraftCell[] => {
    const spans = spread(cells.length, columns, [1, 3]);
    return cells.map((cell, index) => over(cell, spans[index] ?? 1));
  };
  const part: Part = {
    width: 5,
    rows: (columns) => [
      {
        kind: 'head',
        cells: [
          over(label('资金支出计划（%）'), 1, 2),
          ...row(
            by.map((text) => label(text)),
            columns - 1,
          ),
        ],
      },
      {
        kind: 'head',
        cells: row(
          percents.map((text, index) => ({
            text: empty ? '' : `${text}%`,
            role: 'number',
            path: `disbursementPlan/${String(index)}/percent`,
          })),
          columns - 1,
        ),
      },
    ],
  };
  return {
    part,
    plan: by.map((text, index) => ({
      by: text,
      percent: empty ? null : (percents[index] ?? null),
    })),
  };
}

/** A target form of the context's structure. */
export function targetForm(context: Context, traits: TargetTraits): LayoutSample {
  const { random, word } = context;
  const unit = traits.money === 'unsaid' ? null : context.style.unit;
  const top = head(context, traits.money === 'line' ? `单位：${context.style.unit}` : null);
  const money = targetFunds(context, traits, unit);
  const aims = targetGoals(context);
  const [foreign, foreignTexts] = random.pick(
    foreignColumns.filter(([name]) => !name.startsWith('佐证')),
  );
  const groups = groupsOf(context, 100, foreignTexts);
  const columns = columnsOf(context, traits, foreign);
  const body = indicatorBody(context, columns, groups);
  const indicators = framed(
    traits.lead,
    word('lead').replace(/及?完成情况$|达成情况$/, ''),
    {
      width: columns.keys.length,
      rows: (width) => indicatorRows(context, columns, body, width).rows,
    },
    { above: 'indicator-header', lead: true },
    1,
  );
  const truth = expectedIndicators(context, columns, groups);
  const payments = traits.plan === 'row' ? plan(context) : null;
  const end = closing(context);
  const parts = sections(context, [
    ['项目基本信息', top.parts],
    ['项目资金', [...money.parts, ...(payments === null ? [] : [payments.part])]],
    ['绩效目标', aims.parts],
    ['绩效指标', [indicators]],
    ['其他说明', end.parts],
  ]);
  const expected: ExpectedTarget = {
    kind: 'target',
    ...top.fields,
    ...money.fields,
    disbursementPlan: payments?.plan ?? [],
    ...aims.fields,
    indicators: truth.indicators.map(({ level1, level2, level3, target }) => ({
      level1,
      level2,
      level3,
      description: null,
      target: { ...target, description: null },
      basis: null,
    })),
  };
  return assemble([...top.titles, ...parts], expected, [top, money, aims, end], {
    extras: truth.extras,
    open: truth.open,
  });
}
