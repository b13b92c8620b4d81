import { people } from '../forms/names.ts';
import { label, number, over, prose, value } from '../forms/table.ts';
import type { DraftCell, DraftRow } from '../forms/table.ts';
import type { Block } from '../forms/types.ts';
import type { ColumnKey, Columns } from './indicators.ts';
import { pairRow } from './rows.ts';
import type { Built, Context, ExpectedExtra, Part } from './types.ts';
import { drawOne } from './values.ts';

/** What the sum of a self-evaluation prints, as text. */
export interface Sum {
  readonly weight: string;
  readonly score: string;
}

/** What a row of figures under the columns of weight and score prints. */
export interface SumPrint {
  readonly text: string;
  readonly sum: Sum;
  /** The field that the figures are parts of. */
  readonly path: string;
  readonly scoreOnly?: boolean;
  /** The grade in the columns behind the score. */
  readonly rating?: string | null;
}

/** A row of the indicator table with the sum under its columns: the label takes what stands before them. */
export function sumRow(
  { text, sum, path, scoreOnly = false, rating = null }: SumPrint,
  columns: Columns,
  spans: readonly number[],
): DraftRow {
  const { keys } = columns;
  const figures = (scoreOnly ? ['score'] : ['weight', 'score']) as ('weight' | 'score')[];
  const behind = keys.indexOf('score') + 1;
  const places = figures.map((key) => keys.indexOf(key)).filter((index) => index > 0);
  const first = Math.min(...places);
  const cells: DraftCell[] = [];
  spans.forEach((span, index) => {
    const key: ColumnKey | undefined = keys[index];
    if (index < first) return;
    if (index === first) {
      const before = spans.slice(0, first).reduce((total, one) => total + one, 0);
      cells.push(over(label(text), before));
    }
    const printed = figures.find((one) => one === key);
    if (printed !== undefined) cells.push(over(number(sum[printed], `${path}/${printed}`), span));
    else if (rating === null) cells.push(over(label(''), span));
    else if (index === behind) {
      const rest = spans.slice(index).reduce((total, one) => total + one, 0);
      cells.push(over(value(rating, 'rating'), rest));
    } else if (index < behind) cells.push(over(label(''), span));
  });
  return { kind: 'total', cells };
}

/** 总分 above or below in a row of headings, its figures in the next. */
export function sumHeading(text: string, sum: Sum, rating: string | null): Part {
  const headings = ['总分值', '总得分', ...(rating === null ? [] : ['自评等级'])];
  const cells = [
    number(sum.weight, 'total/weight'),
    number(sum.score, 'total/score'),
    ...(rating === null ? [] : [value(rating, 'rating')]),
  ];
  const spans = (columns: number): number[] => {
    const share = Math.floor((columns - 1) / cells.length);
    const last = columns - 1 - share * (cells.length - 1);
    return cells.map((_, index) => (index === cells.length - 1 ? last : share));
  };
  return {
    width: cells.length + 1,
    rows: (columns) => [
      {
        kind: 'total',
        cells: [
          over(label(text), 1, 2),
          ...headings.map((one, index) => over(label(one), spans(columns)[index] ?? 1)),
        ],
      },
      { kind: 'total', cells: cells.map((one, index) => over(one, spans(columns)[index] ?? 1)) },
    ],
  };
}

/** The score among the pairs above the indicators: 自评总分 96.5 评价等级 优. */
export function sumPairs(
  text: string,
  score: string,
  rating: readonly [string, string] | null,
): Part {
  const cells = [
    label(text),
    number(score, 'total/score'),
    ...(rating === null ? [] : [label(rating[0]), value(rating[1], 'rating')]),
  ];
  return { width: cells.length, rows: (columns) => [pairRow('total', cells, columns)] };
}

export const ratingPart = (text: string, rating: string): Part => ({
  width: 2,
  rows: (columns) => [pairRow('rating', [label(text), value(rating, 'rating')], columns)],
});

const across = (text: string): Part => ({
  width: 1,
  rows: (columns) => [{ kind: 'note', cells: [over(prose(text), columns)] }],
});

const rule = '1.得分一档最高不能超过该指标分值上限。2.未完成的指标须写明原因。';

/** Who filled the form in, and what else there is to say. */
export function closing(context: Context): Built<Record<never, never>> {
  const { random, structure, empty } = context;
  const person = empty ? '' : drawOne(random, people);
  const phone = empty ? '' : '0000-1234567';
  const extras = (pairs: readonly (readonly [string, string])[]): ExpectedExtra[] =>
    empty ? [] : pairs.map(([name, text]) => ({ label: name, value: text }));
  const name = random.pick(['填表人', '填报人']);
  const kind = structure.traits.people;
  if (kind === 'none') return { parts: [], fields: {} };
  if (kind === 'rows') {
    const cells = [label(name), value(person), label('联系电话'), value(phone)];
    const notes = random.pick(['其他需要说明的问题', '备注', '有关说明']);
    const said = random.chance(0.5) && !empty;
    const parts: Part[] = [
      ...(said
        ? [
            {
              width: 2,
              rows: (columns: number) => [
                pairRow('note', [label(notes), prose('项目已通过县级验收，资料齐全。')], columns),
              ],
            },
          ]
        : []),
      { width: 4, rows: (columns) => [pairRow('note', cells, columns)] },
    ];
    return {
      parts,
      fields: {},
      extras: [
        ...(said ? [{ label: notes, value: '项目已通过县级验收，资料齐全。' }] : []),
        ...extras([
          [name, person],
          ['联系电话', phone],
        ]),
      ],
    };
  }
  if (kind === 'note')
    return {
      parts: [across(`备注：${rule}`)],
      fields: {},
      extras: [{ label: '备注', value: rule }],
    };
  const text = `${name}：${person}　　填报日期：${empty ? '' : '2025年3月1日'}　　联系电话：${phone}`;
  const line: Block = { kind: 'line', role: 'note', text };
  return {
    parts: [],
    fields: {},
    after: [line],
    extras: extras([
      [name, person],
      ['填报日期', '2025年3月1日'],
      ['联系电话', phone],
    ]),
  };
}

/** Tasks with money of their own: the contract has no field for them, so each figure is an extra. */
export function tasks(context: Context): { part: Part; extras: ExpectedExtra[] } {
  const { random, style } = context;
  const names = ['河道治理', '管网改造', '设备购置', '业务培训', '宣传推广'];
  const count = 2 + random.int(2);
  const rows = names.slice(0, count).map((name) => {
    const planned = (100 + random.int(900)).toFixed(style.decimals === 0 ? 0 : 2);
    const spent = (60 + random.int(40)).toFixed(style.decimals === 0 ? 0 : 2);
    return [name, `完成${name}工作`, planned, spent];
  });
  const headings = random.pick([
    ['任务名称', '主要内容', '预算数', '执行数'],
    ['主要任务', '任务内容', '预算金额', '执行金额'],
  ]);
  const title = random.pick(['年度主要任务', '主要任务完成情况']);
  const part: Part = {
    width: 5,
    rows: (columns) => {
      const spans = [1, columns - 4, 1, 1];
      const row = (texts: readonly string[], isLabel: boolean): DraftCell[] =>
        texts.map((text, index) =>
          over(isLabel ? label(text) : index < 2 ? prose(text) : value(text), spans[index] ?? 1),
        );
      return [
        { kind: 'head', cells: [over(label(title), 1, count + 1), ...row(headings, true)] },
        ...rows.map((texts): DraftRow => ({ kind: 'head', cells: row(texts, false) })),
      ];
    },
  };
  const extras = rows.flatMap((texts) =>
    [1, 2, 3].map((index) => ({ label: headings[index] ?? '', value: texts[index] ?? '' })),
  );
  return { part, extras };
}
