import { findLabel, guessSource } from '../../lexicon/index.ts';
import { printedFigure } from '../../number/index.ts';
import { shownSlots } from '../blocks/label-values.ts';
import { isFundWord } from '../rows/moves.ts';
import { memoAt } from '../cover/memo.ts';
import { rowsAsked as contentAsked, withContent } from './content.ts';
import { rowsAsked, withLevelColumns } from './level-columns.ts';
import { withLabelPlace, withOwnBudget } from './label-place.ts';
import { ownYear, yearAbove } from './years.ts';
import {
  bodyBelow,
  countsColumns,
  givesHead,
  goesOn,
  isWrapped,
  looksLikeHeading,
} from './heading-rows.ts';
import { partedRows, partTarget } from './parted.ts';
import {
  exactCount,
  type Heading,
  isWhole,
  knownCount,
  needsFirst,
  readHeading,
  readOpenHeading,
  unknownCount,
} from './readings.ts';
import { headingCost } from './cost.ts';
import { withRole } from './with-role.ts';
import type { Column, Item, TableKind } from '../types.ts';

/** The rows at an item with the parts of wide columns, where the row below names such. */
const partsAt = memoAt((items: readonly Item[], index: number) => {
  const first = items[index];
  return first === undefined ? null : partedRows(first, items[index + 1]);
});
const kinds: readonly TableKind[] = ['indicators', 'funds', 'goal'];

/** A heading that may begin at an item, with what speaks against it. */
export interface HeadingClaim extends Heading {
  readonly cost: number;
}

/** Every reading of the rows at an item as a heading: of each kind, over one, two or three rows. */
export function headingsAt(items: readonly Item[], index: number): HeadingClaim[] {
  const first = items[index];
  if (first?.kind !== 'row') return [];
  const found = [
    findHeading(items, index),
    ...kinds.flatMap((kind) => readingsOf(items, index, kind)),
  ];
  const claims = new Map<string, HeadingClaim>();
  // Readings of fewer rows are often the same.
  for (const heading of new Set(found)) {
    const claim = heading === null ? null : claimOf(items, index, heading);
    if (claim === null) continue;
    const { kind, length, columns } = claim;
    const key = `${kind} ${String(length)} ${columns.map(({ role, from, to }) => `${role}${String(from)}-${String(to)}`).join(' ')}`;
    if (!claims.has(key)) claims.set(key, claim);
  }
  return [...claims.values()];
}

/** A heading with the roles that what stands below it tells, and what speaks against it; null where it leaves too much open. */
function claimOf(items: readonly Item[], index: number, heading: Heading): HeadingClaim | null {
  const rows = items.slice(index, index + heading.length);
  const counted = countsColumns(items[index + heading.length]) ? 1 : 0;
  const start = index + heading.length + counted;
  const below = items.slice(start, start + contentAsked);
  const told: Record<TableKind, () => readonly Column[]> = {
    indicators: () =>
      withLevelColumns(
        ownYear(heading.columns, yearAbove(items, index)),
        below.slice(0, rowsAsked),
      ),
    funds: () => withOwnBudget(withLabelPlace(heading.columns, below), below),
    goal: () => heading.columns,
  };
  const columns = withContent(withOwnBlock(told[heading.kind](), below), below, heading.kind);
  if (heading.open === true && !isWhole(columns, heading.kind)) return null;
  if (heading.open === true && heading.kind === 'funds' && !isOfFunds(rows, below)) return null;
  const { kind, length, stranded, open } = heading;
  const cost = headingCost(rows, { kind, length, columns, stranded, open }, below[0]);
  return { kind, length: length + counted, columns, stranded, open, cost };
}

/** A heading that runs down beside all rows below it is the block's, whatever its words: 指标评分. */
function withOwnBlock(columns: readonly Column[], below: readonly Item[]): readonly Column[] {
  const [first] = columns;
  const unit = first?.heading?.units[0];
  const rows = below.filter(({ kind }) => kind === 'row').slice(0, 2);
  const runsDown =
    unit !== undefined &&
    rows.length > 0 &&
    rows.every(({ slots }) => {
      const [slot] = slots;
      return slot?.covered === true && slot.column === 0 && slot.piece?.units[0] === unit;
    });
  const label = first?.role === 'block' || first?.role === 'fundLabel';
  if (first === undefined || !runsDown || label || first.from !== 0) return columns;
  return [withRole(first, 'block'), ...columns.slice(1)];
}

/** Whether a heading in unknown words is that of the funds: its corner names money, or the row below a kind of it, and amounts. */
function isOfFunds([heading]: readonly Item[], [first]: readonly Item[]): boolean {
  const corner = heading === undefined ? '' : (shownSlots(heading)[0]?.piece.text ?? '');
  const money = /资金|预算|经费|万元|支出|收支/u.test(corner);
  const shown = first === undefined ? [] : shownSlots(first);
  const label = shown.findIndex(
    ({ piece }) => namesFunds(piece.text) || (money && printedFigure(piece.text).kind === 'text'),
  );
  const figures = shown
    .slice(label + 1)
    .filter(({ piece }) => printedFigure(piece.text).kind === 'number');
  return label >= 0 && label <= 1 && figures.length >= 2;
}

function namesFunds(text: string): boolean {
  return isFundWord(text) || guessSource(text) !== null;
}

function readingsOf(items: readonly Item[], index: number, kind: TableKind): (Heading | null)[] {
  const first = items[index];
  if (!looksLikeHeading(first)) return [];
  const found: (Heading | null)[] = [readHeading([first], kind)];
  if (kind !== 'goal') found.push(readOpenHeading([first], kind));
  const parts = kind === 'goal' ? null : partsAt(items, index);
  if (parts !== null) found.push(readHeading(parts, kind));
  for (
    let length = 2;
    kind !== 'goal' && length <= 3 && goesOn(items[index + length - 1]);
    length += 1
  )
    found.push(readHeading(items.slice(index, index + length), kind));
  return found;
}

/** The heading that starts at an item, or null. */
export const findHeading = memoAt((items: readonly Item[], index: number): Heading | null => {
  const heading = headingAt(items, index);
  if (heading?.kind !== 'indicators') return heading;
  return {
    kind: heading.kind,
    length: heading.length,
    stranded: heading.stranded,
    open: heading.open,
    columns: withLevelColumns(
      heading.columns,
      items.slice(index + heading.length, index + heading.length + rowsAsked),
    ),
  };
});

/** The heading of a table whose first columns span two rows: those of the indicators are named in the second only. */
export function findHeadingBelow(items: readonly Item[], index: number): Heading | null {
  const below = findHeading(items, index + 1);
  return below?.kind === 'indicators' && looksLikeHeading(items[index]) && !givesHead(items[index])
    ? readHeading(items.slice(index, index + 1 + below.length), 'indicators')
    : null;
}

/** A heading whose words are cut over two or three rows is read as one where that names more columns than the first row alone. */
function headingAt(items: readonly Item[], index: number): Heading | null {
  const first = items[index];
  if (
    first === undefined ||
    (first.slots.every(({ piece }) => piece === null || findLabel(piece.text) === null) &&
      !looksLikeHeading(first))
  )
    return null;
  const parts = partsAt(items, index);
  for (const kind of kinds) {
    const whole = parts === null || kind === 'goal' ? null : readHeading(parts, kind);
    if (whole !== null && !bodyBelow(items[index + 1], kind)) return whole;
    let best = readHeading([first], kind);
    const parted = best === null ? null : partTarget(best, items[index + 1]);
    if (parted !== null) return parted;
    if (best !== null && unknownCount(best) === 0 && !isWrapped(items, index, best)) return best;
    if (kind === 'goal') {
      if (best !== null) return best;
      continue;
    }
    for (
      let length = 2;
      length <= 3 &&
      looksLikeHeading(first) &&
      !givesHead(first) &&
      goesOn(items[index + length - 1]);
      length += 1
    ) {
      const longer = readHeading(items.slice(index, index + length), kind);
      if (longer === null || !needsFirst(items, index, longer)) continue;
      const better =
        best === null ||
        knownCount(longer) > knownCount(best) ||
        unknownCount(longer) < unknownCount(best) ||
        exactCount(longer) > exactCount(best);
      if (better && !bodyBelow(items[index + length - 1], kind)) best = longer;
    }
    if (best !== null) return best;
  }
  return null;
}
