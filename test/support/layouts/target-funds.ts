import type { FundUnit } from '../../../src/schema/index.ts';
import { label, number, over, prose } from '../forms/table.ts';
import type { DraftCell } from '../forms/table.ts';
import { framed, pairRow, spread } from './rows.ts';
import { bareLabel, unitScale, withUnit } from './sources.ts';
import type { TargetTraits } from './structure.ts';
import type { Built, Context, ExpectedExtra, Part } from './types.ts';
import { figure, money } from './values.ts';
import type { Figure } from './values.ts';

interface Amount {
  readonly label: string;
  /** Null where the contract has no field for it. */
  readonly path: 'budget' | 'fiscal' | 'other' | null;
  readonly figure: Figure;
}

export interface TargetFunds {
  readonly funds: {
    readonly unit: FundUnit | null;
    readonly budget: string | null;
    readonly fiscal: string | null;
    readonly other: string | null;
    readonly purpose: null;
  };
}

function amountsOf(context: Context): Amount[] {
  const { random, style, empty, word } = context;
  const scale = 10 ** style.decimals * unitScale(style);
  const fiscal = (10 + random.int(3000)) * scale + (style.decimals > 0 ? random.int(scale) : 0);
  const other = random.chance(0.6) ? 0 : random.int(500) * scale;
  const of = (amount: number): Figure => (empty ? figure('') : money(amount, style));
  return [
    { label: word('total'), path: 'budget', figure: of(fiscal + other) },
    { label: word('fiscal'), path: 'fiscal', figure: of(fiscal) },
    { label: word('other'), path: 'other', figure: of(other) },
  ];
}

const cellOf = (amount: Amount): DraftCell =>
  amount.path === null
    ? number(amount.figure.text)
    : number(amount.figure.text, `funds/${amount.path}`);

const rowsPart = (amounts: readonly Amount[]): Part => ({
  width: 2,
  rows: (columns) =>
    amounts.map((one) => pairRow('fund', [label(one.label), cellOf(one)], columns)),
});

const rowPart = (amounts: readonly Amount[]): Part => ({
  width: amounts.length * 2,
  rows: (columns) => [
    pairRow(
      'fund',
      amounts.flatMap((one) => [label(one.label), cellOf(one)]),
      columns,
    ),
  ],
});

/** A label and its amount in one cell, a row each: 年度资金总额：16. */
const inCellPart = (amounts: readonly Amount[]): Part => ({
  width: 1,
  rows: (columns) =>
    amounts.map((one) => ({
      kind: 'fund',
      cells: [
        over({ ...cellOf(one), text: `${bareLabel(one.label)}：${one.figure.text}` }, columns),
      ],
    })),
});

/** All labels and amounts in one cell, a line each. */
const oneCellPart = (amounts: readonly Amount[]): Part => ({
  width: 1,
  rows: (columns) => [
    {
      kind: 'fund',
      cells: [
        over(
          prose(amounts.map((one) => `${bareLabel(one.label)}：${one.figure.text}`).join('\n')),
          columns,
        ),
      ],
    },
  ],
});

const underLabelsPart = (amounts: readonly Amount[]): Part => ({
  width: amounts.length,
  rows: (columns) => {
    const spans = spread(amounts.length, columns, [0, 1, 2]);
    const row = (cells: readonly DraftCell[]): DraftCell[] =>
      cells.map((cell, index) => over(cell, spans[index] ?? 1));
    return [
      { kind: 'fund-header', cells: row(amounts.map((one) => label(one.label))) },
      { kind: 'fund', cells: row(amounts.map(cellOf)) },
    ];
  },
});

/** The longer term beside the year: 实施期资金总额 and 年度资金总额, each with its sources. */
function termsPart(
  context: Context,
  amounts: readonly Amount[],
): { part: Part; extras: ExpectedExtra[] } {
  const { style, empty } = context;
  const later = amounts.map((one) => {
    const text = empty ? '' : (Number(one.figure.value ?? 0) * 3).toFixed(style.decimals);
    return { ...one, label: one.path === 'budget' ? '实施期资金总额' : one.label, text };
  });
  const annual = amounts.map((one) =>
    one.path === 'budget' ? { ...one, label: '年度资金总额' } : one,
  );
  return {
    part: {
      width: 4,
      rows: (columns) =>
        annual.map((one, index) =>
          pairRow(
            'fund',
            [
              label(later[index]?.label ?? ''),
              number(later[index]?.text ?? ''),
              label(one.label),
              cellOf(one),
            ],
            columns,
          ),
        ),
    },
    extras: empty ? [] : later.map((one) => ({ label: bareLabel(one.label), value: one.text })),
  };
}

/** What each government gives below the sum of them. */
function summedPart(
  context: Context,
  amounts: readonly Amount[],
): { part: Part; extras: ExpectedExtra[] } {
  const { random, style, empty } = context;
  const [total, fiscal, other] = amounts;
  if (total === undefined || fiscal === undefined || other === undefined)
    throw new Error('no money');
  const scale = 10 ** style.decimals;
  const whole = Math.round(Number(fiscal.figure.value ?? 0) * scale);
  const first = Math.round(whole * random.pick([0.3, 0.5, 0.6]));
  const shares = [first, whole - first].map((share) => (empty ? figure('') : money(share, style)));
  const names = ['其中：中央财政资金', '省级财政资金'];
  const parts = shares.map((share, index) => ({ label: names[index] ?? '', figure: share }));
  const sum = { ...fiscal, label: random.pick(['财政拨款小计', '财政资金小计', '财政拨款合计']) };
  const part = rowsPart([total, sum, ...parts.map((one) => ({ ...one, path: null })), other]);
  const extras = parts.map((one) => ({ label: one.label, value: one.figure.text }));
  return { part, extras: empty ? [] : extras };
}

/** The money of a target form: the total and where it comes from. */
export function targetFunds(
  context: Context,
  traits: TargetTraits,
  unit: FundUnit | null,
): Built<TargetFunds> {
  const amounts = amountsOf(context);
  const inBlock =
    unit !== null &&
    traits.money === 'block' &&
    traits.blocks !== 'none' &&
    traits.funds !== 'pairs';
  const block = inBlock
    ? withUnit('项目资金', unit, context.style)
    : context.random.pick(['项目资金', '资金情况']);
  const value = (path: Amount['path']): string | null => {
    const found = amounts.find((one) => one.path === path)?.figure.value;
    return found === undefined || found === '' ? null : found;
  };
  const inLabels = !inBlock && traits.money !== 'line' && unit !== null;
  const named = inLabels
    ? amounts.map((one, index) =>
        index === 0 ? { ...one, label: withUnit(one.label, unit, context.style) } : one,
      )
    : amounts;
  const terms = traits.funds === 'terms' ? termsPart(context, amounts) : null;
  const summed = traits.funds === 'summed' ? summedPart(context, named) : null;
  const parts: Readonly<Record<TargetTraits['funds'], () => Part>> = {
    rows: () => rowsPart(named),
    row: () => rowPart(named),
    'in-cell': () => inCellPart(named),
    'one-cell': () => oneCellPart(named),
    'under-labels': () => underLabelsPart(named),
    pairs: () => rowPart(named),
    summed: () => summed?.part ?? rowsPart(named),
    terms: () => terms?.part ?? rowsPart(named),
  };
  const part = parts[traits.funds]();
  const printsUnit = inBlock || traits.money === 'line' || (inLabels && traits.funds !== 'terms');
  return {
    parts: [
      traits.funds === 'pairs'
        ? part
        : framed(traits.blocks, block, part, { above: 'fund-header' }, context.style.blockSpan),
    ],
    fields: {
      funds: {
        unit: printsUnit ? unit : null,
        budget: value('budget'),
        fiscal: value('fiscal'),
        other: value('other'),
        purpose: null,
      },
    },
    extras: terms?.extras ?? summed?.extras ?? [],
  };
}
