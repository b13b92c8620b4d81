import { parseMeasure } from '../../../src/number/index.ts';
import type { SelfEvaluationForm } from '../../../src/schema/index.ts';
import { least, less, over, type Ratio, ratio, times } from '../audit/ratio.ts';
import { type Random, randomOf } from '../forms/random.ts';
import { hundred, inFull, none, shown, sumOf, trimmed, valueOf } from './figures.ts';
import { type Funds, fundsOf } from './funds.ts';
import { type Indicators, indicatorsOf } from './groups.ts';
import { counted, type Line, scoreDigits, weightDigits } from './rows.ts';
import { styleOf } from './style.ts';
import { targetSheet } from './targets.ts';
import type { Evaluation, Sheet, SheetDocument, Structure, Style } from './types.ts';

const head = {
  title: '项目支出绩效自评表',
  year: 2024,
  project: { name: '示例项目', code: null },
  department: '示例市示例局',
  departmentCode: null,
  implementingUnit: '示例市示例中心',
};

/** How the execution is scored: in the funds table, as an indicator, or in both. */
type Place = 'funds' | 'indicator' | 'both';
const places: readonly Place[] = [
  ...Array.from({ length: 14 }, () => 'funds' as const),
  'indicator',
  'both',
];

interface Execution {
  readonly printed: string;
  /** As it is added to the total. */
  readonly counted: Ratio;
}

/** The execution's score: weight × rate, no more than the weight, and what the total takes of it. */
function executionOf(random: Random, style: Style, funds: Funds): Execution {
  const weight = ratio(style.executionWeight);
  const digits = funds.rows[funds.execution]?.executionRate ?? null;
  const printedRate =
    digits === null ? null : times(valueOf(digits), ratio(style.fractions ? 100 : 1));
  if (funds.rate === null || printedRate === null) {
    const full = digits === null && random.chance(0.5);
    const printed = scoreDigits(style, full ? weight : none);
    return { printed, counted: valueOf(printed) };
  }
  const share = (rate: Ratio): Ratio => least(weight, times(weight, over(rate, hundred)));
  const [own, other] =
    style.scoreFrom === 'amounts' ? [funds.rate, printedRate] : [printedRate, funds.rate];
  const printed = scoreDigits(style, share(own));
  if (style.total !== 'unrounded' || style.scoreDecimals > 4)
    return { printed, counted: valueOf(printed) };
  const decimals = style.scoreDecimals + random.pick([0, 0, 2]);
  return { printed, counted: valueOf(shown(share(other), decimals)) };
}

/** The execution as a row of the indicators. */
function executionLine(style: Style, funds: Funds, score: string, counts: boolean): Line {
  const own = funds.rows[funds.execution]?.executionRate ?? null;
  const digits = own === null || style.fractions ? shown(funds.rate ?? none, 2) : own;
  const isMet = !less(valueOf(digits), hundred);
  return {
    indicator: {
      level1: '预算执行率',
      level2: '预算执行率',
      level3: '预算执行率',
      target: parseMeasure('100%'),
      actual: parseMeasure(`${digits}%`),
      weight: weightDigits(style, style.executionWeight),
      score,
      deviation: isMet ? null : '部分合同尾款待付',
    },
    row: {
      by: 'none',
      counts: counts ? counted : { weight: false, score: false },
      isExecution: true,
    },
    habit: counts ? 'the execution among the indicators' : 'the execution once more as a group',
  };
}

function ratingOf(random: Random, score: Ratio): string {
  const grade = [90, 80, 60].filter((from) => less(score, ratio(from))).length;
  const words = [
    ['优', '优秀', '优(≥90分)'],
    ['良', '良好', '良'],
    ['中', '中等', '中'],
    ['差', '较差', '差'],
  ];
  return random.pick(words[grade] ?? ['差']);
}

function totalDigits(style: Style, score: Ratio): string {
  if (style.total === 'float' && style.scoreDecimals > 0 && style.scoreDecimals <= 2)
    return `${shown(score, 6)}00000001`;
  const digits = inFull(score, style.scoreDecimals > 4 ? 0 : style.scoreDecimals);
  return style.trims ? trimmed(digits) : digits;
}

const besideTables: readonly (readonly string[])[] = [['资金拨付合规性', '资金使用合规性']];

interface Draft {
  readonly funds: Funds;
  readonly lines: readonly Line[];
  readonly groups: Indicators['groups'];
  readonly besides: Structure['besides'];
  readonly execution: Execution;
  readonly place: Place;
}

/** 总分: the sum of what counts, no more than its weight where points come on top. */
function totalScore({ lines, besides, execution }: Draft): { score: Ratio; capped: boolean } {
  const own = lines.flatMap(({ indicator, row }) =>
    row.counts.score && row.isExecution !== true && indicator.score !== null
      ? [valueOf(indicator.score)]
      : [],
  );
  const score = sumOf([...own, ...besides.map((one) => valueOf(one.score)), execution.counted]);
  const isOver = less(hundred, score);
  return { score: isOver ? hundred : score, capped: isOver };
}

/** Indicators that are not all done in full with less than half of the money. */
function credible(random: Random, style: Style, besides: number, { rate }: Funds): Indicators {
  for (;;) {
    const drawn = indicatorsOf(random, style, besides);
    const isFull = !drawn.lines.some(
      ({ indicator: { level1, level2, weight, score }, row }) =>
        /产出|效益/.test(level1 ?? '') &&
        !(level2 ?? '').includes('成本') &&
        row.sharesWeight === undefined &&
        weight !== null &&
        Number(score) < Number(weight),
    );
    if (!isFull || rate === null || !less(rate, ratio(60))) return drawn;
  }
}

function draftOf(random: Random, style: Style): Draft & { habits: string[] } {
  const funds = fundsOf(random, style);
  const place = funds.rate === null ? 'funds' : random.pick(places);
  const hasTable = place === 'funds' && random.chance(0.05);
  const besides = hasTable
    ? (besideTables[0] ?? []).map(() => ({ weight: '5', score: scoreDigits(style, ratio(5)) }))
    : [];
  const { lines, groups, habits } = credible(random, style, besides.length * 5, funds);
  const execution = executionOf(random, style, funds);
  const counts = place === 'indicator';
  const all =
    place === 'funds' ? lines : [...lines, executionLine(style, funds, execution.printed, counts)];
  return {
    funds,
    lines: all,
    groups,
    besides,
    execution,
    place,
    habits: [
      ...funds.habits,
      ...habits,
      ...(place === 'funds' ? [] : all.slice(-1).map(({ habit }) => habit)),
      ...(hasTable ? ['a table of points besides'] : []),
    ],
  };
}

function fundRows(
  { funds, place, execution }: Draft,
  style: Style,
): SelfEvaluationForm['funds']['rows'] {
  if (place === 'indicator') return [...funds.rows];
  const scored = { weight: weightDigits(style, style.executionWeight), score: execution.printed };
  const main = funds.rows[funds.execution];
  return funds.rows.map((row, index) => {
    if (index === funds.execution) return { ...row, ...scored };
    return funds.repeats.includes(index)
      ? { ...row, ...scored, executionRate: main?.executionRate ?? null }
      : row;
  });
}

function evaluationOf(random: Random, style: Style): Evaluation {
  const draft = draftOf(random, style);
  const { score, capped } = totalScore(draft);
  const hasReasons = !random.chance(0.1);
  const hasRating = random.chance(0.35);
  const isMerged = draft.lines.some(({ row }) => row.sharesWeight !== undefined);
  const tellsMerged = random.chance(0.5);
  const noWeight = (!isMerged || tellsMerged) && random.chance(0.05);
  const indicators = draft.lines.map(({ indicator }) =>
    hasReasons ? indicator : { ...indicator, deviation: null },
  );
  const names = besideTables[0] ?? [];
  const form: SelfEvaluationForm = {
    kind: 'self-evaluation',
    ...head,
    funds: { unit: style.unit, rows: fundRows(draft, style) },
    goal: {
      expected: '完成年度任务，提升服务水平。',
      actual: '各项任务基本完成，服务水平有所提升。',
    },
    indicators,
    groupWeights: [...draft.groups],
    total: {
      weight: noWeight ? null : weightDigits(style, 100),
      score: totalDigits(style, score),
    },
    rating: hasRating ? ratingOf(random, score) : null,
    extras: draft.besides.flatMap((pair, index) =>
      [pair.weight, pair.score].map((value) => ({ label: names[index] ?? '', value })),
    ),
  };
  const habits = [
    ...draft.habits,
    ...(hasReasons ? [] : ['no place for reasons']),
    ...(isMerged && tellsMerged ? ['merged cells told by the reader'] : []),
    ...(hasRating ? ['a rating'] : []),
    ...(noWeight ? ['no weight at the total'] : []),
    ...(capped ? ['a total capped at its weight'] : []),
  ];
  const structure: Structure = {
    style,
    sums: draft.funds.sums,
    execution: draft.place === 'indicator' ? null : draft.funds.execution,
    repeats: draft.funds.repeats,
    rows: draft.lines.map(({ row }) => row),
    besides: draft.besides,
    capped,
    hasReasons,
    tellsMerged,
  };
  return { kind: 'self-evaluation', form, structure, habits };
}

/** One document, told by its seed: a program's printing habits, and one to four forms of it. */
export function documentOf(seed: number): SheetDocument {
  const random = randomOf(seed);
  if (random.chance(0.1))
    return { seed, habits: [], sheets: [targetSheet(random), targetSheet(random)] };
  const { style, habits } = styleOf(random);
  const count = 1 + random.int(4);
  const sheets: Sheet[] = Array.from({ length: count }, () => evaluationOf(random, style));
  return { seed, habits: [...habits, count === 1 ? 'a form alone' : 'several forms'], sheets };
}
