import { names } from '../../lexicon/index.ts';
import { withPiece, withSlots } from '../rows/alike.ts';
import { roleOf } from './roles.ts';
import { goesOn, hasShortWords, namesColumn } from './heading-rows.ts';
import type { Heading } from './readings.ts';
import type { Column, Item, Role, Slot } from '../types.ts';

/** Whether 绩效指标 stands over the names of the levels. */
function holdsLevels(first: Item, below: Item): boolean {
  const block = first.slots.find(
    ({ piece, covered }) => piece !== null && !covered && names(piece.text, 'indicatorBlock'),
  );
  const levels = below.slots.filter(
    ({ piece, covered }) =>
      piece !== null && !covered && roleOf(piece.text, 'indicators')?.startsWith('level'),
  );
  return (
    block !== undefined &&
    levels.length >= 2 &&
    levels.every(({ column }) => column >= block.column && column < block.column + block.span)
  );
}

/**
 * A heading and the row that names the parts of its wide columns (评价标准 over 优 | 良 | 中 | 差). Real columns show it by cells that
 * span both rows; elsewhere such a column has blanks behind it that the row below fills, and nothing else.
 */
export function partedRows(first: Item, below: Item | undefined): readonly Item[] | null {
  if (
    below?.kind !== 'row' ||
    below.geometry !== first.geometry ||
    !hasShortWords(first) ||
    !namesColumn(first) ||
    !goesOn(below)
  )
    return null;
  // 绩效指标 runs down beside both rows, and may stand in the second.
  const filled = new Set(
    below.slots
      .filter(
        ({ piece, covered }) => piece !== null && !covered && !names(piece.text, 'indicatorBlock'),
      )
      .map(({ column }) => column),
  );
  if (filled.size < 2) return null;
  if (first.geometry === 'spans') {
    const spanning = new Set(
      below.slots.filter(({ covered }) => covered).map(({ piece }) => piece?.units[0]),
    );
    const levels = first.slots.filter(
      ({ piece, covered }) =>
        !covered && piece !== null && roleOf(piece.text, 'indicators')?.startsWith('level'),
    );
    const spans =
      levels.length >= 2
        ? levels.every(({ piece }) => spanning.has(piece?.units[0]))
        : spanning.size > 0 && levels.length === 0 && holdsLevels(first, below);
    return spans ? [first, below] : null;
  }
  const spread: Slot[] = [];
  for (const slot of first.slots) {
    const before = spread.at(-1);
    const goes =
      slot.piece === null &&
      before?.piece != null &&
      filled.has(slot.column) &&
      filled.has(before.column);
    spread.push(goes ? withPiece(slot, before.piece) : slot);
  }
  const parted = spread.filter(
    ({ piece }, index) =>
      piece !== null && (piece === spread[index - 1]?.piece || piece === spread[index + 1]?.piece),
  );
  return parted.length >= 2 && parted.length === filled.size
    ? [withSlots(first, spread), below]
    : null;
}

const targetParts: ReadonlySet<Role | null> = new Set<Role | null>([
  'sign',
  'target',
  'targetUnit',
]);

/**
 * One cell a line: below 年度指标值, a single cell, stand its parts (指标性质, 指标值, 度量单位). They take the target's place, and
 * the columns behind it move on.
 */
export function partTarget(heading: Heading, below: Item | undefined): Heading | null {
  const at = heading.columns.findIndex(({ role }) => role === 'target');
  if (
    heading.kind !== 'indicators' ||
    at < 0 ||
    below?.geometry !== 'ordinal' ||
    below.kind !== 'row'
  )
    return null;
  const parts = below.slots.filter(({ piece }) => piece !== null);
  const roles = parts.map(({ piece }) => roleOf(piece?.text ?? '', 'indicators'));
  if (
    parts.length < 2 ||
    !roles.includes('target') ||
    !roles.every((role) => targetParts.has(role))
  )
    return null;
  const from = heading.columns[at]?.from ?? 0;
  const alone = parts.length === below.slots.length;
  const inPlace =
    parts[0]?.column === from && below.slots.length === heading.columns.length + parts.length - 1;
  if (!alone && !inPlace) return null;
  const columns = parts.map(({ piece }, index): Column => ({
    role: roles[index] ?? 'other',
    from: from + index,
    to: from + index,
    heading: piece,
  }));
  const moved = heading.columns.slice(at + 1).map((column) => ({
    ...column,
    from: column.from + parts.length - 1,
    to: column.to + parts.length - 1,
  }));
  return {
    ...heading,
    columns: [...heading.columns.slice(0, at), ...columns, ...moved],
    length: 2,
  };
}
