import { goal as goalText } from '../forms/names.ts';
import { fill, label, over, prose, value } from '../forms/table.ts';
import type { DraftCell, DraftRow } from '../forms/table.ts';
import { framed, pairRow } from './rows.ts';
import type { Built, Context, ExpectedExtra, Part } from './types.ts';
import { drawOne } from './values.ts';

/** Short goals as departments write them: no full stop, hardly a sentence. */
const short = [
  '保障机构正常运转',
  '完成年度任务',
  '改善办学条件',
  '按时足额发放补助',
  '河道水质达标',
  '完成设备采购12台',
  '提升服务水平',
  '确保供水安全。',
  '项目按期完工',
];
const shortActual = [
  '已完成',
  '完成年度任务',
  '办学条件得到改善',
  '补助全部发放到位',
  '设备已采购并验收',
  '全部完成。',
  '按期完工',
];

interface GoalTexts {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
}

function texts(context: Context): GoalTexts {
  const { random, empty } = context;
  if (empty) return { expected: [''], actual: [''] };
  if (random.chance(0.4))
    return { expected: [random.pick(short)], actual: [random.pick(shortActual)] };
  return { expected: drawOne(random, goalText), actual: drawOne(random, goalText) };
}

const joined = (paragraphs: readonly string[]): string | null =>
  paragraphs.join('') === '' ? null : paragraphs.join('');

const cellOf = (paragraphs: readonly string[], path?: string): DraftCell =>
  prose(paragraphs.join('\n'), path);

/** Headings beside each other, the texts below them. */
function columnsPart(headings: readonly string[], cells: readonly DraftCell[]): Part {
  const wide = headings.map((_, index) => index);
  return {
    width: headings.length,
    rows: (columns) => [
      {
        kind: 'goal-header',
        cells: fill(
          headings.map((text) => label(text)),
          columns,
          wide,
        ),
      },
      { kind: 'goal', cells: fill(cells, columns, wide) },
    ],
  };
}

/** A row a goal: its label, then its text. */
function rowsPart(headings: readonly string[], cells: readonly DraftCell[]): Part {
  return {
    width: 2,
    rows: (columns) =>
      cells.map((cell, index) => pairRow('goal', [label(headings[index] ?? ''), cell], columns)),
  };
}

/** Each label in a row of its own, its text in the next. */
function belowPart(headings: readonly string[], cells: readonly DraftCell[]): Part {
  return {
    width: 1,
    rows: (columns) =>
      cells.flatMap((cell, index) => [
        { kind: 'goal-header', cells: [over(label(headings[index] ?? ''), columns)] },
        { kind: 'goal', cells: [over(cell, columns)] },
      ]),
  };
}

const pairPart = (headings: readonly string[], cells: readonly DraftCell[]): Part => ({
  width: 4,
  rows: (columns) => [
    pairRow(
      'goal',
      cells.flatMap((cell, index) => [label(headings[index] ?? ''), cell]),
      columns,
    ),
  ],
});

interface Aims {
  readonly pairs: readonly (readonly [string, string])[];
  readonly fields: GoalFields;
}

/** Goals one by one, each with what became of it. */
function numberedGoals(context: Context): Aims {
  const { random, empty } = context;
  const count = 2 + random.int(2);
  const pairs = Array.from({ length: count }, (): [string, string] =>
    empty
      ? ['', '']
      : [
          `${random.pick(short).replace('。', '')}。`,
          `${random.pick(shortActual).replace('。', '')}。`,
        ],
  );
  const text = (index: 0 | 1): string | null => joined(pairs.map((pair) => pair[index]));
  return { pairs, fields: { goal: { expected: text(0), actual: text(1) } } };
}

const numberedPart = (headings: readonly string[], { pairs }: Aims): Part => ({
  width: 3,
  rows: (columns) => {
    const row = (kind: 'goal' | 'goal-header', cells: DraftCell[]): DraftRow => ({
      kind,
      cells: fill(cells, columns, [1, 2]),
    });
    return [
      row('goal-header', [label('序号'), ...headings.map((text) => label(text))]),
      ...pairs.map(([expected, actual], index) =>
        row('goal', [
          value(String(index + 1)),
          prose(expected, 'goal/expected'),
          prose(actual, 'goal/actual'),
        ]),
      ),
    ];
  },
});

export interface GoalFields {
  readonly goal: { readonly expected: string | null; readonly actual: string | null };
}

/** A label of the whole block that does not say that the goals were reached. */
const blockLabel = (context: Context): string => context.word('goal').replace(/完成情况$/, '');

/** The goals of a self-evaluation. */
export function goals(context: Context): Built<GoalFields> {
  const { structure, word, random } = context;
  const none = { goal: { expected: null, actual: null } };
  if (structure.kind !== 'self-evaluation' || structure.traits.goal === 'none')
    return { parts: [], fields: none };
  const { goal: kind, blocks } = structure.traits;
  const { expected, actual } = texts(context);
  const cells = [cellOf(expected, 'goal/expected'), cellOf(actual, 'goal/actual')];
  const headings = [word('expected'), word('actualGoal')];
  const block = blockLabel(context);
  const fields = { goal: { expected: joined(expected), actual: joined(actual) } };
  const aimed = numberedGoals(context);
  const frame = (part: Part): Part =>
    framed(blocks, block, part, { above: 'goal-header' }, context.style.blockSpan);
  switch (kind) {
    case 'columns':
      return { parts: [frame(columnsPart(headings, cells))], fields };
    case 'rows':
      return { parts: [frame(rowsPart(headings, cells))], fields };
    case 'below':
      return { parts: [belowPart(headings, cells)], fields };
    case 'pair':
      return { parts: [pairPart(headings, cells)], fields };
    case 'numbered':
      return { parts: [frame(numberedPart(headings, aimed))], fields: aimed.fields };
    case 'single':
      return {
        parts: [rowsPart([block], cells.slice(0, 1))],
        fields: { goal: { expected: joined(expected), actual: null } },
      };
    case 'terms': {
      const later = context.empty ? [''] : drawOne(random, goalText);
      const name = random.pick(['实施期总目标', '中期目标', '实施期目标']);
      const part = rowsPart([name, ...headings], [cellOf(later), ...cells]);
      return { parts: [frame(part)], fields, extras: extraOf(name, later) };
    }
  }
}

const extraOf = (name: string, text: readonly string[]): ExpectedExtra[] =>
  text.join('') === '' ? [] : [{ label: name, value: text.join('') }];

/** The goals of a target form: one for the year, at times one for a longer term beside it or above. */
export function targetGoals(context: Context): Built<{ goal: { expected: string | null } }> {
  const { structure, random } = context;
  if (structure.kind !== 'target') throw new Error('not a target');
  const { expected } = texts(context);
  const cell = cellOf(expected, 'goal/expected');
  const fields = { goal: { expected: joined(expected) } };
  const block = blockLabel(context);
  const { goal: kind, blocks } = structure.traits;
  if (kind === 'single') return { parts: [rowsPart([block], [cell])], fields };
  if (kind === 'below') return { parts: [belowPart([block], [cell])], fields };
  const later = context.empty ? [''] : drawOne(random, goalText);
  const name = random.pick(['中期目标', '实施期目标', '长期目标', '实施期总目标']);
  const annual = random.pick(['年度目标', '年度绩效目标', '当年目标', '本年度目标']);
  const cells = [cellOf(later), cell];
  const part =
    kind === 'terms' ? columnsPart([name, annual], cells) : rowsPart([name, annual], cells);
  const title = random.pick(['总体目标', '绩效目标', '项目绩效目标']);
  return {
    parts: [framed(blocks, title, part, { above: 'goal-header' }, context.style.blockSpan)],
    fields,
    extras: extraOf(name, later),
  };
}
