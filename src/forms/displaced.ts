import {
  findLabel,
  findLevel1,
  findLevel2,
  guessPair,
  names,
  sourceTerms,
} from '../lexicon/index.ts';
import type { PerformanceForm } from '../schema/index.ts';
import type { Pair, WholeForm } from '../stitch/index.ts';
import { type Doubt, uncertain } from './uncertain.ts';

/**
 * Labels that stand where a value does, or that no row of the form has any more: the sign of cells that slid or ran together.
 *
 * @param left the pairs that no field took, which end among the extras
 */
export function displaced(whole: WholeForm, form: PerformanceForm, left: readonly Pair[]): Doubt[] {
  return [
    ...withoutGroups(whole),
    ...lostGroups(whole, form),
    ...labelsAsValues(whole),
    ...labelsAsExtras(left),
    ...runTogether(left, whole),
  ];
}

/** What rows print in front of their names, each its own, in a form whose rows have no groups: labels that lost their column. */
function withoutGroups({ indicatorColumns, indicators }: WholeForm): Doubt[] {
  const roles = indicatorColumns.map(({ role }) => role);
  if (roles.includes('level1') || roles.includes('level2')) return [];
  const lost = indicators.flatMap(({ pieces }) => pieces.get('block') ?? pieces.get('blank') ?? []);
  const [first] = lost;
  return first === undefined || new Set(lost.map(({ text }) => text)).size < 2
    ? []
    : [uncertain(first.text, first.units)];
}

/** A group that rows print and no indicator has: its label stands in a column of other labels. */
function lostGroups(whole: WholeForm, { indicators }: PerformanceForm): Doubt[] {
  const shown = new Set(
    indicators.flatMap(({ level1, level2 }) => [
      findLevel1(level1 ?? ''),
      findLevel1(level2 ?? ''),
    ]),
  );
  return whole.indicators.flatMap(({ pieces }) =>
    (['level1', 'level2'] as const).flatMap((role) => {
      const piece = pieces.get(role);
      const group = piece === undefined ? null : findLevel1(piece.text);
      return piece === undefined || group === null || shown.has(group)
        ? []
        : [uncertain(piece.text, piece.units)];
    }),
  );
}

/** 产出指标 | 质量指标 | 社会效益指标: labels of levels where a row has its value stand in another row's place. */
function labelsAsValues({ indicators }: WholeForm): Doubt[] {
  return indicators.flatMap(({ pieces }) => {
    const value = pieces.get('target') ?? pieces.get('actual');
    const level = value === undefined ? null : (findLevel1(value.text) ?? findLevel2(value.text));
    return value === undefined || level === null ? [] : [uncertain(value.text, value.units)];
  });
}

/** 预算调整数 | 其中：财政资金: a label of the money is no value of another one. */
function labelsAsExtras(left: readonly Pair[]): Doubt[] {
  return left.flatMap(({ value }) =>
    value !== null && /^其中[:：]/u.test(value.text) && names(value.text, ...sourceTerms)
      ? [uncertain(value.text, value.units)]
      : [],
  );
}

/** 白鹭县档案馆上级主管：白鹭县委办公室: a value with a further label in it, and that one's value. */
function holdsLabel(text: string): boolean {
  const [, words = ''] =
    /^[^:：]{2,}?(\p{Script=Han}{4,8})[:：]./u.exec(text.replace(/\s/gu, '')) ?? [];
  const ends = [4, 5, 6, 7, 8].map((size) => words.slice(-size));
  return ends.some((end) => end.length >= 4 && (findLabel(end) ?? guessPair(end)) !== null);
}

/** Values of the head into which a neighbour's label ran. */
function runTogether(left: readonly Pair[], whole: WholeForm): Doubt[] {
  return whole.pairs.flatMap(({ value, terms }) =>
    value !== null &&
    terms.length > 0 &&
    !left.some((pair) => pair.value === value) &&
    holdsLabel(value.text)
      ? [uncertain(value.text, value.units)]
      : [],
  );
}
