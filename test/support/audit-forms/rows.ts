import { parseMeasure } from '../../../src/number/index.ts';
import type { Indicator } from '../../../src/schema/index.ts';
import { less, minus, over, type Ratio, ratio, times } from '../audit/ratio.ts';
import type { Random } from '../forms/random.ts';
import { none, shown, trimmed } from './figures.ts';
import type { Row, Style } from './types.ts';

/** One row of the indicators with what its maker knows of it. */
export interface Line {
  readonly indicator: Indicator;
  readonly row: Row;
  readonly habit: string;
}

export interface Scored {
  readonly level2: string;
  readonly level3: string;
  readonly target: string;
  readonly actual: string;
  /** The share of the weight before it is shortened; 1 is a full score. */
  readonly share: Ratio;
  readonly by: Row['by'];
  readonly habit: string;
}

const one = ratio(1);
export const counted = { weight: true, score: true };

/** A score as the document prints scores. */
export function scoreDigits(style: Style, score: Ratio): string {
  const digits = shown(score, style.scoreDecimals, style.scoreMode);
  return style.trims || style.scoreDecimals > 4 ? trimmed(digits) : digits;
}

export function weightDigits(style: Style, weight: number): string {
  const digits = shown(ratio(Math.round(weight * 2), 2), style.weightDecimals);
  return style.trims ? trimmed(digits) : digits;
}

const rates = [
  '设备验收合格率',
  '受训人员覆盖率',
  '任务按期完成率',
  '补贴发放准确率',
  '问题整改率',
];
const counts: readonly (readonly [string, string])[] = [
  ['举办培训班次', '期'],
  ['维修房屋面积', '平方米'],
  ['购置设备数量', '台'],
  ['检测样品数量', '份'],
  ['资助学生人数', '人'],
];
const costs: readonly (readonly [string, string])[] = [
  ['平均响应时间', '小时'],
  ['单位面积维护成本', '元'],
  ['人均培训费用', '元'],
];
const faults = ['设备故障率', '群众投诉率', '管网漏损率'];
const words: readonly (readonly [string, string, string])[] = [
  ['服务能力', '明显提升', '有所提升'],
  ['长效管理机制', '健全', '已建立机制'],
  ['政策知晓情况', '广泛知晓', '大多知晓'],
  ['工作完成时间', '12月底前', '12月20日完成'],
  ['资料归档', '完整规范', '完整规范'],
];

/** A target of at least so much, reached or missed. */
function atLeast(random: Random, reached: boolean): Scored {
  const isRate = random.chance(0.5);
  const [level3, unit] = isRate ? [random.pick(rates), '%'] : random.pick(counts);
  const target = isRate ? 80 + random.int(19) : 10 + random.int(400);
  const most = isRate ? 100 : Math.floor(target * 1.25);
  const actual = reached
    ? target + random.int(most - target + 1)
    : Math.floor((target * (55 + random.int(35))) / 100);
  const isBare = isRate && random.chance(0.2);
  const isUnsigned = !isRate && random.chance(0.3);
  return {
    level2: isRate ? '质量指标' : '数量指标',
    level3,
    target: `${isUnsigned ? '' : '≥'}${target}${unit}`,
    actual: `${actual}${isBare ? '' : unit}`,
    share: reached ? one : ratio(actual, target),
    by: 'at-least',
    habit: isBare
      ? 'an actual without its percent sign'
      : isUnsigned
        ? 'a target without a sign'
        : reached
          ? 'a target reached'
          : 'a target missed, scored in proportion',
  };
}

function atMost(random: Random, reached: boolean): Scored {
  const [level3, unit] = random.pick(costs);
  const target = 20 + random.int(400);
  const actual = reached
    ? target - random.int(Math.floor(target / 4))
    : target + 1 + Math.floor((target * random.int(40)) / 100);
  const inverse = random.chance(0.5);
  const excess = minus(ratio(2), ratio(actual, target));
  return {
    level2: unit === '元' ? '经济成本指标' : '时效指标',
    level3,
    target: `≤${target}${unit}`,
    actual: `${actual}${unit}`,
    share: reached ? one : inverse ? ratio(target, actual) : less(excess, none) ? none : excess,
    by: 'at-most',
    habit: reached
      ? 'a cost within its target'
      : inverse
        ? 'a cost scored target by actual'
        : 'a cost scored by what it exceeds',
  };
}

function equal(random: Random, reached: boolean): Scored {
  const [level3, unit] = random.pick(counts);
  const target = 4 + random.int(60);
  const actual = reached ? target : Math.floor(target * 0.75);
  return {
    level2: '数量指标',
    level3,
    target: `=${target}${unit}`,
    actual: `${actual}${unit}`,
    share: ratio(actual, target),
    by: 'equal',
    habit: 'a target to be met exactly',
  };
}

function lessIsBetter(random: Random): Scored {
  const target = 3 + random.int(6);
  return {
    level2: '质量指标',
    level3: random.pick(faults),
    target: `${target}%`,
    actual: `${target - 1 - random.int(2)}%`,
    share: one,
    by: 'at-most',
    habit: 'less is better, without a sign',
  };
}

function noneAtAll(random: Random): Scored {
  const sign = random.pick(['=', '≤']);
  return {
    level2: '质量指标',
    level3: random.pick(['安全事故发生数', '有效投诉数']),
    target: `${sign}0起`,
    actual: '0起',
    share: one,
    by: 'equal',
    habit: 'none of something',
  };
}

function inWords(random: Random, reached: boolean): Scored {
  const [level3, target, done] = random.pick(words);
  return {
    level2: '社会效益指标',
    level3,
    target,
    actual: done,
    share: reached ? one : ratio(80 + random.int(15), 100),
    by: 'hand',
    habit: reached ? 'a target in words' : 'a target in words, scored by judgement',
  };
}

function farBeyond(random: Random): Scored {
  const [level3, unit] = random.pick(counts);
  const target = 20 + random.int(100);
  return {
    level2: '数量指标',
    level3,
    target: `≥${target}${unit}`,
    actual: `${Math.floor(target * 1.5)}${unit}`,
    share: one,
    by: 'at-least',
    habit: 'far above its target, with a reason',
  };
}

const makers: readonly ((random: Random, reached: boolean) => Scored)[] = [
  atLeast,
  atLeast,
  atLeast,
  atMost,
  equal,
  lessIsBetter,
  noneAtAll,
  inWords,
  inWords,
  farBeyond,
];

/** What one indicator says, and how it is scored. */
export function drawn(random: Random, reached: boolean): Scored {
  return random.pick(makers)(random, reached);
}

/** Whether a share would be printed as the full score: such a row says less than it hides. */
export function roundsToFull(style: Style, weight: number, share: Ratio): boolean {
  const full = ratio(Math.round(weight * 2), 2);
  return !less(share, one)
    ? false
    : scoreDigits(style, times(full, share)) === scoreDigits(style, full);
}

/** An indicator's row as printed. */
export function lineOf(
  style: Style,
  level1: string,
  weight: number,
  scored: Scored,
  reason: string | null,
): Line {
  const full = ratio(Math.round(weight * 2), 2);
  return {
    indicator: {
      level1,
      level2: scored.level2,
      level3: scored.level3,
      target: parseMeasure(scored.target),
      actual: parseMeasure(scored.actual),
      weight: weightDigits(style, weight),
      score: scoreDigits(style, times(full, scored.share)),
      deviation: reason,
    },
    row: { by: scored.by, counts: counted },
    habit: scored.habit,
  };
}

export const wholeOf = (weight: number): Ratio => over(ratio(Math.round(weight * 2)), ratio(2));
