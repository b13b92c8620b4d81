import { names } from '../../lexicon/index.ts';
import { withRole } from './with-role.ts';
import type { Column, Role, TableKind } from '../types.ts';

const settlers: Record<TableKind, (columns: readonly Column[]) => Column[]> = {
  indicators: (printed) => {
    const columns = adjustedTarget(levelWeights(withName(printed)));
    const hasLevel3 = columns.some(({ role }) => role === 'level3');
    return columns.map((column, index) => {
      if (column.role === 'block' && index > 0)
        return withRole(column, hasLevel3 ? 'other' : 'level3');
      return column.role === 'blank' && index === 0 ? withRole(column, 'block') : column;
    });
  },
  funds: (columns) => {
    // 年度预算数 names the whole block in some provinces and the annual budget's column in others: its place tells.
    const hasBudget = columns.some(({ role }, index) => role === 'annualBudget' && index > 0);
    const told = beforeAdjusted(withoutAdjustment(columns)).map((column, index): Column => {
      // 预算资金（万元） beside 调整后预算: the block's heading.
      if (index === 0 && hasBudget && column.role === 'annualBudget')
        return withRole(column, 'block');
      const amount =
        !hasBudget &&
        column.role === 'block' &&
        index > 0 &&
        column.heading !== null &&
        names(column.heading.text, 'annualBudget');
      return amount ? withRole(column, 'annualBudget') : column;
    });
    const start = told.findIndex(({ role }) => amounts.has(role));
    // Some print the scores in front of all else.
    const marks = told.slice(0, start).filter(({ role }) => role === 'weight' || role === 'score');
    const lead = told
      .slice(marks.length, start)
      .map((column, index): Column => withRole(column, index === 0 ? 'block' : 'fundLabel'));
    return [...marks, ...withLabelColumn(lead), ...told.slice(start)];
  },
  goal: (columns) => {
    const blocks = columns.filter(({ role }) => role === 'block');
    const hasExpected = columns.some(({ role }) => role === 'goalExpected');
    return columns.map((column, index) => {
      // The contract has no field for a mid-term goal: it goes to `extras` under its own heading.
      if (column.role === 'midTermGoal') return withRole(column, 'other');
      if (column.role === 'blank' && index === 0) return withRole(column, 'block');
      if (column.role !== 'block' || hasExpected || isBesideLongTerm(columns, index)) return column;
      return blocks.length === 1 || column !== blocks[0]
        ? withRole(column, 'goalExpected')
        : column;
    });
  },
};

/**
 * 一级指标 | 二级指标 | 绩效内容 | 目标值: the indicator's name under words that we do not know, or know as its description, next
 * behind its levels.
 */
function withName(columns: readonly Column[]): readonly Column[] {
  if (columns.some(({ role }) => role === 'level3')) return columns;
  // A weight of its own may stand behind each level.
  const level = columns.findLastIndex(({ role }) => role === 'level1' || role === 'level2');
  const at = level + (columns[level + 1]?.role === 'weight' ? 2 : 1);
  const beside = columns.some(({ role }, index) => role === 'block' && index > 0);
  const column = columns[at];
  const named = column?.role === 'other' || column?.role === 'description';
  if (level < 0 || beside || !named || column.heading === null) return columns;
  return columns.map((own) => (own === column ? withRole(own, 'level3') : own));
}

/** 年初指标值 | 年度指标值: of two values to reach the one that the year ended with, as with the budget. */
function adjustedTarget(columns: readonly Column[]): readonly Column[] {
  const targets = columns
    .filter(({ role }) => role === 'target')
    .map(({ heading }) => heading?.text ?? '');
  if (
    targets.length < 2 ||
    !/^(?:年度|全年|本年|当年|调整)/.test(targets[1] ?? '') ||
    !/^(?:年初|原|调整前|批复)/.test(targets[0] ?? '')
  )
    return columns;
  const first = columns.findIndex(({ role }) => role === 'target');
  return columns.map((column, index) => (index === first ? withRole(column, 'other') : column));
}

/** 预算调整数 beside 全年预算数: by how much it was adjusted, no budget. */
function withoutAdjustment(columns: readonly Column[]): readonly Column[] {
  const budgets = columns.filter(({ role }) => role === 'annualBudget');
  const adjusts = ({ heading }: Column): boolean =>
    /(?:调整|调剂|追加|调[增减])(?:变动|情况)?(?:数|额|金额|资金)?(?:[(（][^()（）]*[)）])?$/u.test(
      heading?.text ?? '',
    );
  if (budgets.length < 2 || budgets.every(adjusts)) return columns;
  return columns.map((column) =>
    budgets.includes(column) && adjusts(column) ? withRole(column, 'other') : column,
  );
}

const initialWords = /批复|下达|核定|安排|原|编制|^预算(?:金额|数|资金)?/u;
const finalWords = /调整|全年|年度|年末|最终/u;

/** 预算金额 | 调整后预算金额, 预算批复数 | 全年预算数: what stands in front of the budget that the year ended with is the initial one. */
function beforeAdjusted(columns: readonly Column[]): readonly Column[] {
  const [first, second] = columns.filter(({ role }) => role === 'annualBudget');
  const [before, after] = [first?.heading?.text ?? '', second?.heading?.text ?? ''];
  if (second === undefined || columns.some(({ role }) => role === 'initialBudget')) return columns;
  const adjusted = /调整/.test(after) && !/调整/.test(before);
  const final = finalWords.test(after) && initialWords.test(before) && !finalWords.test(before);
  if (!adjusted && !final) return columns;
  return columns.map((column) => (column === first ? withRole(column, 'initialBudget') : column));
}

/** 绩效目标 | 实施期目标 | 完成情况: in front of a goal of another term, a word that names no year is the whole block's. */
function isBesideLongTerm(columns: readonly Column[], index: number): boolean {
  return (
    index === 0 &&
    columns.some(({ role }) => role === 'midTermGoal') &&
    !/年/.test(columns[0]?.heading?.text ?? '')
  );
}

/**
 * Of several 分值, one beside each level (Jiangsu, Guangdong), an indicator's own stands behind its name, next before 得分; those
 * in front are the groups'.
 */
function levelWeights(columns: readonly Column[]): readonly Column[] {
  const at = columns.flatMap(({ role }, index) => (role === 'weight' ? [index] : []));
  const [level2, level3, score] = (['level2', 'level3', 'score'] as const).map((role) =>
    columns.findIndex((column) => column.role === role),
  );
  if (at.length < 2 || level3 === undefined || level3 < 0) return columns;
  const behind = at.filter((index) => index > level3);
  const own =
    behind.findLast((index) => score !== undefined && index < score) ?? behind[0] ?? at.at(-1);
  return columns.map((column, index) => {
    if (column.role !== 'weight' || index === own) return column;
    const group =
      index > level3
        ? 'other'
        : level2 !== undefined && level2 >= 0 && index > level2
          ? 'level2Weight'
          : 'level1Weight';
    return withRole(column, group);
  });
}

const amounts: ReadonlySet<Role> = new Set<Role>([
  'initialBudget',
  'annualBudget',
  'executed',
  'executionRate',
]);

/** The fund rows' labels need a column of their own, also where the block's heading covers it. */
function withLabelColumn(lead: readonly Column[]): Column[] {
  const last = lead.at(-1);
  if (last === undefined) return [{ role: 'fundLabel', from: -1, to: -1, heading: null }];
  if (last.role === 'fundLabel') return [...lead];
  if (last.to > last.from)
    return [
      { ...last, to: last.to - 1 },
      { role: 'fundLabel', from: last.to, to: last.to, heading: null },
    ];
  return [{ ...last, role: 'fundLabel' }];
}

/**
 * Mid-term and annual indicators side by side (二级 | 三级 | 指标值 printed twice): the year's stand on the right, and the left
 * ones go to `extras`.
 */
function lastHalf(columns: readonly Column[]): readonly Column[] {
  const twice = (role: Role): boolean =>
    columns.filter((column) => column.role === role).length > 1;
  if (!twice('level3') || !twice('target')) return columns;
  return columns.map((column, index) => {
    const again = columns.some((other, at) => at > index && other.role === column.role);
    return again &&
      (column.role === 'level2' || column.role === 'level3' || column.role === 'target')
      ? withRole(column, 'other')
      : column;
  });
}

/** A role names one column; where two headings claim it, the first keeps it. */
export function settle(columns: readonly Column[], kind: TableKind): Column[] {
  const seen = new Set<Role>();
  return lastHalf(settlers[kind](columns)).map((column) => {
    // 项目基本情况 | 1.项目年度目标完成情况 before the goals' own columns: both name the block, and run down beside the text.
    const inner =
      kind === 'goal' &&
      column.role === 'block' &&
      !seen.has('goalExpected') &&
      /目标.*情况$/u.test(column.heading?.text ?? '');
    const single =
      !inner && column.role !== 'blank' && column.role !== 'other' && column.role !== 'fundLabel';
    const taken = single && seen.has(column.role);
    seen.add(column.role);
    return taken ? withRole(column, 'other') : column;
  });
}
