import { label, over } from '../forms/table.ts';
import type { DraftRow } from '../forms/table.ts';
import { ratings } from '../forms/words.ts';
import { assemble } from './assemble.ts';
import { closing, ratingPart, sumHeading, sumPairs, sumRow, tasks } from './closing.ts';
import type { Sum, SumPrint } from './closing.ts';
import { funds } from './funds.ts';
import { goals } from './goals.ts';
import { executionGroup, groupsOf } from './groups.ts';
import type { Level1 } from './groups.ts';
import { head, ordinal } from './head.ts';
import {
  expectedIndicators,
  flatten,
  indicatorBody,
  indicatorRows,
  pointSign,
  points,
  pointsOf,
  printedPoints,
} from './indicators.ts';
import type { Columns } from './indicators.ts';
import { executionWeight } from './money.ts';
import { framed } from './rows.ts';
import { columnsOf } from './self-columns.ts';
import type { SelfTraits } from './structure.ts';
import type { Context, ExpectedSelfEvaluation, LayoutSample, Part } from './types.ts';
import { foreignColumns } from './words.ts';

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

/** Rows under the columns of weight and score, below the rows of the table or above them. */
function closingRows(
  context: Context,
  groups: readonly Level1[],
  sum: SumPrint | null,
): SumPrint[] {
  const below = groups.filter((group) => group.join === 'below');
  const rows = below.flatMap((group): SumPrint[] => {
    const [row] = group.level2s.flatMap((inner) => inner.rows);
    const figures = {
      weight: printedPoints(context, row?.weight ?? null, 'weight'),
      score: printedPoints(context, row?.score ?? null, 'score'),
    };
    const path = `indicators/${String(flatten(groups).length - 1)}`;
    return [{ text: group.text, sum: figures, path }];
  });
  return [...rows, ...(sum === null ? [] : [sum])];
}

interface Table {
  readonly columns: Columns;
  readonly groups: readonly Level1[];
  /** The sum where it stands under the table's columns. */
  readonly sum: SumPrint | null;
}

/** The indicator table with its heading, its rows and the rows of figures that close it or open it. */
function table(context: Context, { columns, groups, sum }: Table, traits: SelfTraits): Part {
  const body = indicatorBody(context, columns, groups);
  const first = traits.sum === 'first-row';
  const own = (width: number): { rows: DraftRow[]; closing: DraftRow[] } => {
    const { rows, spans } = indicatorRows(context, columns, body, width);
    const print = (one: SumPrint): DraftRow => sumRow(one, columns, spans);
    const headings = rows.filter((row) => row.kind === 'indicator-header').length;
    return {
      rows: first && sum !== null ? rows.toSpliced(headings, 0, print(sum)) : rows,
      closing: closingRows(context, groups, first ? null : sum).map(print),
    };
  };
  const inner: Part = { width: columns.keys.length, rows: (width) => own(width).rows };
  const lead = { above: 'indicator-header', lead: true } as const;
  const part = framed(traits.lead, context.word('lead'), inner, lead, 1);
  return {
    width: part.width,
    rows: (width) => {
      if (traits.lead !== 'left') return [...part.rows(width), ...own(width).closing];
      const widened = own(width - 1).closing.map((row): DraftRow => {
        const [label, ...others] = row.cells;
        return label === undefined
          ? row
          : { ...row, cells: [over(label, (label.columnSpan ?? 1) + 1), ...others] };
      });
      return [...part.rows(width), ...widened];
    },
  };
}

const section = (text: string): Part => ({
  width: 1,
  rows: (columns) => [{ kind: 'head', cells: [over(label(text), columns)] }],
});

/** A title of a section with its parts. */
type Section = readonly [string, readonly Part[]];

/** The money before the goals, or behind them. */
export const inOrder = (context: Context, money: Section, aims: Section): Section[] =>
  context.structure.traits.parts === 'usual' ? [money, aims] : [aims, money];

/** Puts a numbered title before each block of a form, where the structure has sections. */
export function sections(context: Context, blocks: readonly Section[]): Part[] {
  const printed = blocks.filter(([, parts]) => parts.length > 0);
  return printed.flatMap(([title, parts], index) =>
    context.structure.traits.sections === 'rows'
      ? [section(ordinal(index) + title), ...parts]
      : parts,
  );
}

/** The execution of the budget among the indicators, where the structure has it and the funds do not score it. */
function executionGroups(context: Context, traits: SelfTraits, rate: string | null): Level1[] {
  if (executionWeight(traits) !== null) return [];
  if (traits.rows === 'execution-below') return [executionGroup(context, 'below', rate)];
  if (traits.rows !== 'execution') return [];
  return [executionGroup(context, context.random.pick(['none', 'none', 'all']), rate)];
}

function allGroups(
  context: Context,
  traits: SelfTraits,
  foreign: readonly string[],
  rate: string | null,
): Level1[] {
  const execution = executionGroups(context, traits, rate);
  const taken = execution.length > 0 ? 10 : (executionWeight(traits) ?? 0);
  const usual = groupsOf(context, 100 - taken, foreign);
  const before = traits.rows === 'execution' && context.random.chance(0.5);
  return before ? [...execution, ...usual] : [...usual, ...execution];
}

const orNull = (text: string): string | null => (text === '' ? null : text);

interface Conclusion {
  readonly above: Part[];
  readonly inTable: SumPrint | null;
  readonly behind: Part[];
  readonly rating: Part[];
  readonly fields: Pick<ExpectedSelfEvaluation, 'total' | 'rating'>;
}

/** Where the sum and the grade stand. */
function conclusion(context: Context, columns: Columns, sum: Sum, traits: SelfTraits): Conclusion {
  const { random, empty, word } = context;
  const grade = empty ? '' : random.pick<string>(ratings);
  const rated = traits.rating === 'row';
  const text = word('sum');
  const inRow = traits.sum === 'graded' && columns.keys.at(-1) !== 'score';
  const printed: Sum = {
    weight: sum.weight + pointSign(context, 'weight'),
    score: sum.score === '' ? '' : sum.score + pointSign(context, 'score'),
  };
  const print: SumPrint = { text, sum: printed, path: 'total' };
  const inTable: Partial<Record<SelfTraits['sum'], SumPrint>> = {
    row: print,
    score: { ...print, scoreOnly: true },
    'first-row': print,
    graded: { ...print, rating: inRow ? grade : null },
  };
  const heading = traits.sum === 'heading';
  const above = traits.sum === 'above';
  const ratingWord = word('rating');
  const ownRow = rated && !heading && !above && !inRow;
  const weighed = ['row', 'first-row', 'heading', 'graded'].includes(traits.sum);
  return {
    above: above ? [sumPairs('自评总分', printed.score, rated ? [ratingWord, grade] : null)] : [],
    inTable: inTable[traits.sum] ?? null,
    behind: heading ? [sumHeading(text, printed, rated ? grade : null)] : [],
    rating: ownRow ? [ratingPart(ratingWord, grade)] : [],
    fields: {
      total: {
        weight: weighed ? orNull(sum.weight) : null,
        score: traits.sum === 'none' ? null : orNull(sum.score),
      },
      rating: rated ? orNull(grade) : null,
    },
  };
}

/** A self-evaluation of the context's structure. */
export function selfEvaluation(context: Context, traits: SelfTraits): LayoutSample {
  const { random } = context;
  const unit = traits.money === 'unsaid' ? null : context.style.unit;
  const unitLine =
    traits.funds !== 'none' && traits.money === 'line' ? `单位：${context.style.unit}` : null;
  const top = head(context, unitLine);
  const money = funds(context, unit);
  const aims = goals(context);
  const [foreign, foreignTexts] = random.pick(foreignColumns);
  const total = money.fields.funds.rows.find((row) => row.source === 'total');
  const groups = allGroups(context, traits, foreignTexts, total?.executionRate ?? null);
  const columns = columnsOf(context, traits, foreign);
  const score = Number(total?.score ?? 0);
  const sum = sumOf(context, groups, traits, Math.round(score * 100));
  const end = conclusion(context, columns, sum, traits);
  const indicators = table(context, { columns, groups, sum: end.inTable }, traits);
  const truth = expectedIndicators(context, columns, groups);
  const notes = closing(context);
  const task = traits.tasks === 'money' ? tasks(context) : null;
  const parts = sections(context, [
    [random.pick(['基本信息', '项目基本情况']), [...top.parts, ...end.above]],
    ['主要任务', task === null ? [] : [task.part]],
    ...inOrder(
      context,
      [random.pick(['资金情况', '预算执行情况', '项目资金使用情况']), money.parts],
      [random.pick(['绩效目标', '目标完成情况', '年度目标完成情况']), aims.parts],
    ),
    [random.pick(['绩效指标', '指标完成情况']), [indicators, ...end.behind]],
    ['自评结论', end.rating],
    ['其他说明', notes.parts],
  ]);
  const expected: ExpectedSelfEvaluation = {
    kind: 'self-evaluation',
    ...top.fields,
    ...money.fields,
    ...aims.fields,
    indicators: truth.indicators,
    groupWeights: groupWeights(context, columns, groups),
    ...end.fields,
  };
  return assemble([...top.titles, ...parts], expected, [top, money, aims, notes], {
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
