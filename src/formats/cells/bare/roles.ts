import type { Term } from '../../../lexicon/index.ts';
import { isOneOf } from './facts.ts';
import type { Facts } from './facts.ts';

/** What a column holds. */
export type Role =
  | 'block'
  | 'level1'
  | 'level2'
  | 'name'
  | 'value'
  | 'sign'
  | 'unit'
  | 'groupPoints'
  | 'points'
  | 'text'
  | 'fund'
  | 'money'
  | 'rate'
  | 'fundPoints'
  | 'goal'
  | 'date'
  | 'unknown';

/** Which role a word of a heading gives its column: the first that fits. */
const roleTerms: readonly (readonly [Role, readonly Term[]])[] = [
  ['level1', ['level1']],
  ['level2', ['level2']],
  ['name', ['level3']],
  ['sign', ['targetSign']],
  ['unit', ['targetUnit']],
  ['money', ['initialBudget', 'annualBudget', 'executed']],
  ['rate', ['executionRate']],
  ['value', ['target', 'actual']],
  ['points', ['weight', 'score']],
  ['text', ['deviation', 'description', 'basis', 'scoringRule', 'note']],
  ['goal', ['goalExpected', 'goalActual', 'midTermGoal']],
];

const blockTerms: ReadonlySet<Term> = new Set<Term>([
  'fundsBlock',
  'goalBlock',
  'indicatorBlock',
  'budgetBlock',
  'planBlock',
]);

export function isBlock(facts: Facts): boolean {
  return isOneOf(facts, blockTerms);
}

/** What a word of a heading says of its column; null where it is none that headings print. */
export function roleOf({ terms, level1, level2, blank, month }: Facts): Role | null {
  if (month) return 'date';
  return blank || level1 || level2 ? null : roleOfTerms(terms);
}

function roleOfTerms(terms: readonly Term[]): Role | null {
  const found = roleTerms.find(([, list]) => list.some((term) => terms.includes(term)));
  return found?.[0] ?? null;
}

/** As `roleOf`, and where the words name nothing, what they hint at. */
export function likelyRoleOf(facts: Facts): Role | null {
  const { overColumn } = facts;
  return roleOf(facts) ?? (overColumn === null ? null : roleOfTerms([overColumn]));
}
