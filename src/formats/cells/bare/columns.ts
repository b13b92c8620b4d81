import type { Term } from '../../../lexicon/index.ts';
import { isOneOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { groupedRoles } from './groups.ts';
import type { Grouped } from './groups.ts';
import { isBlock, likelyRoleOf, roleOf } from './roles.ts';
import type { Role } from './roles.ts';
import type { Token } from './tokens.ts';

/** The columns under a heading. */
export interface Columns {
  readonly kind: 'indicators' | 'funds' | 'goals' | 'plan';
  readonly roles: readonly Role[];
  /** Columns over which the heading has no cell of its own. */
  readonly added: readonly number[];
  /** The columns of the words that end the heading, if they are its second row: 符号 | 值 | 单位 below 指标值. */
  readonly below?: readonly number[];
}

/** What it costs that nothing stands for a column. */
const missing: Readonly<Record<Role, number>> = {
  block: 0,
  level1: 0.15,
  level2: 0.3,
  name: 3,
  value: 1.3,
  sign: 0.4,
  unit: 0.4,
  groupPoints: 0.15,
  points: 1.8,
  text: 0.1,
  fund: 2,
  money: 1,
  rate: 0.5,
  fundPoints: 0.7,
  goal: 1,
  date: 1,
  unknown: 0.5,
};

export function missingCost(role: Role): number {
  return missing[role];
}

const indicatorRoles: ReadonlySet<Role> = new Set<Role>(['level1', 'level2', 'name']);

/** The columns of a heading, or null where some cells are none. */
export function columnsOf(cells: readonly Token[]): Columns | null {
  const roles = cells.map(({ facts }, index) => roleInHeading(facts, index === 0));
  const grouped = groupedRoles(cells.filter(({ facts }) => !facts.blank));
  if (grouped !== null) return groupedColumns(grouped);
  const of = (...wanted: readonly Role[]): number =>
    roles.filter((role) => wanted.includes(role)).length;
  if (of('goal') >= 2 && roles.length <= 4) return { kind: 'goals', roles, added: [] };
  const plan = planColumns(roles, cells);
  if (plan !== null) return plan;
  if (of('value', 'points') >= 2 && of('money') < 2) return indicatorColumns(roles);
  if (roles.some((role) => indicatorRoles.has(role)) && of('value', 'points') > 0)
    return { kind: 'indicators', roles, added: [] };
  return of('money') >= 2 ? fundColumns(roles, cells) : null;
}

function roleInHeading(facts: Facts, first: boolean): Role {
  if (first && isBlock(facts) && roleOf(facts) !== 'money') return 'block';
  const role = likelyRoleOf(facts);
  if (role !== null) return role;
  return !first && facts.terms.includes('goalBlock') ? 'goal' : 'unknown';
}

/** Dates, or names of funds, with one row of figures below them. */
function planColumns(roles: readonly Role[], cells: readonly Token[]): Columns | null {
  const blocks = roles.filter((role) => role === 'block').length;
  const dates = roles.filter((role) => role === 'date').length;
  if (dates >= 2 && dates + blocks === roles.length) return { kind: 'plan', roles, added: [] };
  const funds = cells.filter(({ facts }) => isOneOf(facts, fundTerms)).length;
  if (funds < 2 || funds + blocks !== roles.length) return null;
  const below = roles.map((role): Role => (role === 'block' ? role : 'money'));
  return { kind: 'plan', roles: below, added: [] };
}

function groupedColumns({ kind, roles, below, added }: Grouped): Columns {
  if (kind === 'indicators') return { kind, roles, below, added };
  const funds = fundColumns(roles, []);
  const [fund = 0] = funds.added;
  const behind = (columns: readonly number[]): number[] =>
    columns.map((column) => (column >= fund ? column + 1 : column));
  return { ...funds, below: behind(below), added: [fund, ...behind(added)] };
}

/** One word may stand over all levels, or over the first two: 绩效指标 | 年度指标值 | 实际完成值. */
function indicatorColumns(found: readonly Role[]): Columns {
  const name = found.indexOf('name');
  // 一级指标 | 权重 | 二级指标: what a group weighs is printed once for all its rows.
  const roles = found.map((role, index) =>
    role === 'points' && index < name ? 'groupPoints' : role,
  );
  const [first, ...others] = roles;
  const covers = first === 'block' || first === 'unknown';
  if (!covers || roles.includes('level1') || roles.includes('level2'))
    return { kind: 'indicators', roles, added: [] };
  if (others.includes('name'))
    return { kind: 'indicators', roles: ['level1', 'level2', ...others], added: [1] };
  return { kind: 'indicators', roles: ['level1', 'level2', 'name', ...others], added: [1, 2] };
}

const fundRoles: Partial<Readonly<Record<Role, Role>>> = { unknown: 'money', points: 'fundPoints' };

/** Rows of funds begin with the fund's name, over which the heading is mostly blank. */
function fundColumns(roles: readonly Role[], cells: readonly Token[]): Columns {
  const first = roles.indexOf('money');
  const before = roles.slice(0, first);
  const named = before.findLastIndex(
    (role, index) => role !== 'block' || (index > 0 && cells[index]?.facts.blank === true),
  );
  const all = roles.map((role) => fundRoles[role] ?? role);
  if (named !== -1) return { kind: 'funds', roles: all.with(named, 'fund'), added: [] };
  return { kind: 'funds', roles: [...before, 'fund', ...all.slice(first)], added: [first] };
}

/** Indicators are named by words of the form, as 预算执行率 is; other cells hardly ever say them. */
const labelAsName = 0.7;
const labelAsCell = 1.5;
const headingAsCell = 3;

/** What it costs that a cell stands in a column. */
export function fitCost(facts: Facts, role: Role): number {
  if (facts.blank) return blankCost[role];
  if (facts.aside && role !== 'goal') return 4;
  const cost = fits[role](facts);
  if (facts.labelCost >= 1 || role === 'fund' || role === 'block') return cost;
  if (role === 'name') return cost + labelAsName;
  return cost + (facts.labelCost === 0 && roleOf(facts) !== null ? headingAsCell : labelAsCell);
}

const blankCost: Readonly<Record<Role, number>> = {
  block: 0,
  level1: 0,
  level2: 0,
  name: 2.5,
  value: 0.6,
  sign: 0.1,
  unit: 0.1,
  groupPoints: 0,
  points: 0.6,
  text: 0,
  fund: 1.5,
  money: 0.2,
  rate: 0.1,
  fundPoints: 0.1,
  goal: 0.4,
  date: 0.3,
  unknown: 0,
};

const isLevel = ({ level1, level2 }: Facts): boolean => level1 || level2;
/** Levels in words that nobody knows are short. */
const otherLevel = ({ length }: Facts): number => (length <= 8 ? 0.9 : 2);
const isFigure = ({ number, measure, dash }: Facts): boolean => number || measure || dash;
export const fundTerms: ReadonlySet<Term> = new Set<Term>([
  'fundTotal',
  'fundFiscal',
  'fundCarryover',
  'fundOther',
]);

const fits: Readonly<Record<Role, (facts: Facts) => number>> = {
  block: (facts) => (isBlock(facts) ? 0.2 : 1.5),
  level1: (facts) =>
    facts.level1 ? 0 : facts.level2 ? 1 : isFigure(facts) ? 4 : otherLevel(facts),
  level2: (facts) =>
    facts.level2 ? 0 : facts.level1 ? 1.5 : isFigure(facts) ? 4 : otherLevel(facts),
  name: (facts) => (isLevel(facts) ? 1.2 : facts.dash ? 0.5 : isFigure(facts) ? 2.5 : 0),
  value: (facts) =>
    isLevel(facts) ? 3 : facts.sign ? 1.5 : facts.length > 40 ? 0.6 : isFigure(facts) ? 0 : 0.2,
  sign: (facts) => (facts.sign || facts.dash ? 0 : facts.length > 4 || isFigure(facts) ? 2 : 1),
  unit: (facts) => (facts.sign || facts.number ? 2 : isLevel(facts) || facts.length > 6 ? 1.5 : 0),
  groupPoints: (facts) => (facts.number ? 0 : facts.dash ? 0.4 : 3.5),
  points: (facts) => (facts.number ? 0 : facts.dash ? 0.4 : facts.measure ? 1.5 : 3.5),
  text: (facts) => (isLevel(facts) ? 3 : facts.number ? 1.5 : facts.measure ? 0.7 : 0),
  fund: (facts) => (isOneOf(facts, fundTerms) ? 0 : isFigure(facts) ? 3 : 0.8),
  money: (facts) => (facts.number ? 0 : facts.dash ? 0.2 : facts.measure ? 0.6 : 2.5),
  rate: (facts) => (facts.number ? 0.4 : facts.dash ? 0.1 : facts.measure ? 0 : 2.5),
  fundPoints: (facts) => (facts.number || facts.dash ? 0 : facts.measure ? 1 : 2.5),
  goal: (facts) => (isLevel(facts) ? 3 : isFigure(facts) ? 0.8 : 0),
  date: (facts) => (facts.number || facts.measure || facts.dash ? 0 : 2.5),
  unknown: (facts) => (isLevel(facts) ? 1.5 : 0.2),
};

/** Whether a text names a part of the funds, not their sum. */
export function isFundPart(facts: Facts): boolean {
  return isOneOf(facts, fundTerms) && !facts.terms.includes('fundTotal');
}

/** Whether a heading has rows of many cells below it, not the one that goals and plans have. */
export function isTable({ kind }: Columns): boolean {
  return kind === 'indicators' || kind === 'funds';
}
