import { parseMeasure } from '../../../src/number/index.ts';
import { less, ratio } from '../audit/ratio.ts';
import type { Random } from '../forms/random.ts';
import { inFull } from './figures.ts';
import {
  counted,
  drawn,
  type Line,
  lineOf,
  roundsToFull,
  scoreDigits,
  weightDigits,
  wholeOf,
} from './rows.ts';
import type { Style } from './types.ts';

const splits: readonly (readonly [
  habit: string,
  groups: readonly (readonly [string, number])[],
])[] = [
  [
    'the usual groups',
    [
      ['产出指标', 50],
      ['效益指标', 30],
      ['满意度指标', 10],
    ],
  ],
  [
    'the usual groups',
    [
      ['产出指标', 40],
      ['效益指标', 30],
      ['满意度指标', 10],
    ],
  ],
  [
    'costs as a group',
    [
      ['成本指标', 20],
      ['产出指标', 40],
      ['效益指标', 20],
      ['满意度指标', 10],
    ],
  ],
  [
    'decision and process as groups',
    [
      ['决策指标', 15],
      ['过程指标', 15],
      ['产出指标', 30],
      ['效益指标', 20],
    ],
  ],
];

/** So many points in so many parts, none below one; halves where the document prints decimals. */
function shares(random: Random, points: number, count: number, step: number): number[] {
  const left = Array.from({ length: count }, () => 1);
  for (let rest = points - count; rest > 0; rest -= step) {
    const index = random.int(count);
    left[index] = (left[index] ?? 0) + step;
  }
  return left;
}

function rowOf(random: Random, style: Style, level1: string, weight: number, nth: number): Line {
  const scored = drawn(random, random.chance(0.8));
  const isSmall = roundsToFull(style, weight, scored.share);
  const told = isSmall ? drawn(random, true) : scored;
  const isFull = !less(told.share, ratio(1)) || isSmall;
  const named = { ...told, level3: `${told.level3}${'一二三四五六七八'[nth] ?? ''}` };
  const share = isFull ? ratio(1) : told.share;
  // A cost that says not which way is scored either way.
  const isOpen = level1 === '成本指标' && /^\d/.test(told.target);
  const by = isOpen ? 'hand' : told.by;
  const beyond = told.habit.startsWith('far above') ? '群众需求增加，超额完成' : null;
  const reason = isFull ? beyond : '受汛期影响，部分工作推迟';
  return lineOf(style, level1, weight, { ...named, share, by }, reason);
}

const satisfaction = (random: Random, style: Style, weight: number): Line => {
  const target = 85 + random.int(10);
  return lineOf(
    style,
    '满意度指标',
    weight,
    {
      level2: '服务对象满意度指标',
      level3: '受益群众满意度',
      target: `≥${target}%`,
      actual: `${target + random.int(101 - target)}%`,
      share: ratio(1),
      by: 'at-least',
      habit: 'a target reached',
    },
    null,
  );
};

/** Two rows of one group put under one cell for the weight, or for the score. */
function merged(random: Random, style: Style, lines: Line[]): Line[] {
  const first = lines.findIndex(
    ({ indicator }, index) => indicator.level1 === lines[index + 1]?.indicator.level1,
  );
  const [upper, lower] = [lines[first], lines[first + 1]];
  if (upper === undefined || lower === undefined) return lines;
  const sum = (column: 'weight' | 'score'): string =>
    inFull(
      [upper, lower]
        .map(({ indicator }) => wholeOf(Number(indicator[column] ?? '0')))
        .reduce((a, b) => ratio(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)),
      style.weightDecimals,
    );
  const worded = (line: Line, nth: number): Line['indicator'] => ({
    ...line.indicator,
    level3: `资料归档${nth}`,
    target: parseMeasure('完整规范'),
    actual: parseMeasure('已归档，较为完整'),
    deviation: null,
  });
  const full = { ...worded(upper, 1), weight: sum('weight') };
  const whole = scoreDigits(style, wholeOf(Number(full.weight)));
  const isBoth = random.chance(0.5);
  const halves = (line: Line): string => scoreDigits(style, wholeOf(Number(line.indicator.weight)));
  const top: Line = {
    indicator: { ...full, score: isBoth ? whole : halves(upper) },
    row: { by: 'hand', counts: counted, sharesWeight: 2, ...(isBoth ? { sharesScore: 2 } : {}) },
    habit: isBoth ? 'weight and score over two rows' : 'a weight over two rows',
  };
  const below: Line = {
    indicator: { ...worded(lower, 2), weight: null, score: isBoth ? null : halves(lower) },
    row: {
      by: 'none',
      counts: { weight: false, score: !isBoth },
      below: { weight: true, score: isBoth },
    },
    habit: top.habit,
  };
  return lines.toSpliced(first, 2, top, below);
}

const blankRow = (level1: string, level3: string, target: string, zeros: boolean): Line => ({
  indicator: {
    level1,
    level2: '生态效益指标',
    level3,
    target: parseMeasure(target),
    actual: parseMeasure(target),
    weight: zeros ? '0' : null,
    score: zeros ? '0' : null,
    deviation: null,
  },
  row: { by: 'none', counts: { weight: false, score: false } },
  habit: zeros
    ? 'a row that does not apply, at zero'
    : `a row of ${level3 === '无' ? '无' : 'a template'}`,
});

function onTop(style: Style, random: Random): Line {
  const takes = random.chance(0.4);
  const score = scoreDigits(style, ratio(1 + random.int(3)));
  return {
    indicator: {
      level1: takes ? '扣分项' : '加分项',
      level2: takes ? '扣分项' : '加分项',
      level3: takes ? '审计发现问题扣分' : '获市级以上表彰加分',
      target: parseMeasure(takes ? '视情况扣分' : '视情况加分'),
      actual: parseMeasure(takes ? '发现问题1个' : '获表彰1次'),
      weight: takes ? null : weightDigits(style, 5),
      score: takes ? `-${score}` : score,
      deviation: takes ? '制度执行有疏漏' : null,
    },
    row: { by: 'none', counts: { weight: false, score: true }, takesPoints: true },
    habit: takes ? 'points taken off' : 'points on top',
  };
}

export interface Indicators {
  readonly lines: readonly Line[];
  readonly groups: readonly { readonly level1: string; readonly weight: string }[];
  readonly habits: readonly string[];
}

/** All indicators of a form; their weights and the execution's make a hundred. */
export function indicatorsOf(random: Random, style: Style, besides: number): Indicators {
  const [habit, split] = random.pick(splits);
  const points = 100 - style.executionWeight - besides;
  const given = split.reduce((sum, [, weight]) => sum + weight, 0);
  // What the usual split leaves over or lacks goes to the outputs.
  const groups = split.map(([level1, weight]): [string, number] => [
    level1,
    level1 === '产出指标' ? weight + points - given : weight,
  ]);
  const step = style.weightDecimals > 0 && style.scoreDecimals > 0 && random.chance(0.3) ? 0.5 : 1;
  let nth = -1;
  let lines = groups.flatMap(([level1, weight]) => {
    if (level1 === '满意度指标') return [satisfaction(random, style, weight)];
    const parts = shares(random, weight, 1 + random.int(4), step);
    return parts.map((part) => {
      nth = (nth + 1) % 8;
      return rowOf(random, style, level1, part, nth);
    });
  });
  if (style.scoreDecimals > 0 && random.chance(0.12)) lines = merged(random, style, lines);
  if (random.chance(0.12)) lines.push(blankRow('效益指标', '无', '无', false));
  if (random.chance(0.08)) lines.push(blankRow('效益指标', '指标2：', '', false));
  if (random.chance(0.06)) lines.push(blankRow('效益指标', '无', '无', true));
  if (random.chance(0.12)) lines.push(onTop(style, random));
  const prints = random.chance(0.25);
  return {
    lines,
    groups: prints ? groups.map(([level1, weight]) => ({ level1, weight: String(weight) })) : [],
    habits: [
      habit,
      ...(step === 1 ? [] : ['weights of half points']),
      ...(prints ? ['groups with their weights'] : []),
      ...lines.map((line) => line.habit),
    ],
  };
}
