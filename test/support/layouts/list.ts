import type { FundRow } from '../../../src/schema/index.ts';
import { department, projectCode, projectName } from '../forms/names.ts';
import { buildTable, number, prose, value } from '../forms/table.ts';
import type { DraftCell, DraftRow } from '../forms/table.ts';
import type { Block, ExpectedForm } from '../forms/types.ts';
import { applicationTitles, titles } from '../forms/words.ts';
import { groupsOf } from './groups.ts';
import type { Level1 } from './groups.ts';
import { expectedIndicators, flatten, headingsOf, indicatorBody, pointsOf } from './indicators.ts';
import type { ColumnKey, Columns } from './indicators.ts';
import { bodyRows, headingRows } from './rows.ts';
import type { BodyCell, Heading } from './rows.ts';
import { levelColumns, nameWord, suffixed } from './self.ts';
import { amountsOf, rateOf, sourcesOf, withUnit } from './sources.ts';
import type { Source } from './sources.ts';
import type { ListTraits } from './structure.ts';
import type { Context, LayoutSample } from './types.ts';
import { drawOne } from './values.ts';
import { foreignColumns } from './words.ts';

/** A column of a project's own cells, with its heading. */
interface ProjectColumn {
  readonly heading: string;
  readonly cell: (project: Project) => DraftCell;
}

interface Project {
  readonly index: number;
  readonly name: string;
  readonly code: string;
  readonly unit: string;
  readonly money: Source;
  readonly expected: string;
  readonly actual: string;
  readonly groups: readonly Level1[];
  readonly score: string;
}

const goalTexts: readonly (readonly [string, string])[] = [
  ['清淤河道12公里。', '已清淤12.3公里。'],
  ['保障供水工程正常运行', '供水工程运行正常'],
  ['发放补助900人，发放及时', '发放912人'],
  ['建成村卫生室6所。', '建成6所，全部投用。'],
];

function projectOf(context: Context, index: number, foreign: readonly string[]): Project {
  const { random } = context;
  const [expected, actual] = random.pick(goalTexts);
  const groups = groupsOf(context, 100, foreign);
  const scores = flatten(groups).reduce((sum, { row }) => sum + (row.score ?? 0), 0);
  const [money] = sourcesOf(context);
  if (money === undefined) throw new Error('no money');
  return {
    index,
    name: drawOne(random, projectName),
    code: drawOne(random, projectCode),
    unit: drawOne(random, department),
    money,
    expected,
    actual,
    groups,
    score: pointsOf(context, scores),
  };
}

interface Printed {
  readonly code: boolean;
  readonly unit: boolean;
}

/** The columns before the indicators: number, name and what else is told of a whole project. */
function projectColumns(context: Context, traits: ListTraits, printed: Printed): ProjectColumn[] {
  const { word, style } = context;
  const self = traits.of === 'self-evaluation';
  const amount = (text: string): string =>
    traits.money === 'headings' ? withUnit(text, style.unit, style) : text;
  const money = (project: Project): ReturnType<typeof amountsOf> => amountsOf(project.money, style);
  const columns: (ProjectColumn | false)[] = [
    { heading: '序号', cell: ({ index }) => value(String(index + 1)) },
    printed.unit && { heading: word('unit'), cell: ({ unit }) => prose(unit) },
    { heading: word('project'), cell: ({ name }) => prose(name) },
    printed.code && { heading: word('code'), cell: ({ code }) => value(code) },
    traits.funds !== 'none' && {
      heading: amount(word('annualBudget').replace(/[(（]A[)）]$/, '')),
      cell: (project) => number(money(project).annual.text),
    },
    self &&
      traits.funds === 'executed' && {
        heading: amount(word('executed').replace(/[(（]B[)）]$/, '')),
        cell: (project) => number(money(project).executed.text),
      },
    self &&
      traits.funds === 'executed' && {
        heading: '执行率',
        cell: (project) => number(rateOf(project.money, style, true).text),
      },
    traits.goal !== 'none' && { heading: '年度绩效目标', cell: ({ expected }) => prose(expected) },
    self &&
      traits.goal === 'both' && {
        heading: '目标完成情况',
        cell: ({ actual }) => prose(actual),
      },
  ];
  return columns.filter((column) => column !== false);
}

function indicatorColumns(context: Context, traits: ListTraits, foreign: string): Columns {
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

/** A project's own cells beside its rows: merged, above blanks, or in each row. */
function projectCells(
  traits: ListTraits,
  cells: readonly DraftCell[],
  row: number,
  rows: number,
): BodyCell[] {
  if (traits.projects === 'merged') return row === 0 ? cells.map((cell) => ({ cell, rows })) : [];
  return cells.map((cell) => ({
    cell: row === 0 || traits.projects === 'repeated' ? cell : { ...cell, text: '' },
  }));
}

interface Truth {
  readonly title: string;
  readonly year: number | null;
  readonly printed: Printed;
  readonly columns: Columns;
}

function expectedForm(
  context: Context,
  traits: ListTraits,
  project: Project,
  { title, year, printed, columns }: Truth,
): ExpectedForm {
  const { style } = context;
  const { indicators } = expectedIndicators(context, columns, project.groups);
  const unit = traits.funds === 'none' && traits.money !== 'line' ? null : unitOf(context, traits);
  const { annual, executed } = amountsOf(project.money, style);
  const common = {
    title,
    year,
    project: { name: project.name, code: printed.code ? project.code : null },
    department: null,
    departmentCode: null,
    implementingUnit: printed.unit ? project.unit : null,
  };
  const goal = traits.goal === 'none' ? null : project.expected;
  if (traits.of === 'target')
    return {
      kind: 'target',
      ...common,
      funds: {
        unit,
        budget: traits.funds === 'none' ? null : annual.value,
        fiscal: null,
        other: null,
        purpose: null,
      },
      disbursementPlan: [],
      goal: { expected: goal },
      indicators: indicators.map(({ level1, level2, level3, target }) => ({
        level1,
        level2,
        level3,
        description: null,
        target: { ...target, description: null },
        basis: null,
      })),
    };
  const spent = traits.funds === 'executed';
  const row: FundRow = {
    source: 'total',
    label: '',
    initialBudget: null,
    annualBudget: annual.value,
    executed: spent ? executed.value : null,
    weight: null,
    executionRate: spent ? rateOf(project.money, style, true).value : null,
    score: null,
  };
  return {
    kind: 'self-evaluation',
    ...common,
    funds: { unit, rows: traits.funds === 'none' ? [] : [row] },
    goal: { expected: goal, actual: traits.goal === 'both' ? project.actual : null },
    indicators,
    groupWeights: [],
    total: { weight: null, score: traits.listSum === 'score' ? project.score : null },
    rating: null,
  };
}

/** Where a list prints the unit of money: on a line or in its headings. */
const unitOf = (context: Context, traits: ListTraits): '万元' | '元' | null =>
  traits.money === 'line' || traits.money === 'headings' ? context.style.unit : null;

function rowsOf(
  context: Context,
  traits: ListTraits,
  projects: readonly Project[],
  truth: Truth,
): DraftRow[] {
  const own = projectColumns(context, traits, truth.printed);
  const sum = traits.of === 'self-evaluation' && traits.listSum === 'score';
  const headings: Heading[] = [
    ...own.map(({ heading }) => ({ text: heading })),
    ...headingsOf(context, truth.columns),
    ...(sum ? [{ text: '自评总分' }] : []),
  ];
  const spans = new Array<number>(own.length + truth.columns.keys.length + (sum ? 1 : 0)).fill(1);
  const body = projects.flatMap((project) => {
    const cells = own.map((column) => column.cell(project));
    const rows = indicatorBody(context, truth.columns, project.groups);
    return rows.map((row, index) => [
      ...projectCells(traits, cells, index, rows.length),
      ...row,
      ...(sum ? projectCells(traits, [number(project.score)], index, rows.length) : []),
    ]);
  });
  return [
    ...headingRows(headings, spans).map((cells): DraftRow => ({ kind: 'indicator-header', cells })),
    ...bodyRows(body, spans).map((cells): DraftRow => ({ kind: 'indicator', cells })),
  ];
}

/** A list of two to four projects: one table under one heading, a form for each project. */
export function listForms(context: Context, traits: ListTraits): LayoutSample[] {
  const { random, style } = context;
  const [foreign, foreignTexts] = random.pick(foreignColumns.slice(0, 2));
  const projects = Array.from({ length: 2 + random.int(3) }, (_, index) =>
    projectOf(context, index, foreignTexts),
  );
  const year = traits.year === 'none' ? null : 2019 + random.int(8);
  const title = random.pick<string>(traits.of === 'target' ? applicationTitles : titles);
  const truth: Truth = {
    title,
    year,
    printed: { code: random.chance(0.25), unit: random.chance(0.4) },
    columns: indicatorColumns(context, traits, foreign),
  };
  const rows = rowsOf(context, traits, projects, truth);
  const width = rows[0]?.cells.reduce((sum, cell) => sum + (cell.columnSpan ?? 1), 0) ?? 1;
  const line = year === null ? title : `${String(year)}年度${title}`;
  const unit = traits.money === 'line' ? `单位：${style.unit}` : null;
  const blocks: Block[] = [
    { kind: 'line', role: 'title', text: line },
    ...(unit === null ? [] : [{ kind: 'line', role: 'unit', text: unit } as const]),
    { kind: 'table', table: buildTable(rows, width) },
  ];
  return projects.map((project, index) => ({
    expected: expectedForm(context, traits, project, truth),
    accept: {},
    blocks: index === 0 ? blocks : [],
    extras: expectedIndicators(context, truth.columns, project.groups).extras,
    open: ['funds/rows/0/label', ...(traits.of === 'target' ? [] : ['funds/rows/0/source'])],
  }));
}
