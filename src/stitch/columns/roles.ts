import { findLabel, type Term } from '../../lexicon/index.ts';
import { isOfOtherYear } from './years.ts';
import type { Role, TableKind } from '../types.ts';

export const roleOfTerm: Record<TableKind, Partial<Record<Term, Role>>> = {
  indicators: {
    level1: 'level1',
    level2: 'level2',
    level3: 'level3',
    target: 'target',
    goalExpected: 'target',
    targetSign: 'sign',
    targetUnit: 'targetUnit',
    actual: 'actual',
    goalActual: 'actual',
    weight: 'weight',
    score: 'score',
    deviation: 'deviation',
    description: 'description',
    basis: 'basis',
    indicatorBlock: 'block',
    note: 'other',
    scoringRule: 'other',
  },
  funds: {
    fundsBlock: 'block',
    initialBudget: 'initialBudget',
    annualBudget: 'annualBudget',
    executed: 'executed',
    executionRate: 'executionRate',
    weight: 'weight',
    score: 'score',
    fundTotal: 'fundLabel',
    note: 'other',
    deviation: 'other',
  },
  goal: {
    goalBlock: 'block',
    goalExpected: 'goalExpected',
    goalActual: 'goalActual',
    midTermGoal: 'midTermGoal',
  },
};

export const termsOf = Object.fromEntries(
  Object.entries(roleOfTerm).map(([kind, roles]) => [kind, new Set(Object.keys(roles) as Term[])]),
) as unknown as Record<TableKind, ReadonlySet<Term>>;

/** Labels that may head a column. */
export const headingTerms: ReadonlySet<Term> = new Set(
  Object.values(roleOfTerm).flatMap((roles) => Object.keys(roles) as Term[]),
);

/** How many different columns of a kind must be named before a row is believed to be its heading. */
export const needed: Record<TableKind, (roles: ReadonlySet<Role>) => boolean> = {
  indicators: (roles) =>
    // 指标名称 | 指标值 alone: a table without levels.
    (roles.has('level3') && roles.has('target')) ||
    (count(roles, ['level1', 'level2', 'level3']) >= 1 &&
      count(roles, ['target', 'actual', 'weight', 'score', 'description', 'basis', 'deviation']) >=
        1 &&
      count(roles, [
        'level1',
        'level2',
        'level3',
        'target',
        'actual',
        'weight',
        'score',
        'description',
        'basis',
        'deviation',
      ]) >= 3),
  funds: (roles) =>
    count(roles, ['initialBudget', 'annualBudget', 'executed', 'executionRate']) >= 2,
  goal: (roles) => count(roles, ['goalExpected', 'goalActual', 'midTermGoal']) >= 1,
};

function count(roles: ReadonlySet<Role>, wanted: readonly Role[]): number {
  return wanted.filter((role) => roles.has(role)).length;
}

export function roleOf(text: string, kind: TableKind): Role | null {
  const terms = findLabel(text)?.terms ?? [];
  for (const term of terms) {
    const role = roleOfTerm[kind][term];
    if (role !== undefined) return isOfOtherYear(text) ? null : role;
  }
  return null;
}

/** The column of the funds that a word names. */
export function fundRole(text: string): Role | null {
  const role = roleOf(text, 'funds');
  return role === 'fundLabel' || role === 'block' || role === 'other' ? null : role;
}

/** 主要任务: over the names of tasks, or of the whole block. */
export function isTaskTitle(text: string): boolean {
  return /^(?:年度|本年)?(?:主要|重点)(?:任务|工作)$/u.test(text);
}

/** 支出明细 | 预算 | 决算: what the money was spent for, item by item. */
function isDetail(text: string): boolean {
  return /^(?:支出|预算|费用|经费|资金|开支)?(?:明细|细目|分项)(?:项目|内容|名称)?$/u.test(text);
}

/** 任务名称 | 主要内容 | 预算数 | 执行数: what a department did, each with its money, is no funds table. */
export function isTaskWord(text: string): boolean {
  return (
    /^(?:(?:年度)?(?:主要|重点)?(?:任务|工作|事项|工作任务|履职)(?:名称|内容|事项))$/u.test(text) ||
    isTaskTitle(text) ||
    isDetail(text)
  );
}
