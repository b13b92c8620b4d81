import { findTitle, findUnit, names, type Term } from '../../lexicon/index.ts';
import type { Piece } from '../../model/index.ts';
import { costs } from '../cover/settings.ts';
import { bareCost, toPairs } from '../cover/state.ts';
import type { Claim, Recogniser, Rows, State } from '../cover/types.ts';
import { headingAt, pairsIn, titled } from '../cover/asked.ts';
import { groupOf } from '../columns/level-columns.ts';
import { isBareLabel, isSectionTitle, isSentence, shownSlots } from './label-values.ts';
import { unitsOf } from '../rows/moves.ts';
import { onlyText } from '../segments/segment.ts';
import type { Pair } from '../types.ts';

/** How surely a row is the title of the part below it; null where it is none. */
function costOf({ items }: Rows, at: number, state: State): number | null {
  const item = items[at];
  if (item === undefined) return null;
  const { words, part } = costs.section;
  const title = titled(item);
  // Inside the indicators such words are a name, or half a label.
  // 二、效益指标（30分） heads the rows of its group.
  if (state.kind === 'indicators' && groupOf(item) !== null) return null;
  if (title.numbered) return state.kind === 'indicators' && item.kind === 'row' ? part : 0;
  if (state.kind === 'indicators' || item.kind === 'line') return null;
  if (title.section) return words;
  // 绩效指标 alone above the heading of its table, where blanks may stand for the rest of a wide cell.
  if (
    names(onlyText(item) ?? '', 'indicatorBlock') &&
    headingAt(items, at + 1)?.kind === 'indicators'
  )
    return words;
  if (!title.part) return null;
  if (state.total && isSentence(items[at + 1])) return words;
  // In a table of funds without a block's column, the words of a kind of money that nobody has stand there.
  const inFunds = state.kind === 'funds' && state.heading?.columns[0]?.role === 'block';
  const ends = state.kind === 'goal' && !state.bare;
  const opens = (state.kind === 'pairs' || inFunds || ends) && headingAt(items, at + 1) !== null;
  // Below a label that stands alone it is rather what that label announces.
  const [pair] = state.trail.pairs;
  const awaited = pair?.value === null && pair.terms.length > 0;
  if (opens) return awaited ? part : words;
  return state.kind === 'pairs' ? part : null;
}

/** The name of a block is no text of the part above. */
const blockTerms: readonly Term[] = [
  'fundsBlock',
  'goalBlock',
  'goalExpected',
  'goalActual',
  'indicatorBlock',
  'planBlock',
];

/** The one text below a title, where that is all that stands there: what it is the title of. */
function textBelow({ items, end }: Rows, at: number): ReturnType<typeof shownSlots>[number] | null {
  const below = items[at + 1];
  const text = below === undefined ? [] : shownSlots(below);
  // 备注：… is a label with its value, below whatever title.
  if (below !== undefined && pairsIn(below, true).pairs.some(({ value }) => value !== null))
    return null;
  if (text.length !== 1 || below?.kind !== 'row' || at + 2 > end || isSectionTitle(below))
    return null;
  const only = onlyText(below);
  const heads =
    only === null || findTitle(only) !== null || names(only, ...blockTerms) || isBareLabel(only);
  return heads ? null : (text[0] ?? null);
}

/** 二、项目资金（万元）: the title of the part of the funds may print their unit. */
function unitOf(title: Piece | undefined): readonly Pair[] {
  const says =
    title !== undefined && /资金|预算|金额|经费/u.test(title.text) && findUnit(title.text) !== null;
  return says ? [{ label: { text: '', units: [] }, terms: ['formUnit'], value: title }] : [];
}

export const section: Recogniser = {
  meta: {
    id: 'section',
    reads: 'the title of a part: 二、预算执行情况; 五、存在的问题 above its text',
  },
  claims: (rows, at, state) => {
    // The form's own title may be numbered, too.
    if (rows.title !== null && at >= rows.title.from && at < rows.title.to) return [];
    const item = rows.items[at];
    const cost = state.kind === 'over' ? null : costOf(rows, at, state);
    if (item === undefined || cost === null) return [];
    const label = shownSlots(item)[0]?.piece;
    const below = textBelow(rows, at);
    const next = toPairs(state);
    const bare = bareCost(state);
    const alone: Claim = {
      length: 1,
      cost: cost + bare,
      state: next,
      reading: 'section',
      apply: (form) => {
        form.addLabels(unitsOf(item));
        form.addPairs(unitOf(label));
      },
    };
    if (label === undefined || below === null || item.kind === 'line') return [alone];
    const titled: Claim = {
      length: 2,
      cost: cost + bare,
      state: next,
      reading: 'section with its text',
      apply: (form) => {
        form.addPairs([{ label, terms: [], value: below.piece }]);
      },
    };
    return [alone, titled];
  },
};
