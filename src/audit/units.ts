import { type Exact, exact } from '../number/index.ts';
import type { Measure } from '../schema/index.ts';

/** A unit without brackets and white space. */
function bareUnit({ unit }: Pick<Measure, 'unit'>): string {
  return (unit ?? '').replace(/[\s()（）]/g, '').replace('％', '%');
}

/** A unit's key: 万 is 万元, brackets and white space do not matter. */
export function unitKey(measure: Pick<Measure, 'unit'>): string {
  const bare = bareUnit(measure);
  return bare === '万' ? '万元' : bare;
}

const scales: readonly (readonly [string, string])[] = [
  ['亿', '100000000'],
  ['万', '10000'],
  ['千', '1000'],
  ['百', '100'],
];

/** A unit as a multiple of what it counts: 万人次 is 10000 人次. 千米 and 千克 are units of their own. */
function scaleOf(unit: string): { readonly base: string; readonly factor: Exact } {
  const scale = scales.find(([word]) => unit.startsWith(word) && unit.length > 1);
  if (scale === undefined || /^千[米克瓦]/.test(unit)) return { base: unit, factor: exact('1') };
  return { base: unit.slice(1), factor: exact(scale[1]) };
}

/** By what a figure in one unit is multiplied to be in another; null where they do not measure the same. */
export function conversion(from: Measure, to: Measure): Exact | null {
  const [source, aim] = [scaleOf(unitKey(from)), scaleOf(unitKey(to))];
  return source.base === aim.base ? source.factor.div(aim.factor) : null;
}

type Dimension = 'money' | 'share' | 'count';

const counts =
  /^(?:人|人次|名|个|家|户|场|场次|次|期|件|项|份|台|套|辆|本|册|篇|部|班次|公里|亩|吨|平方米)$/;

/** What a unit measures, as far as it is beyond doubt. 万 alone may count anything. */
export function dimensionOf(measure: Measure): Dimension | null {
  const bare = bareUnit(measure);
  const { base } = scaleOf(bare);
  if (bare === '%') return 'share';
  if (base === '元') return 'money';
  if (bare === '万') return 'money';
  return counts.test(base) ? 'count' : null;
}

/** So many times another figure is no change of it: it stands in another unit. */
export const unitSlip = exact('1000');
/** Figures this near each other were meant in one unit. */
const near = exact('10');

function within(ratio: Exact, limit: Exact): boolean {
  return ratio.lt(limit) && ratio.times(limit).gt(1);
}

/** Whether two figures agree as printed but not in their units: 5 万元 and 4.8 元. */
export function isUnitSlip(target: Measure, actual: Measure): boolean {
  const factor = conversion(actual, target);
  if (factor === null || factor.eq(1) || target.number === null || actual.number === null)
    return false;
  const [goal, done] = [exact(target.number), exact(actual.number)];
  if (!goal.gt(0) || !done.gt(0)) return false;
  const printed = done.div(goal);
  return within(printed, near) && !within(printed.times(factor), unitSlip);
}
