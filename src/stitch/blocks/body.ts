import { findLabel, findLevel1, findLevel2, lengths, names } from '../../lexicon/index.ts';
import { isNil, type Piece, type Unit } from '../../model/index.ts';
import { printedFigure } from '../../number/index.ts';
import { bareSum, opensWithLabel, rowIn, saysTotal } from '../cover/asked.ts';
import { memoOf, memoPair } from '../cover/memo.ts';
import { costs } from '../cover/settings.ts';
import { changed, trailOf } from '../cover/state.ts';
import type { Claim, OpenHeading, Recogniser, State } from '../cover/types.ts';
import { withGap } from '../rows/alike.ts';
import { saysScores } from './total-row.ts';
import { partGlued } from '../rows/glued.ts';
import { headingTerms } from '../columns/roles.ts';
import { isLateIndicator, leavesFunds, leavesGoal } from './leaving.ts';
import { shownSlots } from './label-values.ts';
import { withOwnLabel } from './own-amounts.ts';
import { isFundWord, mendBreak, unitsOf } from '../rows/moves.ts';
import type { Column, Item, Role, TableKind } from '../types.ts';

function isLevel(text: string): boolean {
  return text.length <= lengths.label && (findLevel1(text) ?? findLevel2(text)) !== null;
}

function headingWords(item: Item): number {
  return shownSlots(item).filter(
    ({ piece }) =>
      piece.text.length <= lengths.label &&
      (findLabel(piece.text)?.terms.some((term) => headingTerms.has(term)) ?? false) &&
      !names(piece.text, 'fundTotal', 'executionRate'),
  ).length;
}

function isFigure(piece: Piece): boolean {
  return printedFigure(piece.text).kind === 'number' || isNil(piece.text);
}

const none: readonly Column[] = [];

/** Whether a row holds a label of a level in its full words. */
const namesLevel = memoOf((item: Item): boolean =>
  shownSlots(item).some(({ piece }) => isLevel(piece.text) && /指标/.test(piece.text)),
);

const saysFunds = memoOf((item: Item): boolean =>
  shownSlots(item).some(({ piece }) => isFigure(piece) || isFundWord(piece.text)),
);

/** What speaks against a row's being one of its table, beside how it lies in the columns. */
const against: Record<TableKind, (item: Item, state: State) => number> = {
  indicators: (item, state) => {
    if (saysTotal(item)) return costs.body.total;
    const { columns } = state.heading ?? state.tables.indicators ?? { columns: none };
    return bareSum(item, columns) ? costs.body.valueless : 0;
  },
  funds: (item) =>
    (leavesFunds(item) ? costs.body.labelled : saysFunds(item) ? 0 : costs.body.bare) +
    (namesLevel(item) ? costs.levelLabel : 0) +
    (saysScores(item) ? costs.body.total : 0),
  goal: (item, state) => {
    const shown = shownSlots(item);
    const figures = shown.length > 1 && shown.every(({ piece }) => isFigure(piece));
    const columns = (state.heading?.columns ?? []).filter(({ role }) => role !== 'blank').length;
    // A goal's label alone announces what nobody filled in.
    const label =
      shown.length === 1 && names(shown[0]?.piece.text ?? '', 'goalExpected', 'goalActual');
    const crowd = Math.max(0, shown.length - columns);
    const across = isAcrossGoals(item, state.heading?.columns ?? none);
    return (
      (across ? costs.body.misplaced : 0) +
      (namesLevel(item) ? costs.levelLabel : 0) +
      (label ? costs.body.bare : 0) +
      (figures ? costs.body.oddGoal : 0) +
      (state.goals > 0 && !item.gap ? costs.body.oddGoal : 0) +
      costs.body.crowded * crowd +
      (leavesGoal(item, state.heading?.columns ?? [], state.goals) ? costs.body.labelled : 0)
    );
  },
};

/** A text across the columns of what is expected and of what became of it is neither. */
function isAcrossGoals(item: Item, columns: readonly Column[]): boolean {
  const [text, ...more] = item.geometry === 'spans' ? shownSlots(item) : [];
  if (text === undefined || more.length > 0) return false;
  const roles = columns
    .filter(({ from }) => from >= text.column && from < text.column + text.span)
    .map(({ role }) => role);
  return roles.includes('goalExpected') && roles.includes('goalActual');
}

/** 项目完成时间 | 12月底前 | 11月完成 | 10 | 10: a word of the head's where indicators have their names is one of these. */
function beginsWithName(item: Item, columns: OpenHeading['columns']): boolean {
  const [first, ...rest] = shownSlots(item);
  const name = columns.find(({ role }) => role === 'level3');
  return (
    first !== undefined &&
    name !== undefined &&
    first.column >= name.from &&
    first.column <= name.to &&
    (first.column > 0
      ? rest.length >= (names(first.piece.text, 'attribute') ? 1 : 2)
      : names(first.piece.text, 'attribute') &&
        (rest.length >= 3 ||
          rest.length === columns.filter(({ role }) => role !== 'blank').length - 1))
  );
}

/** What speaks against a row's lying in these columns, whatever was read above it. */
const ownCost = memoPair((item: Item, columns: readonly Column[]): number => {
  const { cost, dropped } = rowIn(item, columns);
  const words = headingWords(item);
  return (
    cost +
    costs.body.misplaced * dropped.length +
    (opensWithLabel(item) && !beginsWithName(item, columns) ? costs.body.labelled : 0) +
    (words >= 2 ? costs.body.headingWords * words : 0) +
    costs.body.crowded * crowdOf(item, columns) +
    (isRemark(item, columns) || runsThrough(item, columns) ? costs.body.misplaced : 0)
  );
});

/** How many values stand below headings of one value more than these say: 3.0万亩 | 3.1万亩 | 3.2万亩 under 指标值. */
function crowdOf(item: Item, columns: readonly Column[]): number {
  if (item.geometry !== 'spans') return 0;
  const shown = shownSlots(item);
  return columns.reduce((sum, { role, from, to }) => {
    if (from === to || !values.has(role)) return sum;
    const figures = shown.filter(
      ({ piece, column }) => column >= from && column <= to && /\d/.test(piece.text),
    ).length;
    return sum + Math.max(0, figures - 1);
  }, 0);
}

const values: ReadonlySet<Role> = new Set<Role>(['target', 'actual', 'weight', 'score']);

/** A row beside which the heading's own cells run on, other than the block's, is a row of the heading: 优 | 良 | 中 | 差. */
function runsThrough({ slots }: Item, columns: readonly Column[]): boolean {
  if (!columns.some(({ role }) => role === 'level3')) return false;
  const heads = new Set<Unit | undefined>(
    columns.slice(1).flatMap(({ heading }) => heading?.units ?? []),
  );
  return slots.some(({ piece, covered }) => covered && piece !== null && heads.has(piece.units[0]));
}

/** 调整原因 | 6座电站并入县级平台。: a label, and a text that spans what is a value each in every other row. */
function isRemark(item: Item, columns: readonly Column[]): boolean {
  const [label, text, ...more] = item.geometry === 'spans' ? shownSlots(item) : [];
  if (label === undefined || text === undefined || more.length > 0) return false;
  if (isLevel(label.piece.text) || !columns.some(({ role }) => role === 'level3')) return false;
  const end = text.column + text.span;
  const under = columns.filter(({ from }) => from >= text.column && from < end);
  return under.length >= 2 && under.some(({ role }) => values.has(role));
}

function rowCost(item: Item, table: OpenHeading, state: State): number {
  return ownCost(item, table.columns) + against[table.kind](item, state);
}

const lastPiece = memoPair(
  (item: Item, columns: readonly Column[]): Pick<State['trail'], 'piece' | 'deviation'> => {
    const { pieces } = rowIn(item, columns).row;
    const at = pieces.findLastIndex((piece) => piece !== null);
    return { piece: pieces[at] ?? null, deviation: columns[at]?.role === 'deviation' };
  },
);

function after(item: Item, table: OpenHeading, state: State): State {
  const { piece, deviation } = lastPiece(item, table.columns);
  return changed(state, {
    kind: state.kind === 'pairs' ? 'pairs' : table.kind,
    bare: false,
    pageBreak: false,
    goals: state.goals + (table.kind === 'goal' ? 1 : 0),
    trail: trailOf({ goal: table.kind === 'goal' ? item : null, piece, deviation }),
  });
}

/** The row, as where a page ended above it if its heading was just printed again. */
const broken = memoOf((item: Item) => withGap(item, true));
const labelled = memoPair(withOwnLabel);
const glueless = memoPair(partGlued);

/** A row in its table's columns, or the rows that a line of text glued together. */
export function rowClaim(printed: Item, table: OpenHeading, state: State, extra = 0): Claim {
  const broke = state.pageBreak ? broken(printed) : printed;
  const item = table.kind === 'funds' ? labelled(broke, table.columns) : broke;
  const glued = table.kind === 'indicators' ? glueless(item, table.columns) : null;
  const rows = glued ?? [item];
  const mended =
    table.kind === 'goal' && state.trail.goal !== null
      ? mendBreak(state.trail.goal, item, table.columns)
      : null;
  const whole = mended ?? item;
  return {
    length: 1,
    cost:
      (mended === null ? Math.max(...rows.map((row) => rowCost(row, table, state))) : 0) + extra,
    state: after(whole, table, state),
    reading: `body: ${table.kind} ${table.id}`,
    apply: (form) => {
      if (glued !== null) form.note('rows-glued', { rows: glued.length }, unitsOf(item));
      if (mended !== null) form.addRow(mended, table.kind, true);
      else for (const row of rows) form.addRow(row, table.kind, false);
    },
  };
}

export const body: Recogniser = {
  meta: { id: 'body', reads: 'a row under the heading that is open; an indicator behind 总分' },
  claims: ({ items }, at, state) => {
    const item = items[at];
    if (item?.kind !== 'row' || state.kind === 'over') return [];
    if (state.kind !== 'pairs')
      return state.heading === null ? [] : [rowClaim(item, state.heading, state)];
    const table = state.tables.indicators;
    if (table === undefined || !isLateIndicator(item, table.columns)) return [];
    return [rowClaim(item, table, state, costs.body.late)];
  },
};
