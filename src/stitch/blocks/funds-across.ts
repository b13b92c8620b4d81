import {
  lengths,
  findLabel,
  guessHeading,
  guessSource,
  names,
  sourceTerms,
} from '../../lexicon/index.ts';
import { isNil, type Piece, type Unit } from '../../model/index.ts';
import { printedFigure } from '../../number/index.ts';
import { fundRole } from '../columns/roles.ts';
import { memoAt } from '../cover/memo.ts';
import { costs } from '../cover/settings.ts';
import { bareCost, changed, toPairs, withTable } from '../cover/state.ts';
import type { OpenHeading, Recogniser, Rows, State } from '../cover/types.ts';
import { withSlots } from '../rows/alike.ts';
import type { OpenTable } from '../tables/tables.ts';
import type { AlignedRow, Column, Item, Role } from '../types.ts';
import { type PlacedPair, readPairs, shownSlots } from './label-values.ts';

type Shown = ReturnType<typeof shownSlots>[number];

const amountRoles: readonly Role[] = ['initialBudget', 'annualBudget', 'executed'];

/** The funds with a column a source and a row a figure. */
interface Across {
  readonly table: OpenTable;
  readonly labels: readonly Unit[];
  readonly pairs: readonly PlacedPair[];
  readonly length: number;
}

/** The words above the columns: the sources of the money, behind at most a block's heading and a corner. */
interface Sources {
  readonly lead: readonly Shown[];
  readonly sources: readonly Shown[];
  readonly rest: readonly Shown[];
}

function readSources(item: Item | undefined): Sources | null {
  const shown = item?.kind === 'row' ? shownSlots(item) : [];
  const first = shown.findIndex(({ piece }) => isSource(piece.text));
  // A column for remarks may close the table.
  const end = shown.findLastIndex(({ piece }) => !names(piece.text, 'note')) + 1;
  const sources = first < 0 ? [] : shown.slice(first, end);
  const known = sources.some(({ piece }) => names(piece.text, ...sourceTerms));
  const lead = merged(shown.slice(0, Math.max(0, first)));
  if (!known || lead.length > 2 || !sources.every(({ piece }) => isSource(piece.text))) return null;
  return { lead, sources: merged(sources), rest: shown.slice(end) };
}

/** Cells beside each other that say the same: a merged cell whose text stands in each of its places. */
function merged(shown: readonly Shown[]): Shown[] {
  const cells: Shown[] = [];
  for (const slot of shown) {
    const before = cells.at(-1);
    if (before?.piece.text === slot.piece.text && before.column + before.span === slot.column)
      cells.splice(-1, 1, { ...before, span: before.span + slot.span });
    else cells.push(slot);
  }
  return cells;
}

function isSource(text: string): boolean {
  if (text.length > lengths.label) return false;
  const other = findLabel(text)?.terms.some((term) => term !== 'attribute') ?? false;
  return names(text, ...sourceTerms) || (!other && guessSource(text) !== null);
}

/** A row below the sources: what it says of each, and under which word. */
interface AmountRow {
  readonly label: Piece;
  readonly role: Role;
  readonly values: readonly (Piece | null)[];
}

const guessedRoles = ['initialBudget', 'annualBudget', 'executed', 'weight', 'score'] as const;

/** What a row says: by its label, else by its signs of percent, else by words that its label holds. */
function roleOf(text: string, values: readonly (Piece | null)[]): Role | null {
  const role = fundRole(text);
  if (role !== null) return role;
  if (values.some((value) => value !== null && /[%％]/u.test(value.text))) return 'executionRate';
  const guessed = guessHeading(text);
  return guessedRoles.find((own) => own === guessed) ?? null;
}

function isFigure({ text }: Piece): boolean {
  return printedFigure(text).kind !== 'text' || isNil(text);
}

function readRow(item: Item | undefined, head: Sources): AmountRow | null {
  const shown = item?.kind === 'row' ? shownSlots(item) : [];
  const at = shown.findLastIndex(({ piece }) => !isFigure(piece));
  const label = shown[at];
  if (item === undefined || label === undefined || label.piece.text.length > lengths.label)
    return null;
  // In front of the label stands at most the block's heading.
  if (merged(shown.slice(0, at + 1)).length > 2) return null;
  const figures = shown.slice(at + 1);
  const values = valuesOf(item, label, head);
  const said = new Set(values.map((value) => value?.text));
  if (figures.some(({ piece }) => !said.has(piece.text))) return null;
  const role = roleOf(label.piece.text, values);
  if (role === null && figures.length === 0) return null;
  return { label: label.piece, role: role ?? 'other', values };
}

/** The figures under the sources; where columns are not real and the row slid, those behind its label in order. */
function valuesOf(item: Item, label: Shown, { sources }: Sources): (Piece | null)[] {
  const behind = item.slots.slice(item.slots.findIndex(({ piece }) => piece === label.piece) + 1);
  if (item.geometry === 'ordinal' && behind.length === sources.length)
    return behind.map(({ piece }) => piece);
  return sources.map(
    ({ column, span }) =>
      behind.find(
        (slot) => slot.piece !== null && slot.column >= column && slot.column < column + span,
      )?.piece ?? null,
  );
}

/** The rows below, up to the first that is none or says again what one above said. */
function readRows(items: readonly Item[], from: number, end: number, head: Sources): AmountRow[] {
  const rows: AmountRow[] = [];
  for (let at = from; at < end; at += 1) {
    const row = readRow(items[at], head);
    if (row === null || (row.role !== 'other' && rows.some(({ role }) => role === row.role))) break;
    rows.push(row);
  }
  return rows;
}

function tableOf(
  { lead, sources }: Sources,
  rows: readonly AmountRow[],
  block: Piece | null,
): OpenTable {
  const headings: Pick<Column, 'role' | 'heading'>[] = [
    { role: 'block', heading: block },
    { role: 'fundLabel', heading: lead.at(-1)?.piece ?? null },
    ...rows.map(({ role, label }) => ({ role, heading: label })),
  ];
  const columns = headings.map((own, index): Column => ({ ...own, from: index, to: index }));
  const laid = sources.map(({ piece }, index): AlignedRow => ({
    pieces: [null, piece, ...rows.map(({ values }) => values[index] ?? null)],
    covered: new Set(),
    gap: false,
    geometry: 'spans',
  }));
  return { columns, rows: laid, stranded: [] };
}

/** 资金性质：一般公共预算 in the corner is a label with its value. */
function cornerPairs(item: Item, lead: readonly Shown[]): readonly PlacedPair[] {
  const corner = lead.at(-1);
  if (corner === undefined || !/[:：]./u.test(corner.piece.text)) return [];
  return readPairs(withSlots(item, [corner]), false).pairs;
}

function readAcross(items: readonly Item[], at: number, end: number): Across | null {
  const item = items[at];
  const head = readSources(item);
  if (item === undefined || head === null) return null;
  const rows = readRows(items, at + 1, end, head);
  const known = rows.filter(({ role }) => amountRoles.includes(role)).length;
  if (known < (head.sources.length > 1 ? 1 : 2)) return null;
  // Without a second row, or a rate, the amounts may as well be a list's.
  if (rows.filter(({ role }) => role !== 'other').length < 2) return null;
  const pairs = cornerPairs(item, head.lead);
  // The block's heading stands in front of the first row, or of any other where its text is centred.
  const fronts = items
    .slice(at + 1, at + 1 + rows.length)
    .flatMap((row, index) => frontOf(row, rows[index]?.label));
  const lead = pairs.length > 0 ? head.lead.slice(0, -1) : head.lead;
  const block = head.lead.length > 1 ? head.lead[0]?.piece : fronts[0];
  const labels = [...[...lead, ...head.rest].map(({ piece }) => piece), ...fronts].flatMap(
    ({ units }) => units,
  );
  return { table: tableOf(head, rows, block ?? null), labels, pairs, length: 1 + rows.length };
}

/** What stands in front of a row's label: the block's heading. */
function frontOf(item: Item, label: Piece | undefined): readonly Piece[] {
  const shown = shownSlots(item);
  return shown
    .slice(
      0,
      shown.findIndex(({ piece }) => piece === label),
    )
    .map(({ piece }) => piece);
}

function after(state: State, { table: { columns } }: Across, id: string): State {
  const words = columns.map(({ heading }) => heading?.text ?? '').join('|');
  const funds: OpenHeading = { id, kind: 'funds', columns, words };
  return changed(toPairs(state), { tables: withTable(state.tables, 'funds', funds) });
}

const acrossAt = memoAt(({ items, end }: Rows, at: number) => readAcross(items, at, end));

export const fundsAcross: Recogniser = {
  meta: {
    id: 'funds-across',
    reads: '年度资金总额 | 财政拨款 | 其他资金 above rows of 预算数, 执行数, 执行率',
  },
  claims: (rows, at, state) => {
    if (state.kind === 'over' || state.kind === 'indicators' || state.tables.funds !== undefined)
      return [];
    const found = acrossAt(rows, at);
    if (found === null) return [];
    return [
      {
        length: found.length,
        cost: costs.byShape + bareCost(state),
        state: after(state, found, `${at}.across`),
        reading: 'funds, a column a source',
        apply: (form) => {
          form.addFunds(found.table, found.labels);
          form.addPairs(found.pairs);
        },
      },
    ];
  },
};
