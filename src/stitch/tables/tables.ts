import { names, sourceTerms } from '../../lexicon/index.ts';
import { append, isNil, joinPieces, type Note, type Piece, type Unit } from '../../model/index.ts';
import { printedDecimal, printedFigure } from '../../number/index.ts';
import { joinRows } from '../rows/join.ts';
import { resolveLevels } from '../levels/labels.ts';
import { note } from '../notes.ts';
import type {
  AlignedRow,
  Column,
  FundsRow,
  GroupWeight,
  IndicatorRow,
  Pair,
  Role,
} from '../types.ts';

/** A table as the walk through the form left it: its columns, and its rows laid into them. */
export interface OpenTable {
  columns: readonly Column[];
  readonly rows: AlignedRow[];
  readonly stranded: Piece[];
  /** The rows above which the heading was printed again. */
  breaks?: readonly number[];
}

/** What a finished table gives besides its rows. */
interface Finished {
  readonly labels: Unit[];
  readonly leftover: Unit[];
  readonly notes: Note[];
}

const amountRoles: readonly Role[] = [
  'initialBudget',
  'annualBudget',
  'executed',
  'executionRate',
  'weight',
  'score',
];
const figureRoles: ReadonlySet<Role> = new Set(amountRoles);

/** Pieces by role; what stands under a heading without words belongs to the column before it. */
function byRole(
  columns: readonly Column[],
  pieces: readonly (Piece | null)[],
): { roles: Map<Role, Piece>; others: Pair[] } {
  const roles = new Map<Role, Piece>();
  const others: Pair[] = [];
  let previous: Role | null = null;
  columns.forEach((column, index) => {
    const piece = pieces[index] ?? null;
    const role: Role | null = column.role === 'blank' ? previous : column.role;
    if (column.role !== 'blank') previous = column.role;
    if (piece === null || role === null) return;
    if (role === 'other') {
      if (column.heading !== null) others.push({ label: column.heading, terms: [], value: piece });
      return;
    }
    const before = roles.get(role);
    // Two figures are no longer figure: the second stays unplaced.
    if (before !== undefined && figureRoles.has(role)) return;
    const joined = joinPieces([before ?? null, piece]);
    if (joined !== null) roles.set(role, joined);
  });
  return { roles, others };
}

export interface FinishedIndicators extends Finished {
  readonly rows: readonly IndicatorRow[];
  readonly groupWeights: readonly GroupWeight[];
  /** The weights of level-2 groups, for which the contract has no field. */
  readonly pairs: readonly Pair[];
}

/** Joins the indicator rows and gives each its labels. */
export function finishIndicators(table: OpenTable): FinishedIndicators {
  const joined = joinRows(table.rows, table.columns);
  const levels = resolveLevels(joined, table.stranded);
  const labels: Unit[] = [...levels.labelUnits];
  const rows = joined.rows.map((row, index): IndicatorRow => {
    const { roles, others } = byRole(table.columns, row.pieces);
    const block = roles.get('block');
    if (block !== undefined) labels.push(...block.units);
    const own = levels.rows[index];
    return { level1: own?.level1 ?? null, level2: own?.level2 ?? null, pieces: roles, others };
  });
  const blockAt = table.columns.findIndex(({ role }) => role === 'block');
  for (const row of table.rows) labels.push(...(row.pieces[blockAt]?.units ?? []));
  const notes = [
    ...joined.rows
      .filter(({ parts }) => parts.length > 1)
      .map(({ parts }) => note('row-joined', { rows: parts.length }, unitsOf(parts))),
    ...levels.rejoined.map((piece) => note('label-rejoined', { label: piece.text }, piece.units)),
    ...levels.completed.map((piece) => note('label-completed', { label: piece.text }, piece.units)),
    ...(levels.inferred.length === 0
      ? []
      : [note('label-inferred', { rows: levels.inferred.length }, [])]),
  ];
  const printed = groupWeightsOf(rows, table.columns);
  return {
    rows,
    groupWeights: [...levels.groupWeights, ...printed.groupWeights],
    pairs: printed.pairs,
    labels: [...labels, ...printed.labels],
    leftover: [...levels.leftover],
    notes,
  };
}

/** What columns of their own say about the weight of each level's groups. A cell that spans several rows counts once. */
function groupWeightsOf(
  rows: readonly IndicatorRow[],
  columns: readonly Column[],
): {
  groupWeights: GroupWeight[];
  pairs: Pair[];
  labels: Unit[];
} {
  const heading = columns.find(({ role }) => role === 'level2Weight')?.heading?.text ?? '分值';
  const seen = new Set<Unit | undefined>();
  const groupWeights: GroupWeight[] = [];
  const pairs: Pair[] = [];
  const labels: Unit[] = [];
  for (const { level1, level2, pieces } of rows) {
    for (const [role, label] of [
      ['level1Weight', level1],
      ['level2Weight', level2],
    ] as const) {
      const piece = pieces.get(role);
      if (piece === undefined || seen.has(piece.units[0])) continue;
      seen.add(piece.units[0]);
      const weight = printedDecimal(piece.text);
      if (weight === null || label === null) continue;
      const text = `${heading}（${label.text}）`;
      // Cells that are not merged print a group's weight in each of its rows.
      const before = pairs.findIndex(
        (pair) => pair.label.text === text && pair.value?.text === piece.text,
      );
      if (role === 'level2Weight') {
        const units = [...(pairs[before]?.value?.units ?? []), ...piece.units];
        const pair = { label: { text, units: [] }, terms: [], value: { text: piece.text, units } };
        pairs.splice(before < 0 ? pairs.length : before, 1, pair);
      } else if (groupWeights.some((other) => other.level1 === label.text))
        labels.push(...piece.units);
      else groupWeights.push({ level1: label.text, weight, units: piece.units });
    }
  }
  return { groupWeights, pairs, labels };
}

function unitsOf(parts: readonly AlignedRow[]): Unit[] {
  return parts.flatMap((part) => part.pieces.flatMap((piece) => piece?.units ?? []));
}

function hasAmounts(row: FundsRow): boolean {
  return amountRoles.some((role) => {
    const piece = row.pieces.get(role);
    return (
      piece !== undefined && (printedFigure(piece.text).kind === 'number' || isNil(piece.text))
    );
  });
}

function isFundLabel(piece: Piece | null): boolean {
  return piece !== null && names(piece.text, ...sourceTerms);
}

function mergeFunds(above: FundsRow, below: FundsRow): FundsRow {
  const pieces = new Map(above.pieces);
  for (const [role, piece] of below.pieces)
    pieces.set(role, joinPieces([pieces.get(role) ?? null, piece]) ?? piece);
  return {
    label: joinPieces([above.label, below.label]),
    pieces,
    others: [...above.others, ...below.others],
  };
}

/** Fund rows whose label was cut in two are put together where that makes a label we know, or figures lack a label. */
export function finishFunds(
  table: OpenTable,
): Finished & { rows: readonly FundsRow[]; blocks: readonly Piece[] } {
  const rows: FundsRow[] = [];
  const blocks: Piece[] = [];
  for (const row of table.rows) {
    const { roles, others } = byRole(table.columns, ownPieces(row));
    const block = roles.get('block');
    if (block !== undefined) blocks.push(block);
    const current: FundsRow = {
      label: roles.get('fundLabel') ?? null,
      pieces: new Map(amountRoles.flatMap((role) => pieceEntry(roles, role))),
      others,
    };
    if (current.label === null && !hasAmounts(current) && others.length === 0) continue;
    const above = rows.at(-1);
    const labelled = above !== undefined && isLabelOf(above, current);
    if (above !== undefined && (labelled || continuesFund(above, current)))
      rows.splice(-1, 1, mergeFunds(above, current));
    else rows.push(current);
  }
  const score = takeScoreRow(rows);
  return {
    rows,
    blocks,
    labels: [...blocks.flatMap(({ units }) => units), ...score],
    leftover: [],
    notes: [],
  };
}

/** 其中：财政资金 alone across its row, and its amounts in the row below. */
function isLabelOf(above: FundsRow, below: FundsRow): boolean {
  return above.label !== null && !hasAmounts(above) && below.label === null && hasAmounts(below);
}

/** 得分 as a row of its own below the amounts (Xinjiang) is the total's score. Gives the row's label. */
function takeScoreRow(rows: FundsRow[]): readonly Unit[] {
  const at = rows.findIndex(
    ({ label }) => label !== null && names(label.text, 'score') && !isFundLabel(label),
  );
  const total = rows.findIndex(({ label }) => label !== null && names(label.text, 'fundTotal'));
  const [figure, ...more] = [...(rows[at]?.pieces.values() ?? [])];
  const owner = rows[total];
  if (
    at < 0 ||
    owner === undefined ||
    figure === undefined ||
    more.length > 0 ||
    owner.pieces.has('score')
  )
    return [];
  rows[total] = { ...owner, pieces: new Map([...owner.pieces, ['score', figure]]) };
  return rows.splice(at, 1)[0]?.label?.units ?? [];
}

/** A row's pieces without those that span it from above, labels apart: a figure or a remark counts once. */
function ownPieces(row: AlignedRow): (Piece | null)[] {
  return row.pieces.map((piece, index) => (row.covered.has(index) ? null : piece));
}

function pieceEntry(roles: ReadonlyMap<Role, Piece>, role: Role): [Role, Piece][] {
  const piece = roles.get(role);
  return piece === undefined ? [] : [[role, piece]];
}

function continuesFund(above: FundsRow, below: FundsRow): boolean {
  if (hasAmounts(above) && hasAmounts(below)) return false;
  if (above.label === null || below.label === null) return true;
  // 其中：当年 + 财政拨款: the lower half may be a label by itself.
  return !isFundLabel(above.label) && isFundLabel(joinPieces([above.label, below.label]));
}

function collect(parts: Map<Role, Piece[]>, role: Role, piece: Piece): void {
  const found = parts.get(role);
  if (found === undefined) parts.set(role, [piece]);
  else found.push(piece);
}

/** The goals' texts, each from all its rows. */
export function finishGoals(
  table: OpenTable,
): Finished & { goals: ReadonlyMap<Role, Piece>; others: readonly Pair[] } {
  const parts = new Map<Role, Piece[]>();
  const others: Pair[] = [];
  for (const row of table.rows) {
    const read = byRole(table.columns, ownPieces(row));
    append(others, read.others);
    for (const [role, piece] of read.roles) collect(parts, role, piece);
  }
  const labels = (parts.get('block') ?? []).flatMap(({ units }) => units);
  parts.delete('block');
  const goals = new Map<Role, Piece>();
  for (const [role, pieces] of parts) {
    const joined = joinPieces(pieces);
    if (joined !== null) goals.set(role, joined);
  }
  return { goals, others, labels, leftover: [], notes: [] };
}
