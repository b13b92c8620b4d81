import { indicatorName, reason } from '../forms/names.ts';
import { levels } from '../forms/words.ts';
import { indicatorOf } from './catalogue.ts';
import type { Context } from './types.ts';
import { divide, draw, emptyPair, pairInColumns, pairInOne } from './values.ts';
import type { Pair } from './values.ts';

/** One indicator; weight and score in hundredths of a point. */
export interface Row {
  readonly name: string;
  readonly pair: Pair;
  readonly weight: number | null;
  readonly score: number | null;
  readonly deviation: string;
  /** What stands in a column of unknown words. */
  readonly foreign: string;
}

export interface Level2 {
  readonly text: string;
  readonly rows: readonly Row[];
}

/** `below`: a row under the table with its label over all columns before the figures. */
export type Join = 'none' | 'levels-1-2' | 'levels-2-3' | 'all' | 'below';

export interface Level1 {
  readonly text: string;
  readonly weight: number;
  readonly level2s: readonly Level2[];
  /** One cell over two levels, or over all three. */
  readonly join: Join;
}

interface Plan {
  readonly text: string;
  readonly level2s: readonly { readonly text: string; readonly count: number }[];
  readonly join: Join;
}

function chosen<T>(context: Context, list: readonly T[]): T[] {
  const { random } = context;
  const kept = list.filter(() => random.chance(0.6));
  return kept.length === 0 ? [random.pick(list)] : kept;
}

/** The form's own words for its levels: 产出类指标, 服务对象满意程度指标. */
function named(context: Context, text: string): string {
  if (context.structure.traits.labels !== 'own') return text;
  return text.includes('满意度')
    ? text.replace('满意度指标', '满意程度指标')
    : text.replace(/指标$/, '类指标');
}

/** Which groups stand in the form, with their parts and how many rows each has. */
function plans(context: Context): Plan[] {
  const { random, structure } = context;
  const { joined } = structure.traits;
  const count = (): number => (context.empty ? 1 : random.pick([1, 1, 1, 2, 2, 3]));
  const [cost, output, effect] = levels;
  const satisfied = random.pick([
    '服务对象满意度指标',
    '服务对象满意度指标',
    '社会公众或服务对象满意度指标',
  ]);
  const groups: Plan[] = [];
  // A label without an indicator of its own stands beside others that have some.
  const idle = (list: Plan['level2s']): Plan['level2s'] =>
    structure.traits.idle === 'none' || list.length < 2
      ? list
      : list.with(-1, { text: list.at(-1)?.text ?? '', count: 0 });
  const add = (level: (typeof levels)[number] | undefined): void => {
    if (level !== undefined)
      groups.push({
        text: level[0],
        level2s: idle(chosen(context, level[1]).map((text) => ({ text, count: count() }))),
        join: 'none',
      });
  };
  if (random.chance(0.2)) add(cost);
  add(output);
  if (random.chance(0.93)) add(effect);
  if (random.chance(0.93) || joined !== 'none')
    groups.push({
      text: '满意度指标',
      level2s: [{ text: satisfied, count: count() }],
      join: joined,
    });
  return groups;
}

const decisions: readonly (readonly [string, readonly string[]])[] = [
  ['项目立项', ['立项依据充分性', '立项程序规范性']],
  ['绩效目标', ['绩效目标合理性']],
  ['资金管理', ['资金使用合规性', '预算编制科学性']],
];

interface Seed {
  /** Names that the form has already. */
  readonly names: Set<string>;
  readonly weights: number[];
  readonly reasons: string[];
}

const emptyRow: Row = {
  name: '',
  pair: emptyPair,
  weight: null,
  score: null,
  deviation: '',
  foreign: '',
};

/** A row of the printed form that has nothing to assess: nobody filled it in, or 无 stands in it. */
function idleRow(said: boolean): Row {
  if (!said) return emptyRow;
  const none = { ...emptyPair.target, text: '无' };
  return {
    ...emptyRow,
    name: '无',
    pair: { ...emptyPair, target: none, number: '无', actual: none },
  };
}

interface Content {
  readonly name: string;
  readonly pair: Pair;
}

/** Most indicators as departments write them, some with odd names and values of every kind. */
function contentOf(context: Context, level2: string, names: Set<string>): Content {
  for (let turn = 0; turn < 8; turn += 1) {
    const content = anyContent(context, level2);
    if (names.has(content.name)) continue;
    names.add(content.name);
    return content;
  }
  return anyContent(context, level2);
}

function anyContent(context: Context, level2: string): Content {
  const { random, structure } = context;
  const { value } = structure.traits;
  if (random.chance(0.75)) return indicatorOf(random, level2, value);
  const [name = ''] = draw(random, indicatorName, 1);
  const pair = value === 'one' ? pairInOne(random) : pairInColumns(random, value === 'split');
  return { name, pair };
}

function rowOf(context: Context, level2: string, seed: Seed, foreign: readonly string[]): Row {
  const { random, empty } = context;
  if (empty) return emptyRow;
  const weight = seed.weights.shift() ?? 100;
  const because = seed.reasons.shift() ?? '';
  const lost = random.chance(0.2) ? Math.ceil(weight * random.pick([0.02, 0.1, 0.25])) : 0;
  return {
    ...contentOf(context, level2, seed.names),
    weight,
    score: weight - lost,
    deviation: lost > 0 ? because : random.pick(['', '', '', '无']),
    foreign: random.pick(foreign),
  };
}

/** Rows of decisions and of management before the usual groups: short words for targets. */
function decisionGroup(context: Context, weights: number[]): Level1 {
  const word = (text: string): Pair => ({
    ...emptyPair,
    target: { ...emptyPair.target, text },
    number: text,
    actual: { ...emptyPair.actual, text },
  });
  const level2s = decisions.map(([text, names]) => ({
    text,
    rows: names.map((name): Row => {
      const weight = weights.shift() ?? 100;
      const pair = word(name.slice(-3, -1));
      return { name, pair, weight, score: weight, deviation: '', foreign: '' };
    }),
  }));
  return {
    text: context.random.pick(['决策', '管理指标', '过程指标']),
    weight: 0,
    level2s,
    join: 'none',
  };
}

const countOf = (list: readonly Plan[]): number =>
  list.flatMap((plan) => plan.level2s).reduce((sum, one) => sum + one.count, 0);

/** What makes a reason worth printing: blanks and dashes are left to rows that lost nothing. */
const reasons = reason.filter((text) => text.length > 3);

/** The indicators of a form; the weights of its rows add up to `sum` points. */
export function groupsOf(context: Context, sum: number, foreign: readonly string[]): Level1[] {
  const { random, structure } = context;
  const list = plans(context);
  const count = countOf(list);
  const decides = structure.kind === 'self-evaluation' && structure.traits.rows === 'decision';
  const extra = decides ? decisions.flatMap(([, names]) => names).length : 0;
  const step = random.pick([1, 1, 1, 0.5]);
  const weights = divide(random, sum, count + extra, step).map((points) =>
    Math.round(points * 100),
  );
  const seed: Seed = {
    weights,
    names: new Set(),
    reasons: draw(random, reasons, count),
  };
  const before = decides ? [decisionGroup(context, seed.weights)] : [];
  const groups = list.map((plan): Level1 => ({
    text: named(context, plan.text),
    weight: 0,
    join: plan.join,
    level2s: plan.level2s.map(({ text, count: size }) => ({
      text: named(context, text),
      rows:
        size === 0
          ? [idleRow(structure.traits.idle === 'said')]
          : Array.from({ length: size }, () => rowOf(context, text, seed, foreign)),
    })),
  }));
  return [...before, ...groups].map((group) => ({ ...group, weight: weightOf(group) }));
}

const weightOf = (group: Level1): number =>
  group.level2s.flatMap((one) => one.rows).reduce((sum, row) => sum + (row.weight ?? 0), 0);

/** The execution of the budget as a row among the indicators, at the rate that the funds tell, if they do. */
export function executionGroup(context: Context, join: Join, known: string | null): Level1 {
  const { random } = context;
  const rate = known ?? (80 + random.int(2000) / 100).toFixed(2);
  const score = Math.round(Number(rate) * 10);
  const measure = (text: string, number: string): Pair['target'] => ({
    text,
    comparator: null,
    number,
    unit: '%',
  });
  const { value } = context.structure.traits;
  const target = measure('100%', '100');
  const pair: Pair = {
    target,
    sign: '',
    number: value === 'one' ? '100%' : '100',
    unit: value === 'one' ? '' : '%',
    actual: measure(`${rate}%`, rate),
  };
  const own = join === 'below' ? emptyPair : pair;
  const row: Row = {
    name: '预算执行率',
    pair: own,
    weight: 1000,
    score,
    deviation: '',
    foreign: '',
  };
  return { text: '预算执行率', weight: 1000, level2s: [{ text: '预算执行率', rows: [row] }], join };
}
