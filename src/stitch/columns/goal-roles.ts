import { lengths } from '../../lexicon/index.ts';
import { joinPieces } from '../../model/index.ts';
import { type Stack, stackRole } from './stacks.ts';
import type { Role } from '../types.ts';

/**
 * A column of the goals in words that we do not know (全年调整绩效目标). The first may be half of 年度总体目标, whose other half
 * stands in the row below.
 */
export function isGoalWord(stack: Stack, first: boolean): boolean {
  const words = first ? /^[年度总体绩效目标]{1,5}$|目标|情况|绩效/ : /目标|完成情况|完成率|^序号$/;
  return stack.pieces.every(
    ({ text }) => text.length <= lengths.label && words.test(text) && !/[。；;，,]/.test(text),
  );
}

/** What the goals' columns say in words that we do not know: 年度预期目标 | 具体完成情况, 目标内容 | 完成结果. */
const goalWords = {
  expected: /^(?!.*(?:完成|实际|实现|达成)(?!.*目标)).*(?:目标|预期|计划)/u,
  actual: /完成|实际|实现|达成|结果/u,
  other: /率$|原因|说明|分析|分值|得分/u,
} as const;

/** 目标完成情况 before columns of its own (年度目标 | 实际完成) names the block. */
function leadsGoals(roles: readonly (Role | null)[]): boolean {
  return (
    (roles[0] === 'goalActual' || roles[0] === 'goalExpected') &&
    roles.slice(1).some((role) => role === 'block' || role === 'goalExpected')
  );
}

/** The one column behind what is expected that says something, and closes as such headings do: 落实情况, 实施结果. */
function lastOpen(
  roles: readonly (Role | null)[],
  texts: readonly string[],
  expected: number,
): number {
  const open = texts.flatMap((text, index) =>
    index > expected && text !== '' && roles[index] === null ? [index] : [],
  );
  const [only] = open;
  const text = texts[only ?? -1] ?? '';
  // A short goal beside its label (预期目标 | 巡查到位) heads nothing.
  const heads = /(?:情况|结果|成效|效果|成果|进展|总结|程度|实绩|绩效)$/u.test(text);
  const apart = /原因|分析|分值|得分|\d/u.test(text) || text.length > lengths.label;
  return only === undefined || open.length > 1 || apart || !heads ? -1 : only;
}

/** Gives the goals' own roles to columns that lack them: what is expected, and behind it what became of it. */
function withGoalWords(stacks: readonly Stack[], roles: readonly (Role | null)[]): (Role | null)[] {
  const found = [...roles];
  const texts = stacks.map(({ pieces }) => joinPieces(pieces)?.text ?? '');
  const textAt = (index: number): string => texts[index] ?? '';
  const pick = (from: number, word: RegExp): number =>
    found.findIndex(
      (role, index) =>
        index >= from &&
        role === null &&
        textAt(index).length <= lengths.label &&
        !/\d/.test(textAt(index)) &&
        word.test(textAt(index)) &&
        !goalWords.other.test(textAt(index)),
    );
  if (!found.includes('goalExpected') && found.filter((role) => role === 'block').length < 2) {
    const at =
      found.includes('goalActual') || pick(0, goalWords.actual) > 0
        ? pick(0, goalWords.expected)
        : -1;
    if (at >= 0 && !found.slice(0, at).includes('goalActual')) found[at] = 'goalExpected';
  }
  const expected = found.lastIndexOf('goalExpected');
  if (expected < 0 || found.includes('goalActual')) return found;
  const named = pick(expected + 1, goalWords.actual);
  const actual = named < 0 ? lastOpen(found, texts, expected) : named;
  if (actual >= 0) found[actual] = 'goalActual';
  return found;
}

/** Roles of the goals' columns, of the block's words and of those that we do not know. */
export function goalRoles(stacks: readonly Stack[]): (Role | null)[] {
  const printed = stacks.map((stack) => stackRole(stack, 'goal'));
  const led = leadsGoals(printed)
    ? printed.map((role, index) => (index === 0 ? 'block' : role))
    : printed;
  return withGoalWords(stacks, blockRoles(stacks, led));
}

/** Of two whose words both name the block, 项目年度目标 and 年度目标完成情况, the one is expected, the other actual. */
function blockRoles(
  stacks: readonly Stack[],
  roles: readonly (Role | null)[],
): readonly (Role | null)[] {
  const last = roles.lastIndexOf('block');
  if (
    roles.includes('goalActual') ||
    last < 1 ||
    roles.some((role, index) => index > last && role !== null)
  )
    return roles;
  const before = roles.lastIndexOf('block', last - 1);
  const ends = /完成情况$/.test(joinPieces(stacks[last]?.pieces ?? [])?.text ?? '');
  const alone = stacks.every(
    ({ pieces }, index) => pieces.length === 0 || index === before || index === last,
  );
  // 总体目标 | 年度目标 with the text in the row below.
  if (before === 0 && alone && !/情况$/.test(joinPieces(stacks[last]?.pieces ?? [])?.text ?? ''))
    return roles.map((role, index) => (index === last ? 'goalExpected' : role));
  if (before < 0 || !ends) return roles;
  // 年度总体目标 | 预算批复时目标 | 总目标完成情况: what stands between says what was expected.
  const between = stacks.findIndex(
    ({ pieces }, index) =>
      index > before &&
      index < last &&
      roles[index] === null &&
      goalWords.expected.test(joinPieces(pieces)?.text ?? ''),
  );
  const expected = between < 0 ? before : between;
  return roles.map((role, index) =>
    index === last
      ? 'goalActual'
      : index === expected && !roles.includes('goalExpected')
        ? 'goalExpected'
        : role,
  );
}
