import { isNil } from '../model/index.ts';
import { type Exact, exact, type Figure, figure, hundred } from '../number/index.ts';
import type {
  Comparator,
  Indicator,
  Measure,
  SelfEvaluationForm,
  TargetIndicator,
} from '../schema/index.ts';
import type { PrintedColumns } from './types.ts';
import { conversion, isUnitSlip, unitKey } from './units.ts';

/** A template's number before a name that nobody filled in: `指标2：`, `指标1：/`. */
const numbering = /^指标\s*\d*\s*[:：]?/;

/** Blank, 无 and dashes, and what a template prints for rows to come: `指标2：`, `……`. */
function saysNothing(text: string): boolean {
  const bare = text.trim().replace(numbering, '');
  return isNil(bare) || /^[.…⋯·。]+$/.test(bare);
}

/** A row whose level 3 and target both say nothing, or that does not apply, is no indicator to assess: it counts nowhere and misses nothing. */
export function isAssessed(indicator: Indicator | TargetIndicator): boolean {
  if (isLeftOut(indicator)) return false;
  return !saysNothing(indicator.level3) || !saysNothing(indicator.target.text);
}

/** An indicator that does not apply to this project, without weight or score: some provinces scale the others up for it. */
export function isLeftOut(indicator: Indicator | TargetIndicator): boolean {
  if (!('weight' in indicator)) return false;
  const { weight, score, target, actual } = indicator;
  const isUnasked = [target.text, actual.text].some((text) =>
    /^(?:本项目)?(?:不适用|不涉及|不考核|不参评)$/.test(text.trim()),
  );
  return isUnasked && weight === null && score === null;
}

/** 执行率 of something else than the budget. */
const otherRates = /合同|政策|计划|任务|制度|采购|方案|标准|决议|医嘱/;

/** An indicator that is the budget's execution rate: its actual stands in the funds table, and its score follows from it. */
export function isExecutionRate({ level3 }: Indicator): boolean {
  return level3.includes('执行率') && !otherRates.test(level3);
}

/** 执行率 of the project and the whole year: 6月底预算执行率, 三公经费预算执行率 and 课时执行率 are of something else. */
export function isOwnExecutionRate(indicator: Indicator): boolean {
  const bare = indicator.level3.replace(/[（(][^（）()]*[)）]|[\s“”"：:、，,]|^\d+[.、]/gu, '');
  return (
    isExecutionRate(indicator) &&
    /^(?:20\d\d|[本该全总当年度的]|项目|专项|财政|预算|资金|经费|支出|拨款|收支)*执行率(?:指标|情况)?$/u.test(
      bare,
    )
  );
}

/** The execution as a group of its own among the indicators. */
export function isExecutionGroup({ level1 }: Indicator): boolean {
  return (level1 ?? '').includes('执行');
}

/** A row whose points come on top of the scale or off it (加分项, 扣分项): its weight need not be counted in 总分, nor need all of it be earned. */
export function isBesideScale({ level1, level2, level3 }: Indicator): boolean {
  const names = /加分|扣分|减分/;
  return names.test(`${level1 ?? ''} ${level2 ?? ''}`) || level3.search(/附?加分|扣分|减分/) === 0;
}

/** Target and actual of a quantitative indicator in the same unit. */
export interface Quantities {
  readonly target: Figure;
  readonly actual: Figure;
  /** The target's sign; null where none is printed. */
  readonly comparator: Comparator | null;
  /** The actual's own sign, where it prints one. */
  readonly actualComparator: Comparator | null;
}

/** A target of at least half of something, in percent. */
function asksForMost({ comparator }: Measure, goal: Figure): boolean {
  return comparator !== '≤' && comparator !== '<' && goal.value.gte('50');
}

/**
 * By what the actual is multiplied to stand in the target's unit. The sign of a percentage may be printed by the target
 * only: 96 for ≥95%, or 0.85 and 1 as fractions where most of something is asked for. Null where they measure other things.
 */
function factorOf(target: Measure, actual: Measure, goal: Figure, reached: Figure): Exact | null {
  if (unitKey(target) === '%' && unitKey(actual) === '') {
    if (reached.value.gt('1.5')) return reached.value.lte('100') ? one : null;
    return reached.value.lte(one) && asksForMost(target, goal) ? hundred : null;
  }
  return isUnitSlip(target, actual) ? null : conversion(actual, target);
}

const one = exact('1');

/** The figure in another unit, as it was printed. */
function inUnit(printed: Figure, factor: Exact): Figure {
  if (factor.eq(one)) return printed;
  const value = printed.value.times(factor);
  return {
    ...printed,
    value,
    decimals: Math.max(0, printed.decimals - factor.logarithm().round().toNumber()),
  };
}

/** Both figures where they can be compared: numbers that measure the same, in the target's unit, the target above zero. */
export function quantities(indicator: Indicator): Quantities | null {
  const { target, actual } = indicator;
  if (target.number === null || actual.number === null) return null;
  const goal = figure(target.number);
  const reached = figure(actual.number);
  if (!goal.value.isPositive() || goal.value.isZero()) return null;
  const factor = factorOf(target, actual, goal, reached);
  if (factor === null) return null;
  return {
    target: goal,
    actual: inUnit(reached, factor),
    comparator: target.comparator,
    actualComparator: actual.comparator,
  };
}

/** Cost rows are often scored by spending, so that an unsigned one has no direction. */
export function isCost({ level1, level2 }: Indicator): boolean {
  return (level1 ?? '').includes('成本') || (level2 ?? '').includes('成本');
}

const time = /^(?:秒|分钟|小时|天|日|个?工作日|周|个?月)(?:内)?$/;
/** What nobody wants more of: faults and harm, waiting, waste, debts. */
const lessIsBetter = new RegExp(
  [
    '投诉|差错|错误|失误|误差|误报|漏报|漏检|漏诊|误诊|缺陷|瑕疵|违规|违纪|违约|不合格|不良|超标|超支|超限|超载|超时',
    '事故|伤亡|死亡|受伤|发案|案件发生|犯罪|再犯|复吸|纠纷|信访|上访|举报|舆情|火灾|灾害损失|风险|污染|浓度|噪声|噪音',
    '故障|中断|停机|停电|停水|漏损|渗漏|泄漏|漏水|损耗|损失|损坏|破损|变质|退货|返工|返修|能耗|水耗|耗水|电耗|油耗|排放',
    '发病|复发|感染|并发症|再入院|病死|致残|贫血|近视|肥胖|药占比|耗占比|辍学|失学|退学|流失|失业|离职|返贫|缺勤|缺课|缺席|迟到',
    '逾期|拖欠|欠费|欠薪|欠款|负债|债务|赤字|结余|结转|空置|闲置|空缺|空编|弃管|撂荒|重复率|退保|三公|公用经费|偏差率|变动率',
    '等待|等候|候诊|时长|用时|耗时|时限|响应时间|延误|延迟',
  ].join('|'),
);
/** What one costs, whatever for: the less the better. */
const thrift = /(?:人均|单位|平均|每.{1,4}).{0,6}(?:成本|费用|支出|造价|投入)/;
/** What is done about them: the more the better. */
const moreIsBetter =
  /办结|处置|处理|办理|修复|整改|化解|回复|答复|查处|清偿|治理|达标|排查|防控|防治|控制|监测|检测|救治|治愈|下降|降低|减少|压减|压降|清理|消除|清零|盘活|覆盖|及时|完成率|满意|(?<!不)合格率$|知晓|破案|侦破|抓获|挽回|调解|调处|偿还|归还|收回|回收|扑救|救援|救助|帮扶|就业|培训|宣传|演练|评估|防范|预防|预警|受理|接待|巡查|检查/;

/** Whether an unsigned target may be one to stay below: a cost, a time taken, a rate of errors. */
export function mayStayBelow(indicator: Indicator): boolean {
  return (
    isCost(indicator) ||
    time.test(unitKey(indicator.target)) ||
    thrift.test(indicator.level3) ||
    (lessIsBetter.test(indicator.level3) && !moreIsBetter.test(indicator.level3))
  );
}

/** Whether an unsigned share of faults is one to stay below for certain: 投诉率 5%. */
export function staysBelow({ level3, target }: Indicator): boolean {
  return unitKey(target) === '%' && lessIsBetter.test(level3) && !moreIsBetter.test(level3);
}

/** Rows of a form's own that explain what was not reached. */
export const givesReasons = /原因|需要说明|存在(?:的)?(?:主要)?问题|改进措施/;

/** Whether a reason for a deviation is printed: in the row, or in a row of the form's own that explains all of them. */
export function hasReason(
  indicator: Indicator,
  extras: readonly { readonly label: string; readonly value: string }[],
): boolean {
  return (
    indicator.deviation !== null ||
    extras.some(({ label, value }) => givesReasons.test(label) && !isNil(value))
  );
}

/** Whether a form has a place for reasons, as far as its columns are known: a column, or a row of its own. */
export function hasPlaceForReasons(
  { indicators, extras }: SelfEvaluationForm,
  columns: PrintedColumns | null,
): boolean {
  if (columns === null || columns.indicators.includes('deviation')) return true;
  return (
    indicators.some(({ deviation }) => deviation !== null) ||
    extras.some(({ label }) => givesReasons.test(label))
  );
}

/** Whether there was to be none of something (事故 =0 起, ≤0), in the same unit, and there was some. */
export function missesNone({ target, actual }: Indicator): boolean {
  const asksForNone =
    (target.comparator === '=' || target.comparator === '≤') &&
    target.number !== null &&
    figure(target.number).value.isZero();
  const certain = actual.comparator === null || actual.comparator === '=';
  return (
    asksForNone &&
    certain &&
    unitKey(target) === unitKey(actual) &&
    actual.number !== null &&
    figure(actual.number).value.gt(0)
  );
}

/**
 * Whether a numeric target (≥, >, =, or unsigned where more is better) was missed: the actual is below it for certain.
 * An actual that is only a lower bound (≥90) may still reach it.
 */
export function missesTarget(
  indicator: Indicator,
  { target, actual, comparator, actualComparator }: Quantities,
): boolean {
  const upwards =
    comparator === '≥' ||
    comparator === '>' ||
    comparator === '=' ||
    (comparator === null && !mayStayBelow(indicator));
  const certain =
    actualComparator === null ||
    actualComparator === '=' ||
    actualComparator === '≤' ||
    actualComparator === '<';
  return upwards && certain && actual.value.lt(target.value);
}
