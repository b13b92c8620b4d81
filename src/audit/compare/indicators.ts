import { exact } from '../../number/index.ts';
import type { Indicator, PerformanceForm, TargetIndicator } from '../../schema/index.ts';
import { bareName, likeness, paired } from './likeness.ts';
import type { Change } from '../../schema/index.ts';
import { followsYear } from './years.ts';

type Row = Indicator | TargetIndicator;
interface Placed {
  readonly row: Row;
  readonly path: string;
}

/** Rows that share less than this are two indicators. */
const alike = 0.5;

/** Indicators that are gone, new or renamed; targets that ask for less; weights that moved; and over years, targets below what was done already. */
export function indicatorChanges(before: PerformanceForm, after: PerformanceForm): Change[] {
  const [ones, others] = [placed(before), placed(after)];
  const pairs = paired(ones, others, nearness, alike).sort(
    (a, b) => others.indexOf(a.other) - others.indexOf(b.other),
  );
  const [left, right] = [
    new Set(pairs.map(({ one }) => one)),
    new Set(pairs.map(({ other }) => other)),
  ];
  const years = followsYear(before, after);
  return [
    ...pairs.flatMap(({ one, other }) => rowChanges(one, other, years)),
    ...ones.filter((one) => !left.has(one)).map((one) => dropped(one, years)),
    ...others.filter((one) => !right.has(one)).map(added),
  ];
}

function placed({ indicators }: PerformanceForm): Placed[] {
  return indicators.map((row, index) => ({ row, path: `/indicators/${index}` }));
}

/** The name decides; of several of one name the groups do, then the target. */
function nearness({ row: one }: Placed, { row: other }: Placed): number {
  const name = likeness(one.level3, other.level3);
  if (name < alike) return 0;
  const group = one.level2 !== null && one.level2 === other.level2 ? 0.1 : 0;
  return name + group + (one.target.text === other.target.text ? 0.05 : 0);
}

function rowChanges(one: Placed, other: Placed, years: boolean): Change[] {
  const [a, b] = [one.row, other.row];
  const changes: Change[] = [];
  if (bareName(a.level3) !== bareName(b.level3))
    changes.push({
      kind: 'indicator-renamed',
      severity: 'info',
      message: {
        zh: `指标“${a.level3}”改称“${b.level3}”`,
        en: `indicator "${a.level3}" is now called "${b.level3}"`,
      },
      paths: [`${one.path}/level3`, `${other.path}/level3`],
      before: a.level3,
      after: b.level3,
    });
  const target = targetChange(one, other, years);
  if (target !== null) changes.push(target);
  const weight = weightChange(one, other);
  if (weight !== null) changes.push(weight);
  return changes;
}

function weightChange(one: Placed, other: Placed): Change | null {
  const [a, b] = [weightOf(one.row), weightOf(other.row)];
  if (a === null || b === null || exact(a).eq(b)) return null;
  return {
    kind: 'weight-moved',
    severity: 'info',
    message: {
      zh: `指标“${other.row.level3}”的分值由 ${a} 改为 ${b}`,
      en: `the weight of "${other.row.level3}" went from ${a} to ${b}`,
    },
    paths: [`${one.path}/weight`, `${other.path}/weight`],
    before: a,
    after: b,
  };
}

function weightOf(row: Row): string | null {
  return 'weight' in row ? row.weight : null;
}

/** A target against the one before or, a year later, against what was done already. */
function targetChange(one: Placed, other: Placed, years: boolean): Change | null {
  const [a, b] = [one.row, other.row];
  const paths = [`${one.path}/target`, `${other.path}/target`] as const;
  const texts = { before: a.target.text, after: b.target.text };
  if (years) return belowLastYear(one, other);
  if (bareTarget(a.target.text) === bareTarget(b.target.text)) return null;
  const weaker = isWeaker(a.target, b.target);
  const name = b.level3;
  return {
    kind: weaker === true ? 'target-lowered' : 'target-changed',
    severity: weaker === true ? 'warning' : 'info',
    message: {
      zh: `指标“${name}”的指标值由 ${texts.before || '空'} ${weaker === true ? '降为' : '改为'} ${texts.after || '空'}`,
      en: `the target of "${name}" ${weaker === true ? 'was lowered' : 'changed'} from ${texts.before || 'blank'} to ${texts.after || 'blank'}`,
    },
    paths,
    ...texts,
  };
}

/** A target without what says the same: widths, spaces, ≥ as >=, trailing zeros of its number. */
function bareTarget(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/>=|大于等于|不少于|不低于/gu, '≥')
    .replace(/<=|小于等于|不超过|不高于/gu, '≤')
    .replace(/(\.\d*?)0+(?!\d)/gu, '$1')
    .replace(/\.(?!\d)/gu, '')
    .replace(/[()]/gu, '');
}

type Target = Row['target'];

/** Whether a target asks for less than the one before; null where that cannot be told. */
function isWeaker(before: Target, after: Target): boolean | null {
  if (before.number === null || after.number === null) return null;
  if ((before.unit ?? '') !== (after.unit ?? '')) return null;
  const [a, b] = [exact(before.number), exact(after.number)];
  const atMost = (sign: Target['comparator']): boolean => sign === '≤' || sign === '<';
  if (atMost(before.comparator) !== atMost(after.comparator)) return null;
  return atMost(before.comparator) ? b.gt(a) : b.lt(a);
}

function belowLastYear(one: Placed, other: Placed): Change | null {
  if (!('actual' in one.row)) return null;
  const { actual } = one.row;
  const { target, level3 } = other.row;
  if (isWeaker({ ...actual, comparator: target.comparator, description: null }, target) !== true)
    return null;
  return {
    kind: 'below-last-year',
    severity: 'warning',
    message: {
      zh: `指标“${level3}”的指标值 ${target.text} 低于上年的实际完成值 ${actual.text}`,
      en: `the target ${target.text} of "${level3}" is below last year's actual ${actual.text}`,
    },
    paths: [`${one.path}/actual`, `${other.path}/target`],
    before: actual.text,
    after: target.text,
  };
}

function dropped({ row, path }: Placed, years: boolean): Change {
  return {
    kind: 'indicator-dropped',
    severity: years ? 'info' : 'warning',
    message: {
      zh: `指标“${row.level3}”（${row.target.text || '无指标值'}）不见了`,
      en: `indicator "${row.level3}" (${row.target.text || 'no target'}) is gone`,
    },
    paths: [path, null],
    before: row.level3,
    after: null,
  };
}

function added({ row, path }: Placed): Change {
  return {
    kind: 'indicator-added',
    severity: 'info',
    message: {
      zh: `新增指标“${row.level3}”（${row.target.text || '无指标值'}）`,
      en: `indicator "${row.level3}" (${row.target.text || 'no target'}) is new`,
    },
    paths: [null, path],
    before: null,
    after: row.level3,
  };
}
