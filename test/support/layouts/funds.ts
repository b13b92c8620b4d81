import type { FundRow, FundUnit } from '../../../src/schema/index.ts';
import { label, number, over } from '../forms/table.ts';
import type { DraftCell, DraftRow } from '../forms/table.ts';
import { moneyOf, truth } from './money.ts';
import type { FundLine, Key, Money } from './money.ts';
import { bodyRows, framed, headingRows, pairRow, spread } from './rows.ts';
import type { Heading } from './rows.ts';
import { bareLabel, withUnit } from './sources.ts';
import type { SelfTraits } from './structure.ts';
import type { Built, Context, ExpectedExtra, Part } from './types.ts';

export interface FundFields {
  readonly funds: { readonly unit: FundUnit | null; readonly rows: FundRow[] };
}

const letters: Partial<Record<Key, string>> = {
  annualBudget: 'A',
  executed: 'B',
  executionRate: 'B/A',
};

/** The heading of the funds: in one row, with letters behind the words or below them, or grouped. */
function fundHeadings(context: Context, money: Money, style: SelfTraits['fundHeading']): Heading[] {
  const bracket = (letter: string): string =>
    context.style.brackets === 'wide' ? `（${letter}）` : `(${letter})`;
  const plain = money.keys.map((key): Heading => {
    const letter = letters[key];
    const text = money.names[key];
    if (letter === undefined || (style !== 'below' && style !== 'behind')) return { text };
    return style === 'behind'
      ? { text: text + bracket(letter) }
      : { text, below: [{ text: bracket(letter) }] };
  });
  if (style !== 'grouped') return plain;
  const first = money.keys.indexOf('annualBudget');
  const group = context.random.pick(['预算执行情况', '资金使用情况', '本年度预算及执行']);
  return [
    ...plain.slice(0, first),
    { text: group, below: plain.slice(first, first + 2) },
    ...plain.slice(first + 2),
  ];
}

const numberCell = (line: FundLine, key: Key, row: number): DraftCell =>
  number(line.figures[key].text, `funds/rows/${String(row)}/${key}`);

/** What stands above the labels of the sources: nothing, a word for them, or something of its own. */
const cornerText = (traits: SelfTraits): string =>
  ({ blank: '', word: '资金来源', extra: '资金性质：一般公共预算' })[traits.corner];

/** A column that no form of ours has, with a figure a source. */
const foreignHeading = '资金结余金额';

/** A row a source, a column a figure. */
function tablePart(context: Context, money: Money, traits: SelfTraits): Part {
  const corner = cornerText(traits);
  const headings: Heading[] = [
    { text: corner },
    ...fundHeadings(context, money, traits.fundHeading),
  ];
  const more = traits.fundExtra === 'end';
  if (more) headings.push({ text: foreignHeading });
  const count = money.keys.length + (more ? 2 : 1);
  return {
    width: count,
    rows: (columns) => {
      const spans = spread(count, columns, [0, 2]);
      const body = money.lines.map((line, row) => [
        { cell: label(line.label, `funds/rows/${String(row)}/label`) },
        ...money.keys.map((key) => ({ cell: numberCell(line, key, row) })),
        ...(more ? [{ cell: number(line.left.text) }] : []),
      ]);
      return [
        ...headingRows(headings, spans).map((cells): DraftRow => ({ kind: 'fund-header', cells })),
        ...bodyRows(body, spans).map((cells): DraftRow => ({ kind: 'fund', cells })),
      ];
    },
  };
}

/** A column a source, a row a figure. */
function transposedPart(money: Money, traits: SelfTraits): Part {
  const corner = cornerText(traits);
  const count = money.lines.length + 1;
  return {
    width: count,
    rows: (columns) => {
      const spans = spread(count, columns, [0]);
      const headings = [
        label(corner),
        ...money.lines.map((line, row) => label(line.label, `funds/rows/${String(row)}/label`)),
      ];
      const rows = money.keys.map((key) => [
        label(money.names[key]),
        ...money.lines.map((line, row) => numberCell(line, key, row)),
      ]);
      return [headings, ...rows].map((cells, row) => ({
        kind: row === 0 ? 'fund-header' : 'fund',
        cells: cells.map((cell, index) => over(cell, spans[index] ?? 1)),
      }));
    },
  };
}

/** Planned beside spent, a label before each: 预算数：15.00 执行数：5.00, 其中：财政拨款 … */
function sidePart(context: Context, money: Money): Part {
  const colon = context.random.pick(['：', '']);
  const side = (line: FundLine, row: number, key: 'annualBudget' | 'executed'): DraftCell[] => [
    label(row === 0 ? money.names[key] + colon : bareLabel(line.label) + colon),
    numberCell(line, key, row),
  ];
  return {
    width: 4,
    rows: (columns) =>
      money.lines.map((line, row) =>
        pairRow(
          'fund',
          [...side(line, row, 'annualBudget'), ...side(line, row, 'executed')],
          columns,
        ),
      ),
  };
}

/** The total alone, in pairs like those of the head. */
function pairsPart(context: Context, money: Money): Part {
  const [line] = money.lines;
  if (line === undefined) throw new Error('no money');
  const keys: Key[] = ['annualBudget', 'executed', 'executionRate'];
  const name = (key: Key): string =>
    key !== 'executionRate' && money.unit !== null && context.structure.traits.money === 'block'
      ? withUnit(money.names[key], money.unit, context.style)
      : money.names[key];
  const pairs = keys.map((key) => [label(name(key)), numberCell(line, key, 0)]);
  const oneRow = context.random.chance(0.6);
  return {
    width: oneRow ? 6 : 4,
    rows: (columns) =>
      (oneRow ? [pairs.flat()] : [pairs.slice(0, 2).flat(), pairs.slice(2).flat()]).map((cells) =>
        pairRow('fund', cells, columns),
      ),
  };
}

/** A source and what it was given in one cell: 合计：560.00. */
function inCellPart(context: Context, money: Money, traits: SelfTraits): Part {
  const headings = fundHeadings(context, money, traits.fundHeading);
  const count = money.keys.length;
  return {
    width: count,
    rows: (columns) => {
      const spans = spread(count, columns, [0, 1]);
      const body = money.lines.map((line, row) =>
        money.keys.map((key) => {
          const cell = numberCell(line, key, row);
          return {
            cell:
              key === 'annualBudget'
                ? { ...cell, text: `${bareLabel(line.label)}：${cell.text}` }
                : cell,
          };
        }),
      );
      return [
        ...headingRows(headings, spans).map((cells): DraftRow => ({ kind: 'fund-header', cells })),
        ...bodyRows(body, spans).map((cells): DraftRow => ({ kind: 'fund', cells })),
      ];
    },
  };
}

/** The total has no label where its figures are named one by one, and is no row of its own where they are blank. */
const unnamed = (rows: readonly FundRow[], { empty }: Context): FundRow[] =>
  rows.flatMap((row, index) => (index > 0 ? [row] : empty ? [] : [{ ...row, label: '' }]));

function extrasOf(context: Context, money: Money, traits: SelfTraits): ExpectedExtra[] {
  const corner = traits.corner === 'extra' ? [{ label: '资金性质', value: '一般公共预算' }] : [];
  if (traits.fundExtra !== 'end' || context.empty) return corner;
  return [
    ...corner,
    ...money.lines.map((line) => ({ label: foreignHeading, value: line.left.text })),
  ];
}

/** The funds of a self-evaluation in one of their layouts. */
export function funds(context: Context, unit: FundUnit | null): Built<FundFields> {
  const { structure } = context;
  const nothingPrinted = { parts: [], fields: { funds: { unit: null, rows: [] } } };
  if (structure.kind !== 'self-evaluation') return nothingPrinted;
  const { traits } = structure;
  const money = moneyOf(context, unit, traits);
  const frame = (part: Part): Part =>
    framed(traits.blocks, money.block, part, { above: 'fund-header' }, context.style.blockSpan);
  const built = (
    part: Part,
    rows: FundRow[],
    open: string[] = [],
    extras: ExpectedExtra[] = [],
  ): Built<FundFields> => ({
    parts: [part],
    fields: { funds: { unit: money.unit, rows } },
    open,
    extras,
  });
  const extras = extrasOf(context, money, traits);
  const all = money.lines.map((line) => truth(money, line));
  switch (traits.funds) {
    case 'none':
      return nothingPrinted;
    case 'table':
      return built(frame(tablePart(context, money, traits)), all, [], extras);
    case 'transposed':
      return built(frame(transposedPart(money, traits)), all, [], extras);
    case 'in-cell':
      return built(frame(inCellPart(context, money, traits)), all);
    case 'side': {
      const rows = money.lines.map((line) => truth(money, line, ['annualBudget', 'executed']));
      return built(frame(sidePart(context, money)), unnamed(rows, context), ['funds/rows/0/label']);
    }
    case 'pairs': {
      const rows = money.lines
        .slice(0, 1)
        .map((line) => truth(money, line, ['annualBudget', 'executed', 'executionRate']));
      return built(pairsPart(context, money), unnamed(rows, context), [
        'funds/rows/0/label',
        'funds/rows/0/source',
      ]);
    }
  }
}
