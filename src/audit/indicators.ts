import { isNil } from '../model/index.ts';
import { type Figure, figure } from '../number/index.ts';
import type {
  Comparator,
  Indicator,
  Measure,
  SelfEvaluationForm,
  TargetIndicator,
} from '../schema/index.ts';
import type { PrintedColumns } from './types.ts';

/** A template's number before a name that nobody filled in: `指标2：`, `指标1：/`. */
const numbering = /^指标\s*\d*\s*[:：]?/;

/** Blank, 无 and dashes, and what a template prints for rows to come: `指标2：`, `……`. */
function saysNothing(text: string): boolean {
  const bare = text.trim().replace(numbering, '');
  return isNil(bare) || /^[.…⋯·。]+$/.test(bare);
}

/** A row whose level 3 and target both say nothing is no indicator to assess: it counts nowhere and misses nothing. */
export function isAssessed(indicator: Indicator | TargetIndicator): boolean {
  return !saysNothing(indicator.level3) || !saysNothing(indicator.target.text);
}

/** 执行率 of something else than the budget. */
const otherRates = /合同|政策|计划|任务|制度|采购|方案|标准|决议|医嘱/;

/** An indicator that is the budget's execution rate: its actual stands in the funds table, and its score follows from it. */
export function isExecutionRate({ level3 }: Indicator): boolean {
  return level3.includes('执行率') && !otherRates.test(level3);
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

/** A unit's key: 万 is 万元, brackets and white space do not matter. */
function unitKey({ unit }: Measure): string {
  const bare = (unit ?? '').replace(/[\s()（）]/g, '').replace('％', '%');
  return bare === '万' ? '万元' : bare;
}

/** A percentage whose sign only the target prints: 96 for ≥95%. What may be a fraction of it (0.96) is left alone. */
function isBarePercent(target: Measure, actual: Measure, reached: Figure): boolean {
  return (
    unitKey(target) === '%' &&
    unitKey(actual) === '' &&
    reached.value.gt('1.5') &&
    reached.value.lte('100')
  );
}

/** Both figures where they can be compared: numbers of the same unit, the target above zero. */
export function quantities(indicator: Indicator): Quantities | null {
  const { target, actual } = indicator;
  if (target.number === null || actual.number === null) return null;
  const goal = figure(target.number);
  const reached = figure(actual.number);
  if (unitKey(target) !== unitKey(actual) && !isBarePercent(target, actual, reached)) return null;
  if (!goal.value.isPositive() || goal.value.isZero()) return null;
  return {
    target: goal,
    actual: reached,
    comparator: target.comparator,
    actualComparator: actual.comparator,
  };
}

/** Cost rows are often scored by spending, so that an unsigned one has no direction. */
export function isCost({ level1, level2 }: Indicator): boolean {
  return (level1 ?? '').includes('成本') || (level2 ?? '').includes('成本');
}

const time = /^(?:秒|分钟|小时|天|日|个?工作日|周|个?月)(?:内)?$/;
const lessIsBetter =
  /投诉|差错|事故|死亡|逾期|返工|不合格|超支|违规|违纪|误差|失误|流失|空置|闲置|损耗|能耗|发病|复发|排放量|变质|破损|缺勤|拖欠|误报|漏报|发案|信访|举报/;
/** What is done about them: the more the better. */
const moreIsBetter = /办结|处置|处理|办理|修复|整改|化解|回复|答复|查处|清偿|治理|达标/;

/** Whether an unsigned target may be one to stay below: a cost, a time taken, a rate of errors. */
export function mayStayBelow(indicator: Indicator): boolean {
  return (
    isCost(indicator) ||
    time.test(unitKey(indicator.target)) ||
    (lessIsBetter.test(indicator.level3) && !moreIsBetter.test(indicator.level3))
  );
}

/** Rows of a form's own that explain what was not reached. */
const givesReasons = /原因|需要说明|存在(?:的)?(?:主要)?问题|改进措施/;

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
