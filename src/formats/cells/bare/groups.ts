import { isBlock, likelyRoleOf } from './roles.ts';
import type { Role } from './roles.ts';
import type { Token } from './tokens.ts';

/** The columns of a heading of two rows. */
export interface Grouped {
  readonly kind: 'indicators' | 'funds';
  readonly roles: readonly Role[];
  /** The columns of the lower row's words. */
  readonly below: readonly number[];
  /** Columns over which the upper row has no cell of its own. */
  readonly added: readonly number[];
}

/** Words of the upper row, and how many columns each covers. */
interface Upper {
  readonly role: Role;
  readonly lower: readonly Role[];
}

const levelOrder: readonly Role[] = ['level1', 'level2', 'name'];
const valueParts: ReadonlySet<Role> = new Set<Role>(['sign', 'value', 'unit']);
const mostBelow = 4;

/** What the words of a heading say if the last of them stand below some of the first ones; null if they do not. */
export function groupedRoles(words: readonly Token[]): Grouped | null {
  const roles = words.map(({ facts }, index): Role => {
    if (index === 0 && isBlock(facts)) return 'block';
    return likelyRoleOf(facts) ?? (isBlock(facts) ? 'block' : 'unknown');
  });
  return groupedFunds(words, roles) ?? groupedIndicators(roles);
}

/** 年初预算数 | 预算及执行 | 分值 | 执行率 | 得分, and below the second word 全年预算数 | 全年执行数. */
function groupedFunds(words: readonly Token[], roles: readonly Role[]): Grouped | null {
  const size = roles.length - 1 - roles.findLastIndex((role) => role !== 'money');
  const upper = roles.slice(0, roles.length - size);
  if (size < 2 || size > mostBelow || !upper.some((role) => role === 'rate' || role === 'points'))
    return null;
  const unnamed = upper.findIndex(
    (role, index) => index > 0 && (role === 'unknown' || role === 'block'),
  );
  const hinted = upper.findIndex(
    (role, index) => role === 'money' && words[index]?.facts.terms.length === 0,
  );
  const at = unnamed === -1 ? hinted : unnamed;
  if (at === -1) return null;
  const lower = roles.slice(-size);
  return laidOut(
    'funds',
    upper.map((role, index) => ({ role, lower: index === at ? lower : [] })),
  );
}

/** 绩效指标 over the levels, 指标值 over its parts, or both. */
function groupedIndicators(roles: readonly Role[]): Grouped | null {
  const size = roles.length - 1 - roles.findLastIndex((role) => !valueParts.has(role));
  const values = size >= 2 && isValue(roles.slice(-size)) ? roles.slice(-size) : [];
  const rest = roles.slice(0, roles.length - values.length);
  const levels = levelsBelow(rest);
  const upper = rest.slice(0, rest.length - levels.length);
  const value = upper.indexOf('value');
  if (values.length + levels.length === 0 || value === -1) return null;
  if (levels.length === 0 && !upper.includes('name')) return null;
  return laidOut(
    'indicators',
    upper.map((role, index) => {
      if (index === 0 && levels.length > 0) return { role, lower: levels };
      return { role, lower: index === value ? values : [] };
    }),
  );
}

/** Signs, units and one number. */
function isValue(roles: readonly Role[]): boolean {
  return roles.length <= mostBelow && roles.filter((role) => role === 'value').length === 1;
}

/** The levels that end the words of a heading whose first one stands over them. */
function levelsBelow(roles: readonly Role[]): readonly Role[] {
  const [first] = roles;
  const from = roles.lastIndexOf('level1');
  const levels = from > 1 ? roles.slice(from) : [];
  const ordered = levels.every((role, index) => role === levelOrder[index]);
  const covers = first === 'block' || first === 'unknown' || first === 'name';
  return ordered && levels.length === levelOrder.length && covers ? levels : [];
}

function laidOut(kind: Grouped['kind'], upper: readonly Upper[]): Grouped {
  const roles: Role[] = [];
  const below: number[] = [];
  const added: number[] = [];
  for (const word of upper) {
    const { role, lower } = word;
    const at = roles.length;
    for (const [index] of lower.entries()) {
      below.push(at + index);
      if (index > 0) added.push(at + index);
    }
    roles.push(...(lower.length > 0 ? lower : [role]));
  }
  return { kind, roles, below, added };
}
