import { findLabel, findLevel1, findLevel2, lengths, type Term } from '../../lexicon/index.ts';
import type { Piece } from '../../model/index.ts';
import { opensWithLabel, pairsIn, titled } from '../cover/asked.ts';
import { memoAt } from '../cover/memo.ts';
import { costs } from '../cover/settings.ts';
import { bareCost, changed, isTable, toPairs, trailOf } from '../cover/state.ts';
import type { Claim, Recogniser, State } from '../cover/types.ts';
import { headingTerms } from '../columns/roles.ts';
import {
  continuesValues,
  type PlacedPair,
  type PlacedPiece,
  type PairsRow,
  readPairs,
  secondValues,
  shownSlots,
} from './label-values.ts';
import { leavesFunds, leavesGoal } from './leaving.ts';
import { unitsOf } from '../rows/moves.ts';
import { pairUnder, readPairsHead } from './side-table.ts';
import { findUnit } from '../../lexicon/index.ts';
import type { Item, Pair } from '../types.ts';

/** What a row of labels and values comes to, in the state that it is met in. */
interface Told {
  /** Pairs of the row itself: a row below may go on with their values. */
  readonly own: readonly PlacedPair[];
  /** Pairs whose label is understood: the purpose below the budget, a department with its code, second values. */
  readonly understood: readonly Pair[];
  /** What stands beside no label. */
  readonly left: readonly Piece[];
  /** The pairs above with what this row adds to their values. */
  readonly continued: readonly PlacedPair[] | null;
}

function tell(item: Item, strict: boolean, state: State, read: PairsRow): Told {
  const under = read.strays.map(({ piece, column }) => pairUnder(state.trail.head, piece, column));
  const strays = read.strays.filter((_, index) => under[index] === null);
  const own = [...read.pairs, ...under.filter((pair) => pair !== null)];
  const above = state.trail.pairs;
  const goesOn = own.length === 0 && !(item.kind === 'line' && item.gap) && !titled(item).numbered;
  const continued = goesOn
    ? (valueBelow(above, strays, item) ?? continuesValues(above, strays, item.gap))
    : null;
  if (continued !== null) return { own: [], understood: [], left: [], continued };
  const pieces = strays.map(({ piece }: PlacedPiece) => piece);
  const placed = placeStray(pieces, own, state);
  const left = placed === null ? pieces : [];
  const second = item.kind === 'row' && !strict ? secondValues(own, left) : [];
  return {
    own,
    understood: placed === null ? second : [placed],
    left: second.length > 0 ? [] : left,
    continued: null,
  };
}

const textTerms: readonly Term[] = [
  'goalBlock',
  'goalExpected',
  'goalActual',
  'midTermGoal',
  'fundPurpose',
  'note',
];

/** 年度总体目标 alone in its row, and its text alone in the row below. */
function valueBelow(
  above: readonly PlacedPair[],
  strays: readonly PlacedPiece[],
  item: Item,
): readonly PlacedPair[] | null {
  const [pair, ...others] = above;
  const [stray, ...more] = strays;
  if (pair === undefined || stray === undefined || others.length > 0 || more.length > 0)
    return null;
  const lone = pair.value === null && pair.terms.some((term) => textTerms.includes(term));
  return lone && item.kind === 'row' && stray.column === 0
    ? [{ ...pair, value: stray.piece, column: stray.column }]
    : null;
}

/** A piece without a label whose meaning its place tells. */
function placeStray(
  strays: readonly Piece[],
  pairs: readonly PlacedPair[],
  state: State,
): Pair | null {
  const [stray] = strays;
  if (stray === undefined || strays.length > 1) return null;
  // A block's heading stands beside both of its rows: above the amounts, below what they are for.
  const budget = state.trail.pairs.find(({ terms }) => terms.includes('budgetBlock'));
  if (budget !== undefined && pairs.length === 0)
    return { label: { text: budget.label.text, units: [] }, terms: ['fundPurpose'], value: stray };
  const coded = /^\d{3,}\s*[-—]?\p{Script=Han}{2,}/u.test(stray.text);
  if (
    coded &&
    Object.values(state.tables).every((table) => table === undefined) &&
    !pairs.some(({ terms }) => terms.includes('department'))
  )
    return { label: { text: '', units: [] }, terms: ['department'], value: stray };
  return null;
}

function isKnownWord(text: string): boolean {
  if (text.length > lengths.label) return false;
  if (text === '序号') return true;
  return findLabel(text)?.terms.some((term) => headingTerms.has(term)) ?? false;
}

function isLevel(text: string): boolean {
  return (
    text.length <= lengths.label &&
    /指标/.test(text) &&
    (findLevel1(text) ?? findLevel2(text)) !== null
  );
}

const saysWhose = /[（(](?!万?元)[^（()）]*\p{Script=Han}{2}[^（()）]*[）)]$/u;

function pairCost({ label, terms, value }: Pair): number {
  const { unknown, valueless, stray, knownInExtra } = costs.pairs;
  const known = terms.length > 0;
  // A colon says that a word is a label, whatever it says.
  const colon = value === null && /[:：]$/.test(label.text);
  let cost = known ? (value === null ? valueless : 0) : value === null && !colon ? stray : unknown;
  // 二级指标（建成浮标）: a label that says whose it is stands for itself, as an exported form prints it.
  if (saysWhose.test(label.text)) return cost;
  if (!known && isKnownWord(label.text)) cost += knownInExtra;
  if (value !== null && isKnownWord(value.text)) cost += knownInExtra;
  if (isLevel(label.text) || (value !== null && isLevel(value.text))) cost += costs.levelLabel;
  return cost;
}

function strayCost(piece: Piece): number {
  const { stray, knownInExtra } = costs.pairs;
  return (
    stray +
    (isKnownWord(piece.text) ? knownInExtra : 0) +
    (isLevel(piece.text) ? costs.levelLabel : 0)
  );
}

function costOf(told: Told, item: Item): number {
  // What a line says beside its labels is outside the form.
  const lone = item.kind === 'line' ? costs.pairs.beside : 1;
  if (told.continued !== null) {
    const heads = shownSlots(item).every(({ piece }) => isKnownWord(piece.text));
    return costs.byShape + (heads ? costs.pairs.knownInExtra : 0);
  }
  const numbered = titled(item).numbered ? costs.pairs.unknown : 0;
  const pairs = told.own.reduce((sum, pair) => sum + pairCost(pair), numbered);
  return (
    told.left.reduce((sum, piece) => sum + lone * strayCost(piece), pairs) +
    costs.byShape * told.understood.length
  );
}

const closing: readonly Term[] = ['person', 'note'];

function after(told: Told, state: State): State {
  const pairs = told.continued ?? told.own;
  const goesOn = pairs.length > 0 ? 'pairs' : state.kind;
  const closed =
    state.closed ||
    (state.tables.indicators !== undefined &&
      told.own.some(({ terms }) => terms.some((term) => closing.includes(term))));
  const base = goesOn === 'pairs' ? toPairs(state) : state;
  return changed(base, { closed, trail: trailOf({ pairs, head: state.trail.head }) });
}

/** 全年预算数 | 233.80 | 全年执行数 | 218.95: labels that we know, each with its figure. */
function areAmounts({ own, left }: Told): boolean {
  return (
    own.length >= 2 &&
    left.length === 0 &&
    own.every(({ terms, value }) => terms.length > 0 && value !== null && /\d/.test(value.text))
  );
}

/** What it costs to leave a table for a row of pairs. */
function leaving(item: Item, told: Told, state: State): number {
  if (!isTable(state.kind)) return 0;
  const { leave, leaveUnknown } = costs.pairs;
  const bare = bareCost(state);
  const colons = told.own.length > 0 && told.own.every(({ label }) => /[:：]$/.test(label.text));
  const funds = state.kind === 'funds' && leavesFunds(item) && told.left.length === 0;
  const goals =
    state.kind === 'goal' && leavesGoal(item, state.heading?.columns ?? [], state.goals);
  const labelled =
    funds ||
    goals ||
    (state.kind !== 'indicators' && areAmounts(told)) ||
    opensWithLabel(item) ||
    (colons && told.left.length === 0);
  return bare + (labelled ? leave : leaveUnknown);
}

function claimOf(item: Item, strict: boolean, state: State): Claim {
  const lines = strict || item.kind === 'line';
  const told = tell(item, strict, state, pairsIn(item, lines));
  return {
    length: 1,
    cost: costOf(told, item) + leaving(item, told, state),
    state: after(told, state),
    reading:
      told.continued !== null
        ? 'pairs, continued'
        : `pairs: ${told.own.map(({ label }) => label.text).join(' ')}`,
    apply: (form) => {
      // Told again: a rival may have cut the same text elsewhere.
      const { own, understood, left, continued } = tell(
        item,
        strict,
        state,
        readPairs(item, lines),
      );
      if (continued !== null) form.replacePairs(state.trail.pairs, continued);
      else form.addPairs([...own, ...understood]);
      if (item.kind === 'line') form.leaveOut(left.flatMap((piece) => piece.units));
    },
  };
}

export const pairs: Recogniser = {
  meta: { id: 'pairs', reads: 'labels with their values: 项目名称 | … | 主管部门 | …' },
  claims: ({ items }, at, state) => {
    const item = items[at];
    if (item === undefined || state.kind === 'over') return [];
    if (item.kind === 'line')
      return state.kind === 'pairs' || opensWithLabel(item) ? [claimOf(item, true, state)] : [];
    return state.kind !== 'pairs' && opensWithLabel(item)
      ? [claimOf(item, true, state)]
      : [claimOf(item, false, state)];
  },
};

const headAt = memoAt((items: readonly Item[], at: number) =>
  readPairsHead(items[at] as Item, items[at + 1]),
);

export const pairsHead: Recogniser = {
  meta: {
    id: 'pairs-head',
    reads: '预算安排情况 | 资金到位情况 | 预算执行进度 above labels with their values (Hebei)',
  },
  claims: ({ items }, at, state) => {
    const item = items[at];
    if (item?.kind !== 'row' || state.kind !== 'pairs') return [];
    const head = headAt(items, at);
    if (head.length === 0) return [];
    return [
      {
        length: 1,
        cost: costs.pairs.head,
        state: changed(state, { trail: trailOf({ ...state.trail, head, pairs: [] }) }),
        reading: 'head of pairs',
        apply: (form) => {
          form.addLabels(unitsOf(item));
          const unit = head.find(({ piece }) => findUnit(piece.text) !== null)?.piece;
          if (unit !== undefined)
            form.addPairs([{ label: { text: '', units: [] }, terms: ['formUnit'], value: unit }]);
        },
      },
    ];
  },
};
