import type { FundRow, FundUnit, Indicator } from '../../../src/schema/index.ts';
import { department, projectCode, projectName } from '../forms/names.ts';
import { buildTable, number, prose, value } from '../forms/table.ts';
import type { DraftCell, DraftRow } from '../forms/table.ts';
import type {
  Block,
  ExpectedForm,
  ExpectedSelfEvaluation,
  ExpectedTarget,
} from '../forms/types.ts';
import { applicationTitles, titles } from '../forms/words.ts';
import { groupsOf } from './groups.ts';
import type { Level1 } from './groups.ts';
import { expectedIndicators, flatten, headingsOf, indicatorBody, pointsOf } from './indicators.ts';
import type { Columns } from './indicators.ts';
import { indicatorColumns } from './list-columns.ts';
import { bodyRows, headingRows } from './rows.ts';
import type { BodyCell, Heading } from './rows.ts';
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
  truth: Truth,
): ExpectedForm {
  const { printed, title, year } = truth;
  const common = {
    title,
    year,
    project: { name: project.name, code: printed.code ? project.code : null },
    department: null,
    departmentCode: null,
    implementingUnit: printed.unit ? project.unit : null,
  };
  const { indicators } = expectedIndicators(context, truth.columns, project.groups);
  return traits.of === 'target'
    ? { ...common, ...targetFields(context, traits, project, indicators) }
    : { ...common, ...selfFields(context, traits, project, indicators) };
}

type OwnFields<T> = Omit<
  T,
  'title' | 'year' | 'project' | 'department' | 'departmentCode' | 'implementingUnit'
>;

function targetFields(
  context: Context,
  traits: ListTraits,
  project: Project,
  indicators: readonly Indicator[],
): OwnFields<ExpectedTarget> {
  const { annual } = amountsOf(project.money, context.style);
  const budget = traits.funds === 'none' ? null : annual.value;
  return {
    kind: 'target',
    funds: { unit: unitOf(context, traits), budget, fiscal: null, other: null, purpose: null },
    disbursementPlan: [],
    goal: { expected: traits.goal === 'none' ? null : project.expected },
    indicators: indicators.map(({ level1, level2, level3, target }) => ({
      level1,
      level2,
      level3,
      description: null,
      target: { ...target, description: null },
      basis: null,
    })),
  };
}

function selfFields(
  context: Context,
  traits: ListTraits,
  project: Project,
  indicators: Indicator[],
): OwnFields<ExpectedSelfEvaluation> {
  const { style } = context;
  const { annual, executed } = amountsOf(project.money, style);
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
    funds: { unit: unitOf(context, traits), rows: traits.funds === 'none' ? [] : [row] },
    goal: {
      expected: traits.goal === 'none' ? null : project.expected,
      actual: traits.goal === 'both' ? project.actual : null,
    },
    indicators,
    groupWeights: [],
    total: { weight: null, score: traits.listSum === 'score' ? project.score : null },
    rating: null,
  };
}

/** Where a list prints the unit of money: on a line or in its headings. */
function unitOf({ style }: Context, traits: ListTraits): FundUnit | null {
  const inHeadings = traits.money === 'headings' && traits.funds !== 'none';
  return traits.money === 'line' || inHeadings ? style.unit : null;
}

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
