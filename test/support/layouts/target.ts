import { label, over } from '../forms/table.ts';
import type { DraftCell, DraftRow } from '../forms/table.ts';
import type { ExpectedTarget } from '../forms/types.ts';
import { assemble } from './assemble.ts';
import { closing } from './closing.ts';
import { targetGoals } from './goals.ts';
import { groupsOf } from './groups.ts';
import type { Level1 } from './groups.ts';
import { head } from './head.ts';
import {
  expectedIndicators,
  flatten,
  indicatorBody,
  indicatorRows,
  laterText,
} from './indicators.ts';
import type { ColumnKey, Columns } from './indicators.ts';
import { framed, spread } from './rows.ts';
import type { BodyCell } from './rows.ts';
import { levelColumns, nameWord, suffixed } from './self-columns.ts';
import { inOrder, sections } from './self.ts';
import type { TargetTraits } from './structure.ts';
import { targetFunds } from './target-funds.ts';
import type { Context, ExpectedExtra, LayoutSample, Part } from './types.ts';
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

/** The rows of a longer term: the same indicators with their values by its end. */
function ofLaterTerm(groups: readonly Level1[]): Level1[] {
  return groups.map((group) => ({
    ...group,
    level2s: group.level2s.map((inner) => ({
      ...inner,
      rows: inner.rows.map((row) => {
        const text = laterText(row);
        const target = { ...row.pair.target, text };
        return { ...row, pair: { ...row.pair, sign: '', number: text, unit: '', target } };
      }),
    })),
  }));
}

/** Cells that print no field of the form lose the path that says so; labels keep theirs, to be spelt out alike. */
const withoutPaths = (body: readonly (readonly BodyCell[])[]): BodyCell[][] =>
  body.map((row) =>
    row.map((one) => {
      const { text, role } = one.cell;
      return role === 'level' ? one : { ...one, cell: { text, role } };
    }),
  );

/** The indicators in one block, or in one for each term. */
function indicatorParts(
  context: Context,
  traits: TargetTraits,
  columns: Columns,
  groups: readonly Level1[],
): { parts: Part[]; extras: ExpectedExtra[] } {
  const { word, random } = context;
  const block = (text: string, body: readonly (readonly BodyCell[])[]): Part => {
    const rows = (width: number): DraftRow[] => indicatorRows(context, columns, body, width).rows;
    const kinds = { above: 'indicator-header', lead: true } as const;
    return framed(traits.lead, text, { width: columns.keys.length, rows }, kinds, 1);
  };
  const body = indicatorBody(context, columns, groups);
  if (traits.terms !== 'blocks')
    return {
      parts: [block(word('lead').replace(/及?完成情况$|达成情况$/, ''), body)],
      extras: [],
    };
  const name = random.pick(['长期绩效指标', '中期绩效指标', '实施期绩效指标']);
  const later = ofLaterTerm(groups);
  const extras = flatten(later)
    .map(({ row }) => ({ label: name, value: row.pair.target.text }))
    .filter(({ value }) => value !== '' && value !== '无');
  return {
    parts: [
      block(name, withoutPaths(indicatorBody(context, columns, later))),
      block('年度绩效指标', body),
    ],
    extras,
  };
}

/** A target form of the context's structure. */
export function targetForm(context: Context, traits: TargetTraits): LayoutSample {
  const { random } = context;
  const unit = traits.money === 'unsaid' ? null : context.style.unit;
  const top = head(context, traits.money === 'line' ? `单位：${context.style.unit}` : null);
  const money = targetFunds(context, traits, unit);
  const aims = targetGoals(context);
  const [foreign, foreignTexts] = random.pick(
    foreignColumns.filter(([name]) => !name.startsWith('佐证')),
  );
  const groups = groupsOf(context, 100, foreignTexts);
  const columns = columnsOf(context, traits, foreign);
  const indicators = indicatorParts(context, traits, columns, groups);
  const truth = expectedIndicators(context, columns, groups);
  const payments = traits.plan === 'row' ? plan(context) : null;
  const end = closing(context);
  const parts = sections(context, [
    ['项目基本信息', top.parts],
    ...inOrder(
      context,
      ['项目资金', [...money.parts, ...(payments === null ? [] : [payments.part])]],
      ['绩效目标', aims.parts],
    ),
    ['绩效指标', indicators.parts],
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
    extras: [...truth.extras, ...indicators.extras],
    open: truth.open,
  });
}
